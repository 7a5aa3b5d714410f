"""The form of somebody who is made public: on a board, or as helper of a household."""

from PySide6.QtWidgets import QDialogButtonBox, QPushButton, QWidget

from linli.domain.boards import BoardEntry
from linli.domain.pairings import Helper
from linli.gui.desk import Desk
from linli.gui.form_dialog import FormDialog
from linli.gui.i18n import tr
from linli.gui.icons import icon
from linli.gui.inputs import LineInput
from linli.gui.photo_crop import PORTRAIT
from linli.gui.photo_input import PhotoInput
from linli.gui.resident_form_numbers import MaskedLine
from linli.gui.reveal import Revealing
from linli.gui.staff.person_input import PersonInput


class PersonForm(FormDialog):
    """Name, post, phone and photo; of a resident phone and photo come from the ledger.

    A resident's number is masked until the clerk says why it is needed.
    """

    def __init__(self, title: str, desk: Desk, parent: QWidget | None) -> None:
        super().__init__(title, desk.theme, desk.ask, parent, columns=2)
        self._desk = desk
        self.reveal_button = QPushButton(icon("eye"), tr("显示号码(&V)"), self)
        self.reveal_button.setAutoDefault(False)
        self.buttons.addButton(self.reveal_button, QDialogButtonBox.ButtonRole.ResetRole)

    def add_person(self, label: str, post_label: str, post_example: str) -> None:
        """Add the fields of the person."""
        person = PersonInput(self._desk)
        person.chosen.connect(self._on_chosen)
        person.released.connect(self._on_released)
        self.form.add("name", label, person, wide=True)
        self.form.add("post", post_label, LineInput(post_example))
        masks = self._desk.services.masking.masks()
        self.form.add("phone", tr("电话(&T)"), MaskedLine(masks.show_phone))
        self.revealing = Revealing(
            self._desk,
            self,
            self.reveal_button,
            [self.form.editor("phone")],
            self._record_revealed,
        )
        photo = PhotoInput(self._desk, self.theme.size(60, 80), PORTRAIT)
        self.form.add("photo", tr("照片(&H)"), photo, wide=True)

    def load_person(self, person: Helper | BoardEntry) -> None:
        """Show somebody."""
        self.form.load(post=person.post)
        self._set_person(person.name, person.resident_id, person.phone, person.photo)
        self.form.modified = False

    def helper(self) -> Helper:
        """Return who is entered."""
        value = self.form.value
        return Helper(
            name=value("name") or "",
            post=value("post"),
            phone=value("phone"),
            photo=value("photo"),
            resident_id=self._person.resident_id,
        )

    @property
    def _person(self) -> PersonInput:
        person: PersonInput = self.form.editor("name")
        return person

    def _set_person(
        self, name: str, resident_id: int | None, phone: str | None, photo: str | None
    ) -> None:
        linked = resident_id is not None
        self._person.set_person(name, resident_id)
        line: MaskedLine = self.form.editor("phone")
        line.set_value(phone)
        line.setReadOnly(False)
        self.reveal_button.hide()
        if linked:
            self.revealing.hide()
        self.form.editor("photo").set_value(photo)
        hint = tr("去掉后就用居民资料里的") if linked else ""
        self.form.field("phone").show_hint(hint)
        self.form.field("photo").show_hint(hint)

    def _on_chosen(self, resident_id: int) -> None:
        facts = self._desk.services.residents.get(resident_id).facts
        phone = next((phone.number for phone in facts.phones), None)
        self._set_person(facts.name, resident_id, phone, facts.photo)

    def _on_released(self) -> None:
        """Let go of what belongs to the resident; the name stays as a beginning."""
        self._set_person(self._person.value() or "", None, None, None)

    def _record_revealed(self, reason: str) -> None:
        if self._person.resident_id is not None:
            self._desk.services.residents.reveal(self._person.resident_id, reason)
