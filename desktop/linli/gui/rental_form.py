"""The register entry of a rented dwelling (出租房屋): landlord, rooms, tenants, class."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QDialogButtonBox, QPushButton, QWidget
from typing_extensions import override

from linli.domain.labels import MANAGEMENT
from linli.domain.residents import Dwelling, RentalDraft, ResidentRow, Tenancy
from linli.errors import FieldProblem, InvalidInput, UserError
from linli.gui.address_input import AddressInput
from linli.gui.desk import Desk
from linli.gui.form_dialog import FormDialog
from linli.gui.i18n import tr
from linli.gui.icons import icon
from linli.gui.inputs import (
    ChoiceInput,
    LineInput,
    ParsedInput,
    TextInput,
    date_input,
    partial_date_input,
)
from linli.gui.parts_input import PartsInput
from linli.gui.picker import resident_picker
from linli.gui.resident_form_numbers import DocumentRow, MaskedLine
from linli.gui.reveal import Revealing

_FIELDS = (
    "number",
    "management",
    "landlord_name",
    "landlord_phone",
    "landlord_document",
    "rooms",
    "occupants",
    "since",
    "review_date",
    "note",
    "tenancies",
)
"""Fields that hold the attribute of `RentalDraft` of the same name."""


def count_input() -> ParsedInput[int]:
    """Return an input for a number of rooms or people."""

    def parse(text: str) -> int:
        if not text.isdecimal():
            raise UserError(tr("“{text}”不是数字，请填 0、1、2 这样的数。").format(text=text))
        return int(text)

    return ParsedInput(parse, str)


def management_choices() -> Mapping[Any, str]:
    """Return the three management classes (三类管理) and the absence of one."""
    none: dict[Any, str] = {None: tr("未分类")}
    return none | {each: tr(label) for each, label in MANAGEMENT.items()}


class TenancyForm(FormDialog):
    """One tenant. What it is saved as goes back into the rental's form."""

    def __init__(
        self, desk: Desk, tenancy: Tenancy | None, parent: QWidget, *, masked: bool
    ) -> None:
        super().__init__(tr("承租人"), desk.theme, desk.ask, parent)
        self._resident_id = None if tenancy is None else tenancy.resident_id
        today = desk.services.context.clock().date()
        self.form.add("name", tr("姓名(&N)"), LineInput())
        self.form.add("room", tr("房间(&R)"), LineInput(tr("如 东间、2号房")))
        masks = desk.services.masking.masks()
        self.form.add("phone", tr("电话(&T)"), MaskedLine(masks.show_phone))
        self.form.add("document", tr("证件号码(&I)"), DocumentRow(today, masks))
        self.form.add("since", tr("起租日期"), partial_date_input())
        self.form.add("until", tr("到期日期"), date_input())
        if tenancy is not None:
            names = ("name", "room", "phone", "document", "since", "until")
            self.form.load(**{name: getattr(tenancy, name) for name in names})
        if masked:
            self.form.editor("phone").hide_value()
            self.form.editor("document").hide_value()

    @override
    def save(self) -> object:
        value = self.form.value
        if value("name") is None:
            words = tr("请填写承租人的姓名。")
            raise InvalidInput([FieldProblem(field="name", message=words)])
        return Tenancy(
            name=value("name"),
            resident_id=self._resident_id,
            document=value("document"),
            phone=value("phone"),
            room=value("room"),
            since=value("since"),
            until=value("until"),
        )


class TenantsInput(PartsInput[Tenancy]):
    """The tenants of a dwelling; their numbers are hidden until `reveal`."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, tr("承租人"), tr("添加承租人(&A)…"), parent)
        self._known: set[Tenancy] = set()
        self._masks = desk.services.masking.masks()
        self.pick_button = self.add_action(tr("从居民中选(&L)…"), "search", self._on_pick)

    @override
    def set_value(self, value: tuple[Tenancy, ...] | None) -> None:
        self._known = set(value or ())
        super().set_value(value)

    @property
    def is_masked(self) -> bool:
        """Whether there are tenants whose numbers are hidden."""
        return bool(self._known)

    def hide_value(self) -> None:
        """Hide the tenants' numbers, as they stand now."""
        self._known = set(self.value())
        self.show_parts()

    def reveal(self) -> None:
        """Let the tenants' numbers be seen and changed."""
        self._known = set()
        self.show_parts()

    @override
    def line(self, part: Tenancy) -> str:
        phone = part.phone or ""
        parts = (
            part.name,
            part.room or "",
            self._masks.show_phone(phone) if part in self._known else phone,
            tr("到 {day}").format(day=part.until.isoformat()) if part.until else "",
        )
        return " · ".join(filter(None, parts))

    @override
    def part_form(self, part: Tenancy | None) -> FormDialog:
        return TenancyForm(self.desk, part, self, masked=part in self._known)

    def _on_pick(self) -> None:
        picker = resident_picker(self.desk, self)
        picker.chosen.connect(self._on_person)
        picker.open()

    def _on_person(self, person: ResidentRow) -> None:
        facts = self.desk.services.residents.get(person.id).facts
        tenant = Tenancy(
            name=facts.name,
            resident_id=person.id,
            document=next(iter(facts.documents), None),
            phone=next((phone.number for phone in facts.phones), None),
        )
        self._known.add(tenant)
        self.put(tenant)


class RentalForm(FormDialog):
    """Enters or changes the letting of a dwelling; the address can be chosen only at first."""

    def __init__(self, desk: Desk, dwelling_id: int | None, parent: QWidget | None) -> None:
        title = tr("登记出租房屋") if dwelling_id is None else tr("出租房屋")
        super().__init__(title, desk.theme, desk.ask, parent, columns=2)
        self._desk = desk
        self._dwelling: Dwelling | None = None
        if dwelling_id is not None:
            self._dwelling = desk.services.dwellings.get(dwelling_id)
        self.reveal_button = QPushButton(icon("eye"), tr("显示号码(&V)"), self)
        self.reveal_button.setAutoDefault(False)
        self.buttons.addButton(self.reveal_button, QDialogButtonBox.ButtonRole.ResetRole)
        self._make_fields()
        self._load()

    @override
    def save(self) -> object:
        draft = RentalDraft(**{name: self.form.value(name) for name in _FIELDS})
        dwellings = self._desk.services.dwellings
        if self._dwelling is not None:
            dwelling_id = self._dwelling.id
            changes = dwellings.set_rental(dwelling_id, draft, version=self._dwelling.version)
        else:
            address = self.form.value("address")
            if address is None:
                words = tr("请填写出租房屋的住址。")
                raise InvalidInput([FieldProblem(field="address", message=words)])
            dwelling_id, changes = dwellings.add_rental(address, draft)
        self._desk.bus.publish(changes)
        return dwelling_id

    def _make_fields(self) -> None:
        add, today = self.form.add, self._desk.services.context.clock().date()
        masks = self._desk.services.masking.masks()
        add("address", tr("住址(&A)"), AddressInput(self._desk.services), wide=True)
        add("number", tr("出租编号(&N)"), LineInput())
        add("management", tr("管理类别(&K)"), ChoiceInput(management_choices()))
        add("landlord_name", tr("房东姓名(&H)"), LineInput())
        add("landlord_phone", tr("房东电话(&T)"), MaskedLine(masks.show_phone))
        add("landlord_document", tr("房东证件(&I)"), DocumentRow(today, masks), wide=True)
        add("rooms", tr("房间数（间）"), count_input())
        add("occupants", tr("租住人数（人）"), count_input())
        add("since", tr("起租日期"), partial_date_input())
        add("review_date", tr("下次核查日期"), date_input())
        add("tenancies", tr("承租人"), TenantsInput(self._desk), wide=True)
        add("note", tr("备注(&M)"), TextInput(), wide=True)
        self.form.editor("note").setMaximumHeight(self._desk.theme.px(80))

    def _load(self) -> None:
        rental = (self._dwelling and self._dwelling.rental) or RentalDraft()
        self.form.load(**{name: getattr(rental, name) for name in _FIELDS})
        names = ("landlord_phone", "landlord_document", "tenancies")
        numbers = [self.form.editor(name) for name in names]
        self.revealing = Revealing(
            self._desk, self, self.reveal_button, numbers, self._record_revealed
        )
        if self._dwelling is not None:
            address = self.form.editor("address")
            address.set_value(self._dwelling.address)
            address.set_read_only(read_only=True)
        self.form.modified = False

    def _record_revealed(self, reason: str) -> None:
        if self._dwelling is not None:
            self._desk.services.dwellings.reveal(self._dwelling.id, reason)
