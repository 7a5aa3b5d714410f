"""The hall's staff (工作人员): who sits where, for desk plates and badges (台签、胸卡)."""

from collections.abc import Callable, Hashable, Sequence
from typing import Any, ClassVar

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from linli.domain.cards import CardSource
from linli.domain.changes import Changes, Kind
from linli.domain.staff import Staff, StaffDraft
from linli.gui.cards.dialog import open_source_cards
from linli.gui.desk import Desk
from linli.gui.form_dialog import FormDialog
from linli.gui.i18n import tr
from linli.gui.inputs import ChoiceInput, LineInput, TextInput
from linli.gui.photo_crop import PORTRAIT
from linli.gui.photo_input import PhotoInput
from linli.gui.register_dialog import RegisterDialog
from linli.gui.resident_form_sections import CheckInput

_FIELDS = (
    "name",
    "post",
    "number",
    "office",
    "phone",
    "station_id",
    "party_member",
    "promise",
    "photo",
)
"""Fields that hold the attribute of `StaffDraft` of the same name."""


def open_staff(desk: Desk, parent: QWidget) -> None:
    """Show the hall's staff."""
    StaffDialog(desk, parent).open()


class StaffDialog(RegisterDialog[Staff]):
    """Lists the staff in the order of their plates."""

    kinds: ClassVar[frozenset[Kind]] = frozenset({Kind.STAFF})
    history_table = "staff"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        heads = [
            tr("姓名"),
            tr("照片"),
            tr("职务"),
            tr("工号"),
            tr("窗口、办公室"),
            tr("电话"),
            tr("站点"),
            tr("党员"),
        ]
        super().__init__(tr("工作人员"), heads, desk, parent)
        new = self.add_editing(tr("添加工作人员(&N)…"), ordered=True)
        self.add_removing(tr("删除(&X)"))
        self.add_printing(tr("打选中的台签、胸卡(&P)…"), tr("打全部(&A)…"))
        hint = tr("登记大厅和站点的工作人员，就能打他们的台签和胸卡，站点的电话表上也会有他们。")
        self.set_empty("users", tr("还没有工作人员"), hint, [new])
        self.read()

    @override
    def list_items(self) -> Sequence[Staff]:
        return self.desk.services.staff.list_all()

    @override
    def key(self, item: Staff) -> Hashable:
        return item.id

    @override
    def line(self, item: Staff) -> Sequence[str]:
        facts = item.facts
        return (
            facts.name,
            tr("有") if facts.photo else tr("缺"),
            facts.post or "",
            facts.number or "",
            facts.office or "",
            facts.phone or "",
            item.station or "",
            tr("是") if facts.party_member else "",
        )

    @override
    def summary_text(self) -> str:
        if not self.items:
            return ""
        without = sum(1 for item in self.items if item.facts.photo is None)
        text = tr("共 {count} 人，按台签的次序排列。").format(count=len(self.items))
        return text + (tr("缺照片 {count} 人。").format(count=without) if without else "")

    @override
    def open_form(self, item: Staff | None) -> None:
        form = StaffForm(self.desk, item, self)
        form.saved.connect(self.desk.bus.publish)
        form.open()

    @override
    def removal(self, item: Staff) -> tuple[str, str, Callable[[], Changes]]:
        question = tr("删除工作人员“{name}”？").format(name=item.facts.name)
        detail = tr("可以按 Ctrl+Z 撤销。")
        return question, detail, lambda: self.desk.services.staff.remove(item.id)

    @override
    def move_item(self, item: Staff, steps: int) -> Changes:
        return self.desk.services.staff.move(item.id, steps)

    @override
    def print_items(self, items: Sequence[Staff]) -> None:
        open_source_cards(self.desk, CardSource.STAFF, [item.id for item in items], self)


class StaffForm(FormDialog):
    """Adds or changes a member of staff; `saved` carries the `Changes`."""

    def __init__(self, desk: Desk, staff: Staff | None, parent: QWidget | None) -> None:
        title = tr("添加工作人员") if staff is None else tr("工作人员资料")
        super().__init__(title, desk.theme, desk.ask, parent, columns=2)
        self._desk = desk
        self._staff = staff
        add = self.form.add
        add("name", tr("姓名(&N)"), LineInput())
        add("post", tr("职务(&J)"), LineInput(tr("如 综合受理")))
        add("number", tr("工号(&G)"), LineInput(tr("如 08")))
        add("office", tr("窗口、办公室(&W)"), LineInput(tr("如 3号窗口")))
        add("phone", tr("电话(&T)"), LineInput(tr("手机或座机")))
        add("station_id", tr("站点(&Z)"), ChoiceInput(self._stations()))
        add("party_member", "", CheckInput(tr("是党员，台签上亮党员身份(&Y)")), wide=True)
        promise = TextInput()
        promise.setMaximumHeight(desk.theme.px(80))
        add("promise", tr("服务承诺(&C)"), promise, hint=tr("印在台签上，一两句话。"), wide=True)
        photo = PhotoInput(desk, desk.theme.size(75, 100), PORTRAIT)
        add("photo", tr("照片(&H)"), photo, wide=True)
        facts = StaffDraft(name="") if staff is None else staff.facts
        self.form.load(**{name: getattr(facts, name) for name in _FIELDS})

    @override
    def save(self) -> Changes:
        values = {name: self.form.value(name) for name in _FIELDS}
        draft = StaffDraft(**(values | {"name": values["name"] or ""}))
        service = self._desk.services.staff
        if self._staff is None:
            return service.add(draft)[1]
        return service.update(self._staff.id, draft, version=self._staff.version)

    def _stations(self) -> dict[Any, str]:
        none: dict[Any, str] = {None: tr("不在站点")}
        stations = self._desk.services.stations.list_all()
        return none | {station.id: station.facts.name for station in stations}
