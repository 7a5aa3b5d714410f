"""Dwellings (住所) and rented dwellings (出租房屋)."""

from dataclasses import replace
from typing import TYPE_CHECKING

from linli.domain.accounts import Right
from linli.domain.changes import Changes
from linli.domain.residents import Dwelling, RentalDraft
from linli.domain.values.addresses import Address, address_text, normalise_part
from linli.domain.values.text import tidy
from linli.errors import FieldProblem, InvalidInput, UserError
from linli.services.context import Context
from linli.storage import dwellings

if TYPE_CHECKING:
    from linli.storage.database import Writing
    from linli.storage.schema import DwellingRecord

SUGGESTION_LIMIT = 20


class DwellingService:
    """What a clerk does with dwellings. Each change is one transaction and one undo step."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def get(self, dwelling_id: int) -> Dwelling:
        """Return a dwelling with its rental.

        Raises:
            NotFoundError: if there is no such dwelling.
        """
        self._context.require(Right.READ, "查看住所")
        with self._context.db.reading() as connection:
            return dwellings.get_dwelling(connection, dwelling_id)

    def list_rentals(self) -> list[Dwelling]:
        """Return all rented dwellings in walking order."""
        self._context.require(Right.READ, "查看住所")
        with self._context.db.reading() as connection:
            return dwellings.list_rentals(connection)

    def suggest(self, prefix: str) -> list[tuple[int, str]]:
        """Return (id, address) of dwellings that fit what is typed so far, in walking order."""
        self._context.require(Right.READ, "查看住所")
        with self._context.db.reading() as connection:
            found = dwellings.find_like(connection, prefix, SUGGESTION_LIMIT)
        return [(dwelling_id, address_text(address)) for dwelling_id, address in found]

    def estates(self) -> list[str]:
        """Return the estates and lanes, in walking order."""
        self._context.require(Right.READ, "查看住所")
        with self._context.db.reading() as connection:
            buildings = dwellings.list_buildings(connection)
        return list(dict.fromkeys(b.estate for b in buildings if b.estate))

    def buildings(self, estate: str | None = None) -> list[str]:
        """Return the buildings or doors of an estate, or of those without one."""
        self._context.require(Right.READ, "查看住所")
        with self._context.db.reading() as connection:
            found = dwellings.list_buildings(connection)
        return [b.building for b in found if b.building and b.estate == estate]

    def find_or_add(self, address: Address, grid_id: int | None = None) -> tuple[int, Changes]:
        """Return the dwelling of an address; a new one joins `grid_id` or its building's grid.

        Raises:
            InvalidInput: the address is empty.
        """
        self._context.require(Right.EDIT, "修改住所")
        clean = clean_address(address)
        with self._context.writing(f"登记住所 {address_text(clean)}") as work:
            dwelling_id = dwellings.find_or_add(work.session, clean, grid_id)
        return dwelling_id, work.changes

    def update(
        self,
        dwelling_id: int,
        address: Address,
        grid_id: int | None,
        *,
        version: int,
        note: str | None = None,
    ) -> Changes:
        """Correct an address, or put the dwelling into another grid or none.

        Raises:
            InvalidInput: the address is empty or another dwelling's.
            ConflictError: the dwelling was changed since `version` was read.
            NotFoundError: the dwelling is gone.
        """
        self._context.require(Right.EDIT, "修改住所")
        clean = clean_address(address)
        with self._context.writing(f"修改住所 {address_text(clean)}") as work:
            record = dwellings.get_record(work.session, dwelling_id, version)
            if dwellings.find_dwelling(work.connection, clean) not in (None, dwelling_id):
                message = f"「{address_text(clean)}」已经登记过了，请直接选用它。"
                raise InvalidInput([FieldProblem(field="address", message=message)])
            for column, value in dwellings.dwelling_values(clean).items():
                setattr(record, column, value)
            record.grid_id = grid_id
            record.note = (note or "").strip() or None
            dwellings.save(work.session, record)
        return work.changes

    def remove(self, dwelling_id: int) -> Changes:
        """Remove a dwelling that nothing belongs to, such as one entered by mistake.

        Raises:
            UserError: a household, a person or a rental belongs to it.
            NotFoundError: the dwelling is gone.
        """
        self._context.require(Right.REMOVE, "删除住所")
        shown = address_text(self.get(dwelling_id).address)
        with self._context.writing(f"删除住所 {shown}") as work:
            record = dwellings.get_record(work.session, dwelling_id)
            if dwellings.is_used(work.connection, dwelling_id):
                raise UserError(f"「{shown}」还有住户或出租登记，不能删除；请先把它们移走。")
            work.session.delete(record)
        return work.changes

    def set_rental(self, dwelling_id: int, draft: RentalDraft | None, *, version: int) -> Changes:
        """Save the letting of a dwelling; None ends it.

        Raises:
            InvalidInput: a rule is broken, or the number is another rental's.
            ConflictError: the dwelling was changed since `version` was read.
            NotFoundError: the dwelling is gone.
        """
        self._context.require(Right.EDIT, "修改住所")
        shown = address_text(self.get(dwelling_id).address)
        action = "取消出租登记" if draft is None else "登记出租房屋"
        with self._context.writing(f"{action} {shown}") as work:
            record = dwellings.get_record(work.session, dwelling_id, version)
            _save_rental(work, record, draft)
        return work.changes

    def add_rental(self, address: Address, draft: RentalDraft) -> tuple[int, Changes]:
        """Register the letting of an address, which becomes a dwelling if it is none yet.

        Raises:
            InvalidInput: the address is empty, its letting is registered already, a rule is
                broken, or the number is another rental's.
        """
        self._context.require(Right.EDIT, "修改住所")
        clean = clean_address(address)
        with self._context.writing(f"登记出租房屋 {address_text(clean)}") as work:
            dwelling_id = dwellings.find_or_add(work.session, clean)
            if dwellings.get_dwelling(work.connection, dwelling_id).rental is not None:
                message = f"「{address_text(clean)}」已登记为出租房屋，请直接打开修改。"
                raise InvalidInput([FieldProblem(field="address", message=message)])
            _save_rental(work, dwellings.get_record(work.session, dwelling_id), draft)
        return dwelling_id, work.changes

    def reveal(self, dwelling_id: int, reason: str) -> None:
        """Record in the audit trail that a rental's numbers are shown in full, and why.

        Raises:
            NotFoundError: if there is no such dwelling.
        """
        self._context.require(Right.REVEAL, "查看完整号码")
        self.get(dwelling_id)
        self._context.revealed(f"dwelling/{dwelling_id}", reason)


def _save_rental(work: "Writing", record: "DwellingRecord", draft: RentalDraft | None) -> None:
    if draft is not None:
        draft = replace(draft, number=tidy(draft.number or "") or None)
        _check_rental(draft)
        holder = draft.number and dwellings.find_rental(work.connection, draft.number)
        if holder not in (None, record.id):
            message = f"出租房屋编号「{draft.number}」已经用过，请换一个。"
            raise InvalidInput([FieldProblem(field="number", message=message)])
    dwellings.set_rental(work.session, record, draft)
    dwellings.save(work.session, record)


def clean_address(address: Address) -> Address:
    """Return an address in normal form.

    Raises:
        InvalidInput: it is empty.
    """
    parts = ("estate", "building", "unit", "room")
    clean = Address(**{part: normalise_part(part, getattr(address, part)) for part in parts})
    if clean == Address():
        message = "没有填写地址，请至少填写楼栋或门牌。"
        raise InvalidInput([FieldProblem(field="address", message=message)])
    return clean


def _check_rental(draft: RentalDraft) -> None:
    problems = [
        FieldProblem(field=field, message=f"{label}「{value}」不对，请填写 0 或更大的数。")
        for field, label, value in (
            ("rooms", "房间数", draft.rooms),
            ("occupants", "居住人数", draft.occupants),
        )
        if value is not None and value < 0
    ]
    if any(not tenancy.name.strip() for tenancy in draft.tenancies):
        message = "有一位承租人没有填写姓名，请填写或删去。"
        problems.append(FieldProblem(field="tenancies", message=message))
    if problems:
        raise InvalidInput(problems)
