"""The communities of the street (社区), and how grids are numbered (编号规则)."""

from dataclasses import asdict
from typing import TYPE_CHECKING

from linli.domain.accounts import Right
from linli.domain.changes import Changes
from linli.domain.communities import Community, CommunityDraft
from linli.domain.grid_numbers import NumberRule, prefix_problem
from linli.domain.values.text import tidy
from linli.errors import FieldProblem, InvalidInput, UserError
from linli.services.context import Context
from linli.storage import communities, settings
from linli.storage.grid_schema import CommunityRecord

if TYPE_CHECKING:
    from linli.storage.database import Writing


class CommunityService:
    """Keeps the communities beside the hall's own. Each change is one undo step."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def list_all(self) -> list[Community]:
        """Return the communities beside the hall's own."""
        self._context.require(Right.READ, "查看社区")
        with self._context.db.reading() as connection:
            return communities.list_communities(connection)

    def names(self) -> dict[int | None, str]:
        """Return the name of every community by its id; None is the hall's own."""
        self._context.require(Right.READ, "查看社区")
        with self._context.db.reading() as connection:
            own = settings.get_hall(connection).community
            others = communities.list_communities(connection)
        return {None: own} | {one.id: one.facts.name for one in others}

    def rule(self) -> NumberRule:
        """Return how grids are numbered."""
        self._context.require(Right.READ, "查看网格编号规则")
        with self._context.db.reading() as connection:
            return communities.get_rule(connection)

    def save_rule(self, rule: NumberRule) -> Changes:
        """Save how grids are numbered; numbers that are there stay until they are changed.

        Raises:
            InvalidInput: code or length are not possible.
        """
        self._context.require(Right.EDIT, "修改网格编号规则")
        clean = NumberRule(on=rule.on, prefix=tidy(rule.prefix), suffix=rule.suffix)
        problems = clean.problems()
        if problems:
            raise InvalidInput(problems)
        with self._context.writing("修改网格编号规则") as work:
            settings.save_value(work.connection, communities.RULE_KEY, asdict(clean))
        return work.changes

    def add(self, draft: CommunityDraft) -> tuple[int, Changes]:
        """Add a community.

        Raises:
            InvalidInput: the name is missing, or name or code are taken or impossible.
        """
        self._context.require(Right.EDIT, "修改社区")
        clean = _clean(draft)
        with self._context.writing(f"添加社区 {clean.name}") as work:
            _check(work, clean, None)
            record = CommunityRecord(**communities.values(clean))
            work.session.add(record)
            work.session.flush()
            number = record.id
        return number, work.changes

    def update(self, community_id: int, draft: CommunityDraft, *, version: int) -> Changes:
        """Save a changed community.

        Raises:
            InvalidInput: the name is missing, or name or code are taken or impossible.
            ConflictError: it was changed since `version` was read.
            NotFoundError: it is gone.
        """
        self._context.require(Right.EDIT, "修改社区")
        clean = _clean(draft)
        with self._context.writing(f"修改社区 {clean.name}") as work:
            record = communities.get_record(work.session, community_id, version)
            _check(work, clean, community_id)
            for column, value in communities.values(clean).items():
                setattr(record, column, value)
            if work.session.is_modified(record):
                record.version += 1
        return work.changes

    def remove(self, community_id: int) -> Changes:
        """Remove a community that has no grids and had none.

        Raises:
            UserError: grids belong to it.
            NotFoundError: it is gone.
        """
        self._context.require(Right.REMOVE, "删除社区")
        with self._context.writing("删除社区") as work:
            record = communities.get_record(work.session, community_id)
            count = communities.count_grids(work.connection, community_id)
            if count:
                raise UserError(
                    f"「{record.name}」有 {count} 个网格（含已撤销的），不能删除；"
                    "请先在网格的「编辑」里改它们的社区。"
                )
            work.session.delete(record)
        return work.changes


def _clean(draft: CommunityDraft) -> CommunityDraft:
    return CommunityDraft(
        name=tidy(draft.name),
        number=tidy(draft.number or "") or None,
        street=tidy(draft.street or "") or None,
    )


def _check(work: "Writing", draft: CommunityDraft, community_id: int | None) -> None:
    problems = []
    if not draft.name:
        problems.append(FieldProblem(field="name", message="没有填写社区名称，请填写。"))
    elif draft.name == settings.get_hall(work.connection).community:
        message = f"「{draft.name}」就是本大厅的社区，不用再添加。"
        problems.append(FieldProblem(field="name", message=message))
    if draft.number:
        problem = prefix_problem(draft.number)
        if problem:
            problems.append(FieldProblem(field="number", message=problem))
    for column, label in (("name", "名称"), ("number", "代码")):
        value = getattr(draft, column)
        taken = value and communities.find_by(work.connection, column, value)
        if taken and taken != community_id:
            message = f"社区{label}「{value}」已经有了，请换一个。"
            problems.append(FieldProblem(field=column, message=message))
    if problems:
        raise InvalidInput(problems)
