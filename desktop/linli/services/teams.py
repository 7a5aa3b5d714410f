"""Teams (队伍): what they are for, how many there should be, their plans and lists."""

from datetime import date
from typing import TYPE_CHECKING

from linli.domain.accounts import Right
from linli.domain.changes import Changes
from linli.domain.letters import Letter, body, heading
from linli.domain.register_texts import spoken
from linli.domain.registers import Register
from linli.domain.team_lists import callout_register, member_register, team_register
from linli.domain.team_plans import filled_plan, plan_values, starter_plan
from linli.domain.team_rules import check_team, clean_team
from linli.domain.teams import Member, MemberFilter, Team, TeamDraft, TeamFilter
from linli.domain.values.text import tidy
from linli.errors import FieldProblem, InvalidInput, UserError
from linli.services.context import Context
from linli.services.letter_pdfs import community_of, foot_of, letters_pdf
from linli.services.masking import for_office
from linli.storage import team_members, teams

if TYPE_CHECKING:
    from linli.storage.database import Writing

_RUNNING = TeamFilter()


class TeamService:
    """What a clerk does with teams. Each change is one transaction and one undo step."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def list_all(self, wanted: TeamFilter = _RUNNING) -> list[Team]:
        """Return teams by kind and name as they are today."""
        self._context.require(Right.READ, "查看队伍")
        with self._context.db.reading() as connection:
            return teams.list_teams(connection, wanted, self._today())

    def get(self, team_id: int) -> Team:
        """Return a team.

        Raises:
            NotFoundError: if there is no such team.
        """
        self._context.require(Right.READ, "查看队伍")
        with self._context.db.reading() as connection:
            return teams.get_team(connection, team_id, self._today())

    def sources(self) -> list[str]:
        """Return the source categories (来源) in the hall's order."""
        self._context.require(Right.READ, "查看队伍")
        with self._context.db.reading() as connection:
            return teams.list_sources(connection)

    def save_sources(self, sources: list[str]) -> Changes:
        """Set the source categories; members keep what they have.

        Raises:
            InvalidInput: none is left, or one stands twice.
        """
        self._context.require(Right.SETTINGS, "修改队员来源")
        names = [name for name in map(tidy, sources) if name]
        twice = next((name for name in names if names.count(name) > 1), None)
        message = f"来源「{twice}」写了两次，请去掉一个。" if twice else ""
        if not names:
            message = "没有填写来源，请至少填一个，如 居民。"
        if message:
            raise InvalidInput([FieldProblem(field="sources", message=message)])
        with self._context.writing("修改设置：队员来源") as work:
            teams.save_sources(work.connection, names)
        return work.changes

    def starter_plan(self) -> tuple[str, str]:
        """Return title and text that a plan (预案) can begin with."""
        self._context.require(Right.READ, "查看队伍")
        return starter_plan()

    def add(self, draft: TeamDraft) -> tuple[int, Changes]:
        """Add a team.

        Raises:
            InvalidInput: a rule is broken, or another team has the name.
        """
        self._context.require(Right.EDIT, "修改队伍")
        clean = clean_team(draft)
        with self._context.writing(f"添加队伍 {clean.name}") as work:
            _check(work, clean, None)
            team_id = teams.add_team(work.session, clean)
        return team_id, work.changes

    def update(self, team_id: int, draft: TeamDraft, *, version: int) -> Changes:
        """Save a changed team.

        Raises:
            InvalidInput: a rule is broken, or another team has the name.
            ConflictError: it was changed since `version` was read.
            NotFoundError: it is gone.
        """
        self._context.require(Right.EDIT, "修改队伍")
        clean = clean_team(draft)
        with self._context.writing(f"修改队伍 {clean.name}") as work:
            record = teams.get_record(work.session, team_id, version)
            _check(work, clean, team_id)
            teams.update_team(work.session, record, clean)
        return work.changes

    def remove(self, team_id: int) -> Changes:
        """Remove a team that was entered by mistake and never had a member.

        Raises:
            UserError: it has or had members.
            NotFoundError: it is gone.
        """
        self._context.require(Right.REMOVE, "删除队伍")
        name = self.get(team_id).facts.name
        with self._context.writing(f"删除队伍 {name}") as work:
            count = team_members.count_members(work.connection, team_id)
            if count:
                raise UserError(
                    f"「{name}」登记过 {count} 名队员，不能删除；不再用的请打开它，填写解散日期。"
                )
            work.session.delete(teams.get_record(work.session, team_id))
        return work.changes

    # ---- paper ------------------------------------------------------------------------------

    def register(self, wanted: TeamFilter, title: str) -> Register:
        """Return the list of teams to print."""
        self._context.require(Right.READ, "查看队伍")
        return team_register(self.list_all(wanted), title=title)

    def member_register(self, team_id: int, *, revealed: bool) -> Register:
        """Return today's members to print, with sums; phones masked unless `revealed`.

        Raises:
            NotFoundError: the team is gone.
        """
        self._context.require(Right.READ, "查看队伍")
        team, members = self._with_members(team_id)
        return for_office(self._context, member_register(team, members), revealed=revealed)

    def callout_register(self, team_id: int, *, revealed: bool) -> Register:
        """Return the call-out list in large type, leader first; masked unless `revealed`.

        Raises:
            NotFoundError: the team is gone.
        """
        self._context.require(Right.READ, "查看集结名单")
        team, members = self._with_members(team_id)
        return for_office(self._context, callout_register(team, members), revealed=revealed)

    def plan_pdf(self, team_id: int) -> bytes:
        """Make the PDF of a team's plan (预案) with the names of today.

        Raises:
            UserError: the team has no plan.
            NotFoundError: the team is gone.
            UnprintableTextError: no font here draws some character.
        """
        context = self._context
        context.require(Right.PRINT, "打印预案")
        team, members = self._with_members(team_id)
        if not team.facts.plan_text:
            raise UserError(f"「{team.facts.name}」还没有预案，请打开队伍，在“预案”里写上。")
        community = community_of(context)
        values = plan_values(team, members, community=community, today=self._today())
        title = team.facts.plan_title or starter_plan()[0]
        lines = [body(text) for text in filled_plan(team.facts.plan_text, values)]
        lines += [heading(community), body(spoken(self._today()))]
        letter = Letter(
            title=title, subtitle=team.facts.name, lines=tuple(lines), printed=foot_of(context)
        )
        return letters_pdf(context, [letter], "打印预案", team.facts.name)

    def _with_members(self, team_id: int) -> tuple[Team, list[Member]]:
        today = self._today()
        with self._context.db.reading() as connection:
            team = teams.get_team(connection, team_id, today)
            wanted = MemberFilter(team_id=team_id, on=today)
            return team, team_members.list_members(connection, wanted, today)

    def _today(self) -> date:
        return self._context.clock().date()


def _check(work: "Writing", draft: TeamDraft, own_id: int | None) -> None:
    problems = check_team(draft)
    if draft.name and teams.find_name(work.connection, draft.name) not in (None, own_id):
        message = f"已经有队伍叫「{draft.name}」，请换一个名称。"
        problems.append(FieldProblem(field="name", message=message))
    if problems:
        raise InvalidInput(problems)
