"""Old people (老年人): by age, who lives alone, and when somebody was there last."""

from collections.abc import Callable, Hashable, Sequence
from typing import ClassVar

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from linli.domain.accounts import Right
from linli.domain.changes import Kind
from linli.domain.elders import ELDER_AGES, Elder, ElderFilter
from linli.domain.register_texts import age
from linli.domain.registers import Register
from linli.gui.desk import Desk
from linli.gui.i18n import tr
from linli.gui.inputs import ChoiceInput
from linli.gui.registers.frame import SHOWN_MOST
from linli.gui.registers.long_register import Found, LongRegister
from linli.gui.registers.visits import open_new_visit, open_visits
from linli.gui.resident_form import ResidentForm


def open_elders(desk: Desk, parent: QWidget) -> None:
    """Show the old people who live here."""
    EldersDialog(desk, parent).open()


class EldersDialog(LongRegister[Elder, None]):
    """Lists old people grid by grid; visits are recorded for the selected ones."""

    kinds: ClassVar[frozenset[Kind]] = frozenset(
        {Kind.RESIDENTS, Kind.HOUSEHOLDS, Kind.DWELLINGS, Kind.VISITS, Kind.NEIGHBOURS}
    )
    history_table = "resident"
    across = True
    has_phones = True

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        heads = [
            tr("姓名"),
            tr("性别"),
            tr("年龄"),
            tr("独居"),
            tr("电话"),
            tr("住址"),
            tr("网格"),
            tr("照看的邻居"),
            tr("最近走访"),
            tr("标签"),
        ]
        super().__init__(tr("老年人名单"), heads, desk, parent)
        ages = {each: tr("{age} 岁以上").format(age=each) for each in ELDER_AGES}
        self.age = ChoiceInput(ages, self)
        self.alone = ChoiceInput({False: tr("全部"), True: tr("只看独居的")}, self)
        self.add_choice(tr("年龄(&D)"), self.age)
        self.add_choice(tr("居住(&T)"), self.alone)
        self.open_button = self.add_action(tr("打开资料(&N)…"), "edit", self._on_open)
        self.visit_button = self.add_action(
            tr("记一次走访(&W)…"), "plus", self._on_visit, needs_one=False, right=Right.EDIT
        )
        self.visits_button = self.add_action(tr("走访记录(&R)…"), "list-details", self._on_visits)
        self.add_output(tr("打印名单(&P)…"), tr("导出表格(&B)…"))
        hint = tr("老年人按居民资料里的出生日期找出来；独居是本户和同一住所里没有别人。")
        self.set_empty("users", tr("这里没有老年人"), hint, [])
        self.read()

    @property
    def wanted(self) -> ElderFilter:
        """Who is listed now."""
        return ElderFilter(age_from=self.age.value(), alone=self.alone.value())

    @override
    def search(self) -> Callable[[], Found[Elder, None]]:
        elders, wanted = self.desk.services.elders, self.wanted
        return lambda: Found(
            items=elders.list_all(wanted, SHOWN_MOST), count=elders.count(wanted), more=None
        )

    @override
    def key(self, item: Elder) -> Hashable:
        return item.person.id

    @override
    def line(self, item: Elder) -> Sequence[str]:
        neighbour = (item.neighbour, self.masks.show_phone(item.neighbour_phone))
        return (
            item.person.name,
            item.person.sex,
            age(item.person),
            tr("独居") if item.alone else "",
            self.masks.show_phone(item.phone),
            item.person.address,
            item.person.grid,
            " ".join(filter(None, neighbour)),
            "" if item.last_visit is None else item.last_visit.isoformat(),
            item.person.tags,
        )

    @override
    def summary_text(self) -> str:
        count = self.count
        if not count:
            return ""
        text = (
            tr("{age} 岁以上独居 {count} 人。")
            if self.alone.value()
            else tr("{age} 岁以上 {count} 人。")
        )
        said = text.format(age=self.age.value(), count=f"{count:,}")
        return said + self.cut_note(len(self.items), count)

    @override
    def open_form(self, item: Elder | None) -> None:
        if item is not None:
            resident = self.desk.services.residents.get(item.person.id)
            ResidentForm(self.desk, resident, self).open()

    @override
    def register(self, *, revealed: bool) -> Register:
        title = tr("{age} 岁以上老年人名单").format(age=self.age.value())
        if self.alone.value():
            title = tr("{age} 岁以上独居老年人名单").format(age=self.age.value())
        return self.desk.services.elders.register(self.wanted, title, revealed=revealed)

    def _on_visit(self) -> None:
        open_new_visit(self.desk, [item.person.id for item in self.selected()], self)

    def _on_visits(self) -> None:
        open_visits(self.desk, self, resident_id=self.selected()[0].person.id)
