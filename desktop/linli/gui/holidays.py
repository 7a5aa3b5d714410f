"""The holidays that the hall goes by (节假日表): year by year, and honest about unknown ones."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from linli.domain.accounts import Right
from linli.domain.changes import Changes, Kind
from linli.domain.working_days import HolidayYear, year_words
from linli.gui.desk import Desk
from linli.gui.i18n import tr
from linli.gui.list_dialog import HistoryOf
from linli.gui.register_dialog import RegisterDialog
from linli.gui.year_days_form import YearDaysForm


@dataclass(frozen=True, kw_only=True)
class YearLine:
    """A year of the list; `known` is None while nobody has announced or entered its holidays."""

    year: int
    known: HolidayYear | None


def open_holidays(desk: Desk, parent: QWidget) -> None:
    """Show the holidays of all years."""
    HolidaysDialog(desk, parent).open()


class HolidaysDialog(RegisterDialog[YearLine]):
    """Lists the known years, this year and the next."""

    kinds: ClassVar[frozenset[Kind]] = frozenset({Kind.SETTINGS})
    history_table = "setting"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        heads = [tr("年份"), tr("放假和调休"), tr("来源")]
        super().__init__(tr("节假日"), heads, desk, parent)
        self.add_editing(tr("填写一年(&N)…"), ordered=False, right=Right.SETTINGS)
        self.remove_button = self.add_button(tr("删去填写的(&X)"), "trash", Right.SETTINGS)
        self.remove_button.clicked.connect(self._on_remove)
        self.read()

    @override
    def list_items(self) -> Sequence[YearLine]:
        calendar = self.desk.services.calendar.calendar()
        today = self.desk.services.context.clock().date()
        years = {today.year, today.year + 1} | {each.year for each in calendar.years}
        return [YearLine(year=year, known=calendar.year(year)) for year in sorted(years)[::-1]]

    @override
    def key(self, item: YearLine) -> Hashable:
        return item.year

    @override
    def line(self, item: YearLine) -> Sequence[str]:
        if item.known is None:
            unknown = tr(
                "还不知道：先按周末和法定节日算。国务院的通知一般在前一年十一月发布，发布后请填写。"
            )
            return str(item.year), unknown, ""
        words = year_words(item.known).replace("\n", " ")
        return str(item.year), words, item.known.source

    @override
    def summary_text(self) -> str:
        return tr("期限、接待日和值班按这里算工作日；少数民族节日等地方假日也写在这里。")

    @override
    def open_form(self, item: YearLine | None) -> None:
        if not self.desk.may(Right.SETTINGS):
            return
        form = HolidayYearForm(self.desk, item, self)
        form.saved.connect(self.desk.bus.publish)
        form.open()

    @override
    def removal(self, item: YearLine) -> tuple[str, str, Callable[[], Changes]]:
        question = tr("删去这里填写的 {year} 年节假日？").format(year=item.year)
        detail = tr(
            "程序带着这一年的放假安排就用程序的，否则只按周末和法定节日算。可以按 Ctrl+Z 撤销。"
        )
        return question, detail, lambda: self.desk.services.calendar.remove_year(item.year)

    @override
    def _history_of(self) -> HistoryOf | None:
        return self.history_table, "holidays", tr("节假日")

    @override
    def _on_selection(self) -> None:
        super()._on_selection()
        selected = self.selected()
        own = len(selected) == 1 and selected[0].known is not None and selected[0].known.own
        self.remove_button.setEnabled(own and self.desk.may(Right.SETTINGS))


class HolidayYearForm(YearDaysForm):
    """Enters or changes a year in the words of the notice."""

    def __init__(self, desk: Desk, item: YearLine | None, parent: QWidget | None = None) -> None:
        super().__init__(
            tr("一年的节假日"),
            desk,
            desk.services.calendar.save_year,
            days=tr("放假安排(&H)"),
            hint=tr(
                "把国务院办公厅通知里的几行原样贴进来就行，一个节日一行；地方假日自己加一行，"
                "如 古尔邦节：5月16日至18日放假。"
            ),
            units=220,
            year=item.year if item else None,
            known=item.known if item else None,
            parent=parent,
        )
