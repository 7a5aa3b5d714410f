"""How long data are kept (保存期限): the rules, who is due, and what is decided."""

from collections.abc import Sequence
from datetime import date

from linli.domain.accounts import Right
from linli.domain.changes import Changes
from linli.domain.contact_rules import clean_text
from linli.domain.retention import DueLine, RetentionRule, check_keeping, check_months
from linli.errors import InvalidInput
from linli.services.context import Context
from linli.storage import retention


class RetentionService:
    """Reviews what is due; nothing goes by itself."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def rules(self) -> tuple[RetentionRule, ...]:
        """Return the rules with the hall's own periods."""
        self._context.require(Right.PRIVACY, "查看保存期限")
        with self._context.db.reading() as connection:
            return retention.get_rules(connection)

    def save_rules(self, rules: Sequence[RetentionRule]) -> Changes:
        """Keep the hall's own periods.

        Raises:
            InvalidInput: a period is out of range.
            NotAllowedError: the role may not change settings.
        """
        self._context.require(Right.SETTINGS, "修改保存期限")
        problems = [problem for rule in rules for problem in check_months(rule)]
        if problems:
            raise InvalidInput(problems)
        with self._context.writing("个人信息：修改保存期限") as work:
            retention.save_rules(work.connection, rules)
        return work.changes

    def due(self, *, waiting: bool = True) -> list[DueLine]:
        """Return what is due, longest first; also what was decided to be kept, unless `waiting`."""
        self._context.require(Right.PRIVACY, "审查保存期限")
        with self._context.db.reading() as connection:
            return retention.list_due(connection, self._today(), waiting=waiting)

    def keep(self, lines: Sequence[DueLine], until: date, reason: str) -> Changes:
        """Decide that something is kept, and until when; it is due again after that day.

        Raises:
            InvalidInput: no reason is given, or the day is wrong.
        """
        self._context.require(Right.PRIVACY, "决定继续保存")
        said, today = clean_text(reason) or "", self._today()
        problems = check_keeping(until, said, today)
        if problems:
            raise InvalidInput(problems)
        with self._context.writing(f"个人信息：继续保存 {len(lines)} 项") as work:
            for line in lines:
                account = self._context.actor.name
                retention.keep(work.session, line, until, said, today, account)
        return work.changes

    def _today(self) -> date:
        return self._context.clock().date()
