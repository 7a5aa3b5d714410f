"""Neighbours who look after each other (邻里守望): who holds a key, whom to call."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import replace
from typing import ClassVar

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from linli.domain.accounts import Right
from linli.domain.changes import Changes, Kind
from linli.domain.neighbour_lists import count_text
from linli.domain.neighbours import Neighbour, NeighbourFilter
from linli.domain.register_texts import named
from linli.domain.registers import Register
from linli.gui.desk import Desk
from linli.gui.i18n import mark, tr
from linli.gui.inputs import ChoiceInput
from linli.gui.registers.frame import PeopleRegister
from linli.gui.registers.neighbour_form import NeighbourForm

_SHOWN = {
    NeighbourFilter(running=True): mark("在守望的"),
    NeighbourFilter(running=True, holds_key=True): mark("邻居有钥匙的"),
    NeighbourFilter(running=True, reachable=False): mark("邻居没有电话的"),
    NeighbourFilter(running=False): mark("已结束的"),
    NeighbourFilter(): mark("全部"),
}


def open_neighbours(desk: Desk, parent: QWidget, resident_id: int | None = None) -> None:
    """Show all pairs, or those of one person in both directions."""
    NeighboursDialog(desk, parent, resident_id).open()


class NeighboursDialog(PeopleRegister[Neighbour]):
    """Lists pairs as one walks; at first those that go on, of one person everything."""

    kinds: ClassVar[frozenset[Kind]] = frozenset({Kind.NEIGHBOURS, Kind.RESIDENTS})
    history_table = "neighbour"
    across = True
    has_phones = True

    def __init__(
        self, desk: Desk, parent: QWidget | None = None, resident_id: int | None = None
    ) -> None:
        heads = [
            tr("守望谁"),
            tr("年龄"),
            tr("住址"),
            tr("守望邻居"),
            tr("邻居电话"),
            tr("钥匙"),
            tr("先打"),
            tr("邻居住址"),
            tr("结束"),
            tr("备注"),
        ]
        super().__init__(tr("邻里守望"), heads, desk, parent)
        if resident_id is not None:
            name = desk.services.residents.get(resident_id).facts.name
            self.heading.setText(tr("{name}的邻里守望").format(name=name))
        self._resident_id = resident_id
        self.shown = ChoiceInput({each: tr(words) for each, words in _SHOWN.items()}, self)
        if resident_id is None:
            self.add_choice(tr("显示(&S)"), self.shown)
        else:
            self.shown.set_value(NeighbourFilter())
            self.shown.hide()
        new = self.add_editing(tr("登记(&N)…"), ordered=False)
        self.end_button = self.add_action(tr("结束守望(&E)"), "x", self._on_end, right=Right.EDIT)
        self.add_removing(tr("删除(&X)"))
        self.add_output(tr("打印联系表(&P)…"), tr("导出表格(&B)…"))
        self.buildings_button = self.add_button(
            tr("每栋一页(&L)…"), "building-community", Right.PRINT
        )
        self.buildings_button.clicked.connect(
            lambda: self.output(self._made_by_building, self._print)
        )
        self._any.append(self.buildings_button)
        hint = tr("登记哪位邻居照看哪位老人，谁有钥匙，有事先给谁打电话。")
        self.set_empty("heart-handshake", tr("这里没有守望邻居"), hint, [new])
        self.read()

    @property
    def wanted(self) -> NeighbourFilter:
        """What is listed now."""
        chosen: NeighbourFilter = self.shown.value()
        return replace(chosen, resident_id=self._resident_id)

    @override
    def list_items(self) -> Sequence[Neighbour]:
        return self.desk.services.neighbours.list_all(self.wanted)

    @override
    def key(self, item: Neighbour) -> Hashable:
        return item.id

    @override
    def line(self, item: Neighbour) -> Sequence[str]:
        facts = item.facts
        return (
            named(item.person),
            "" if item.person.age is None else str(item.person.age),
            item.person.address,
            item.name,
            self.masks.show_phone(item.phone) or tr("没有电话"),
            tr("有") if facts.holds_key else "",
            tr("先打") if facts.call_first else "",
            item.place,
            facts.until.isoformat() if facts.until else "",
            (facts.note or "").replace("\n", "；"),
        )

    @override
    def summary_text(self) -> str:
        return tr("{sums}。").format(sums=count_text(self.items)) if self.items else ""

    @override
    def open_form(self, item: Neighbour | None) -> None:
        form = NeighbourForm(self.desk, item, self, resident_id=self._resident_id)
        form.saved.connect(self.desk.bus.publish)
        form.open()

    @override
    def removal(self, item: Neighbour) -> tuple[str, str, Callable[[], Changes]]:
        words = tr("删除“{neighbour}”守望“{name}”的记录？")
        question = words.format(neighbour=item.name, name=item.person.name)
        detail = tr("登记错了才删除；不再守望的请点“结束守望”，以后还查得到。")
        return question, detail, lambda: self.desk.services.neighbours.remove(item.id)

    @override
    def register(self, *, revealed: bool) -> Register:
        return self._register(revealed=revealed, page_per_building=False)

    @override
    def _on_selection(self) -> None:
        super()._on_selection()
        selected = self.selected()
        going_on = len(selected) == 1 and selected[0].facts.until is None
        self.end_button.setEnabled(going_on)

    def _register(self, *, revealed: bool, page_per_building: bool) -> Register:
        return self.desk.services.neighbours.register(
            self.wanted,
            tr("邻里守望联系表"),
            revealed=revealed,
            page_per_building=page_per_building,
        )

    def _made_by_building(self, revealed: bool) -> Register:  # noqa: FBT001 - called by `output`
        return self._register(revealed=revealed, page_per_building=True)

    def _on_end(self) -> None:
        item = self.selected()[0]
        self.do(lambda: self.desk.services.neighbours.end(item.id))
