"""What notices take from the records (大厅、网格、站点), and who issues them (发文单位)."""

from dataclasses import asdict
from datetime import date

from sqlalchemy import Connection, select, union

from linli.domain.grids import GridRole
from linli.domain.notices import Issuer
from linli.domain.register_texts import spoken
from linli.domain.settings import HallFacts
from linli.storage import settings
from linli.storage.grid_facts import list_facts
from linli.storage.ids import among
from linli.storage.schema import GridOfficerRecord, ResidentRecord, StaffRecord
from linli.storage.stations import list_stations

_SHORTEST, _LONGEST = 2, 24  # characters of a name
ISSUERS = "notices.issuers"
"""Under which the organisations that issue notices are kept."""


def load_facts(
    connection: Connection,
    *,
    grid_id: int | None,
    station_id: int | None,
    issuer: str,
    today: date,
) -> dict[str, str]:
    """Return what the records say, by `notice_fields.SOURCES`; what is not there is ""."""
    hall = settings.get_hall(connection)
    found = {
        "社区名称": hall.community,
        "大厅名称": hall.hall_name,
        "服务热线": hall.hotline or "",
        "办公时间": _one_line(hall.hours),
        "大厅地址": hall.address or "",
        "发文单位": issuer,
        "今天": spoken(today),
    }
    return found | _grid(connection, grid_id, today) | _station(connection, station_id)


def find_names(connection: Connection, text: str) -> tuple[str, ...]:
    """Return the names of residents, staff and people on posts that stand in a text.

    Every part of the text is asked for by the indexes of names, which costs less than to read all.
    """
    parts = {
        text[start : start + length]
        for start in range(len(text))
        for length in range(_SHORTEST, min(_LONGEST, len(text) - start) + 1)
    }
    wanted = among(sorted(parts))
    named = union(
        *(
            select(table.name).where(table.name.in_(wanted))
            for table in (ResidentRecord, StaffRecord, GridOfficerRecord)
        )
    )
    return tuple(sorted(connection.execute(named).scalars()))


def get_issuers(connection: Connection) -> tuple[Issuer, ...]:
    """Return who issues notices; the usual bodies of a community until others are set.

    一委一居一站一办: party committee or branch, residents' committee, work station, service hall.
    """
    kept = settings.find_value(connection, ISSUERS)
    if kept:
        return tuple(Issuer(**each) for each in kept)
    return usual_issuers(settings.get_hall(connection))


def usual_issuers(hall: HallFacts) -> tuple[Issuer, ...]:
    """Return the bodies that a community usually has, without prefixes."""
    names = (
        f"{hall.community}居民委员会",
        f"中国共产党{hall.community}支部委员会",
        f"{hall.community}工作站",
        hall.hall_name,
    )
    return tuple(Issuer(name=name) for name in names)


def save_issuers(connection: Connection, issuers: tuple[Issuer, ...]) -> None:
    """Keep who issues notices."""
    settings.save_value(connection, ISSUERS, [asdict(issuer) for issuer in issuers])


def _grid(connection: Connection, grid_id: int | None, today: date) -> dict[str, str]:
    grid = None if grid_id is None else list_facts(connection, [grid_id], today).get(grid_id)
    leader = grid.officer(GridRole.LEADER) if grid else None
    liaison = grid.officer(GridRole.LIAISON) if grid else None
    return {
        "网格名称": grid.name if grid else "",
        "网格长": leader.name if leader else "",
        "网格长电话": (leader.phone or "") if leader else "",
        "网格联络员": liaison.name if liaison else "",
        "网格联络员电话": (liaison.phone or "") if liaison else "",
    }


def _station(connection: Connection, station_id: int | None) -> dict[str, str]:
    stations = {station.id: station.facts for station in list_stations(connection)}
    station = stations.get(station_id or 0)
    return {
        "站点名称": station.name if station else "",
        "站点电话": (station.phone or "") if station else "",
        "站点地址": (station.place or "") if station else "",
        "站点开放时间": _one_line(station.hours) if station else "",
    }


def _one_line(text: str | None) -> str:
    return "，".join((text or "").split("\n"))
