"""What is handed over with a grid (移交清单): counts by building, and what is open there."""

from datetime import date

from sqlalchemy import Connection, func, select

from linli.domain.hand_over_lists import BuildingCount, GridEstate
from linli.domain.neighbours import NeighbourFilter
from linli.domain.posts import PostFilter
from linli.domain.receptions import VisitFilter as ReceptionFilter
from linli.domain.reports import STATE_LABELS, ReportFilter
from linli.domain.residents import ResidentStatus
from linli.domain.values.addresses import Address, address_text
from linli.domain.values.masking import Masks
from linli.domain.visits import VisitFilter
from linli.storage import card_issues, grid_facts, neighbours, posts, receptions, reports, visits
from linli.storage.grid_posts import dwellings_of
from linli.storage.schema import DwellingRecord, ResidentRecord

_SOON = 30
"""Days within which a visit that is due is handed over."""
_MOST_WORDS = 40


def get_estate(connection: Connection, grid_id: int, today: date, masks: Masks) -> GridEstate:
    """Return what is handed over with an open grid.

    Args:
        connection: as the role may see it.
        grid_id: the grid.
        today: the day.
        masks: the digits that stay of phones.
    """
    facts = grid_facts.list_facts(connection, [grid_id], today)[grid_id]
    people, households = _living(connection, grid_id)
    cards: dict[str, list[str]] = {}
    homes = dwellings_of(connection, [grid_id])
    for _, card in card_issues.list_latest_of_homes(connection, homes):
        cards.setdefault(card.kind_title, []).append(card.number)
    return GridEstate(
        grid=facts.name,
        number=facts.number,
        buildings=_buildings(connection, grid_id),
        cards=cards,
        reports=[
            f"{each.number}　{STATE_LABELS[each.state]}　{_short(each.facts.content)}"
            for each in reports.list_reports(connection, ReportFilter(grid_id=grid_id), today)
            if each.is_open
        ],
        receptions=[
            f"{each.facts.day.isoformat()}　{each.facts.name}　{_short(each.facts.content)}"
            for each in receptions.list_visits(
                connection, ReceptionFilter(grid_id=grid_id, is_open=True), today
            )
        ],
        visits=[
            f"{each.facts.next_due}　{each.place}　{each.whom}"
            for each in visits.list_visits(connection, VisitFilter(due_within=_SOON), today)
            if each.facts.resident_id in people or each.facts.household_id in households
        ],
        keys=[
            f"{each.person.name}（{each.person.address}）的钥匙在 {each.name} 处，"
            f"电话 {masks.show_phone(each.phone) if each.phone else '没有'}"
            for each in neighbours.list_neighbours(
                connection, NeighbourFilter(running=True, holds_key=True), today
            )
            if each.facts.resident_id in people
        ],
        posts=posts.list_posts(connection, PostFilter(grid_id=grid_id, on=today)),
    )


def _buildings(connection: Connection, grid_id: int) -> list[BuildingCount]:
    dwelling, person = DwellingRecord, ResidentRecord
    present = (
        (person.home_id == dwelling.id)
        & (person.status == ResidentStatus.PRESENT.value)
        & person.recycled_at.is_(None)
    )
    rows = connection.execute(
        select(
            dwelling.estate,
            dwelling.building,
            func.count(dwelling.id.distinct()).label("dwellings"),
            func.count(person.household_id.distinct()).label("households"),
            func.count(person.id).label("residents"),
        )
        .outerjoin(person, present)
        .where(dwelling.grid_id == grid_id)
        .group_by(dwelling.building_key)
        .order_by(func.min(dwelling.sort_key))
    )
    return [
        BuildingCount(
            place=address_text(Address(estate=row.estate, building=row.building)),
            dwellings=row.dwellings,
            households=row.households,
            residents=row.residents,
        )
        for row in rows
    ]


def _living(connection: Connection, grid_id: int) -> tuple[set[int], set[int]]:
    """Return who lives in a grid, and their households."""
    rows = connection.execute(
        select(ResidentRecord.id, ResidentRecord.household_id)
        .join(DwellingRecord, DwellingRecord.id == ResidentRecord.home_id)
        .where(
            DwellingRecord.grid_id == grid_id,
            ResidentRecord.status == ResidentStatus.PRESENT.value,
            ResidentRecord.recycled_at.is_(None),
        )
    ).all()
    return {row.id for row in rows}, {row.household_id for row in rows} - {None}


def _short(text: str) -> str:
    plain = text.replace("\n", "；")
    return plain if len(plain) <= _MOST_WORDS else plain[:_MOST_WORDS] + "…"
