"""Guides, work rules and services (办事指南、工作制度、代办事项) of a station or the whole hall."""

from collections.abc import Callable, Hashable, Sequence
from functools import partial
from typing import Any, ClassVar

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from linli.domain.accounts import Right
from linli.domain.changes import Changes, Kind
from linli.domain.guides import GUIDE_KIND, Guide, GuideFilter, GuideKind, time_words
from linli.domain.registers import Register
from linli.gui.desk import Desk
from linli.gui.i18n import tr
from linli.gui.inputs import ChoiceInput
from linli.gui.print_dialog import open_print_dialog
from linli.gui.registers.frame import PeopleRegister
from linli.gui.stations.guide_form import GuideForm, station_choices


def open_guides(desk: Desk, parent: QWidget, station_id: int | None = None) -> None:
    """Show guides, at first those that hold at `station_id`."""
    GuidesDialog(desk, parent, station_id).open()


class GuidesDialog(PeopleRegister[Guide]):
    """Lists guides by kind and station."""

    kinds: ClassVar[frozenset[Kind]] = frozenset({Kind.GUIDES, Kind.STAFF})
    history_table = "guide"
    across = True

    def __init__(
        self, desk: Desk, parent: QWidget | None = None, station_id: int | None = None
    ) -> None:
        heads = [
            *(tr("名称"), tr("类别"), tr("站点"), tr("材料")),
            *(tr("期限"), tr("收费"), tr("咨询电话")),
        ]
        super().__init__(tr("指南、制度和代办事项"), heads, desk, parent)
        kinds: dict[Any, str] = {None: tr("全部")}
        kinds |= {kind: tr(words) for kind, words in GUIDE_KIND.items()}
        self.kind = ChoiceInput(kinds, self)
        self.station = ChoiceInput(station_choices(desk, tr("全部")), self)
        self.station.set_value(station_id)
        self.add_choice(tr("类别(&K)"), self.kind)
        self.add_choice(tr("站点(&S)"), self.station)
        new = self.add_editing(tr("添加(&N)…"), ordered=False)
        self.telling_button = self.add_action(
            tr("打一次性告知单(&G)"),
            "printer",
            self._on_telling,
            needs_one=False,
            right=Right.PRINT,
        )
        self.guide_button = self.add_action(
            tr("打指南或制度(&Z)"), "printer", self._on_guide, needs_one=False, right=Right.PRINT
        )
        self.wall_button = self.add_action(
            tr("打上墙的大字(&W)…"), "printer", self._on_wall, needs_one=False, right=Right.PRINT
        )
        self.add_removing(tr("删除(&X)"))
        self.add_output(tr("打印目录(&P)"), tr("导出目录(&B)…"))
        hint = tr(
            "把每件事的依据、条件、程序、期限和材料写在这里，一次告知；"
            "工作制度也写在这里，打印上墙。"
        )
        self.set_empty("notebook", tr("这里还没有指南或制度"), hint, [new])
        self.read()

    @property
    def wanted(self) -> GuideFilter:
        """What is listed now."""
        return GuideFilter(kind=self.kind.value(), station_id=self.station.value())

    @override
    def list_items(self) -> Sequence[Guide]:
        return self.desk.services.guides.list_all(self.wanted)

    @override
    def key(self, item: Guide) -> Hashable:
        return item.id

    @override
    def line(self, item: Guide) -> Sequence[str]:
        facts = item.facts
        return (
            facts.title,
            tr(GUIDE_KIND[facts.kind]),
            item.station or tr("整个大厅"),
            (facts.materials or "").replace("\n", "；"),
            time_words(facts),
            facts.fee or "",
            facts.phone or "",
        )

    @override
    def summary_text(self) -> str:
        return tr("共 {count} 份。").format(count=len(self.items)) if self.items else ""

    @override
    def open_form(self, item: Guide | None) -> None:
        wanted = self.wanted
        form = GuideForm(self.desk, item, self, kind=wanted.kind, station_id=wanted.station_id)
        form.saved.connect(self.desk.bus.publish)
        form.open()

    @override
    def removal(self, item: Guide) -> tuple[str, str, Callable[[], Changes]]:
        question = tr("删除《{title}》？").format(title=item.facts.title)
        detail = tr("登记过的代办不受影响；可以按 Ctrl+Z 撤销。")
        return question, detail, lambda: self.desk.services.guides.remove(item.id)

    @override
    def register(self, *, revealed: bool) -> Register:
        return self.desk.services.guides.register(self.wanted, tr("指南、制度和代办事项目录"))

    @override
    def _on_selection(self) -> None:
        super()._on_selection()
        selected = self.selected()
        told = bool(selected) and all(g.facts.kind is not GuideKind.RULES for g in selected)
        self.telling_button.setEnabled(told and self.desk.may(Right.PRINT))

    def _on_telling(self) -> None:
        self._print_letters(self.desk.services.guides.telling, tr("一次性告知单"))

    def _on_guide(self) -> None:
        self._print_letters(self.desk.services.guides.pdf, tr("办事指南和制度"))

    def _on_wall(self) -> None:
        """Ask for the paper, and print in large type."""
        papers = [tr("A3，字最大"), tr("A4")]
        answer = self.desk.ask.choose(self, tr("打在多大的纸上？"), papers)
        if answer is not None:
            wall = self.desk.services.guides.wall
            self._print_letters(partial(wall, large=answer == 0), tr("上墙的制度"))

    def _print_letters(self, make: Callable[[Sequence[int]], bytes], title: str) -> None:
        ids = [item.id for item in self.selected()]
        self.desk.jobs.run(
            lambda _: make(ids),
            owner=self,
            done=lambda content: open_print_dialog(self.desk, content, title, self),
            title=tr("正在准备要打印的内容…"),
        )
