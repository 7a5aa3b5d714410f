"""Retention (保存期限): whose data are due, and what is decided; nothing goes by itself."""

from collections.abc import Callable, Hashable, Sequence
from typing import ClassVar

from PySide6.QtWidgets import QPushButton, QWidget
from typing_extensions import override

from linli.domain.accounts import Right
from linli.domain.changes import Changes, Kind
from linli.domain.erasures import Ground
from linli.domain.retention import DueLine, months_text
from linli.gui.desk import Desk
from linli.gui.fact_list import plain_label
from linli.gui.form_dialog import FormDialog
from linli.gui.i18n import mark, tr
from linli.gui.inputs import ChoiceInput
from linli.gui.list_dialog import HistoryOf
from linli.gui.password_input import PasswordInput
from linli.gui.privacy.erase import open_erasure
from linli.gui.privacy.retention_forms import KeepForm, RulesForm
from linli.gui.privacy.returned import report_returned
from linli.gui.register_dialog import RegisterDialog

_SHOWN = {True: mark("要决定的"), False: mark("全部到期的（含继续保存的）")}


def open_retention(desk: Desk, parent: QWidget) -> None:
    """Show whose data are due."""
    dialog = RetentionDialog(desk, parent)
    dialog.open()
    report_returned(desk, dialog)


class RetentionDialog(RegisterDialog[DueLine]):
    """Lists what the rules say is due; at first what is to be decided about."""

    history_table = "resident"
    kinds: ClassVar[frozenset[Kind]] = frozenset(
        {Kind.RETENTION, Kind.RESIDENTS, Kind.CONSENTS, Kind.DWELLINGS, Kind.SETTINGS}
    )

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        heads = [
            tr("姓名"),
            tr("住址"),
            tr("规则"),
            tr("从哪天算"),
            tr("期限"),
            tr("到期"),
            tr("决定"),
        ]
        super().__init__(tr("保存期限"), heads, desk, parent)
        self.shown = ChoiceInput({each: tr(words) for each, words in _SHOWN.items()}, self)
        self.add_choice(tr("显示(&S)"), self.shown)
        self.keep_button = self._add(tr("继续保存(&N)…"), "check", self._on_keep)
        self._some.append(self.keep_button)
        self.erase_button = self._add(tr("彻底删除(&E)…"), "trash", self._on_erase)
        self.rules_button = self._add(tr("期限规则(&T)…"), "settings", self._on_rules)
        self.rules_button.setEnabled(desk.may(Right.SETTINGS))
        hint = tr(
            "迁出、去世、撤回同意、租住到期、移入回收站满了期限的人会列在这里，由您决定去留。"
        )
        self.set_empty("circle-check", tr("没有到期的个人信息"), hint, [])
        self.read()
        self._finish_sweeping()

    @override
    def _history_of(self) -> HistoryOf | None:
        """Name the person or the tenancy of the selected line."""
        selected = self.selected()
        if len(selected) != 1:
            return None
        (item,) = selected
        return item.table, str(item.row_id), item.name

    @override
    def list_items(self) -> Sequence[DueLine]:
        return self.desk.services.retention.due(waiting=self.shown.value())

    @override
    def key(self, item: DueLine) -> Hashable:
        return item.rule.id, item.table, item.row_id

    @override
    def line(self, item: DueLine) -> Sequence[str]:
        return (
            item.name,
            item.place,
            item.rule.what,
            item.since.isoformat(),
            months_text(item.rule.months),
            item.due.isoformat(),
            "" if item.kept is None else self._decision(item),
        )

    @override
    def summary_text(self) -> str:
        words = tr("到期 {count} 项。程序不会自己删除，逐项决定继续保存还是删除。")
        return words.format(count=f"{len(self.items):,}") if self.items else ""

    @override
    def open_form(self, item: DueLine | None) -> None:
        if item is not None:
            self._publish_from(KeepForm(self.desk, [item], self))

    @override
    def _on_selection(self) -> None:
        super()._on_selection()
        may = self.desk.may(Right.ERASE)
        self.erase_button.setEnabled(len(self.selected()) == 1 and may)

    def _decision(self, item: DueLine) -> str:
        if item.kept is None:
            return ""
        words = tr("保存到 {day}：{reason}（{account}）")
        return words.format(
            day=item.kept.until.isoformat(), reason=item.kept.reason, account=item.kept.account
        )

    def _add(self, text: str, icon_name: str, slot: Callable[[], None]) -> QPushButton:
        button = self.add_button(text, icon_name)
        button.clicked.connect(slot)
        return button

    def _publish_from(self, form: FormDialog) -> None:
        form.saved.connect(self.desk.bus.publish)
        form.open()

    def _on_keep(self) -> None:
        self._publish_from(KeepForm(self.desk, self.selected(), self))

    def _on_rules(self) -> None:
        self._publish_from(RulesForm(self.desk, self))

    def _on_erase(self) -> None:
        (item,) = self.selected()
        if item.table == "resident":
            open_erasure(self.desk, item.row_id, self, Ground.PERIOD)
        else:
            self._publish_from(TenantForm(self.desk, item, self))

    def _finish_sweeping(self) -> None:
        """Clear what an erasure could not on a full disk."""
        self.desk.jobs.run(
            lambda _: self.desk.services.erasures.finish(), owner=self, done=lambda _: None
        )


class TenantForm(FormDialog):
    """Asks for the password and makes a former tenant nameless; `saved` carries the `Changes`."""

    def __init__(self, desk: Desk, item: DueLine, parent: QWidget | None) -> None:
        super().__init__(tr("去掉租户的姓名和号码"), desk.theme, desk.ask, parent)
        self._desk = desk
        self._item = item
        words = tr(
            "「{name}」在{place}租住到 {day}。去掉姓名、证件和电话后，只留下房间和日期，不能撤销。"
        )
        note = plain_label(
            words.format(name=item.name, place=item.place, day=item.since.isoformat()), "", self
        )
        note.setWordWrap(True)
        self.form.add_widget(note)
        hint = tr("输入您自己的登录密码，才会去掉")
        self.form.add("password", tr("密码(&P)"), PasswordInput(), hint=hint)
        self.form.load()
        self.save_button.setText(tr("去掉(&S)"))

    @override
    def save(self) -> Changes:
        result = self._desk.services.erasures.anonymise_tenancy(
            self._item.row_id,
            ground=Ground.PERIOD,
            password=self.form.value("password") or "",
        )
        return result.changes
