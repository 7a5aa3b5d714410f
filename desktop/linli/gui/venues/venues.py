"""Venues (场地): what can be booked, whose it is, when it is open, who has the key."""

from collections.abc import Callable, Hashable, Sequence
from typing import Any, ClassVar

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from linli.domain.accounts import Right
from linli.domain.changes import Changes, Kind
from linli.domain.registers import Register
from linli.domain.venues import VENUE_KIND, Venue, VenueDraft
from linli.domain.worker_texts import free_times_text
from linli.gui.desk import Desk
from linli.gui.form_dialog import FormDialog
from linli.gui.i18n import mark, tr
from linli.gui.inputs import ChoiceInput, LineInput, TextInput, date_input
from linli.gui.registers.frame import PeopleRegister
from linli.gui.rental_form import count_input
from linli.gui.venues.inputs import organisation_input
from linli.gui.workers.inputs import free_times_input

_SHOWN = {True: mark("现在能用的"), False: mark("全部，含停用的")}
_FIELDS = (
    *("name", "kind", "station_id", "place", "capacity", "equipment", "keeper", "phone"),
    *("terms", "until", "note"),
)


class VenueForm(FormDialog):
    """Adds or changes a venue; `saved` carries the `Changes`."""

    def __init__(self, desk: Desk, item: Venue | None, parent: QWidget | None) -> None:
        title = tr("添加场地") if item is None else tr("场地")
        super().__init__(title, desk.theme, desk.ask, parent, columns=2)
        self._desk = desk
        self._item = item
        add = self.form.add
        add("name", tr("名称(&N)"), LineInput(tr("如 党员活动室")))
        add("kind", tr("类别(&K)"), ChoiceInput({k: tr(v) for k, v in VENUE_KIND.items()}))
        hint = tr("社区自己的留空")
        add("organisation_id", tr("提供单位(&D)"), organisation_input(desk), hint=hint)
        stations: dict[Any, str] = {None: tr("不属于哪个站点")}
        stations |= {each.id: each.facts.name for each in desk.services.stations.list_all()}
        add("station_id", tr("站点(&Z)"), ChoiceInput(stations))
        add("place", tr("地点(&P)"), LineInput(tr("如 社区二楼")))
        add("capacity", tr("能容纳几人(&R)"), count_input())
        hint = tr("随时都能用的留空")
        add("open_times", tr("开放时间(&T)"), free_times_input(), hint=hint, wide=True)
        add("keeper", tr("管理人(&G)"), LineInput(tr("谁有钥匙")))
        add("phone", tr("电话(&H)"), LineInput(), hint=tr("印在使用单上"))
        for name, label, hint in (
            ("equipment", tr("设备(&Q)"), tr("如 投影、音响、桌椅 60 套")),
            ("terms", tr("使用约定(&Y)"), tr("印在使用单上，收不收费也写在这里")),
            ("note", tr("备注(&M)"), ""),
        ):
            box = TextInput()
            box.setMaximumHeight(desk.theme.px(64))
            add(name, label, box, hint=hint, wide=True)
        add("until", tr("最后一天(&E)"), date_input(), hint=tr("还在用的留空"))
        if item is not None:
            facts = item.facts
            owner = facts.organisation_id
            self.form.load(
                organisation_id=None if owner is None else str(owner),
                open_times=facts.open_times or None,
                **{name: getattr(facts, name) for name in _FIELDS},
            )
            self.add_history(desk, [("venue", str(item.id))], facts.name)

    @override
    def save(self) -> Changes:
        value = self.form.value
        values = {name: value(name) for name in _FIELDS} | {"name": value("name") or ""}
        owner = value("organisation_id")
        draft = VenueDraft(
            organisation_id=None if owner is None else int(owner),
            open_times=value("open_times") or (),
            **values,
        )
        service = self._desk.services.venues
        if self._item is None:
            return service.add(draft)[1]
        return service.change(self._item.id, draft, version=self._item.version)


class VenuesDialog(PeopleRegister[Venue]):
    """Lists venues; at first those that can be had today."""

    kinds: ClassVar[frozenset[Kind]] = frozenset({Kind.VENUES, Kind.ORGANISATIONS})
    history_table = "venue"
    across = True
    has_phones = True

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        heads = [
            *(tr("场地"), tr("类别"), tr("提供单位"), tr("地点"), tr("容纳"), tr("开放时间")),
            *(tr("管理人"), tr("电话"), tr("设备")),
        ]
        super().__init__(tr("场地"), heads, desk, parent)
        self.shown = ChoiceInput({each: tr(words) for each, words in _SHOWN.items()}, self)
        self.add_choice(tr("显示(&S)"), self.shown)
        new = self.add_editing(tr("添加(&N)…"), ordered=False, right=Right.ROSTER)
        self.add_removing(tr("删除(&X)"), Right.ROSTER)
        self.add_output(tr("打印一览表(&P)…"), tr("导出表格(&B)…"))
        self.starters_button = self.add_button(tr("加入站点的房间(&K)"), "building", Right.ROSTER)
        self.starters_button.clicked.connect(self._on_starters)
        hint = tr("登记党员活动室、会议室、广场，也可以登记辖区单位能借的场地和物品。")
        self.set_empty("building", tr("还没有场地"), hint, [new])
        self.read()

    @override
    def list_items(self) -> Sequence[Venue]:
        return self.desk.services.venues.list_(past=not self.shown.value())

    @override
    def key(self, item: Venue) -> Hashable:
        return item.id

    @override
    def line(self, item: Venue) -> Sequence[str]:
        facts = item.facts
        return (
            facts.name,
            tr(VENUE_KIND[facts.kind]),
            item.organisation,
            facts.place or item.station,
            "" if facts.capacity is None else str(facts.capacity),
            free_times_text(facts.open_times) or tr("随时"),
            facts.keeper or "",
            facts.phone or "",
            (facts.equipment or "").replace("\n", "；"),
        )

    @override
    def summary_text(self) -> str:
        return tr("共 {count} 处。").format(count=len(self.items)) if self.items else ""

    @override
    def open_form(self, item: Venue | None) -> None:
        form = VenueForm(self.desk, item, self)
        form.saved.connect(self.desk.bus.publish)
        form.open()

    @override
    def removal(self, item: Venue) -> tuple[str, str, Callable[[], Changes]]:
        question = tr("删除场地“{name}”？").format(name=item.facts.name)
        detail = tr("登记错了才删除；不再用的请打开它，填最后一天。可以按 Ctrl+Z 撤销。")
        return question, detail, lambda: self.desk.services.venues.remove(item.id)

    @override
    def register(self, *, revealed: bool) -> Register:
        title, past = tr("场地一览表"), not self.shown.value()
        return self.desk.services.venues.register(title, past=past, revealed=revealed)

    def _on_starters(self) -> None:
        venues, ask = self.desk.services.venues, self.desk.ask
        drafts = venues.starters()
        if not drafts:
            words = tr("援助站点里能借的房间都已经是场地了，没有可以再加的。")
            ask.tell(self, words)
            return
        question = tr("把 {count} 个站点的房间加为场地？").format(count=len(drafts))
        detail = tr("、").join(each.name for each in drafts)
        if ask.confirm(self, question, accept=tr("加入"), detail=detail):
            self.do(lambda: venues.add_starters(drafts)[1])
