"""The seven points of stations (七个有) as records, and what the ledger knows of them."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from sqlalchemy import Connection, delete, insert, select

from linli.domain.guides import GuideKind
from linli.domain.station_points import Known, Point, Tick
from linli.storage.guide_schema import GuideRecord, StationPointRecord
from linli.storage.schema import StaffRecord
from linli.storage.worker_schema import WorkerRecord

_Point = StationPointRecord


def list_ticks(connection: Connection) -> dict[int, list[Tick]]:
    """Return what was seen on the spot, by station."""
    found: dict[int, list[Tick]] = defaultdict(list)
    for row in connection.execute(select(_Point.__table__).order_by(_Point.id)):
        tick = Tick(
            point=Point(row.point),
            present=row.present,
            checked_on=date.fromisoformat(row.checked_on),
            note=row.note,
        )
        found[row.station_id].append(tick)
    return found


def known_of_stations(connection: Connection, today: date) -> dict[int, Known]:
    """Return what the ledger knows of each station that it knows something of."""
    people: dict[int, dict[str, None]] = defaultdict(dict)
    titles: dict[tuple[int, bool], list[str]] = defaultdict(list)
    day = today.isoformat()
    for record, ends in ((StaffRecord, ()), (WorkerRecord, (WorkerRecord.until,))):
        query = select(record.station_id, record.name).where(
            record.station_id.is_not(None), *(end.is_(None) | (end >= day) for end in ends)
        )
        for row in connection.execute(query.order_by(record.id)):
            people[row.station_id][row.name] = None
    texts = select(GuideRecord.station_id, GuideRecord.kind, GuideRecord.title).where(
        GuideRecord.station_id.is_not(None)
    )
    for text in connection.execute(texts.order_by(GuideRecord.id)):
        titles[text.station_id, text.kind == GuideKind.RULES].append(text.title)
    stations = people.keys() | {station for station, _ in titles}
    return {
        station: Known(
            people=tuple(people[station]),
            rules=tuple(titles[station, True]),
            guides=tuple(titles[station, False]),
        )
        for station in stations
    }


def save_ticks(connection: Connection, station_id: int, ticks: Sequence[Tick]) -> None:
    """Bring what was seen of a station to `ticks`; those that stay as they are stay untouched."""
    before = {tick.point: tick for tick in list_ticks(connection).get(station_id, ())}
    wanted = {tick.point: tick for tick in ticks}
    for point in before.keys() | wanted.keys():
        if before.get(point) == wanted.get(point):
            continue
        connection.execute(
            delete(_Point).where(_Point.station_id == station_id, _Point.point == point.value)
        )
        if point in wanted:
            tick = wanted[point]
            values = {
                "station_id": station_id,
                "point": point.value,
                "present": tick.present,
                "checked_on": tick.checked_on.isoformat(),
                "note": tick.note,
            }
            connection.execute(insert(_Point).values(values))
