"""The seven points of stations (七个有): what is there, what is open, and the paper for each."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from linli.domain.accounts import Right
from linli.domain.changes import Changes
from linli.domain.contact_rules import clean_text
from linli.domain.paper import A3, A4, CardSize
from linli.domain.register_texts import spoken
from linli.domain.registers import Register
from linli.domain.staff import Station
from linli.domain.station_lists import (
    check_register,
    gap_register,
    people_register,
    phone_register,
)
from linli.domain.station_points import ENTERED, Known, StationPoints, Tick, station_points
from linli.errors import FieldProblem, InvalidInput, UserError
from linli.services.context import Context
from linli.services.fonts import library_of
from linli.services.letter_pdfs import foot_of
from linli.services.masking import for_office
from linli.services.outputs import leaving
from linli.storage import settings, staff, stations, workers
from linli.storage import station_points as points

_NOTHING = Known()


class StationPointService:
    """What a clerk does with the seven points; each change is one undo step."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def list_all(self) -> list[StationPoints]:
        """Return all stations in their order, with how their seven points stand."""
        self._context.require(Right.READ, "查看七个有")
        with self._context.db.reading() as connection:
            ticks = points.list_ticks(connection)
            known = points.known_of_stations(connection, self._today())
            found = stations.list_stations(connection)
        return [
            station_points(each, known.get(each.id, _NOTHING), ticks.get(each.id, ()))
            for each in found
        ]

    def get(self, station_id: int) -> StationPoints:
        """Return how the seven points of a station stand.

        Raises:
            NotFoundError: there is no such station.
        """
        self._context.require(Right.READ, "查看七个有")
        with self._context.db.reading() as connection:
            station = stations.get_station(connection, station_id)
            ticks = points.list_ticks(connection).get(station_id, ())
            known = points.known_of_stations(connection, self._today())
        return station_points(station, known.get(station_id, _NOTHING), ticks)

    def check(self, station_id: int, ticks: Sequence[Tick]) -> Changes:
        """Write down what was seen on the spot; it stands for all that was seen before.

        Raises:
            InvalidInput: a day has not come yet.
            NotFoundError: the station is gone.
        """
        self._context.require(Right.EDIT, "检查七个有")
        clean = [replace(tick, note=clean_text(tick.note)) for tick in ticks]
        problems = [
            FieldProblem(
                field="checked_on",
                message=f"检查日期「{spoken(tick.checked_on)}」还没有到，请核对。",
            )
            for tick in clean[:1]
            if tick.checked_on > self._today()
        ]
        if problems:
            raise InvalidInput(problems)
        name = self.get(station_id).station.facts.name
        with self._context.writing(f"检查七个有 {name}") as work:
            stations.get_record(work.session, station_id)
            seen = [tick for tick in clean if tick.point not in ENTERED]
            points.save_ticks(work.connection, station_id, seen)
        return work.changes

    # ---- paper ------------------------------------------------------------------------------

    def check_register(self, station_ids: Sequence[int], title: str) -> Register:
        """Return the check sheet of some stations, a page each; of all without ids."""
        self._context.require(Right.READ, "查看七个有")
        chosen = [each for each in self.list_all() if each.station.id in station_ids]
        return check_register(chosen or self.list_all(), title=title)

    def gap_register(self, title: str) -> Register:
        """Return what is open at all stations, for A4 across."""
        self._context.require(Right.READ, "查看七个有")
        return gap_register(self.list_all(), title=title)

    def phone_register(self, title: str) -> Register:
        """Return the public numbers of all stations, for A4 across."""
        self._context.require(Right.READ, "查看站点电话")
        return phone_register([each.station for each in self.list_all()], title=title)

    def people_register(self, station_id: int, *, revealed: bool) -> Register:
        """Return who is on duty at a station; `revealed` names their numbers in full.

        Raises:
            NotFoundError: there is no such station.
        """
        self._context.require(Right.READ, "查看值班人员")
        with self._context.db.reading() as connection:
            register = people_register(
                stations.get_station(connection, station_id),
                staff.list_staff(connection),
                workers.list_workers(connection),
                self._today(),
            )
        return for_office(self._context, register, revealed=revealed)

    def signs(self, station_ids: Sequence[int], *, large: bool = True) -> bytes:
        """Make the PDF of door signs, a sheet each.

        Args:
            station_ids: which stations.
            large: A3 across instead of A4 across.

        Raises:
            UserError: no station is chosen.
            UnprintableTextError: no font here draws some character.
        """
        self._context.require(Right.PRINT, "打印门牌")
        from linli.printing.door_signs import render_door_signs

        chosen = self._chosen(station_ids)
        with self._context.db.reading() as connection:
            hall = settings.get_hall(connection).hall_name
        paper = A3 if large else A4
        with leaving(self._context, "打印站点门牌", "站点门牌", {"份数": str(len(chosen))}):
            return render_door_signs(
                [station.facts for station in chosen],
                hall=hall,
                printed=foot_of(self._context),
                paper=CardSize(width=paper.height, height=paper.width),
                library=library_of(self._context),
            )

    def _chosen(self, station_ids: Sequence[int]) -> list[Station]:
        with self._context.db.reading() as connection:
            found = [s for s in stations.list_stations(connection) if s.id in station_ids]
        if not found:
            raise UserError("没有选中站点，请先在列表里选一个或几个站点。")
        return found

    def _today(self) -> date:
        return self._context.clock().date()
