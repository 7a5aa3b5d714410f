"""Ethnic festivals (民族节日): when they are this year, and leave for those who keep them."""

from collections.abc import Callable, Hashable, Sequence
from typing import ClassVar

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from linli.domain.accounts import Right
from linli.domain.changes import Changes, Kind
from linli.domain.festivals import FestivalLine
from linli.domain.register_texts import spoken_day
from linli.gui.desk import Desk
from linli.gui.i18n import tr
from linli.gui.list_dialog import HistoryOf
from linli.gui.register_dialog import RegisterDialog
from linli.gui.year_days_form import YearDaysForm

_NAMED = 12
"""So many leaves are named before they are given."""


class FestivalsDialog(RegisterDialog[FestivalLine]):
    """Lists festivals, the last year first, with who keeps them."""

    kinds: ClassVar[frozenset[Kind]] = frozenset({Kind.WORKERS, Kind.SETTINGS})
    history_table = "setting"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        heads = [tr("年份"), tr("节日"), tr("哪几天"), tr("要过节的"), tr("已登记请假"), tr("来源")]
        super().__init__(tr("民族节日"), heads, desk, parent)
        new = self.add_editing(tr("填写一年(&N)…"), ordered=False, right=Right.ROSTER)
        self.give_button = self.add_button(
            tr("给要过节的登记请假(&G)…"), "calendar-week", Right.ROSTER
        )
        self.give_button.clicked.connect(self._on_give)
        self._any.append(self.give_button)
        self.add_removing(tr("删去这一年(&X)"), Right.ROSTER)
        hint = tr(
            "节日的日子每年不同，以当地政府的通知为准，请照通知填写。"
            "谁要过节，由本人提出，在“人员”里打勾。"
        )
        self.set_empty("calendar-week", tr("还没有填写民族节日"), hint, [new])
        self.read()

    @override
    def list_items(self) -> Sequence[FestivalLine]:
        return self.desk.services.festivals.lines()

    @override
    def key(self, item: FestivalLine) -> Hashable:
        return item.year, item.festival.first

    @override
    def line(self, item: FestivalLine) -> Sequence[str]:
        first, last = item.festival.first, item.festival.last
        days = spoken_day(first)
        if last != first:
            days = tr("{first}至{last}").format(first=days, last=spoken_day(last))
        return (
            str(item.year),
            item.festival.name,
            days,
            tr("{count} 人").format(count=item.keepers),
            tr("{count} 人").format(count=item.given),
            item.source,
        )

    @override
    def summary_text(self) -> str:
        return tr("谁要过节由本人提出，不看民族；登记了请假，自动排班就不排这几天。")

    @override
    def open_form(self, item: FestivalLine | None) -> None:
        if not self.desk.may(Right.ROSTER):
            return
        form = FestivalYearForm(self.desk, None if item is None else item.year, self)
        form.saved.connect(self.desk.bus.publish)
        form.open()

    @override
    def removal(self, item: FestivalLine) -> tuple[str, str, Callable[[], Changes]]:
        question = tr("删去 {year} 年的民族节日？").format(year=item.year)
        detail = tr("已经登记的请假不受影响；可以按 Ctrl+Z 撤销。")
        return question, detail, lambda: self.desk.services.festivals.remove_year(item.year)

    @override
    def _history_of(self) -> HistoryOf | None:
        return self.history_table, "festivals", tr("民族节日")

    def _on_give(self) -> None:
        """Say whose leaves are missing, and give them in one step."""
        service = self.desk.services.festivals
        found = service.suggested()
        if not found:
            text = tr("没有要登记的民族节日请假。")
            detail = tr("以后的节日都填了吗？要过节的人，在“人员”里打勾了吗？")
            self.desk.ask.tell(self, text, detail)
            return
        lines = [
            tr("{name}：{festival}").format(name=each.name, festival=each.leave.note)
            for each in found[:_NAMED]
        ]
        if len(found) > _NAMED:
            lines.append(tr("还有 {count} 次").format(count=len(found) - _NAMED))
        question = tr("登记 {count} 次民族节日请假？").format(count=len(found))
        if self.desk.ask.confirm(self, question, accept=tr("登记"), detail="\n".join(lines)):
            self.do(lambda: service.give()[1])


class FestivalYearForm(YearDaysForm):
    """Enters or changes the festivals of a year."""

    def __init__(self, desk: Desk, year: int | None, parent: QWidget | None = None) -> None:
        festivals = desk.services.festivals
        super().__init__(
            tr("一年的民族节日"),
            desk,
            festivals.save_year,
            days=tr("哪几天(&H)"),
            hint=tr("一个节日一行，写节日那几天，如 古尔邦节：5月27日至29日放假。"),
            units=120,
            year=year,
            known=next((each for each in festivals.years() if each.year == year), None),
            parent=parent,
        )
