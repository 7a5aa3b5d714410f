"""Households of one, entered at once."""

from collections.abc import Iterable
from dataclasses import replace

from support.people import make_draft
from support.runs import BUILDING, GRID, NAMES

from linli.domain.residents import HouseholdDraft
from linli.domain.values.addresses import Address
from linli.services.container import Services
from linli.storage.bulk import BulkWriter
from linli.storage.grid_places import find_grid_of


def settle_neighbours(services: Services) -> list[int]:
    """Add twelve households of one, six in each of two units of a building of a grid."""
    services.grids.add(GRID)
    homes = (
        (name, replace(BUILDING, unit=f"{index // 6 + 1}单元", room=f"{index % 6 + 1}01"))
        for index, name in enumerate(NAMES)
    )
    return settle(services, homes)


def settle(services: Services, homes: Iterable[tuple[str, Address]]) -> list[int]:
    """Add a household of one person for each (name, address), in the grid of its building."""
    context = services.context
    with context.writing("登记住户") as work:
        bulk = BulkWriter(work.connection, context.clock())
        people = []
        for name, address in homes:
            grid = find_grid_of(work.connection, address)
            home = bulk.add_dwelling(address, grid_id=grid)
            household = bulk.add_household(HouseholdDraft(dwelling_id=home))
            draft = make_draft(name, documents=(), household_id=household, relation_code="02")
            people.append(bulk.add_resident(draft))
        bulk.flush()
    return people
