"""To whom a notice goes (收件的各户、各人): found from a selection, in the order of the walk."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Connection

from linli.domain.grids import GridDraft, GridRole
from linli.domain.notices import NoticeRecipient
from linli.domain.values.addresses import Address, address_text, building_text
from linli.storage.grid_facts import list_facts
from linli.storage.ids import listed
from linli.storage.pairings import load_heads

_PEOPLE = """
    SELECT r.id, r.name, r.household_id, d.estate, d.building, d.unit, d.room, d.grid_id
    FROM resident r
    LEFT JOIN dwelling d ON d.id = r.home_id
    LEFT JOIN grid g ON g.id = d.grid_id
    WHERE r.id IN (SELECT value FROM json_each(?)) AND r.recycled_at IS NULL
    ORDER BY g.id IS NULL, length(g.number), g.number, d.sort_key IS NULL, d.sort_key, d.id,
        r.household_id, r.relation_code IS NOT '02', r.id
"""
_NO_PLACE = "没有住址"


def find_recipients(
    connection: Connection, resident_ids: Iterable[int], today: date, *, per_household: bool
) -> list[NoticeRecipient]:
    """Return who gets a notice: each person once, or each household once by its head.

    Who has no household stands for himself. The order is that in which cards are carried round:
    grids, buildings, units, rooms.
    """
    people: Sequence[Any] = connection.exec_driver_sql(_PEOPLE, (listed(resident_ids),)).all()
    heads = load_heads(connection, {row.household_id for row in people if row.household_id})
    grids = list_facts(connection, {row.grid_id for row in people if row.grid_id}, today)
    found: dict[tuple[str, int], NoticeRecipient] = {}
    for row in people:
        head = heads.get(row.household_id)
        if per_household and head is not None:
            found.setdefault(("household", row.household_id), _recipient(row, head, grids, head))
        else:
            found.setdefault(("person", row.id), _recipient(row, row, grids, head))
    return list(found.values())


def _recipient(
    row: Any, holder: Any, grids: dict[int, GridDraft], head: Any | None
) -> NoticeRecipient:
    address = Address(estate=row.estate, building=row.building, unit=row.unit, room=row.room)
    has_home = any((row.estate, row.building, row.unit, row.room))
    place = address_text(address) if has_home else ""
    grid = grids.get(row.grid_id)
    leader = grid.officer(GridRole.LEADER) if grid else None
    building = building_text(address) if has_home else _NO_PLACE
    return NoticeRecipient(
        name=holder.name,
        place=place,
        building=building,
        resident_id=holder.id,
        facts={
            "姓名": holder.name,
            "户主": head.name if head is not None else holder.name,
            "地址": place,
            "楼栋": building if has_home else "",
            "本网格": grid.name if grid else "",
            "本网格网格长": leader.name if leader else "",
            "本网格网格长电话": (leader.phone or "") if leader else "",
        },
    )
