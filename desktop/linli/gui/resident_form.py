"""The form of a resident (居民登记): new, or what is known of somebody."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import (
    QApplication,
    QDialogButtonBox,
    QFrame,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from linli.domain.doubles import KnownPerson
from linli.domain.party import PARTY_CODES
from linli.domain.party_rules import clean_party, party_doubts
from linli.domain.relations import HEAD_CODE
from linli.domain.resident_rules import check_resident, completed
from linli.domain.residents import (
    HomeDraft,
    HouseholdDraft,
    Resident,
    ResidentDraft,
    ResidentRow,
    Sex,
)
from linli.domain.values.identity import birth_of, sex_of
from linli.errors import InvalidInput, UserError
from linli.gui import resident_form_sections as sections
from linli.gui.desk import Desk
from linli.gui.fact_list import plain_label
from linli.gui.form_dialog import FormDialog
from linli.gui.household_input import Belonging, HouseholdInput
from linli.gui.i18n import tr
from linli.gui.icons import icon
from linli.gui.picker import resident_line
from linli.gui.reveal import Revealing

_CHECK_AFTER_MS = 400
_SIMILAR_SHOWN = 3


class ResidentForm(FormDialog):
    """Enters or changes a person; checks beside the field while the clerk goes on.

    Signals:
        person_chosen: the clerk goes to somebody who is in the ledger already, with the id.
    """

    person_chosen = Signal(object)

    def __init__(self, desk: Desk, resident: Resident | None, parent: QWidget | None) -> None:
        """Make the form of `resident`, or an empty one."""
        title = tr("新增居民") if resident is None else tr("编辑居民资料")
        super().__init__(title, desk.theme, desk.ask, parent, columns=2)
        self._desk = desk
        self._resident = resident
        self._today = desk.services.context.clock().date()
        self._touched: set[str] = set()
        self._similar_lines = QVBoxLayout()
        self._similar = self._make_similar()
        self.reveal_button = QPushButton(icon("eye"), tr("显示号码(&V)"), self)
        self.reveal_button.setAutoDefault(False)
        self.buttons.addButton(self.reveal_button, QDialogButtonBox.ButtonRole.ResetRole)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_CHECK_AFTER_MS)
        self._timer.timeout.connect(self._check_live)
        self._make_fields()
        self._load()
        self._connect()
        self._column.insertWidget(1, self._similar)
        self.form.editor("name").setFocus()

    @override
    def save(self) -> object:
        draft, home = self._draft(), self._home()
        residents = self._desk.services.residents
        if self._resident is None:
            resident_id, changes = residents.add(draft, home)
        else:
            resident_id = self._resident.id
            changes = residents.update(resident_id, draft, home, version=self._resident.version)
        self._desk.bus.publish(changes)
        return resident_id

    @override
    def show_error(self, error: UserError) -> None:
        """Show what is wrong with the new household's number beside the number here."""
        if isinstance(error, InvalidInput):
            error = InvalidInput(
                replace(problem, field="household_number") if problem.field == "number" else problem
                for problem in error.problems
            )
        super().show_error(error)

    def _make_fields(self) -> None:
        suggestions = self._desk.services.residents.suggestions

        def suggest(field: str) -> Callable[[str], list[str]]:
            return lambda typed: suggestions(field, typed)

        sections.add_person(self.form, self._desk, self._today)
        sections.add_contact(self.form, self._desk)
        sections.add_home(self.form, self._desk, suggest)
        sections.add_floating(self.form, self._desk)
        sections.add_photo(self.form, self._desk)
        sections.add_more(self.form, suggest)
        sections.add_party(self.form, suggest)

    def _make_similar(self) -> QFrame:
        notice = QFrame(self)
        notice.setObjectName("notice")
        notice.setLayout(self._similar_lines)
        notice.hide()
        return notice

    def _load(self) -> None:
        resident = self._resident
        facts = ResidentDraft(name="") if resident is None else resident.facts
        values: dict[str, Any] = sections.plain_values(facts)
        if resident is not None:
            values |= {
                "household_id": facts.household_id,
                "elsewhere": facts.household_id is not None and facts.dwelling_id is not None,
                "address": resident.address,
            }
        self.form.load(**values)
        hidden = [self.form.editor(name) for name in sections.HIDDEN]
        self.revealing = Revealing(
            self._desk, self, self.reveal_button, hidden, self._record_revealed
        )
        self._show_by_answers()
        self._derive()
        self.form.modified = False

    def _connect(self) -> None:
        editor = self.form.editor
        self.form.edited.connect(self._timer.start)
        editor("documents").edited.connect(self._derive)
        for name in ("household_id", "elsewhere", "is_floating", "is_party"):
            editor(name).edited.connect(self._show_by_answers)
        editor("politics_code").edited.connect(self._on_politics)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus)

    def _draft(self) -> ResidentDraft:
        """Return what the form says; a dwelling of one's own is found by its address."""
        return replace(sections.draft_of(self.form), household_id=self.form.value("household_id"))

    def _home(self) -> HomeDraft:
        """Return where the person lives, as far as the household does not tell it."""
        where: HouseholdInput = self.form.editor("household_id")
        address = self.form.value("address")
        if where.belonging is Belonging.NEW:
            number = self.form.value("household_number")
            return HomeDraft(address=address, new_household=HouseholdDraft(number=number))
        if where.belonging is Belonging.EXISTING and not self.form.value("elsewhere"):
            return HomeDraft()
        return HomeDraft(address=address)

    def _show_by_answers(self) -> None:
        """Show the fields that the answers call for."""
        where: HouseholdInput = self.form.editor("household_id")
        belonging, elsewhere = where.belonging, bool(self.form.value("elsewhere"))
        existing = belonging is Belonging.EXISTING
        self.form.show_fields(["relation_code"], shown=belonging is not Belonging.NONE)
        self.form.show_fields(["household_number"], shown=belonging is Belonging.NEW)
        self.form.show_fields(["elsewhere"], shown=existing)
        self.form.show_fields(sections.STAY_FIELDS, shown=self.form.value("is_floating"))
        self.form.show_fields(sections.PARTY_FIELDS, shown=self.form.value("is_party"))
        relation = self.form.editor("relation_code")
        if belonging is Belonging.NEW and relation.value() is None:
            relation.set_value(HEAD_CODE)
        address = self.form.editor("address")
        address.set_read_only(read_only=existing and not elsewhere)
        if existing and not elsewhere and where.household is not None:
            address.set_value(where.household.address)

    def _on_politics(self) -> None:
        """Show 党员 for a party member, and hide it again while nothing is recorded there."""
        member = self.form.value("politics_code") in PARTY_CODES
        if member or clean_party(sections.party_of(self.form)) is None:
            self.form.editor("is_party").set_value(member)

    def _derive(self) -> None:
        """Take birth and sex from the first number that tells them, and lock them."""
        documents = self.form.value("documents")
        known = next((document for document in documents if birth_of(document)), None)
        birth, sex = self.form.editor("birth"), self.form.editor("sex")
        if known is not None:
            birth.set_value(birth_of(known))
            sex.set_value(Sex(sex_of(known) or Sex.UNKNOWN))
        birth.setReadOnly(known is not None)
        sex.setEnabled(known is None)
        hint = tr("由证件号码得出") if known is not None else ""
        self.form.field("birth").show_hint(hint)
        self.form.field("sex").show_hint(hint)

    def _check_live(self) -> None:
        """Show what is wrong in the fields that the clerk has left, and who may be the same."""
        wrong = {problem.field: problem.message for problem in self.form.check()}
        draft = completed(self._draft())
        for problem in check_resident(draft, self._today):
            wrong.setdefault(problem.field, problem.message)
        for name in self._touched:
            self.form.field(name).show_error(wrong.get(name, ""))
        self._show_doubts(draft)
        self._show_similar(draft)

    def _show_doubts(self, draft: ResidentDraft) -> None:
        """Say what looks unusual of a party member; it can be saved all the same."""
        doubts = {}
        if draft.party is not None:
            doubts = party_doubts(draft.party, draft.birth, draft.politics_code)
        for name in ("is_party", "party_joined"):
            self.form.field(name).show_hint(doubts.get(name, ""))

    def _show_similar(self, draft: ResidentDraft) -> None:
        exclude = None if self._resident is None else self._resident.id
        found = []
        if self.form.modified and draft.name:
            address = self._home().address
            found = self._desk.services.doubles.known(draft, address, exclude)
        column = self._similar_lines
        while column.count():
            line = column.takeAt(0).widget()
            line.hide()
            line.deleteLater()
        if found:
            words = tr("台账里有 {count} 位相似的居民，请看看是不是同一个人：")
            column.addWidget(plain_label(words.format(count=len(found)), "", self._similar))
        for known in found[:_SIMILAR_SHOWN]:
            column.addWidget(self._similar_line(known))
        self._similar.setVisible(bool(found))

    def _similar_line(self, known: KnownPerson) -> QPushButton:
        """Return a line with who it is and why, which leads to them."""
        why = "、".join(known.verdict.words)
        line = QPushButton(f"{resident_line(known.row)}（{why}）", self._similar)
        line.setToolTip(why)
        line.setProperty("link", True)  # noqa: FBT003 - Qt's own signature
        line.setAutoDefault(False)
        line.clicked.connect(lambda: self._on_similar(known.row))
        return line

    def _on_similar(self, row: ResidentRow) -> None:
        agreed = self.ask.confirm(
            self,
            tr("不再录入，去看已登记的“{name}”？").format(name=row.name),
            accept=tr("去看"),
            detail=tr("这张表里填的内容不会保存。"),
        )
        if agreed:
            self.form.modified = False
            self.person_chosen.emit(row.id)
            self.reject()

    def _on_focus(self, old: QWidget | None, _new: QWidget | None) -> None:
        """Remember which field the cursor has left, and check it."""
        name = self._field_of(old)
        if name is not None:
            self._touched.add(name)
            self._timer.start(0)

    def _field_of(self, widget: QWidget | None) -> str | None:
        while widget is not None and widget is not self.form:
            if widget.objectName() and self.form.has(widget.objectName()):
                return widget.objectName()
            widget = widget.parentWidget()
        return None

    def _record_revealed(self, reason: str) -> None:
        if self._resident is not None:
            self._desk.services.residents.reveal(self._resident.id, reason)
