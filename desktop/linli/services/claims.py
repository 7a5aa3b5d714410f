"""Claimed posts and pledges (岗位认领和承诺): catalogue, claims, papers, boards."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from linli.domain.accounts import Right
from linli.domain.boards import BoardEntry
from linli.domain.changes import Changes
from linli.domain.claim_papers import claim_register, pledge_letter, posted_register
from linli.domain.claim_rules import (
    check_claim,
    check_duty_post,
    clean_claim,
    clean_duty_post,
    double_of,
)
from linli.domain.claims import (
    Claim,
    ClaimDraft,
    ClaimFilter,
    DutyPost,
    DutyPostDraft,
    PledgeSums,
    pledge_sums,
)
from linli.domain.pairing_rules import check_entries, clean_entry
from linli.domain.registers import Register
from linli.errors import FieldProblem, InvalidInput, UserError
from linli.services.context import Context
from linli.services.letter_pdfs import community_of, foot_of, letters_pdf
from linli.services.masking import for_office, masks_of
from linli.storage import boards, claims, grids, residents

if TYPE_CHECKING:
    from linli.storage.database import Writing


class ClaimService:
    """What a clerk does with claims. Each change is one transaction and one undo step."""

    def __init__(self, context: Context) -> None:
        self._context = context

    # ---- the catalogue ----------------------------------------------------------------------

    def posts(self) -> list[DutyPost]:
        """Return the catalogue, by kind."""
        self._context.require(Right.READ, "查看认领岗位")
        with self._context.db.reading() as connection:
            return claims.list_posts(connection, self._today())

    def save_post(
        self, draft: DutyPostDraft, post_id: int | None = None, *, version: int | None = None
    ) -> tuple[int, Changes]:
        """Add a post to the catalogue, or change one.

        Raises:
            InvalidInput: something is missing, or another post is called so.
            ConflictError: it was changed since `version` was read.
            NotFoundError: it is gone.
        """
        self._context.require(Right.EDIT, "修改认领岗位")
        clean = clean_duty_post(draft)
        problems = check_duty_post(clean)
        verb = "添加" if post_id is None else "修改"
        with self._context.writing(f"{verb}认领岗位 {clean.name}") as work:
            if claims.find_post(work.connection, clean.name) not in (None, post_id):
                message = f"岗位「{clean.name}」已经有了，请换一个名称。"
                problems.append(FieldProblem(field="name", message=message))
            if problems:
                raise InvalidInput(problems)
            record = (
                None if post_id is None else claims.get_post_record(work.session, post_id, version)
            )
            saved = claims.save_post(work.session, record, clean)
        return saved, work.changes

    def remove_post(self, post_id: int) -> Changes:
        """Remove a post that nobody ever claimed.

        Raises:
            UserError: somebody did.
            NotFoundError: it is gone.
        """
        self._context.require(Right.REMOVE, "删除认领岗位")
        with self._context.writing("删除认领岗位") as work:
            record = claims.get_post_record(work.session, post_id)
            count = claims.count_claims(work.connection, post_id)
            if count:
                raise UserError(
                    f"「{record.name}」已有 {count} 条认领记录，不能删除；请先删去那些认领。"
                )
            work.session.delete(record)
        return work.changes

    # ---- claims -----------------------------------------------------------------------------

    def list_all(self, wanted: ClaimFilter | None = None) -> list[Claim]:
        """Return claims, by grid; without a filter those of today.

        Who has no right to full numbers gets them masked.
        """
        self._context.require(Right.READ, "查看岗位认领")
        with self._context.db.reading() as connection:
            found = claims.list_claims(connection, wanted or ClaimFilter(on=self._today()))
        return [self._seen(claim) for claim in found]

    def sums(self, wanted: ClaimFilter | None = None) -> PledgeSums:
        """Return how many claimed, pledged and kept their word."""
        self._context.require(Right.READ, "查看岗位认领")
        return pledge_sums(self.list_all(wanted))

    def get(self, claim_id: int) -> Claim:
        """Return a claim.

        Raises:
            NotFoundError: it is gone.
        """
        self._context.require(Right.READ, "查看岗位认领")
        with self._context.db.reading() as connection:
            return self._seen(claims.get_claim(connection, claim_id))

    def save(
        self, draft: ClaimDraft, claim_id: int | None = None, *, version: int | None = None
    ) -> tuple[int, Changes]:
        """Record that somebody claims a post, or change it.

        Raises:
            InvalidInput: a rule is broken, or the person has the post already.
            ConflictError: it was changed since `version` was read.
            NotFoundError: it, the post or the person is gone.
        """
        self._context.require(Right.EDIT, "登记岗位认领")
        verb = "登记" if claim_id is None else "修改"
        with self._context.writing(f"{verb}岗位认领 {draft.name}") as work:
            record = (
                None
                if claim_id is None
                else claims.get_claim_record(work.session, claim_id, version)
            )
            if claim_id is not None and record is not None:
                seen = self._seen(claims.get_claim(work.connection, claim_id))
                if draft.phone == seen.facts.phone:  # which may be masked
                    draft = replace(draft, phone=record.phone)
            clean = self._checked(work, draft, claim_id)
            saved = claims.save_claim(work.session, record, clean)
        return saved, work.changes

    def mark(self, claim_ids: Sequence[int], *, kept: bool, on: date, note: str = "") -> Changes:
        """Write down of several pledges at once whether they were kept (践诺).

        Raises:
            InvalidInput: one of them was never made, or only after the day; it says whose.
            NotFoundError: one is gone.
        """
        self._context.require(Right.EDIT, "评定践诺")
        with self._context.writing(f"评定践诺 {len(claim_ids)} 份") as work:
            for claim_id in claim_ids:
                facts = claims.get_claim(work.connection, claim_id).facts
                marked = clean_claim(replace(facts, kept=kept, kept_on=on, kept_note=note or None))
                if problems := check_claim(marked, self._today()):
                    message = f"「{facts.name}」：{problems[0].message}"
                    raise InvalidInput([FieldProblem(field="kept_on", message=message)])
                record = claims.get_claim_record(work.session, claim_id)
                claims.save_claim(work.session, record, marked)
        return work.changes

    def remove(self, claim_id: int) -> Changes:
        """Remove a claim that was entered by mistake.

        Raises:
            NotFoundError: it is gone.
        """
        self._context.require(Right.REMOVE, "删除岗位认领")
        with self._context.writing("删除岗位认领 1 条") as work:
            work.session.delete(claims.get_claim_record(work.session, claim_id))
        return work.changes

    def reveal(self, claim_id: int, reason: str) -> None:
        """Record in the audit trail that somebody's number is shown in full, and why.

        Raises:
            NotFoundError: the claim is gone.
        """
        self._context.require(Right.REVEAL, "查看完整号码")
        self.get(claim_id)
        self._context.revealed(f"post_claim/{claim_id}", reason, "认领人的电话")

    # ---- paper and board --------------------------------------------------------------------

    def register(self, wanted: ClaimFilter, title: str, *, revealed: bool = False) -> Register:
        """Return the list to print; phones in full only if `revealed`."""
        self._context.require(Right.READ, "查看岗位认领")
        with self._context.db.reading() as connection:
            found = claims.list_claims(connection, wanted)
        return for_office(self._context, claim_register(found, title=title), revealed=revealed)

    def posted_register(self, wanted: ClaimFilter, title: str) -> Register:
        """Return the list to hang up (公示), a page for each grid; `for_posting` masks it.

        Raises:
            NotAllowedError: the role may not post.
        """
        self._context.require(Right.POST, "打印公示")
        with self._context.db.reading() as connection:
            found = claims.list_claims(connection, wanted)
        return posted_register(found, title=title, on=self._today())

    def pledge_pdf(self, claim_ids: Sequence[int]) -> bytes:
        """Make the PDF of pledges to be signed (承诺书), one page for each person.

        Raises:
            UserError: nobody is chosen.
            NotFoundError: a claim is gone.
            UnprintableTextError: no font here draws some character.
        """
        self._context.require(Right.PRINT, "打印承诺书")
        if not claim_ids:
            raise UserError("没有选认领人，没有承诺书可打；请先选几位。")
        with self._context.db.reading() as connection:
            known = {c.id: c for c in claims.list_claims(connection, ClaimFilter())}
            catalogue = {p.id: p for p in claims.list_posts(connection, self._today())}
        community, foot = community_of(self._context), foot_of(self._context)
        chosen = [known[each] if each in known else self.get(each) for each in claim_ids]
        letters = [
            pledge_letter(claim, catalogue[claim.facts.post_id], community=community, printed=foot)
            for claim in chosen
        ]
        return letters_pdf(self._context, letters, "打印承诺书", f"承诺书 {len(letters)} 份")

    def to_board(self, grid_id: int) -> tuple[int, Changes]:
        """Put those who hold a claimed post of a grid today on its board (公示栏).

        Who stands there already gets post and pledge; nobody is taken off.

        Returns:
            How many of the board are new or say something else.

        Raises:
            UserError: nobody has claimed a post there.
            InvalidInput: the board would be wrong.
            NotFoundError: the grid is gone.
        """
        self._context.require(Right.EDIT, "修改公示栏")
        with self._context.writing("岗位认领转到公示栏") as work:
            name = grids.get_record(work.session, grid_id).name
            wanted = ClaimFilter(grid_id=grid_id, on=self._today())
            found = claims.list_claims(work.connection, wanted)
            if not found:
                raise UserError(f"「{name}」今天还没有人认领岗位，没有人可以转到公示栏。")
            before = boards.list_entries(work.connection, [grid_id]).get(grid_id, ())
            after = [clean_entry(entry) for entry in _on_board(before, found)]
            if problems := check_entries(after):
                raise InvalidInput(problems)
            boards.save_entries(work.session, grid_id, after)
        return sum(entry not in before for entry in after), work.changes

    # ---- inside -----------------------------------------------------------------------------

    def _checked(self, work: "Writing", draft: ClaimDraft, own_id: int | None) -> ClaimDraft:
        clean = clean_claim(draft)
        post = claims.get_post(work.connection, clean.post_id, self._today())
        if clean.grid_id is not None and clean.until is None:
            grids.get_record(work.session, clean.grid_id)
        if clean.resident_id is not None:
            person = residents.get_resident(work.connection, clean.resident_id)
            clean = replace(clean, name=person.facts.name)
        problems = check_claim(clean, self._today())
        others = claims.list_claims(work.connection, ClaimFilter(post_id=clean.post_id))
        if double_of(clean, [claim for claim in others if claim.id != own_id]) is not None:
            message = (
                f"「{clean.name}」已经认领了「{post.facts.name}」，不用再登记；请打开原来那条修改。"
            )
            problems.append(FieldProblem(field="name", message=message))
        if problems:
            raise InvalidInput(problems)
        return clean

    def _seen(self, claim: Claim) -> Claim:
        if self._context.may(Right.REVEAL):
            return claim
        show = masks_of(self._context).show_phone
        hidden = claim.facts.phone and show(claim.facts.phone)
        phone = claim.phone and show(claim.phone)
        return replace(claim, phone=phone, facts=replace(claim.facts, phone=hidden))

    def _today(self) -> date:
        return self._context.clock().date()


def _on_board(before: Sequence[BoardEntry], found: Sequence[Claim]) -> list[BoardEntry]:
    """Return a board with those who claimed posts on it: known ones in place, others behind."""
    people: dict[object, list[Claim]] = {}
    for claim in found:
        facts = claim.facts
        people.setdefault(facts.resident_id or facts.name, []).append(claim)
    entries = []
    for entry in before:
        mine = people.pop(entry.resident_id or entry.name, [])
        entries.append(_entry(entry, mine) if mine else entry)
    for mine in people.values():
        facts = mine[0].facts
        fresh = BoardEntry(name=facts.name, phone=facts.phone, resident_id=facts.resident_id)
        entries.append(_entry(fresh, mine))
    return entries


def _entry(entry: BoardEntry, mine: Sequence[Claim]) -> BoardEntry:
    pledges = dict.fromkeys(claim.facts.pledge for claim in mine if claim.facts.pledge)
    return replace(
        entry,
        post="、".join(claim.post for claim in mine),
        promise="\n".join(pledges) or entry.promise,
    )
