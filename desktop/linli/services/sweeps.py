"""Sweeps for disputes (排查): recording them, what they found, turning a finding into a case."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from linli.domain.accounts import Right
from linli.domain.cases import Party
from linli.domain.changes import Changes
from linli.domain.registers import Register
from linli.domain.sweep_lists import (
    blank_register,
    finding_register,
    sweep_letter,
    sweep_register,
)
from linli.domain.sweep_rules import (
    case_from,
    check_finding,
    check_sweep,
    clean_finding,
    clean_sweep,
)
from linli.domain.sweeps import (
    Finding,
    FindingDraft,
    FindingFilter,
    Named,
    Sweep,
    SweepDraft,
    SweepFilter,
    SweepSums,
)
from linli.errors import InvalidInput, UserError
from linli.services.context import Context
from linli.services.letter_pdfs import community_of, foot_of, letters_pdf
from linli.services.masking import for_office
from linli.storage import residents, sweeps

if TYPE_CHECKING:
    from linli.services.cases import CaseService

SUGGESTION_LIMIT = 20
_EVERY = SweepFilter()
_EVERY_FINDING = FindingFilter()


class SweepService:
    """What a clerk does with sweeps. Each change is one transaction and one undo step."""

    def __init__(self, context: Context, cases: "CaseService") -> None:
        self._context = context
        self._cases = cases

    # ---- looking ----------------------------------------------------------------------------

    def list_all(self, wanted: SweepFilter = _EVERY) -> list[Sweep]:
        """Return sweeps with their findings, the last first."""
        self._context.require(Right.MEDIATE, "查看排查登记")
        with self._context.db.reading() as connection:
            return sweeps.list_sweeps(connection, wanted)

    def get(self, sweep_id: int) -> Sweep:
        """Return a sweep.

        Raises:
            NotFoundError: there is none.
        """
        self._context.require(Right.MEDIATE, "查看排查登记")
        with self._context.db.reading() as connection:
            return sweeps.get_sweep(connection, sweep_id)

    def findings(self, wanted: FindingFilter = _EVERY_FINDING) -> list[Finding]:
        """Return findings of all sweeps, the last first."""
        self._context.require(Right.MEDIATE, "查看排查登记")
        with self._context.db.reading() as connection:
            return sweeps.list_findings(connection, wanted)

    def sums(self, since: date, until: date) -> SweepSums:
        """Return how many sweeps there were on these days and between, what they found."""
        self._context.require(Right.MEDIATE, "查看排查登记")
        with self._context.db.reading() as connection:
            return sweeps.get_sums(connection, since, until)

    def goers(self, part: str = "") -> list[str]:
        """Return names to offer for who went."""
        self._context.require(Right.MEDIATE, "查看排查登记")
        with self._context.db.reading() as connection:
            return sweeps.list_goers(connection, part.strip(), SUGGESTION_LIMIT)

    # ---- changing ---------------------------------------------------------------------------

    def checked_finding(self, draft: FindingDraft) -> FindingDraft:
        """Return a finding in normal form, residents by their names.

        Raises:
            InvalidInput: a rule is broken.
            NotFoundError: somebody who was chosen is gone.
        """
        self._context.require(Right.MEDIATE, "登记排查")
        clean = clean_finding(replace(draft, people=self._named(draft.people)))
        if problems := check_finding(clean):
            raise InvalidInput(problems)
        return clean

    def add(self, draft: SweepDraft) -> tuple[int, Changes]:
        """Record a sweep, whether it found anything or not.

        Raises:
            InvalidInput: a rule is broken.
            NotFoundError: somebody who was chosen is gone.
        """
        self._context.require(Right.MEDIATE, "登记排查")
        clean = self._checked(draft)
        with self._context.writing(f"登记排查 1 次，发现 {len(clean.findings)} 件") as work:
            sweep_id = sweeps.save_sweep(work.session, None, clean)
        return sweep_id, work.changes

    def update(self, sweep_id: int, draft: SweepDraft, *, version: int) -> Changes:
        """Save a changed sweep with its findings.

        Raises:
            InvalidInput: a rule is broken.
            UserError: a finding that became a case was left out.
            ConflictError: it was changed since `version` was read.
            NotFoundError: it, or somebody who was chosen, is gone.
        """
        self._context.require(Right.MEDIATE, "修改排查登记")
        clean = self._checked(draft)
        with self._context.writing("修改排查 1 次") as work:
            record = sweeps.get_record(work.session, sweep_id, version)
            sweeps.save_sweep(work.session, record, clean)
        return work.changes

    def remove(self, sweep_id: int) -> Changes:
        """Remove a sweep that was entered by mistake, with its findings.

        Raises:
            UserError: one of them became a case.
            NotFoundError: it is gone.
        """
        self._context.require(Right.REMOVE, "删除排查登记")
        self._context.require(Right.MEDIATE, "删除排查登记")
        with self._context.writing("删除排查 1 次") as work:
            sweeps.remove_sweep(work.session, sweeps.get_record(work.session, sweep_id))
        return work.changes

    def open_case(self, finding_id: int) -> tuple[int, Changes]:
        """Register the case that a finding becomes (转为案件), filled from it; return its id.

        Raises:
            UserError: it became one before.
            InvalidInput: what the finding says is not enough for a case.
            NotFoundError: it is gone.
        """
        self._context.require(Right.MEDIATE, "登记纠纷")
        with self._context.db.reading() as connection:
            finding = sweeps.get_finding(connection, finding_id)
        if finding.case_id is not None:
            raise UserError(f"这一件已经转为案件：{finding.case}。")
        draft = case_from(finding, self._today())
        parties = tuple(map(self._known_party, draft.parties))
        return self._cases.register(replace(draft, parties=parties), finding_id=finding_id)

    # ---- paper ------------------------------------------------------------------------------

    def register(self, wanted: SweepFilter, title: str) -> Register:
        """Return sweeps to print, the first day first; numbers in them are masked."""
        self._context.require(Right.MEDIATE, "查看排查登记")
        return for_office(self._context, sweep_register(self.list_all(wanted)[::-1], title=title))

    def finding_register(self, wanted: FindingFilter, title: str) -> Register:
        """Return findings to print, the first day first; numbers in them are masked."""
        self._context.require(Right.MEDIATE, "查看排查登记")
        made = finding_register(self.findings(wanted)[::-1], title=title)
        return for_office(self._context, made)

    def blank_register(self, title: str) -> Register:
        """Return an empty sheet to take along."""
        self._context.require(Right.MEDIATE, "打印排查空表")
        return blank_register(title)

    def sheet(self, sweep_id: int) -> bytes:
        """Make the PDF of the record sheet of a sweep (排查记录表).

        Raises:
            NotFoundError: it is gone.
            UnprintableTextError: no font here draws some character.
        """
        context = self._context
        context.require(Right.MEDIATE, "打印排查记录表")
        letter = sweep_letter(
            self.get(sweep_id), community=community_of(context), printed=foot_of(context)
        )
        return letters_pdf(context, [letter], "打印排查记录表", f"sweep/{sweep_id}")

    # ---- inside -----------------------------------------------------------------------------

    def _checked(self, draft: SweepDraft) -> SweepDraft:
        findings = tuple(
            replace(finding, people=self._named(finding.people)) for finding in draft.findings
        )
        clean = clean_sweep(replace(draft, findings=findings))
        if problems := check_sweep(clean, self._today()):
            raise InvalidInput(problems)
        return clean

    def _named(self, people: Iterable[Named]) -> tuple[Named, ...]:
        """Return people, residents by the names they have in the ledger."""
        with self._context.db.reading() as connection:
            return tuple(
                one
                if one.resident_id is None
                else replace(
                    one, name=residents.get_resident(connection, one.resident_id).facts.name
                )
                for one in people
            )

    def _known_party(self, party: Party) -> Party:
        """Return a party with what a case keeps of a resident, if it is one."""
        if party.resident_id is None:
            return party
        return self._cases.party_of_resident(party.resident_id, party.side)

    def _today(self) -> date:
        return self._context.clock().date()
