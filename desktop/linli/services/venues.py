"""Venues (场地): rooms, grounds and things that can be lent."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING

from linli.domain.accounts import Right
from linli.domain.changes import Changes
from linli.domain.registers import Register
from linli.domain.venue_lists import venue_register
from linli.domain.venue_rules import check_venue, clean_venue, starter_venues
from linli.domain.venues import Venue, VenueDraft
from linli.errors import FieldProblem, InvalidInput, UserError
from linli.services.context import Context
from linli.services.masking import for_office
from linli.storage import bookings, organisations, stations, venues

if TYPE_CHECKING:
    from linli.storage.database import Writing


class VenueService:
    """What a roster keeper does with venues. Each change is one transaction and one undo step."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def list_(self, *, past: bool = False) -> list[Venue]:
        """Return venues by name; `past` those as well that can be had no more."""
        self._context.require(Right.READ, "查看场地")
        with self._context.db.reading() as connection:
            return venues.list_venues(connection, None if past else self._today())

    def get(self, venue_id: int) -> Venue:
        """Return a venue.

        Raises:
            NotFoundError: there is no such venue.
        """
        self._context.require(Right.READ, "查看场地")
        with self._context.db.reading() as connection:
            return venues.get_venue(connection, venue_id)

    def register(self, title: str, *, past: bool = False, revealed: bool = False) -> Register:
        """Return the list to print; numbers masked unless `revealed`."""
        self._context.require(Right.READ, "查看场地")
        made = venue_register(self.list_(past=past), title=title)
        return for_office(self._context, made, revealed=revealed)

    def add(self, draft: VenueDraft) -> tuple[int, Changes]:
        """Add a venue.

        Raises:
            InvalidInput: a rule is broken, or the name is another's.
            NotFoundError: the organisation or the station is gone.
        """
        self._context.require(Right.ROSTER, "修改场地")
        with self._context.writing(f"添加场地 {draft.name}") as work:
            clean = _checked(work, draft, None)
            venue_id = venues.save_venue(work.session, None, clean)
        return venue_id, work.changes

    def change(self, venue_id: int, draft: VenueDraft, *, version: int) -> Changes:
        """Save a changed venue; bookings stay as they are.

        Raises:
            InvalidInput: a rule is broken, or the name is another's.
            ConflictError: it was changed since `version` was read.
            NotFoundError: it, the organisation or the station is gone.
        """
        self._context.require(Right.ROSTER, "修改场地")
        with self._context.writing(f"修改场地 {draft.name}") as work:
            record = venues.get_record(work.session, venue_id, version)
            venues.save_venue(work.session, record, _checked(work, draft, venue_id))
        return work.changes

    def remove(self, venue_id: int) -> Changes:
        """Remove a venue that was entered by mistake and never booked.

        Raises:
            UserError: it is booked, or was.
            NotFoundError: it is gone.
        """
        self._context.require(Right.ROSTER, "修改场地")
        name = self.get(venue_id).facts.name
        with self._context.writing(f"删除场地 {name}") as work:
            uses = bookings.count_uses(work.connection, venue_id, self._now())
            if uses.to_come:
                raise UserError(
                    f"「{name}」还有 {uses.to_come} 个预约没到时间，不能删除，请先取消这些预约；"
                    "以后不再出借的请填最后一天。"
                )
            if uses.ever:
                raise UserError(
                    f"「{name}」登记过 {uses.ever} 次预约，不能删除；不再出借的请填最后一天。"
                )
            work.session.delete(venues.get_record(work.session, venue_id))
        return work.changes

    def starters(self) -> list[VenueDraft]:
        """Return the rooms of stations that are no venues yet, such as 党员活动室、图书阅览室."""
        self._context.require(Right.READ, "查看场地")
        with self._context.db.reading() as connection:
            return starter_venues(
                stations.list_stations(connection), venues.list_venues(connection)
            )

    def add_starters(self, drafts: Sequence[VenueDraft]) -> tuple[int, Changes]:
        """Add venues of `starters` in one step, those that are there meanwhile left out.

        Returns:
            How many were added, and the changes.

        Raises:
            InvalidInput: a rule is broken.
        """
        self._context.require(Right.ROSTER, "修改场地")
        count = 0
        with self._context.writing(f"添加场地 {len(drafts)} 个") as work:
            for draft in drafts:
                if venues.find_venue(work.connection, clean_venue(draft).name) is None:
                    venues.save_venue(work.session, None, _checked(work, draft, None))
                    count += 1
        return count, work.changes

    def _now(self) -> datetime:
        return self._context.clock().replace(tzinfo=None)

    def _today(self) -> date:
        return self._context.clock().date()


def _checked(work: "Writing", draft: VenueDraft, own_id: int | None) -> VenueDraft:
    """Return a venue in normal form that breaks no rule and has a name of its own.

    Raises:
        InvalidInput: it does not.
        NotFoundError: the organisation or the station is gone.
    """
    clean = clean_venue(draft)
    if clean.organisation_id is not None:
        organisations.get_organisation(work.connection, clean.organisation_id)
    if clean.station_id is not None:
        stations.get_record(work.session, clean.station_id)
    problems = check_venue(clean)
    if venues.find_venue(work.connection, clean.name) not in (None, own_id):
        message = f"已经有场地叫「{clean.name}」，请换一个名称，如 加上楼层。"
        problems.append(FieldProblem(field="name", message=message))
    if problems:
        raise InvalidInput(problems)
    return clean
