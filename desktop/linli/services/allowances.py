"""Allowances of informants (信息员补助): the sheet of a month, plus and minus, closing it."""

from dataclasses import replace
from datetime import date

from linli.domain.accounts import Right
from linli.domain.allowance_lists import allowance_register
from linli.domain.allowance_rules import (
    check_change,
    check_closing,
    check_rules,
    clean_change,
    refuse_closed,
)
from linli.domain.allowances import (
    AllowanceRules,
    AllowanceSheet,
    ChangeDraft,
    lines_of,
    month_end,
)
from linli.domain.changes import Changes
from linli.domain.register_texts import spoken_month
from linli.domain.registers import Register
from linli.domain.teams import MemberFilter
from linli.errors import ConflictError, InvalidInput
from linli.services.context import Context
from linli.storage import allowances, reports, team_members, teams


class AllowanceService:
    """What a clerk does with allowances; paying them out is done outside of the program."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def rules(self) -> AllowanceRules:
        """Return the amount a month that new sheets begin with."""
        self._context.require(Right.READ, "查看补助标准")
        with self._context.db.reading() as connection:
            return allowances.get_rules(connection)

    def save_rules(self, rules: AllowanceRules) -> Changes:
        """Set the amount a month; sheets that were begun keep theirs.

        Raises:
            InvalidInput: the amount is out of its bounds.
        """
        self._context.require(Right.SETTINGS, "修改补助标准")
        problems = check_rules(rules)
        if problems:
            raise InvalidInput(problems)
        with self._context.writing("修改设置：信息员补助标准") as work:
            allowances.save_rules(work.connection, rules)
        return work.changes

    def sheet(self, team_id: int, month: date) -> AllowanceSheet:
        """Return the sheet of a month: as it was closed, else as members and slips are now.

        Args:
            team_id: the team.
            month: any day of the month.

        Raises:
            NotFoundError: there is no such team.
        """
        self._context.require(Right.READ, "查看补助表")
        first, today = month.replace(day=1), self._context.clock().date()
        with self._context.db.reading() as connection:
            team = teams.get_team(connection, team_id, today)
            row = allowances.find_sheet(connection, team_id, first)
            rules = allowances.get_rules(connection) if row is None else allowances.rules_of(row)
            changes = () if row is None else allowances.list_changes(connection, row.id)
            if row is not None and row.closed_on:
                lines = allowances.list_lines(connection, row.id)
            else:
                members = team_members.list_members(
                    connection, MemberFilter(team_id=team_id), today
                )
                counted = reports.count_kinds(connection, first, month_end(first))
                counts = {key[0]: kinds for key, kinds in counted.items() if key[0] is not None}
                lines = lines_of(members, first, rules, counts, changes)
        return AllowanceSheet(
            id=None if row is None else row.id,
            version=0 if row is None else row.version,
            team_id=team_id,
            team=team.facts.name,
            month=first,
            rules=rules,
            lines=lines,
            changes=changes,
            closed_on=date.fromisoformat(row.closed_on) if row and row.closed_on else None,
            account=row.account if row else None,
        )

    def set_amount(self, sheet: AllowanceSheet, rules: AllowanceRules) -> Changes:
        """Give one month another amount.

        Raises:
            InvalidInput: the amount is out of its bounds.
            UserError: the sheet is closed.
            ConflictError: it was changed since it was read.
        """
        self._context.require(Right.EDIT, "修改补助表")
        self._fresh(sheet)
        problems = check_rules(rules)
        if problems:
            raise InvalidInput(problems)
        with self._context.writing(f"修改补助标准 {spoken_month(sheet.month)}") as work:
            record = allowances.sheet_for_change(work.session, replace(sheet, rules=rules))
            allowances.set_rules(work.session, record, rules)
        return work.changes

    def add_change(self, sheet: AllowanceSheet, draft: ChangeDraft) -> Changes:
        """Enter a plus or minus with its reason.

        Raises:
            InvalidInput: a rule is broken, or more is taken away than there is.
            UserError: the sheet is closed.
            ConflictError: it was changed since it was read.
        """
        self._context.require(Right.EDIT, "修改补助表")
        now = self._fresh(sheet)
        clean = clean_change(draft)
        problems = check_change(clean, now)
        if problems:
            raise InvalidInput(problems)
        with self._context.writing(f"补助奖罚 {spoken_month(sheet.month)}") as work:
            record = allowances.sheet_for_change(work.session, now)
            allowances.add_change(work.session, record, clean)
        return work.changes

    def remove_change(self, sheet: AllowanceSheet, change_id: int) -> Changes:
        """Take a plus or minus off an open sheet.

        Raises:
            UserError: the sheet is closed.
            ConflictError: it was changed since it was read.
            NotFoundError: there is none.
        """
        self._context.require(Right.EDIT, "修改补助表")
        self._fresh(sheet)
        with self._context.writing(f"取消补助奖罚 {spoken_month(sheet.month)}") as work:
            allowances.remove_change(work.session, change_id)
        return work.changes

    def close(self, sheet: AllowanceSheet) -> Changes:
        """Close a month (结算): the sheet stays as it is, whatever is entered later.

        Raises:
            UserError: the month is not over, or the sheet is empty or closed already.
            ConflictError: it was changed since it was read.
        """
        self._context.require(Right.EDIT, "结算补助表")
        now, today = self._fresh(sheet), self._context.clock().date()
        check_closing(now, today)
        with self._context.writing(f"结算补助表 {spoken_month(sheet.month)}") as work:
            members = team_members.list_members(
                work.connection, MemberFilter(team_id=sheet.team_id), today
            )
            allowances.close_sheet(
                work.session,
                allowances.sheet_for_change(work.session, now),
                now.lines,
                {member.id: member.facts.resident_id for member in members},
                day=today,
                account=self._context.actor.name,
            )
        return work.changes

    def register(self, sheet: AllowanceSheet) -> Register:
        """Return the sheet to print or to write as a workbook."""
        self._context.require(Right.READ, "查看补助表")
        return allowance_register(self.sheet(sheet.team_id, sheet.month))

    def _fresh(self, sheet: AllowanceSheet) -> AllowanceSheet:
        """Return the sheet as it is now.

        Raises:
            UserError: it is closed.
            ConflictError: it was changed since it was read.
        """
        now = self.sheet(sheet.team_id, sheet.month)
        refuse_closed(now)
        if now.version != sheet.version:
            raise ConflictError("这张补助表刚才被改过，请看一看新的内容再操作。")
        return now
