"""Entitlements (救助待遇): who gets what from when to when, and what is due for a review."""

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from linli.domain.accounts import Right
from linli.domain.changes import Changes
from linli.domain.codes import code_table
from linli.domain.entitlement_lists import entitlement_register
from linli.domain.entitlement_rules import (
    ENTITLEMENT_TABLE,
    OTHER_KIND,
    check_entitlement,
    clean_entitlement,
)
from linli.domain.entitlements import (
    Entitlement,
    EntitlementDraft,
    EntitlementFilter,
    EntitlementState,
    EntitlementSum,
    state_of,
)
from linli.domain.merging import joined_note
from linli.domain.registers import Register
from linli.errors import FieldProblem, InvalidInput
from linli.services.context import Context
from linli.services.masking import for_office
from linli.storage import entitlements, residents

if TYPE_CHECKING:
    from linli.storage.database import Writing


class EntitlementService:
    """What a clerk does with entitlements. Each change is one transaction and one undo step."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def list_all(self, wanted: EntitlementFilter, limit: int | None = None) -> list[Entitlement]:
        """Return entitlements, what is due first where that is asked for."""
        self._context.require(Right.READ, "查看救助待遇")
        with self._context.db.reading() as connection:
            return entitlements.list_entitlements(connection, wanted, self._today(), limit)

    def sums(self, wanted: EntitlementFilter) -> list[EntitlementSum]:
        """Return how much there is of each kind."""
        self._context.require(Right.READ, "查看救助待遇")
        with self._context.db.reading() as connection:
            return entitlements.sum_kinds(connection, wanted, self._today())

    def register(self, wanted: EntitlementFilter, title: str) -> Register:
        """Return the list to print, kind by kind. It names no identity or phone number."""
        self._context.require(Right.READ, "查看救助待遇")
        made = entitlement_register(self.list_all(wanted), self._today(), title=title)
        return for_office(self._context, made)

    def get(self, entitlement_id: int) -> Entitlement:
        """Return an entitlement.

        Raises:
            NotFoundError: if there is no such entitlement.
        """
        self._context.require(Right.READ, "查看救助待遇")
        with self._context.db.reading() as connection:
            return entitlements.get_entitlement(connection, entitlement_id, self._today())

    def add(self, draft: EntitlementDraft) -> tuple[int, Changes]:
        """Record what a person gets.

        Raises:
            InvalidInput: a rule is broken, or the person gets this already.
            NotFoundError: the person is gone.
        """
        self._context.require(Right.EDIT, "修改救助待遇")
        clean = clean_entitlement(draft)
        self._check(clean)
        with self._context.writing(f"登记{_label(clean)}") as work:
            residents.get_record(work.session, clean.resident_id)
            self._refuse_twice(work, clean, None)
            (entitlement_id,) = entitlements.add_entitlements(work.session, [clean])
        return entitlement_id, work.changes

    def update(self, entitlement_id: int, draft: EntitlementDraft, *, version: int) -> Changes:
        """Save a changed entitlement.

        Raises:
            InvalidInput: a rule is broken, or the person gets this already.
            ConflictError: it was changed since `version` was read.
            NotFoundError: it or the person is gone.
        """
        self._context.require(Right.EDIT, "修改救助待遇")
        clean = clean_entitlement(draft)
        self._check(clean)
        with self._context.writing(f"修改{_label(clean)}") as work:
            record = entitlements.get_record(work.session, entitlement_id, version)
            residents.get_record(work.session, clean.resident_id)
            self._refuse_twice(work, clean, entitlement_id)
            entitlements.update_entitlement(work.session, record, clean)
        return work.changes

    def end(self, entitlement_id: int, day: date, reason: str) -> Changes:
        """Record that an entitlement is not paid from a day on, and why.

        Raises:
            InvalidInput: the reason is missing, or a rule is broken.
            NotFoundError: it is gone.
        """
        self._context.require(Right.EDIT, "修改救助待遇")
        if not reason.strip():
            message = "请写明为什么停发，如 家庭收入提高、迁出、去世。"
            raise InvalidInput([FieldProblem(field="reason", message=message)])
        item = self.get(entitlement_id)
        note = joined_note(item.facts.note, f"停发原因：{reason.strip()}")
        ended = clean_entitlement(replace(item.facts, until=day, note=note))
        self._check(ended)
        with self._context.writing(f"停发{_label(ended)}") as work:
            record = entitlements.get_record(work.session, entitlement_id, item.version)
            entitlements.update_entitlement(work.session, record, ended)
        return work.changes

    def reviewed(self, entitlement_id: int, next_review: date | None) -> Changes:
        """Record that an entitlement was looked at and goes on, and when it is due again.

        Raises:
            InvalidInput: the next review is not after today.
            NotFoundError: it is gone.
        """
        self._context.require(Right.EDIT, "修改救助待遇")
        if next_review is not None and next_review <= self._today():
            message = "下次复核日期应在今天以后，请核对；不再复核的请留空。"
            raise InvalidInput([FieldProblem(field="review_date", message=message)])
        item = self.get(entitlement_id)
        facts = replace(item.facts, review_date=next_review)
        with self._context.writing(f"复核{_label(facts)}") as work:
            record = entitlements.get_record(work.session, entitlement_id, item.version)
            entitlements.update_entitlement(work.session, record, facts)
        return work.changes

    def remove(self, entitlement_id: int) -> Changes:
        """Remove an entitlement that was entered by mistake.

        Raises:
            NotFoundError: it is gone.
        """
        self._context.require(Right.REMOVE, "删除救助待遇")
        facts = self.get(entitlement_id).facts
        with self._context.writing(f"删除{_label(facts)}") as work:
            work.session.delete(entitlements.get_record(work.session, entitlement_id))
        return work.changes

    def _check(self, draft: EntitlementDraft) -> None:
        problems = check_entitlement(draft, self._today())
        if problems:
            raise InvalidInput(problems)

    def _refuse_twice(self, work: "Writing", draft: EntitlementDraft, own_id: int | None) -> None:
        """A person gets a kind once at a time; 其他 may be several things."""
        if draft.kind_code == OTHER_KIND or _is_ended(draft, self._today()):
            return
        same = EntitlementFilter(
            resident_id=draft.resident_id, kind_code=draft.kind_code, running=True
        )
        found = entitlements.list_entitlements(work.connection, same, self._today())
        if any(item.id != own_id for item in found):
            name = found[0].person.name
            message = f"「{name}」已经在享受{_label(draft)}，请修改原来那一条，或先停发。"
            raise InvalidInput([FieldProblem(field="kind_code", message=message)])

    def _today(self) -> date:
        return self._context.clock().date()


def _label(draft: EntitlementDraft) -> str:
    return code_table(ENTITLEMENT_TABLE).label(draft.kind_code)


def _is_ended(draft: EntitlementDraft, today: date) -> bool:
    return state_of(draft, today) is EntitlementState.ENDED
