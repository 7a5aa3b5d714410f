"""Pairings (结对帮扶): which party member or official looks after which household."""

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from linli.domain.accounts import Right
from linli.domain.changes import Changes
from linli.domain.pairing_rules import check_pairing, clean_pairing
from linli.domain.pairings import Candidate, Pairing, PairingDraft, PairingState
from linli.errors import FieldProblem, InvalidInput, NotFoundError
from linli.services.context import Context
from linli.storage import households, pairings, residents

if TYPE_CHECKING:
    from linli.storage.database import Writing
    from linli.storage.schema import PairingRecord


class PairingService:
    """What a clerk does with pairings. Each change is one transaction and one undo step."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def list_all(self, state: PairingState = PairingState.CURRENT) -> list[Pairing]:
        """Return pairings in walking order of the households."""
        self._context.require(Right.READ, "查看结对联系")
        with self._context.db.reading() as connection:
            return pairings.list_pairings(connection, state)

    def of_household(self, household_id: int) -> list[Pairing]:
        """Return the pairings of a household, past ones last."""
        self._context.require(Right.READ, "查看结对联系")
        with self._context.db.reading() as connection:
            return pairings.list_of_household(connection, household_id)

    def get(self, pairing_id: int) -> Pairing:
        """Return a pairing.

        Raises:
            NotFoundError: if there is no such pairing.
        """
        self._context.require(Right.READ, "查看结对联系")
        with self._context.db.reading() as connection:
            return pairings.get_pairing(connection, pairing_id)

    def candidates(self) -> list[Candidate]:
        """Return the party members who live here, by name."""
        self._context.require(Right.READ, "查看结对联系")
        with self._context.db.reading() as connection:
            return pairings.list_candidates(connection)

    def add(self, draft: PairingDraft) -> tuple[int, Changes]:
        """Pair a helper with a household.

        Raises:
            InvalidInput: a rule is broken: nobody lives in the household, the helper belongs to
                it, or the two are paired already.
            NotFoundError: the household is gone.
        """
        self._context.require(Right.EDIT, "修改结对联系")
        clean = clean_pairing(draft)
        with self._context.writing(f"结对 {clean.helper.name}") as work:
            self._check(work, clean, None)
            pairing_id = pairings.add_pairing(work.session, clean)
        return pairing_id, work.changes

    def update(self, pairing_id: int, draft: PairingDraft, *, version: int) -> Changes:
        """Save a changed pairing.

        Raises:
            InvalidInput: a rule is broken (see `add`).
            ConflictError: the pairing was changed since `version` was read.
            NotFoundError: the pairing or the household is gone.
        """
        self._context.require(Right.EDIT, "修改结对联系")
        clean = clean_pairing(draft)
        with self._context.writing(f"修改结对 {clean.helper.name}") as work:
            record = pairings.get_record(work.session, pairing_id, version)
            self._check(work, clean, record)
            left = record.household_id
            pairings.update_pairing(work.session, record, clean)
            if left != clean.household_id:
                households.dissolve_if_empty(work.session, left)
        return work.changes

    def end(self, pairing_id: int, day: date) -> Changes:
        """End a pairing; it stays in the list of the past ones.

        Raises:
            InvalidInput: the day has not come, or is before the beginning.
            NotFoundError: the pairing is gone.
        """
        self._context.require(Right.EDIT, "修改结对联系")
        pairing = self.get(pairing_id)
        ended = replace(pairing.facts, until=day)
        with self._context.writing(f"结束结对 {ended.helper.name}") as work:
            record = pairings.get_record(work.session, pairing_id, pairing.version)
            self._check(work, ended, record)
            pairings.update_pairing(work.session, record, ended)
        return work.changes

    def remove(self, pairing_id: int) -> Changes:
        """Remove a pairing that was entered by mistake, and an empty household only it kept.

        Raises:
            NotFoundError: the pairing is gone.
        """
        self._context.require(Right.REMOVE, "删除结对联系")
        name = self.get(pairing_id).facts.helper.name
        with self._context.writing(f"删除结对 {name}") as work:
            record = pairings.get_record(work.session, pairing_id)
            household_id = record.household_id
            work.session.delete(record)
            households.dissolve_if_empty(work.session, household_id)
        return work.changes

    def _check(self, work: "Writing", draft: PairingDraft, record: "PairingRecord | None") -> None:
        households.get_record(work.session, draft.household_id)
        problems = check_pairing(draft, self._context.clock().date())
        if draft.until is None:
            problems += _current_problems(work, draft, record)
        if problems:
            raise InvalidInput(problems)


def _current_problems(
    work: "Writing", draft: PairingDraft, record: "PairingRecord | None"
) -> list[FieldProblem]:
    """Return what stands against a pairing that goes on."""
    helper, household_id = draft.helper, draft.household_id
    problems = []
    if not pairings.is_inhabited(work.connection, household_id):
        message = "这一户现在没有人住在这里，不能结对，请另选一户。"
        problems.append(FieldProblem(field="household_id", message=message))
    if helper.resident_id is not None and _belongs(work, helper.resident_id, household_id):
        message = f"「{helper.name}」就是这一户的人，请另选一位结对党员或另一户。"
        problems.append(FieldProblem(field="helper", message=message))
    others = [
        pairing.facts.helper
        for pairing in pairings.list_of_household(work.connection, household_id)
        if pairing.facts.until is None and (record is None or pairing.id != record.id)
    ]
    if any(
        (other.resident_id, other.name) == (helper.resident_id, helper.name) for other in others
    ):
        message = f"「{helper.name}」已经和这一户结对，不用再登记一次。"
        problems.append(FieldProblem(field="helper", message=message))
    return problems


def _belongs(work: "Writing", resident_id: int, household_id: int) -> bool:
    try:
        record = residents.get_record(work.session, resident_id)
    except NotFoundError:
        message = "选中的结对党员已经不在台账里，请重新选择。"
        raise InvalidInput([FieldProblem(field="helper", message=message)]) from None
    return record.household_id == household_id
