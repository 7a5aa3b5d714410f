"""Volunteers (志愿者): members of teams taken over, and the registration form on paper."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from linli.domain.accounts import Right
from linli.domain.changes import Changes
from linli.domain.codes import code_table
from linli.domain.teams import Member
from linli.domain.volunteer_papers import TITLE, HomeFacts, volunteer_form
from linli.domain.worker_rules import clean_worker
from linli.domain.workers import (
    VOLUNTEER_SOURCE_TABLE,
    VolunteerFacts,
    Worker,
    WorkerDraft,
    WorkerKind,
)
from linli.errors import UserError
from linli.services.context import Context
from linli.services.fonts import library_of
from linli.services.letter_pdfs import community_of, foot_of
from linli.services.masking import masks_of
from linli.services.outputs import leaving
from linli.services.worker_checks import checked, same_worker
from linli.services.workers import masked
from linli.storage import resident_lists, team_members, workers

if TYPE_CHECKING:
    from linli.storage.database import Writing


@dataclass(frozen=True, kw_only=True)
class TakenOver:
    """What taking members over came to.

    Attributes:
        count: how many are volunteers now who were not before.
        known: names of those who were already.
        gone: names of those who moved away, died or left the team.
        changes: what the step touched.
    """

    count: int
    known: tuple[str, ...]
    gone: tuple[str, ...]
    changes: Changes


class VolunteerService:
    """What a roster keeper does with volunteers. Each change is one undo step."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def take_over(self, member_ids: Sequence[int]) -> TakenOver:
        """Register members of teams as volunteers in one step, each with a number.

        Who is one already, by record or by name and phone, is passed over and named.

        Raises:
            UserError: nobody is chosen, or nobody is left.
            InvalidInput: something about a member cannot be, such as the phone.
            NotFoundError: a member is gone.
        """
        self._context.require(Right.ROSTER, "登记志愿者")
        if not member_ids:
            raise UserError("没有选中队员，请先在名单里选中要登记为志愿者的人。")
        known: list[str] = []
        gone: list[str] = []
        count = 0
        with self._context.writing(f"队员登记为志愿者 {len(member_ids)} 人") as work:
            for member_id in member_ids:
                member = team_members.get_member(work.connection, member_id, self._today())
                name = member.facts.name
                if member.gone or not member.facts.serves_on(self._today()):
                    gone.append(name)
                elif self._is_known(work, from_member(member, self._today())):
                    known.append(name)
                else:
                    draft = from_member(member, self._today())
                    clean = checked(self._context, work, draft, None)
                    workers.save_worker(work.session, None, clean)
                    count += 1
            if not count:
                why = "、".join(known[:3] or gone[:3])
                said = "都已经是志愿者" if known else "都已不在队里"
                raise UserError(f"「{why}」等选中的 {len(member_ids)} 人{said}，没有要登记的人。")
        return TakenOver(count=count, known=tuple(known), gone=tuple(gone), changes=work.changes)

    def registration_form(
        self, worker_ids: Sequence[int] = (), *, reason: str | None = None
    ) -> bytes:
        """Make the PDF of registration forms, a page each.

        Args:
            worker_ids: whose; nobody: one blank form.
            reason: what full numbers are for; None prints them masked.

        Raises:
            NotAllowedError: full numbers are asked for without the right to see them.
            UserError: somebody is no volunteer.
            NotFoundError: somebody is gone.
            UnprintableTextError: no font here draws some character.
        """
        self._context.require(Right.PRINT, "打印志愿者登记表")
        from linli.printing.volunteer_form import render_volunteer_forms

        issuer, printed = community_of(self._context), foot_of(self._context)
        with self._context.db.reading() as connection:
            people = [workers.get_worker(connection, each) for each in worker_ids]
            linked = [each.facts.resident_id for each in people if each.facts.resident_id]
            rows = resident_lists.list_rows(connection, linked, self._today())
        homes = {row.id: HomeFacts(birth=row.birth, address=row.address) for row in rows}
        others = [each.facts.name for each in people if each.facts.kind is not WorkerKind.VOLUNTEER]
        if others:
            raise UserError(f"「{others[0]}」不是志愿者，没有登记表；请只选志愿者。")
        if reason is None:
            masks = masks_of(self._context)
            people = [replace(each, facts=masked(each.facts, masks)) for each in people]
        blank: list[tuple[Worker | None, HomeFacts]] = [(None, HomeFacts())]
        filled = [(each, homes.get(each.facts.resident_id or 0, HomeFacts())) for each in people]
        forms = [
            volunteer_form(person, home, issuer=issuer, printed=printed)
            for person, home in filled or blank
        ]
        detail = {"份数": str(len(forms))}
        with leaving(self._context, "打印志愿者登记表", TITLE, detail, reason=reason):
            return render_volunteer_forms(forms, library=library_of(self._context))

    def _is_known(self, work: "Writing", draft: WorkerDraft) -> bool:
        clean = clean_worker(draft)
        return any(same_worker(clean, each.facts) for each in workers.list_workers(work.connection))

    def _today(self) -> date:
        return self._context.clock().date()


def from_member(member: Member, today: date) -> WorkerDraft:
    """Return a member of a team as a volunteer who is registered today."""
    facts = member.facts
    return WorkerDraft(
        kind=WorkerKind.VOLUNTEER,
        name=facts.name,
        phone=member.phone or None,
        resident_id=facts.resident_id,
        volunteer=VolunteerFacts(
            registered_on=today,
            source_code=code_table(VOLUNTEER_SOURCE_TABLE).code_of(facts.source),
            team_id=facts.team_id,
        ),
        since=today,
    )
