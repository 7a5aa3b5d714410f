"""What the registers of people have in common: long lists, printing, a workbook, going to one."""

from collections.abc import Callable
from functools import cached_property
from typing import Generic, TypeVar

from PySide6.QtWidgets import QPushButton

from linli.domain.accounts import Right
from linli.domain.registers import Register
from linli.domain.values.masking import Masks
from linli.gui.i18n import tr
from linli.gui.print_dialog import open_print_dialog
from linli.gui.register_dialog import RegisterDialog
from linli.gui.reveal import NumbersWay, ask_numbers

T = TypeVar("T")

SHOWN_MOST = 1000
"""So many lines are shown; a list that is printed or written has all."""


class PeopleRegister(RegisterDialog[T], Generic[T]):
    """A register that can be printed and written as a workbook.

    A subclass says what `register` is, and whether it names phones (`has_phones`).
    """

    across = False
    """Whether it is printed on paper laid across."""
    has_phones = False
    """Whether it names phones: then the clerk is asked whether in full, and why."""
    is_posted = False
    """Whether it may hang on a wall (公示); one that names phones may as well."""

    @cached_property
    def masks(self) -> Masks:
        """The digits that stay of masked numbers."""
        return self.desk.services.masking.masks()

    def register(self, *, revealed: bool) -> Register:
        """Return the list to print, under the conditions of the screen."""
        raise NotImplementedError

    def add_output(self, print_text: str, export_text: str) -> None:
        """Add the buttons that print the list and write it as a workbook."""
        self.print_list_button = self.add_button(print_text, "printer", Right.PRINT)
        self.print_list_button.clicked.connect(lambda: self.output(self._made, self._print))
        self.export_button = self.add_button(export_text, "file-export", Right.EXPORT)
        self.export_button.clicked.connect(lambda: self.output(self._made, self._export))
        self._any += [self.print_list_button, self.export_button]

    def add_action(
        self,
        text: str,
        icon_name: str,
        slot: Callable[[], None],
        *,
        needs_one: bool = True,
        right: Right | None = None,
    ) -> QPushButton:
        """Add a button for the selected line, or for all selected lines."""
        button = self.add_button(text, icon_name, right)
        button.clicked.connect(slot)
        (self._one if needs_one else self._some).append(button)
        return button

    def cut_note(self, shown: int, total: int) -> str:
        """Return the sentence that a list is longer than what is shown, else nothing."""
        if shown >= total:
            return ""
        words = tr("这里只列出前 {shown} 行，打印和导出是全部。")
        return words.format(shown=f"{shown:,}")

    def output(
        self,
        make: Callable[[bool], Register],
        leave: Callable[[Register, str | None], None],
        *,
        has_phones: bool | None = None,
    ) -> None:
        """Ask about full numbers where there are any, make the list and let it leave.

        Args:
            make: makes it; is told whether numbers are in full.
            leave: lets it leave; is told why they are.
            has_phones: whether it names phones, where it differs from the register's own list.
        """
        phones = self.has_phones if has_phones is None else has_phones
        way: NumbersWay | None = NumbersWay()
        if phones or self.is_posted:
            question = tr("名册上的姓名和号码怎么写？")
            way = ask_numbers(self.desk, self, question, in_full=phones)
        if way is None:
            return
        chosen = way
        self.desk.jobs.run(
            lambda _: chosen.finished(self.desk, make(chosen.revealed)),
            owner=self,
            done=lambda register: leave(register, chosen.reason),
            title=tr("正在准备名册…"),
        )

    def _made(self, revealed: bool) -> Register:  # noqa: FBT001 - called by `output` alone
        return self.register(revealed=revealed)

    def print_upright(self, register: Register, reason: str | None) -> None:
        """Print a list on upright paper, however the register's own list lies."""
        self._print(register, reason, across=False)

    def _print(self, register: Register, reason: str | None, *, across: bool | None = None) -> None:
        registers = self.desk.services.registers
        across = self.across if across is None else across
        self.desk.jobs.run(
            lambda progress: registers.pdf(
                register, across=across, reason=reason, progress=progress
            ),
            owner=self,
            done=lambda content: open_print_dialog(self.desk, content, register.title, self),
            title=tr("正在准备名册…"),
        )

    def _export(self, register: Register, reason: str | None) -> None:
        kinds = tr("Excel 工作簿 (*.xlsx)")
        path = self.desk.ask.save_file(self, tr("导出表格"), f"{register.title}.xlsx", kinds)
        if path is None:
            return
        registers = self.desk.services.registers
        self.desk.jobs.run(
            lambda _: registers.workbook(register, path, reason=reason),
            owner=self,
            done=lambda _: self.desk.ask.tell(
                self, tr("表格已导出。"), tr("位置：{path}").format(path=path)
            ),
            title=tr("正在导出…"),
        )
