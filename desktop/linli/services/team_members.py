"""Members of teams (队员): one by one, several residents at once, or from a list."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from linli.domain.accounts import Right
from linli.domain.changes import Changes
from linli.domain.register_texts import spoken
from linli.domain.residents import ResidentFilter, ResidentSort
from linli.domain.team_pasting import ListDefaults, MemberList, read_members
from linli.domain.team_rules import check_member, clean_member, double_of
from linli.domain.teams import Member, MemberDraft, MemberFilter
from linli.errors import FieldProblem, InvalidInput, UserError
from linli.services.context import Context
from linli.services.masking import masks_of
from linli.storage import grids, resident_lists, residents, staff, team_members, teams

if TYPE_CHECKING:
    from linli.storage.database import Writing

MOST_AT_ONCE = 500
"""So many people are added in one step."""


@dataclass(frozen=True, kw_only=True)
class Added:
    """What adding several came to: how many are new, and who was in the team already."""

    count: int
    skipped: tuple[str, ...]
    changes: Changes


class TeamMemberService:
    """What a clerk does with members. Each change is one transaction and one undo step."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def list_all(self, wanted: MemberFilter) -> list[Member]:
        """Return members, leaders first. Phones are plain: show them masked until `reveal`.

        Who has no right to full numbers gets them masked.
        """
        self._context.require(Right.READ, "查看队员")
        with self._context.db.reading() as connection:
            found = team_members.list_members(connection, wanted, self._today())
        return [self._seen(member) for member in found]

    def get(self, member_id: int) -> Member:
        """Return a member.

        Raises:
            NotFoundError: if there is no such member.
        """
        self._context.require(Right.READ, "查看队员")
        with self._context.db.reading() as connection:
            return self._seen(team_members.get_member(connection, member_id, self._today()))

    def reveal(self, member_id: int, reason: str) -> None:
        """Record in the audit trail that a member's number is shown in full, and why.

        Raises:
            NotFoundError: the member is gone.
        """
        self._context.require(Right.REVEAL, "查看完整号码")
        self.get(member_id)
        self._context.revealed(f"team_member/{member_id}", reason, "队员的电话")

    def add(self, draft: MemberDraft) -> tuple[int, Changes]:
        """Add somebody to a team.

        Raises:
            InvalidInput: a rule is broken, or the person is in the team already.
            NotFoundError: the team or the person is gone.
        """
        self._context.require(Right.EDIT, "修改队员")
        with self._context.writing(f"添加队员 {draft.name}") as work:
            clean = self._checked(work, draft, None)
            member_id = team_members.add_member(work.session, clean)
        return member_id, work.changes

    def update(self, member_id: int, draft: MemberDraft, *, version: int) -> Changes:
        """Save a changed membership.

        Raises:
            InvalidInput: a rule is broken, or the person is in the team already.
            ConflictError: it was changed since `version` was read.
            NotFoundError: it is gone.
        """
        self._context.require(Right.EDIT, "修改队员")
        with self._context.writing(f"修改队员 {draft.name}") as work:
            record = team_members.get_record(work.session, member_id, version)
            clean = self._checked(work, draft, member_id)
            team_members.update_member(work.session, record, clean)
        return work.changes

    def end(self, member_ids: Sequence[int], day: date) -> Changes:
        """Let memberships end; `day` is the last day.

        Raises:
            InvalidInput: somebody joined after that day.
            NotFoundError: somebody is gone.
        """
        self._context.require(Right.EDIT, "修改队员")
        with self._context.writing(f"结束队员 {len(member_ids)} 人") as work:
            for member_id in member_ids:
                member = team_members.get_member(work.connection, member_id, self._today())
                problems = check_member(replace(member.facts, until=day))
                if problems:
                    message = f"「{member.facts.name}」{problems[0].message}"
                    raise InvalidInput([FieldProblem(field="until", message=message)])
                record = team_members.get_record(work.session, member_id, member.version)
                ended = replace(member.facts, until=day)
                team_members.update_member(work.session, record, ended)
        return work.changes

    def remove(self, member_id: int) -> Changes:
        """Remove a membership that was entered by mistake.

        Raises:
            UserError: something names it, so that it can only be ended.
            NotFoundError: it is gone.
        """
        self._context.require(Right.REMOVE, "删除队员")
        name = self.get(member_id).facts.name
        with self._context.writing(f"删除队员 {name}") as work:
            use = team_members.find_use(work.connection, member_id)
            if use is not None:
                raise UserError(f"「{name}」已有{use}的记录，不能删除；不再参加的请点“离队”。")
            work.session.delete(team_members.get_record(work.session, member_id))
        return work.changes

    # ---- several at once --------------------------------------------------------------------

    def add_residents(self, resident_ids: Sequence[int], draft: MemberDraft) -> Added:
        """Add residents to a team in one step; who is in it already is left out and named.

        Args:
            resident_ids: whom.
            draft: what holds of each: team, source, first day; without a grid, that of the home.

        Raises:
            InvalidInput: a rule is broken.
            NotFoundError: the team or somebody is gone.
        """
        self._context.require(Right.EDIT, "修改队员")
        with self._context.db.reading() as connection:
            rows = resident_lists.list_rows(connection, resident_ids, self._today())
            homes = {name: grid_id for grid_id, name in grids.list_names(connection).items()}
        drafts = [
            replace(
                draft,
                name=row.name,
                resident_id=row.id,
                grid_id=draft.grid_id or homes.get(row.grid),
            )
            for row in rows
        ]
        return self._add_many(drafts)

    def add_found(self, wanted: ResidentFilter, draft: MemberDraft) -> Added:
        """Add everybody whom a filter finds.

        Raises:
            UserError: the filter finds nobody, or too many for one step.
            InvalidInput: a rule is broken.
        """
        self._context.require(Right.EDIT, "修改队员")
        with self._context.db.reading() as connection:
            ids = resident_lists.list_ids(
                connection,
                wanted,
                ResidentSort.ADDRESS,
                today=self._today(),
                limit=MOST_AT_ONCE + 1,
            )
        if not ids:
            raise UserError("按这个条件没有找到人，请换一个筛选。")
        if len(ids) > MOST_AT_ONCE:
            raise UserError(f"按这个条件超过 {MOST_AT_ONCE} 人，一次加不下，请把条件收窄。")
        return self.add_residents(list(ids), draft)

    def read_text(self, text: str, draft: MemberDraft) -> MemberList:
        """Return who stands in a list that was pasted.

        Raises:
            UserError: nobody is found in it.
        """
        self._context.require(Right.EDIT, "修改队员")
        from linli.exchange.pasted import split_cells

        rows = split_cells(text.strip())
        if all(len(row) == 1 for row in rows):  # typed by hand, with blanks between
            rows = [row[0].replace("，", " ").replace(",", " ").split() for row in rows]
        return read_members(rows, self._defaults(draft))

    def read_file(self, path: Path, draft: MemberDraft) -> MemberList:
        """Return who stands in the first sheet of a workbook or text file.

        Raises:
            UserError: it cannot be read, or nobody is found in it.
        """
        self._context.require(Right.EDIT, "修改队员")
        from linli.domain.values.text import as_text
        from linli.exchange.workbooks import open_workbook

        sheets = [sheet for sheet in open_workbook(path).sheets if sheet.lines]
        lines = sheets[0].lines if sheets else ()
        rows = [[as_text(cell) for cell in line.cells] for line in lines]
        return read_members(rows, self._defaults(draft))

    def add_list(self, drafts: Sequence[MemberDraft]) -> Added:
        """Add people of a list in one step; who is in the team already is left out and named.

        Raises:
            InvalidInput: a rule is broken; the sentence says of whom.
            NotFoundError: the team is gone.
        """
        self._context.require(Right.EDIT, "修改队员")
        return self._add_many(drafts)

    # ---- inside -----------------------------------------------------------------------------

    def _add_many(self, drafts: Sequence[MemberDraft]) -> Added:
        count, skipped = 0, []
        with self._context.writing(f"添加队员 {len(drafts)} 人") as work:
            known = self._present(work, drafts[0].team_id) if drafts else []
            for draft in drafts:
                clean = clean_member(draft)
                problems = check_member(clean)
                if problems:
                    message = f"「{clean.name}」：{problems[0].message}"
                    raise InvalidInput([FieldProblem(field="members", message=message)])
                if double_of(clean, known) is not None:
                    skipped.append(clean.name)
                    continue
                team_members.add_member(work.session, clean)
                known.append(clean)
                count += 1
        return Added(count=count, skipped=tuple(skipped), changes=work.changes)

    def _checked(self, work: "Writing", draft: MemberDraft, own_id: int | None) -> MemberDraft:
        clean = clean_member(draft)
        teams.get_record(work.session, clean.team_id)
        if clean.resident_id is not None:
            person = residents.get_record(work.session, clean.resident_id)
            clean = replace(clean, name=person.name)
        if clean.staff_id is not None:
            clean = replace(clean, name=staff.get_record(work.session, clean.staff_id).name)
        problems = check_member(clean)
        double = double_of(clean, self._present(work, clean.team_id, without=own_id))
        if double is not None:
            since = f"（{spoken(double.since)}起）" if double.since else ""
            message = (
                f"「{clean.name}」已经在这支队伍里{since}，一个人不能重复加入；"
                "请修改原来那条，或先办离队。"
            )
            problems.append(FieldProblem(field="name", message=message))
        if problems:
            raise InvalidInput(problems)
        return clean

    def _present(
        self, work: "Writing", team_id: int, *, without: int | None = None
    ) -> list[MemberDraft]:
        """Return every membership of a team but one."""
        wanted = MemberFilter(team_id=team_id)
        found = team_members.list_members(work.connection, wanted, self._today())
        return [member.facts for member in found if member.id != without]

    def _defaults(self, draft: MemberDraft) -> ListDefaults:
        with self._context.db.reading() as connection:
            return ListDefaults(
                team_id=draft.team_id,
                source=draft.source,
                since=draft.since,
                grids=grids.list_names(connection),
                sources=teams.list_sources(connection),
            )

    def _seen(self, member: Member) -> Member:
        if self._context.may(Right.REVEAL):
            return member
        show = masks_of(self._context).show_phone
        hidden = member.facts.phone and show(member.facts.phone)
        return replace(member, phone=show(member.phone), facts=replace(member.facts, phone=hidden))

    def _today(self) -> date:
        return self._context.clock().date()
