"""The forms of an organisation (辖区单位) and of who leads it."""

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from linli.domain.changes import Changes
from linli.domain.codes import code_table
from linli.domain.organisation_lists import leader_phone
from linli.domain.organisations import (
    ORGANISATION_TABLE,
    Leader,
    Organisation,
    OrganisationDraft,
    leader_text,
)
from linli.gui.desk import Desk
from linli.gui.form_dialog import FormDialog
from linli.gui.i18n import tr
from linli.gui.inputs import CodeInput, LineInput, TextInput, partial_date_input
from linli.gui.parts_input import PartsInput
from linli.gui.registers.inputs import hide_number
from linli.gui.resident_form_numbers import MaskedLine

_FIELDS = ("name", "kind_code", "credit_code", "phone", "address", "leaders", "note")
_LEADER_FIELDS = ("name", "post", "phone", "since", "until")


class LeaderForm(FormDialog):
    """Who leads an organisation, and since when; `saved` carries the `Leader`."""

    def __init__(self, desk: Desk, leader: Leader | None, parent: QWidget, *, masked: bool) -> None:
        super().__init__(tr("负责人"), desk.theme, desk.ask, parent)
        self._desk = desk
        add = self.form.add
        add("name", tr("姓名(&N)"), LineInput())
        add("post", tr("职务(&G)"), LineInput(tr("如 主任、会长、经理")))
        masks = desk.services.masking.masks()
        add("phone", tr("电话(&T)"), MaskedLine(masks.show_numbers_in))
        add("since", tr("任职日期(&B)"), partial_date_input())
        hint = tr("还在任的留空；换人时填上日期，再添加新的负责人")
        add("until", tr("卸任日期(&E)"), partial_date_input(), hint=hint)
        if leader is not None:
            self.form.load(**{name: getattr(leader, name) for name in _LEADER_FIELDS})
        if masked:
            self.form.editor("phone").hide_value()
            self.form.modified = False
        self.save_button.setText(tr("确定(&S)"))

    @override
    def save(self) -> object:
        values = {name: self.form.value(name) for name in _LEADER_FIELDS}
        leader = Leader(**(values | {"name": values["name"] or ""}))
        return self._desk.services.organisations.checked_leader(leader)


class LeadersInput(PartsInput[Leader]):
    """Those in office and those before them."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, tr("负责人"), tr("添加负责人(&A)…"), parent)
        self._known: set[Leader] = set()
        self._masks = desk.services.masking.masks()
        self.add_moves()

    @property
    def is_masked(self) -> bool:
        """Whether there are leaders whose phones are hidden."""
        return any(leader.phone for leader in self._known)

    def hide_value(self) -> None:
        """Hide the leaders' phones, as they stand now."""
        self._known = set(self.value())
        self.show_parts()

    def reveal(self) -> None:
        """Let the phones be seen and changed."""
        self._known = set()
        self.show_parts()

    @override
    def line(self, part: Leader) -> str:
        today = self.desk.services.context.clock().date()
        former = tr("（前任）") if part.is_former_on(today) else ""
        phone = leader_phone(part, self._masks.show_phone if part in self._known else str)
        return former + " · ".join(filter(None, (leader_text(part, today), phone)))

    @override
    def part_form(self, part: Leader | None) -> FormDialog:
        return LeaderForm(self.desk, part, self, masked=part in self._known)


class OrganisationForm(FormDialog):
    """Adds or changes an organisation; `saved` carries the `Changes`."""

    def __init__(self, desk: Desk, item: Organisation | None, parent: QWidget | None) -> None:
        title = tr("添加单位") if item is None else tr("单位资料")
        super().__init__(title, desk.theme, desk.ask, parent, columns=2)
        self._desk = desk
        self._item = item
        add = self.form.add
        add("name", tr("名称(&N)"), LineInput(tr("单位或组织的全称")), wide=True)
        kinds = CodeInput(code_table(ORGANISATION_TABLE))
        add("kind_code", tr("类别(&K)"), kinds, hint=tr("如 事业单位、企业、业主委员会"))
        add("credit_code", tr("信用代码(&U)"), LineInput(tr("18 位，可以不填")))
        add("phone", tr("单位电话(&T)"), LineInput(tr("几个号码用、隔开")))
        add("address", tr("地址(&D)"), LineInput())
        editor = LeadersInput(desk)
        add("leaders", tr("负责人(&L)"), editor, wide=True)
        note = TextInput()
        note.setMaximumHeight(desk.theme.px(80))
        add("note", tr("备注(&M)"), note, wide=True)
        if item is not None:
            self.form.load(**{name: getattr(item.facts, name) for name in _FIELDS})
        self.reveal_button = hide_number(desk, self, editor, self._on_revealed)
        self.form.modified = False

    @override
    def save(self) -> Changes:
        values = {name: self.form.value(name) for name in _FIELDS}
        for name in ("name", "kind_code"):
            values[name] = values[name] or ""
        draft = OrganisationDraft(**values)
        service = self._desk.services.organisations
        if self._item is None:
            return service.add(draft)[1]
        return service.update(self._item.id, draft, version=self._item.version)

    def _on_revealed(self, reason: str) -> None:
        if self._item is not None:
            self._desk.services.organisations.reveal(self._item.id, reason)
