"""The forms of a pairing (结对): who with which household since when, and its end."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from linli.domain.changes import Changes
from linli.domain.pairings import Helper, Pairing, PairingDraft
from linli.domain.residents import Household
from linli.errors import FieldProblem, InvalidInput, UserError
from linli.gui.composite import Composite
from linli.gui.desk import Desk
from linli.gui.fact_list import plain_label
from linli.gui.flow import FlowLayout
from linli.gui.form_dialog import FormDialog
from linli.gui.i18n import tr
from linli.gui.icons import icon
from linli.gui.inputs import TextInput, date_input
from linli.gui.picker import household_line, household_picker
from linli.gui.staff.person_form import PersonForm


class HouseholdChoice(Composite):
    """A household found with a dialog.

    Signals:
        edited: another household.
    """

    edited = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._household_id: int | None = None
        self.label = plain_label("", "", self)
        self.label.setWordWrap(True)
        self.pick_button = QPushButton(icon("search"), tr("选择户(&K)…"), self)
        self.pick_button.setAutoDefault(False)
        self.pick_button.clicked.connect(self._on_pick)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.label)
        row = FlowLayout()
        row.addWidget(self.pick_button)
        column.addLayout(row)
        self.set_value(None)

    @override
    def first_part(self) -> QWidget:
        return self.pick_button

    def value(self) -> int | None:
        """Return the household's id."""
        return self._household_id

    def set_value(self, value: int | None) -> None:
        """Show a household."""
        self._household_id = value
        if value is None:
            self.label.setText(tr("还没有选"))
        else:
            self.label.setText(household_line(self._desk.services.households.get(value)))

    def problem(self) -> str | None:
        """Say that the household still has to be chosen."""
        return None if self._household_id else tr("请点“选择户”，选出和哪一户结对。")

    def _on_pick(self) -> None:
        picker = household_picker(self._desk, self)
        picker.chosen.connect(self._on_chosen)
        picker.open()

    def _on_chosen(self, household: Household) -> None:
        self.set_value(household.id)
        self.edited.emit()


class PairingForm(PersonForm):
    """Adds or changes a pairing; `saved` carries the `Changes`."""

    def __init__(
        self,
        desk: Desk,
        pairing: Pairing | None,
        parent: QWidget | None,
        *,
        household_id: int | None = None,
    ) -> None:
        """Make the form of `pairing`, or an empty one, with `household_id` already chosen."""
        super().__init__(tr("添加结对") if pairing is None else tr("结对联系"), desk, parent)
        self._pairing = pairing
        form = self.form
        form.add_section(tr("党员、帮扶人"))
        self.add_person(tr("姓名(&N)"), tr("职务(&G)"), tr("如 第一党支部书记"))
        form.add_section(tr("结对户"))
        form.add("household_id", tr("结对户(&U)"), HouseholdChoice(desk), wide=True)
        form.add("since", tr("开始日期(&B)"), date_input())
        form.add("until", tr("结束日期(&E)"), date_input(), hint=tr("还在帮扶的留空"))
        note = TextInput()
        note.setMaximumHeight(desk.theme.px(80))
        form.add("note", tr("备注(&M)"), note, wide=True)
        if pairing is None:
            since = desk.services.context.clock().date()
            form.load(household_id=household_id, since=since)
            self.load_person(Helper(name=""))
        else:
            facts = pairing.facts
            names = ("household_id", "since", "until", "note")
            form.load(**{name: getattr(facts, name) for name in names})
            self.load_person(facts.helper)

    @override
    def save(self) -> Changes:
        value = self.form.value
        draft = PairingDraft(
            household_id=value("household_id"),
            helper=self.helper(),
            since=value("since"),
            until=value("until"),
            note=value("note"),
        )
        service = self._desk.services.pairings
        if self._pairing is None:
            return service.add(draft)[1]
        return service.update(self._pairing.id, draft, version=self._pairing.version)

    @override
    def show_error(self, error: UserError) -> None:
        """Show what is wrong with the helper beside the name."""
        if isinstance(error, InvalidInput):
            error = InvalidInput(
                replace(problem, field="name") if problem.field == "helper" else problem
                for problem in error.problems
            )
        super().show_error(error)


class EndForm(FormDialog):
    """Ends a pairing on a day; `saved` carries the `Changes`."""

    def __init__(self, desk: Desk, pairing: Pairing, parent: QWidget | None) -> None:
        super().__init__(tr("结束帮扶"), desk.theme, desk.ask, parent)
        self._desk = desk
        self._pairing = pairing
        words = tr("“{helper}”不再联系“{head}”这一户。结对记录会留着，党员联系卡请收回。")
        text = words.format(
            helper=pairing.facts.helper.name, head=pairing.household_head or pairing.place
        )
        note = plain_label(text, "", self)
        note.setWordWrap(True)
        self.form.add_widget(note)
        self.form.add("until", tr("结束日期(&E)"), date_input())
        self.form.load(until=desk.services.context.clock().date())
        self.save_button.setText(tr("结束帮扶(&S)"))

    @override
    def save(self) -> Changes:
        day = self.form.value("until")
        if day is None:
            words = tr("请填写结束的日期。")
            raise InvalidInput([FieldProblem(field="until", message=words)])
        return self._desk.services.pairings.end(self._pairing.id, day)
