"""The form of a neighbour who looks after somebody (邻里守望)."""

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from linli.domain.changes import Changes
from linli.domain.neighbours import Neighbour, NeighbourDraft
from linli.gui.desk import Desk
from linli.gui.editor.inputs import CheckInput
from linli.gui.form_dialog import FormDialog
from linli.gui.i18n import tr
from linli.gui.inputs import TextInput, date_input, partial_date_input
from linli.gui.registers.inputs import ResidentInput, hide_number
from linli.gui.registers.somebody_input import Somebody, SomebodyInput
from linli.gui.resident_form_numbers import MaskedLine

_FIELDS = ("resident_id", "phone", "holds_key", "call_first", "since", "until", "note")


class NeighbourForm(FormDialog):
    """Records or changes who looks after whom; `saved` carries the `Changes`."""

    def __init__(
        self,
        desk: Desk,
        item: Neighbour | None,
        parent: QWidget | None,
        *,
        resident_id: int | None = None,
    ) -> None:
        """Make the form of `item`, or an empty one, with `resident_id` already chosen."""
        title = tr("登记守望邻居") if item is None else tr("守望邻居")
        super().__init__(title, desk.theme, desk.ask, parent)
        self._desk = desk
        self._item = item
        add = self.form.add
        add("resident_id", tr("守望谁(&R)"), ResidentInput(desk), hint=tr("需要照看的老人或居民"))
        add("who", tr("守望邻居(&N)"), SomebodyInput(desk), hint=tr("谁来照看，可以不是台账里的人"))
        hint = tr("从居民中选的可以不填，用台账里的电话")
        masks = desk.services.masking.masks()
        add("phone", tr("邻居电话(&T)"), MaskedLine(masks.show_phone), hint=hint)
        add("holds_key", "", CheckInput(tr("这位邻居有家里的钥匙(&Y)")))
        add("call_first", "", CheckInput(tr("有事先打这位邻居的电话(&F)")))
        add("since", tr("开始日期(&B)"), partial_date_input())
        add("until", tr("结束日期(&E)"), date_input(), hint=tr("还在守望的留空"))
        note = TextInput()
        note.setMaximumHeight(desk.theme.px(80))
        add("note", tr("备注(&M)"), note)
        if item is None:
            self.form.load(resident_id=resident_id)
        else:
            facts = item.facts
            who = Somebody(name=facts.name, resident_id=facts.neighbour_id)
            self.form.load(who=who, **{name: getattr(facts, name) for name in _FIELDS})
        self.reveal_button = hide_number(desk, self, self.form.editor("phone"), self._on_revealed)

    @override
    def save(self) -> Changes:
        values = {name: self.form.value(name) for name in _FIELDS}
        who: Somebody = self.form.value("who")
        draft = NeighbourDraft(**values, name=who.name, neighbour_id=who.resident_id)
        service = self._desk.services.neighbours
        if self._item is None:
            return service.add(draft)[1]
        return service.update(self._item.id, draft, version=self._item.version)

    def _on_revealed(self, reason: str) -> None:
        if self._item is not None:
            self._desk.services.neighbours.reveal(self._item.id, reason)
