"""What the picture of the community (社区图) shows: buildings with their figures, and places."""

from collections import Counter
from collections.abc import Iterable, Mapping, Set
from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update
from sqlalchemy.orm import Session

from linli.domain.community_map import (
    COUNTED,
    Box,
    Figure,
    LabelDraft,
    LabelKind,
    MapBuilding,
    MapLabel,
)
from linli.domain.elders import ELDER_AGE
from linli.domain.elevations import place_title
from linli.domain.posts import role_of
from linli.domain.reports import ReportState
from linli.domain.residents import ResidentStatus
from linli.domain.values.addresses import Address, building_key, place_text, walk_key
from linli.errors import NotFoundError
from linli.storage.grid_schema import MapLabelRecord, MapPlaceRecord
from linli.storage.ids import among

OLDEST_AGE = 80
_HERE = f"r.status = '{ResidentStatus.PRESENT.value}' AND r.recycled_at IS NULL"
_LANE = """coalesce(
    d.estate IS NOT NULL AND d.unit IS NULL AND d.room IS NULL
    AND substr(d.building, -1) = '号', 0)"""
_KEY = f"""CASE WHEN {_LANE} THEN substr(d.building_key, 1, instr(d.building_key, '|'))
    ELSE d.building_key END"""
_BUILDINGS = f"""
    SELECT {_KEY} AS key, d.grid_id, max({_LANE}) AS lane, min(d.estate) AS estate,
        min(d.building) AS building, min(d.sort_key) AS walk, count(*) AS dwellings
    FROM dwelling d GROUP BY 1, 2
"""  # noqa: S608 - our own SQL
_GROUPS = f"""
    SELECT r.home_id, r.household_id, max(r.id) AS id, count(*) AS people,
        count(CASE WHEN r.birth <= :elder THEN 1 END) AS elders,
        count(CASE WHEN r.birth <= :oldest THEN 1 END) AS oldest,
        count(CASE WHEN r.politics_code IN ('01', '02') THEN 1 END) AS party
    FROM resident r WHERE {_HERE} GROUP BY r.home_id, r.household_id
"""  # noqa: S608 - our own SQL
_PEOPLE = f"""
    SELECT {_KEY} AS key, sum(g.people) AS people, count(DISTINCT g.household_id) AS households,
        sum(g.elders) AS elders, sum(g.oldest) AS oldest, sum(g.party) AS party,
        sum(g.people = 1 AND g.elders = 1
            AND NOT EXISTS (SELECT 1 FROM resident r
                WHERE r.home_id = g.home_id AND r.id <> g.id AND {_HERE})
            AND NOT EXISTS (SELECT 1 FROM resident r
                WHERE r.household_id = g.household_id AND r.id <> g.id AND {_HERE})) AS alone
    FROM ({_GROUPS}) g LEFT JOIN dwelling d ON d.id = g.home_id GROUP BY 1
"""  # noqa: S608 - our own SQL
_FLOATING = f"""
    SELECT {_KEY} AS key, count(*) FROM floating_stay f
    JOIN resident r ON r.id = f.resident_id LEFT JOIN dwelling d ON d.id = r.home_id
    WHERE {_HERE} GROUP BY 1
"""  # noqa: S608 - our own SQL
_RENTALS = f"""
    SELECT {_KEY} AS key, count(*) FROM rental t JOIN dwelling d ON d.id = t.dwelling_id GROUP BY 1
"""  # noqa: S608 - our own SQL
_CARDED = f"""
    SELECT {_KEY} AS key, count(DISTINCT r.household_id) AS carded
    FROM (
        SELECT c.household_id FROM card c WHERE c.household_id IS NOT NULL AND EXISTS (
            SELECT 1 FROM card_issue i WHERE i.card_id = c.id AND i.withdrawn_at IS NULL)
        UNION SELECT r.household_id FROM card c JOIN resident r ON r.id = c.resident_id
        WHERE {_HERE} AND r.household_id IS NOT NULL AND EXISTS (
            SELECT 1 FROM card_issue i WHERE i.card_id = c.id AND i.withdrawn_at IS NULL)
    ) h JOIN resident r ON r.household_id = h.household_id
    LEFT JOIN dwelling d ON d.id = r.home_id WHERE {_HERE} GROUP BY 1
"""  # noqa: S608 - our own SQL
_DUE = f"""
    SELECT {_KEY} AS key, count(*) FROM visit v
    LEFT JOIN resident r ON r.id = v.resident_id LEFT JOIN household h ON h.id = v.household_id
    LEFT JOIN dwelling d ON d.id = coalesce(r.home_id, h.dwelling_id)
    WHERE v.next_due <= :today AND r.recycled_at IS NULL
        AND NOT EXISTS (SELECT 1 FROM visit l
            WHERE (l.resident_id = v.resident_id OR l.household_id = v.household_id)
                AND (l.day > v.day OR (l.day = v.day AND l.id > v.id)))
    GROUP BY 1
"""  # noqa: S608 - our own SQL
_REPORTS = f"""
    SELECT {_KEY} AS key, count(*) FROM report p
    LEFT JOIN household h ON h.id = p.household_id LEFT JOIN dwelling d ON d.id = h.dwelling_id
    WHERE p.state <> '{ReportState.CLOSED.value}' AND p.voided_reason IS NULL GROUP BY 1
"""  # noqa: S608 - our own SQL
_SPARSE = {
    Figure.FLOATING: _FLOATING,
    Figure.RENTALS: _RENTALS,
    Figure.DUE: _DUE,
    Figure.REPORTS: _REPORTS,
}
_DENSE = (
    *(Figure.PEOPLE, Figure.HOUSEHOLDS, Figure.ELDERS),
    *(Figure.OLDEST, Figure.ALONE, Figure.PARTY),
)
_Figures = dict[str | None, dict[Figure, int]]

_Place, _Label = MapPlaceRecord, MapLabelRecord


def list_buildings(
    connection: Connection, today: date
) -> tuple[list[MapBuilding], dict[Figure, int]]:
    """Return the buildings and lanes in walking order, and what is in none of them.

    One that is in two grids is where most of its dwellings are.
    """
    figures = _count(connection, today)
    rows: dict[str, list[Any]] = {}
    for row in connection.exec_driver_sql(_BUILDINGS):
        rows.setdefault(row.key, []).append(row)
    found = [
        (min(row.walk for row in parts), _building(key, parts, figures.get(key, {})))
        for key, parts in rows.items()
    ]
    named = {building.key for _, building in found}
    found += _empty(connection, named)
    found.sort(key=lambda pair: pair[0])
    buildings = _told_apart([building for _, building in found])
    return _with_heads(connection, buildings, today), figures.get(None, {})


def _count(connection: Connection, today: date) -> _Figures:
    """Return the figures of each building by its key; None is in no building."""
    days = {
        "today": today.isoformat(),
        "elder": f"{today.year - ELDER_AGE:04d}-{today:%m-%d}",
        "oldest": f"{today.year - OLDEST_AGE:04d}-{today:%m-%d}",
    }
    found: _Figures = {}
    for row in connection.exec_driver_sql(_PEOPLE, days):
        found[row.key] = {figure: getattr(row, figure.value) for figure in _DENSE}
    for figure, query in _SPARSE.items():
        for key, count in connection.exec_driver_sql(query, days):
            found.setdefault(key, {})[figure] = count
    carded = {row.key: row.carded for row in connection.exec_driver_sql(_CARDED)}
    for key, counted in found.items():
        counted[Figure.CARDLESS] = max(0, counted.get(Figure.HOUSEHOLDS, 0) - carded.get(key, 0))
        for figure in COUNTED:
            counted.setdefault(figure, 0)
    return found


def _told_apart(buildings: list[MapBuilding]) -> list[MapBuilding]:
    """Give those of a grid that would be called the same their whole names."""
    called = Counter((building.grid_id, building.short) for building in buildings)
    return [
        replace(building, short=building.title)
        if called[building.grid_id, building.short] > 1
        else building
        for building in buildings
    ]


def _building(key: str, parts: list[Any], figures: Mapping[Figure, int]) -> MapBuilding:
    most = max(parts, key=lambda part: part.dwellings)
    place = Address(estate=most.estate, building=most.building)
    lane = bool(most.lane)
    return MapBuilding(
        key=key,
        title=place_title(place, lane=lane) or "没有写楼栋",
        short=(most.estate or "") if lane else place_text(place) or most.estate or "没有写楼栋",
        grid_id=most.grid_id,
        dwellings=sum(part.dwellings for part in parts),
        figures=figures or dict.fromkeys(COUNTED, 0),
    )


def _empty(connection: Connection, named: Set[str]) -> list[tuple[str, MapBuilding]]:
    """Return the buildings and lanes that grids name and in which there is no dwelling yet.

    Args:
        connection: for reading.
        named: the keys of those with dwellings.
    """
    rows = connection.exec_driver_sql(
        "SELECT grid_id, estate, building, place_key FROM grid_building "
        "WHERE until IS NULL AND unit IS NULL AND room IS NULL ORDER BY id"
    )
    found = {}
    for row in rows:
        estate, building, *_ = row.place_key.split("|")
        if f"{estate}|{building}" in named or f"{estate}|" in named:
            continue
        if not building and any(key.startswith(f"{estate}|") for key in named):
            continue  # a whole estate, of which buildings are there
        place = Address(estate=row.estate, building=row.building)
        lane = bool(place.estate) and (place.building or "").endswith("号")
        key = building_key(Address(estate=place.estate) if lane else place)
        title = place_title(place, lane=lane)
        found[key] = (
            walk_key(place),
            MapBuilding(
                key=key,
                title=title,
                short=title if lane else place_text(place) or title,
                grid_id=row.grid_id,
                figures=dict.fromkeys(COUNTED, 0),
            ),
        )
    return list(found.values())


def _with_heads(
    connection: Connection, buildings: Iterable[MapBuilding], today: date
) -> list[MapBuilding]:
    """Say who looks after each building; of a lane whoever looks after one of its doors too."""
    rows = connection.exec_driver_sql(
        "SELECT building_key, role, name FROM grid_officer WHERE building_key IS NOT NULL "
        "AND coalesce(since, '') <= :today AND coalesce(until, :today) >= :today ORDER BY id",
        {"today": today.isoformat()},
    )
    heads: dict[str, list[str]] = {}
    for row in rows:
        lane = row.building_key.rpartition("|")[0] + "|"
        for key in dict.fromkeys((row.building_key, lane)):
            heads.setdefault(key, []).append(f"{role_of(row.role).name} {row.name}")
    return [
        replace(building, heads="、".join(heads[building.key]))
        if building.key in heads
        else building
        for building in buildings
    ]


# ---- places -------------------------------------------------------------------------------


def list_boxes(connection: Connection) -> dict[str, Box]:
    """Return where buildings were put, by their keys."""
    rows = connection.execute(
        select(_Place.building_key, _Place.x, _Place.y, _Place.width, _Place.height)
    )
    return {row.building_key: _box(row) for row in rows}


def save_boxes(connection: Connection, boxes: Mapping[str, Box]) -> None:
    """Keep where buildings stand; others stay where they are."""
    known = list_boxes(connection)
    new = [{"building_key": key, **_values(box)} for key, box in boxes.items() if key not in known]
    if new:
        connection.execute(insert(_Place), new)
    for key, box in boxes.items():
        if key in known and known[key] != box:
            connection.execute(
                update(_Place).where(_Place.building_key == key).values(**_values(box))
            )


def forget_boxes(connection: Connection) -> None:
    """Forget where buildings were put."""
    connection.execute(delete(_Place))


# ---- labels -------------------------------------------------------------------------------


def list_labels(connection: Connection) -> list[MapLabel]:
    """Return the labels in the order in which they were made."""
    rows = connection.execute(select(_Label.__table__).order_by(_Label.id))
    return [
        MapLabel(
            id=row.id, facts=LabelDraft(kind=LabelKind(row.kind), text=row.text, box=_box(row))
        )
        for row in rows
    ]


def save_label(session: Session, label_id: int | None, draft: LabelDraft) -> int:
    """Add a label, or change one; return its id.

    Raises:
        NotFoundError: it is gone.
    """
    record = MapLabelRecord() if label_id is None else session.get(MapLabelRecord, label_id)
    if record is None:
        raise NotFoundError("这处标注已经不在了，可能刚被撤销或删除，请刷新后再看。")
    record.kind, record.text = draft.kind.value, draft.text
    for name, value in _values(draft.box).items():
        setattr(record, name, value)
    session.add(record)
    session.flush()
    return record.id


def move_labels(connection: Connection, boxes: Mapping[int, Box]) -> None:
    """Put labels elsewhere."""
    for label_id, box in boxes.items():
        connection.execute(update(_Label).where(_Label.id == label_id).values(**_values(box)))


def remove_labels(connection: Connection, ids: Iterable[int]) -> None:
    """Remove labels."""
    connection.execute(delete(_Label).where(_Label.id.in_(among(ids))))


def _box(row: Any) -> Box:
    return Box(x=row.x, y=row.y, width=row.width, height=row.height)


def _values(box: Box) -> dict[str, int]:
    return {"x": box.x, "y": box.y, "width": box.width, "height": box.height}
