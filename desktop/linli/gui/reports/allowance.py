"""The allowance sheet (信息员补助表) of a month: plus and minus with reasons, closing, printing."""

from collections.abc import Hashable, Sequence
from typing import Any, ClassVar

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from linli.domain.accounts import Right
from linli.domain.allowance_lists import signed_yuan
from linli.domain.allowances import (
    PAID_OUTSIDE,
    PART_LABELS,
    AllowanceLine,
    AllowanceRules,
    AllowanceSheet,
    ChangeDraft,
    PartRule,
)
from linli.domain.changes import Changes, Kind
from linli.domain.register_texts import spoken_month
from linli.domain.registers import Register
from linli.domain.teams import INFORMANTS, Team, TeamFilter
from linli.domain.values.money import capital_yuan, yuan
from linli.errors import FieldProblem, InvalidInput
from linli.gui.desk import Desk
from linli.gui.editor.inputs import CheckInput
from linli.gui.fact_list import plain_label
from linli.gui.form_dialog import FormDialog
from linli.gui.i18n import tr
from linli.gui.inputs import ChoiceInput, LineInput
from linli.gui.list_dialog import HistoryOf
from linli.gui.registers.frame import PeopleRegister
from linli.gui.registers.inputs import yuan_input
from linli.gui.teams.patrols import months_around

_BEFORE = 24  # months that can be chosen


def open_allowances(desk: Desk, parent: QWidget) -> None:
    """Show the allowance sheet of the informants; say so if there is no such team."""
    teams = desk.services.teams.list_all(TeamFilter(kind_code=INFORMANTS, running=False))
    if teams:
        AllowanceDialog(desk, teams, parent).open()
    else:
        text = tr("还没有信息员队伍。")
        desk.ask.tell(parent, text, tr("请先在“队伍”里新增一支信息员队伍，加入信息员。"))


class AllowanceDialog(PeopleRegister[AllowanceLine]):
    """Shows a month of a team line by line; at first the last month."""

    kinds: ClassVar[frozenset[Kind]] = frozenset({Kind.REPORTS, Kind.TEAMS, Kind.SETTINGS})
    history_table = "allowance_sheet"
    across = True

    def __init__(self, desk: Desk, teams: Sequence[Team], parent: QWidget | None = None) -> None:
        heads = [
            tr("姓名"),
            tr("网格"),
            tr("在岗天数"),
            tr("报送条数"),
            tr("补助"),
            tr("奖"),
            tr("罚"),
            tr("实发（元）"),
            tr("奖罚说明"),
        ]
        super().__init__(tr("信息员补助表"), heads, desk, parent)
        self.sheet: AllowanceSheet | None = None
        months = months_around(desk.services.context.clock().date(), _BEFORE, 0)
        self.team = ChoiceInput({team.id: team.facts.name for team in teams}, self)
        self.month = ChoiceInput({month: spoken_month(month) for month in months}, self)
        self.month.set_value(months[1])
        self.add_choice(tr("队伍(&T)"), self.team)
        self.add_choice(tr("月份(&M)"), self.month)
        self.put_summary_below()
        self.change_button = self.add_action(
            tr("奖或罚(&J)…"), "coin", self._on_change, right=Right.EDIT
        )
        self.undo_button = self.add_action(
            tr("取消奖罚(&Q)…"), "x", self._on_undo, right=Right.EDIT
        )
        self.amount_button = self.add_button(tr("本月标准(&A)…"), "edit", Right.EDIT)
        self.amount_button.clicked.connect(self._on_amount)
        self.close_month_button = self.add_button(tr("结算(&E)…"), "lock", Right.EDIT)
        self.close_month_button.clicked.connect(self._on_close)
        self.add_output(tr("打印补助表(&P)…"), tr("导出表格(&B)…"))
        self.rules_button = self.add_button(tr("补助标准(&S)…"), "settings", Right.SETTINGS)
        self.rules_button.clicked.connect(self._on_rules)
        hint = tr("请先在“队伍”里给信息员队伍添加队员，写上加入日期。")
        self.set_empty("coin", tr("这个月没有人在队里"), hint, [])
        self.read()

    @override
    def list_items(self) -> Sequence[AllowanceLine]:
        service = self.desk.services.allowances
        self.sheet = service.sheet(self.team.value(), self.month.value())
        return self.sheet.lines

    @override
    def key(self, item: AllowanceLine) -> Hashable:
        return item.member_id, item.name

    @override
    def line(self, item: AllowanceLine) -> Sequence[str]:
        return (
            item.name,
            item.grid,
            str(item.days),
            str(item.slips),
            yuan(item.base),
            yuan(item.plus) if item.plus else "",
            yuan(item.minus) if item.minus else "",
            signed_yuan(item.total),
            item.reasons,
        )

    @override
    def summary_text(self) -> str:
        sheet = self.sheet
        if sheet is None or not sheet.lines:
            return ""
        words = tr("{count} 人，合计 {total} 元（{capital}）。")
        text = words.format(
            count=len(sheet.lines),
            total=signed_yuan(sheet.total),
            capital=capital_yuan(max(sheet.total, 0)),
        )
        if sheet.closed_on is not None:
            done = tr("已由{account}于 {day} 结算，不再变动。")
            return text + done.format(account=sheet.account, day=sheet.closed_on.isoformat())
        return text + tr("还没有结算，随登记变动。") + tr(PAID_OUTSIDE)

    @override
    def open_form(self, item: AllowanceLine | None) -> None:
        """Enter a plus or minus for who is activated."""
        if item is not None and self.change_button.isEnabled():
            self._on_change()

    @override
    def register(self, *, revealed: bool) -> Register:
        return self.desk.services.allowances.register(self._sheet())

    @override
    def _on_selection(self) -> None:
        super()._on_selection()
        is_open = self.sheet is not None and self.sheet.closed_on is None
        one = self.selected()[0] if len(self.selected()) == 1 else None
        self.change_button.setEnabled(is_open and one is not None)
        self.undo_button.setEnabled(is_open and one is not None and bool(one.plus or one.minus))
        self.amount_button.setEnabled(is_open)
        self.close_month_button.setEnabled(is_open and bool(self.items))

    @override
    def _history_of(self) -> HistoryOf | None:
        """Return the sheet, whichever line is selected; nothing was entered of a new one."""
        sheet = self.sheet
        if sheet is None or sheet.id is None:
            return None
        return self.history_table, str(sheet.id), spoken_month(sheet.month)

    def _sheet(self) -> AllowanceSheet:
        if self.sheet is None:
            raise ValueError("read first")
        return self.sheet

    def _publish_from(self, form: FormDialog) -> None:
        form.saved.connect(self.desk.bus.publish)
        form.open()

    def _on_change(self) -> None:
        self._publish_from(ChangeForm(self.desk, self._sheet(), self.selected()[0], self))

    def _on_undo(self) -> None:
        """Take one plus or minus off again."""
        sheet, line = self._sheet(), self.selected()[0]
        own = [change for change in sheet.changes if change.member_id == line.member_id]
        texts = [
            tr("{amount} 元　{reason}").format(
                amount=signed_yuan(change.amount), reason=change.reason
            )
            for change in own
        ]
        question = tr("取消“{name}”的哪一项？").format(name=line.name)
        answer = self.desk.ask.choose(self, question, texts)
        if answer is not None:
            change = own[answer]
            self.do(lambda: self.desk.services.allowances.remove_change(sheet, change.id))

    def _on_amount(self) -> None:
        self._publish_from(AmountForm(self.desk, self._sheet(), self))

    def _on_rules(self) -> None:
        self._publish_from(AmountForm(self.desk, None, self))

    def _on_close(self) -> None:
        sheet = self._sheet()
        question = tr("结算{month}的补助？").format(month=spoken_month(sheet.month))
        detail = tr("结算后这张表不再变动，以后补登的信息不影响它。")
        if self.desk.ask.confirm(self, question, accept=tr("结算"), detail=detail):
            self.do(lambda: self.desk.services.allowances.close(sheet))


class ChangeForm(FormDialog):
    """Asks for a plus or minus and its reason; `saved` carries the `Changes`."""

    def __init__(
        self, desk: Desk, sheet: AllowanceSheet, line: AllowanceLine, parent: QWidget | None
    ) -> None:
        title = tr("{name}的奖罚").format(name=line.name)
        super().__init__(title, desk.theme, desk.ask, parent)
        self._desk = desk
        self._sheet = sheet
        self._line = line
        note = tr("{month}补助 {base} 元，报送 {slips} 条。").format(
            month=spoken_month(sheet.month), base=yuan(line.base), slips=line.slips
        )
        self.form.add_widget(plain_label(note, "muted", self))
        self.form.add("minus", "", CheckInput(tr("罚（从补助里扣）(&K)")))
        self.form.add("amount", tr("金额(&A)"), yuan_input())
        hint = tr("写明原因，印在补助表上")
        self.form.add("reason", tr("原因(&R)"), LineInput(tr("如 及时报告火情")), hint=hint)
        self.form.load(minus=False)

    @override
    def save(self) -> Changes:
        amount = self.form.value("amount") or 0
        draft = ChangeDraft(
            member_id=self._line.member_id or 0,
            amount=-amount if self.form.value("minus") else amount,
            reason=self.form.value("reason") or "",
        )
        return self._desk.services.allowances.add_change(self._sheet, draft)


class AmountForm(FormDialog):
    """The amount a month: of one sheet, or what new sheets begin with."""

    def __init__(self, desk: Desk, sheet: AllowanceSheet | None, parent: QWidget | None) -> None:
        title = tr("补助标准")
        if sheet is not None:
            title = tr("{month}的补助标准").format(month=spoken_month(sheet.month))
        super().__init__(title, desk.theme, desk.ask, parent)
        self._desk = desk
        self._sheet = sheet
        rules = desk.services.allowances.rules() if sheet is None else sheet.rules
        parts: dict[Any, str] = {each: tr(words) for each, words in PART_LABELS.items()}
        self.form.add("amount", tr("每人每月(&A)"), yuan_input())
        self.form.add("part_rule", tr("不满一月(&W)"), ChoiceInput(parts))
        self.form.load(amount=rules.amount, part_rule=rules.part_rule)
        if sheet is None:
            self.add_history(desk, [("setting", "allowance_rules")], tr("补助标准"))

    @override
    def save(self) -> Changes:
        amount, rule = self.form.value("amount"), self.form.value("part_rule")
        if not isinstance(amount, int) or not isinstance(rule, PartRule):
            message = tr("请填写每人每月多少元。")
            raise InvalidInput([FieldProblem(field="amount", message=message)])
        rules = AllowanceRules(amount=amount, part_rule=rule)
        service = self._desk.services.allowances
        if self._sheet is None:
            return service.save_rules(rules)
        return service.set_amount(self._sheet, rules)
