"""Showing full numbers (显示号码): the clerk says why, and the audit trail keeps it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from linli.domain.accounts import Right
from linli.domain.registers import Register
from linli.gui.ask import Ask
from linli.gui.desk import Desk
from linli.gui.i18n import mark, tr

REVEALED_SECONDS = 60
"""How long full numbers stay on the screen of the counter."""

REASONS = (
    mark("办理业务"),
    mark("核对资料"),
    mark("联系本人"),
    mark("上报材料"),
)


def ask_reason(ask: Ask, parent: QWidget) -> str | None:
    """Ask why full numbers are needed; None if the clerk lets it be."""
    answer = ask.choose(
        parent,
        tr("为什么要看完整号码？"),
        [tr(reason) for reason in REASONS],
        detail=tr("谁在什么时候因为什么看过，会记入操作日志。"),
    )
    return None if answer is None else REASONS[answer]


@dataclass(frozen=True, kw_only=True)
class NumbersWay:
    """How a list that leaves writes its numbers.

    Attributes:
        reason: why they are in full; None where they are masked.
        posted: whether it is to hang on a wall (公示).
    """

    reason: str | None = None
    posted: bool = False

    @property
    def revealed(self) -> bool:
        """Whether numbers are in full."""
        return self.reason is not None

    def finished(self, desk: Desk, register: Register) -> Register:
        """Return a list as it leaves.

        Raises:
            NotAllowedError: it is to be posted, which the role may not do.
        """
        return desk.services.masking.for_posting(register) if self.posted else register


def ask_numbers(
    desk: Desk, parent: QWidget, question: str, *, in_full: bool = True
) -> NumbersWay | None:
    """Ask how the numbers of a list are written; None if the list is not wanted after all.

    Only the ways are offered that the role may go; without a choice nothing is asked.

    Args:
        desk: the working place.
        parent: the window.
        question: what to ask.
        in_full: whether the list has numbers that could be in full.
    """
    may = desk.services.context.may
    ways = {"masked": tr("隐去中间几位（推荐）")}
    if in_full and may(Right.REVEAL):
        ways["full"] = tr("完整显示")
    if may(Right.POST):
        ways["posted"] = tr("张贴公示（姓名、号码、住址都隐去一部分）")
    answer = 0 if len(ways) == 1 else desk.ask.choose(parent, question, list(ways.values()))
    if answer is None:
        return None
    way = list(ways)[answer]
    if way == "full":
        reason = ask_reason(desk.ask, parent)
        return None if reason is None else NumbersWay(reason=reason)
    return NumbersWay(posted=way == "posted")


def ask_in_full(desk: Desk, parent: QWidget, question: str) -> NumbersWay | None:
    """Ask whether a paper about one person shows numbers in full, and why; None to leave it.

    Who may not see them is not asked.
    """
    if not desk.may(Right.REVEAL):
        return NumbersWay()
    ways = [tr("隐去中间几位（推荐）"), tr("完整显示")]
    answer = desk.ask.choose(parent, question, ways)
    reason = ask_reason(desk.ask, parent) if answer else None
    if answer is None or (answer and reason is None):
        return None
    return NumbersWay(reason=reason)


class Revealing(QObject):
    """The button of a form that shows its hidden numbers for a while, with a reason."""

    def __init__(
        self,
        desk: Desk,
        form: QWidget,
        button: QPushButton,
        editors: Sequence[Any],
        record: Callable[[str], object],
    ) -> None:
        """Hide the numbers.

        Args:
            desk: the working place.
            form: the form.
            button: shown while something is hidden, if the role may reveal at all.
            editors: inputs with `hide_value`, `reveal` and `is_masked`.
            record: told why the numbers are shown, before they are.
        """
        super().__init__(form)
        self._desk = desk
        self._form = form
        self._button = button
        self._editors = editors
        self._record = record
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.setInterval(REVEALED_SECONDS * 1000)
        self.timer.timeout.connect(self._on_timeout)
        button.clicked.connect(self.ask)
        self.hide()

    def hide(self) -> None:
        """Hide what there is, as it stands now."""
        self.timer.stop()
        for editor in self._editors:
            editor.hide_value()
        masked = any(editor.is_masked for editor in self._editors)
        self._button.setVisible(masked and self._desk.services.masking.may_reveal())

    def ask(self) -> None:
        """Ask for the reason, and show the numbers."""
        reason = ask_reason(self._desk.ask, self._form)
        if reason is None:
            return
        self._record(reason)
        for editor in self._editors:
            editor.reveal()
        self._button.hide()
        self.timer.start()

    def _on_timeout(self) -> None:
        """Hide them again, unless the clerk is typing in one of them."""
        focus = QApplication.focusWidget()
        if focus is not None and any(
            each is focus or each.isAncestorOf(focus) for each in self._editors
        ):
            self.timer.start()
        else:
            self.hide()
