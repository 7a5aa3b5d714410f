"""The guide that measures a printer with a sheet of paper (校准向导)."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from linli.domain.changes import Changes
from linli.domain.paper import PrinterProfile, Side
from linli.errors import InvalidInput, UserError
from linli.gui.desk import Desk
from linli.gui.fitting import fit_to_screen, scrolled
from linli.gui.forms import ProblemBand, homeless_text
from linli.gui.i18n import mark, tr
from linli.gui.paper.calibration_pages import Printed, PrintPage, ReadPage, ResultPage

_PRINT, _READ, _RESULT = range(3)
_STEPS = {
    _PRINT: (
        mark("第 1 步　打印校准纸"),
        mark("用平时印卡的纸盒，放一张普通纸。印出来后不要裁。"),
        mark("印好了，去读数(&N)"),
    ),
    _READ: (
        mark("第 2 步　折纸读数"),
        mark("沿虚线向有字的一面折，看纸边碰到哪条线的头，读那个数；短线是半格，负数带“−”号。"),
        mark("算一算，记下来(&S)"),
    ),
    _RESULT: (
        mark("第 3 步　结果"),
        mark("已经记在这台打印机的档案里，以后印卡会自动照这样挪。可以按 Ctrl+Z 撤销。"),
        mark("完成(&F)"),
    ),
}


class CalibrationDialog(QDialog):
    """Leads through the calibration of a printer profile. Show it with `open()`."""

    def __init__(self, desk: Desk, profile: PrinterProfile, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("校准：{name}").format(name=profile.name))
        self._desk = desk
        self._name = profile.name
        self._printed = Printed()
        self._title = QLabel(self)
        self._title.setObjectName("heading")
        self._hint = QLabel(self)
        self._hint.setObjectName("muted")
        self._hint.setWordWrap(True)
        self.problems = ProblemBand(desk.theme, self)
        self.print_page = PrintPage(desk, profile, self)
        self.read_page = ReadPage(desk, self)
        self.result_page = ResultPage(desk, profile, self)
        self._stack = QStackedWidget(self)
        for page in (scrolled(self.print_page), self.read_page, scrolled(self.result_page)):
            self._stack.addWidget(page)
        self.back_button = QPushButton(tr("上一步(&K)"), self)
        self.next_button = QPushButton(self)
        self.next_button.setDefault(True)
        self.next_button.setProperty("primary", "true")
        self.cancel_button = QPushButton(tr("取消"), self)
        self._arrange()
        self.back_button.clicked.connect(lambda: self._go_to(_PRINT))
        self.next_button.clicked.connect(self._on_next)
        self.cancel_button.clicked.connect(self.reject)
        self.result_page.reading_asked.connect(self._on_again)
        self._go_to(_PRINT)

    @override
    def reject(self) -> None:
        if not self._desk.jobs.busy:
            super().reject()

    @property
    def step(self) -> int:
        """The page that is shown, from 0."""
        return self._stack.currentIndex()

    def _arrange(self) -> None:
        px = self._desk.theme.px
        buttons = QHBoxLayout()
        buttons.addWidget(self.back_button)
        buttons.addStretch(1)
        buttons.addWidget(self.next_button)
        buttons.addWidget(self.cancel_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(16), px(16), px(16), px(16))
        column.setSpacing(px(12))
        for widget in (self._title, self._hint, self.problems):
            column.addWidget(widget)
        column.addWidget(self._stack, 1)
        column.addLayout(buttons)
        fit_to_screen(self, self._desk.theme.size(960, 680))

    def _go_to(self, step: int) -> None:
        title, hint, button = _STEPS[step]
        self._title.setText(tr(title))
        self._hint.setText(tr(hint))
        self.next_button.setText(tr(button))
        self.back_button.setVisible(step == _READ)
        self.cancel_button.setVisible(step != _RESULT)
        self.problems.say("")
        self._stack.setCurrentIndex(step)
        if step == _PRINT:
            self.print_page.form.focus_first()
        elif step == _RESULT:
            self.next_button.setFocus()

    def _read(self, printed: Printed) -> None:
        self._printed = printed
        self._go_to(_READ)
        self.read_page.begin(printed)

    def _on_next(self) -> None:
        if self.step == _PRINT:
            self._read(self.print_page.how)
        elif self.step == _READ:
            self._save()
        else:
            self.accept()

    def _on_again(self) -> None:
        self._read(replace(self._printed, corrected=True))

    def _save(self) -> None:
        page = self.read_page
        self.problems.say("")
        problems = page.problems()
        page.form.show_problems(problems)
        if problems or not self._is_sure(page.doubtful()):
            return
        front, back = (page.readings(side) for side in Side)
        printed = self._printed
        self._desk.jobs.run(
            lambda _: self._desk.services.paper.calibrate(
                self._name, front, back, printed.size, printed_with_correction=printed.corrected
            ),
            owner=self,
            done=self._on_saved,
            failed=self._show_error,
        )

    def _is_sure(self, doubtful: list[str]) -> bool:
        if not doubtful:
            return True
        return self._desk.ask.confirm(
            self,
            tr("{readings}，尺子上没有这么大的数。真的读到这个数吗？").format(
                readings=tr("、").join(doubtful)
            ),
            accept=tr("是这个数"),
            detail=tr("没有读错也可以用；多半是小数点或者正负号错了。"),
        )

    def _on_saved(self, changes: Changes) -> None:
        self._desk.bus.publish(changes)
        profile = self._desk.services.paper.profile(self._name)
        self.result_page.show_result(profile, self._printed)
        self._go_to(_RESULT)

    def _show_error(self, error: UserError) -> None:
        if isinstance(error, InvalidInput):
            rest = self.read_page.form.show_problems(error.problems)
            self.problems.say(homeless_text(rest))
        else:
            self.problems.say(error.message)
