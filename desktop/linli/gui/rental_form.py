"""The register entry of a rented dwelling (出租房屋): landlord, rooms, tenants, class."""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from linli.domain.labels import MANAGEMENT
from linli.domain.residents import Dwelling, RentalDraft, ResidentRow, Tenancy
from linli.domain.values.masking import mask_phone
from linli.errors import FieldProblem, InvalidInput, UserError
from linli.gui.address_input import AddressInput
from linli.gui.composite import Composite
from linli.gui.desk import Desk
from linli.gui.enter_key import EnterKey
from linli.gui.flow import FlowLayout
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
from linli.gui.picker import resident_picker
from linli.gui.resident_form_numbers import DocumentRow, MaskedLine
from linli.gui.reveal import ask_reason

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
        self.form.add("phone", tr("电话(&T)"), MaskedLine(mask_phone))
        self.form.add("document", tr("证件号码(&I)"), DocumentRow(today))
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


class TenantsInput(Composite):
    """The tenants of a dwelling, as a list with buttons.

    Signals:
        edited: a tenant is new, another, or gone.
    """

    edited = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._tenants: list[Tenancy] = []
        self._known: set[Tenancy] = set()
        self.list = QListWidget(self)
        self.list.setAccessibleName(tr("承租人"))
        self.list.itemActivated.connect(lambda _: self._on_edit())
        EnterKey(self.list)
        row = FlowLayout()
        self.add_button = self._button(tr("添加承租人(&A)…"), "plus", self._on_add)
        self.pick_button = self._button(tr("从居民中选(&L)…"), "search", self._on_pick)
        self.edit_button = self._button(tr("修改"), "edit", self._on_edit)
        self.remove_button = self._button(tr("去掉"), "x", self._on_remove)
        for button in (self.add_button, self.pick_button, self.edit_button, self.remove_button):
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.list)
        column.addLayout(row)
        self.list.setMaximumHeight(desk.theme.px(150))

    @override
    def first_part(self) -> QWidget:
        return self.list

    def value(self) -> tuple[Tenancy, ...]:
        """Return the tenants."""
        return tuple(self._tenants)

    def set_value(self, value: tuple[Tenancy, ...] | None) -> None:
        """Show tenants; their numbers are hidden until `reveal`."""
        self._tenants = list(value or ())
        self._known = set(self._tenants)
        self._show()

    def problem(self) -> str | None:
        """Each tenant is checked in its own form."""
        return None

    def reveal(self) -> None:
        """Let the tenants' numbers be seen and changed."""
        self._known = set()
        self._show()

    def _button(self, text: str, icon_name: str, slot: Callable[[], None]) -> QPushButton:
        button = QPushButton(icon(icon_name), text, self)
        button.setAutoDefault(False)
        button.clicked.connect(slot)
        return button

    def _show(self) -> None:
        row = self.list.currentRow()
        with QSignalBlocker(self.list):
            self.list.clear()
            for tenant in self._tenants:
                QListWidgetItem(self._line(tenant), self.list)
        self.list.setCurrentRow(min(max(row, 0), len(self._tenants) - 1))

    def _line(self, tenant: Tenancy) -> str:
        phone = tenant.phone or ""
        parts = (
            tenant.name,
            tenant.room or "",
            mask_phone(phone) if phone and tenant in self._known else phone,
            tr("到 {day}").format(day=tenant.until.isoformat()) if tenant.until else "",
        )
        return " · ".join(part for part in parts if part)

    def _put(self, tenant: Tenancy, place: int | None) -> None:
        if place is None:
            self._tenants.append(tenant)
            place = len(self._tenants) - 1
        else:
            self._tenants[place] = tenant
        self._show()
        self.list.setCurrentRow(place)
        self.edited.emit()

    def _open(self, tenant: Tenancy | None, place: int | None) -> None:
        form = TenancyForm(self._desk, tenant, self, masked=tenant in self._known)
        form.saved.connect(lambda saved: self._put(saved, place))
        form.open()

    def _on_add(self) -> None:
        self._open(None, None)

    def _on_pick(self) -> None:
        picker = resident_picker(self._desk, self)
        picker.chosen.connect(self._on_person)
        picker.open()

    def _on_person(self, person: ResidentRow) -> None:
        facts = self._desk.services.residents.get(person.id).facts
        tenant = Tenancy(
            name=facts.name,
            resident_id=person.id,
            document=next(iter(facts.documents), None),
            phone=next((phone.number for phone in facts.phones), None),
        )
        self._known.add(tenant)
        self._put(tenant, None)

    def _on_edit(self) -> None:
        place = self.list.currentRow()
        if 0 <= place < len(self._tenants):
            self._open(self._tenants[place], place)

    def _on_remove(self) -> None:
        place = self.list.currentRow()
        if 0 <= place < len(self._tenants):
            del self._tenants[place]
            self._show()
            self.edited.emit()


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
        self.reveal_button.clicked.connect(self._on_reveal)
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
        add("address", tr("住址(&A)"), AddressInput(self._desk.services), wide=True)
        add("number", tr("出租编号(&N)"), LineInput())
        add("management", tr("管理类别(&K)"), ChoiceInput(management_choices()))
        add("landlord_name", tr("房东姓名(&H)"), LineInput())
        add("landlord_phone", tr("房东电话(&T)"), MaskedLine(mask_phone))
        add("landlord_document", tr("房东证件(&I)"), DocumentRow(today), wide=True)
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
        numbers = [self.form.editor(name) for name in ("landlord_phone", "landlord_document")]
        for editor in numbers:
            editor.hide_value()
        masked = any(editor.is_masked for editor in numbers) or bool(rental.tenancies)
        self.reveal_button.setVisible(masked)
        if self._dwelling is not None:
            address = self.form.editor("address")
            address.set_value(self._dwelling.address)
            address.set_read_only(read_only=True)
        self.form.modified = False

    def _on_reveal(self) -> None:
        reason = ask_reason(self.ask, self)
        if reason is None or self._dwelling is None:
            return
        self._desk.services.dwellings.reveal(self._dwelling.id, reason)
        for name in ("landlord_phone", "landlord_document", "tenancies"):
            self.form.editor(name).reveal()
        self.reveal_button.hide()
