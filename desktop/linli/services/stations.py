"""Stations (援助站点): phones, hours and services, in the clerk's order."""

from typing import TYPE_CHECKING

from linli.domain.accounts import Right
from linli.domain.changes import Changes
from linli.domain.staff import STARTER_STATIONS, Station, StationDraft
from linli.domain.staff_rules import check_station, clean_station
from linli.errors import FieldProblem, InvalidInput, UserError
from linli.services.context import Context
from linli.storage import ordering, stations

if TYPE_CHECKING:
    from linli.storage.database import Writing


class StationService:
    """What a clerk does with stations. Each change is one transaction and one undo step."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def list_all(self) -> list[Station]:
        """Return all stations in their order."""
        self._context.require(Right.READ, "查看站点")
        with self._context.db.reading() as connection:
            return stations.list_stations(connection)

    def get(self, station_id: int) -> Station:
        """Return a station.

        Raises:
            NotFoundError: if there is no such station.
        """
        self._context.require(Right.READ, "查看站点")
        with self._context.db.reading() as connection:
            return stations.get_station(connection, station_id)

    def add(self, draft: StationDraft) -> tuple[int, Changes]:
        """Add a station at the end.

        Raises:
            InvalidInput: a rule is broken, or the name is another's.
        """
        self._context.require(Right.EDIT, "修改站点")
        clean = clean_station(draft)
        with self._context.writing(f"添加站点 {clean.name}") as work:
            _check(work, clean, None)
            station_id = stations.add_station(work.session, clean)
        return station_id, work.changes

    def add_starter_stations(self) -> Changes:
        """Add the eleven points of the source community, those that are there already left out."""
        self._context.require(Right.EDIT, "修改站点")
        with self._context.writing("添加常见的站点") as work:
            for name in STARTER_STATIONS:
                if stations.find_station(work.connection, name) is None:
                    stations.add_station(work.session, StationDraft(name=name))
        return work.changes

    def update(self, station_id: int, draft: StationDraft, *, version: int) -> Changes:
        """Save changed facts.

        Raises:
            InvalidInput: a rule is broken, or the name is another's.
            ConflictError: the station was changed since `version` was read.
            NotFoundError: the station is gone.
        """
        self._context.require(Right.EDIT, "修改站点")
        clean = clean_station(draft)
        with self._context.writing(f"修改站点 {clean.name}") as work:
            record = stations.get_record(work.session, station_id, version)
            _check(work, clean, station_id)
            stations.update_station(work.session, record, clean)
        return work.changes

    def move(self, station_id: int, steps: int) -> Changes:
        """Move a station `steps` places down the list, up if negative; the ends hold.

        Raises:
            NotFoundError: the station is gone.
        """
        self._context.require(Right.EDIT, "修改站点")
        with self._context.writing("调整站点的次序") as work:
            ordering.move(work.session, stations.get_record(work.session, station_id), steps)
        return work.changes

    def remove(self, station_id: int) -> Changes:
        """Remove a station where nobody works.

        Raises:
            UserError: somebody still works there.
            NotFoundError: the station is gone.
        """
        self._context.require(Right.REMOVE, "删除站点")
        name = self.get(station_id).facts.name
        with self._context.writing(f"删除站点 {name}") as work:
            record = stations.get_record(work.session, station_id)
            people = stations.get_station(work.connection, station_id).people
            if people:
                raise UserError(
                    f"「{name}」还有 {people} 位工作人员，不能删除；请先把他们改到别的站点。"
                )
            work.session.delete(record)
        return work.changes


def _check(work: "Writing", draft: StationDraft, station_id: int | None) -> None:
    problems = check_station(draft)
    if draft.name and stations.find_station(work.connection, draft.name) not in (None, station_id):
        message = f"站点「{draft.name}」已经有了，请换一个名称或直接修改它。"
        problems.append(FieldProblem(field="name", message=message))
    if problems:
        raise InvalidInput(problems)
