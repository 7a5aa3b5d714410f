"""Time limits (办理期限): what holds here, and since when; the hall sets its own."""

from dataclasses import replace
from datetime import date

from linli.domain.accounts import Right
from linli.domain.changes import Changes
from linli.domain.limit_lists import limit_register
from linli.domain.limit_rules import check_limit, clean_limit, own_key
from linli.domain.limits import Limit, LimitDraft, Limits
from linli.domain.register_texts import spoken
from linli.domain.registers import Register
from linli.errors import FieldProblem, InvalidInput
from linli.services.context import Context
from linli.storage import limits


class LimitService:
    """What a clerk does with time limits. Each change is one transaction and undo step."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def limits(self) -> Limits:
        """Return all versions of all limits, the hall's own and those that come along."""
        self._context.require(Right.READ, "查看办理期限")
        with self._context.db.reading() as connection:
            return limits.get_limits(connection)

    def current(self) -> tuple[Limit, ...]:
        """Return the version of today of each limit."""
        self._context.require(Right.READ, "查看办理期限")
        return self.limits().current(self._today())

    def save(
        self, draft: LimitDraft, limit_id: int | None = None, *, version: int | None = None
    ) -> tuple[int, Changes]:
        """Add a version of a limit or a matter of the hall's own, or change one of its versions.

        Without a key the draft is a new matter. What holds from another day on is a version of its
        own, so that what began before keeps the limit of its day.

        Raises:
            InvalidInput: a rule is broken, or there is a version of that day already.
            ConflictError: it was changed since `version` was read.
            NotFoundError: it is gone.
        """
        self._context.require(Right.SETTINGS, "修改办理期限")
        clean = clean_limit(draft)
        with self._context.writing(f"修改办理期限：{clean.title}") as work:
            known = limits.get_limits(work.connection)
            problems = check_limit(clean, known)
            problems += _day_problems(clean, known, limit_id)
            if problems:
                raise InvalidInput(problems)
            record = (
                None if limit_id is None else limits.get_record(work.session, limit_id, version)
            )
            named = clean if clean.key else replace(clean, key=own_key(known))
            saved = limits.save_limit(work.session, record, named)
        return saved, work.changes

    def remove(self, limit_id: int) -> Changes:
        """Forget a version of the hall; what held before it counts again.

        Raises:
            NotFoundError: it is gone.
        """
        self._context.require(Right.SETTINGS, "删除办理期限")
        with self._context.writing("删除办理期限的一个版本") as work:
            work.session.delete(limits.get_record(work.session, limit_id))
        return work.changes

    def register(self, title: str) -> Register:
        """Return the limits of today to print."""
        self._context.require(Right.READ, "查看办理期限")
        return limit_register(self.current(), title=title)

    def _today(self) -> date:
        return self._context.clock().date()


def _day_problems(draft: LimitDraft, known: Limits, limit_id: int | None) -> list[FieldProblem]:
    """Return what is wrong with the first day of a version: none, or one that is taken."""
    if draft.valid_from is None:
        message = "没有填写从哪天起适用，请填写；以前已经开始的仍按原来的期限。"
        return [FieldProblem(field="valid_from", message=message)]
    same = (
        each.id
        for each in known.versions(draft.key)
        if each.facts.valid_from == draft.valid_from and not each.is_shipped
    )
    if any(each != limit_id for each in same):
        message = f"从「{spoken(draft.valid_from)}」起的已经有一个，请打开它修改，或换一个日子。"
        return [FieldProblem(field="valid_from", message=message)]
    return []
