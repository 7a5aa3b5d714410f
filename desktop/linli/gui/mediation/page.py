"""The page of a case (案件): all that is known of it, its time line, and what can be done now."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from linli.domain.accounts import Right
from linli.domain.case_flow import STAGE, STEP, Step
from linli.domain.case_steps import standing_of
from linli.domain.case_timeline import Event, timeline
from linli.domain.cases import LEVEL, Case, Party
from linli.domain.changes import Changes, Kind
from linli.errors import UserError
from linli.gui.case_files.dialog import open_case_files
from linli.gui.case_papers.dialog import open_case_papers
from linli.gui.desk import Desk
from linli.gui.fact_list import FactList, plain_label
from linli.gui.fitting import fit_to_screen, scrolled
from linli.gui.flow import FlowLayout
from linli.gui.form_dialog import FormDialog
from linli.gui.household_dialog import HouseholdDialog
from linli.gui.i18n import tr
from linli.gui.icons import icon
from linli.gui.list_dialog import HistoryOf, ListDialog
from linli.gui.mediation import page_facts
from linli.gui.mediation.agreement_form import AgreementDialog
from linli.gui.mediation.case_form import open_registration
from linli.gui.mediation.help import open_mediation_help
from linli.gui.mediation.record_forms import FollowUpForm, MeetingForm
from linli.gui.mediation.steps import load, next_steps, take_step, why_not
from linli.gui.mediation.time_line import TimeLine
from linli.gui.plain_table import PlainTable
from linli.gui.resident_form import ResidentForm
from linli.gui.table import Tone

_LOOKS = {
    Tone.PLAIN: "muted",
    Tone.INFO: "muted",
    Tone.GOOD: "good",
    Tone.WARN: "warn",
    Tone.BAD: "bad",
}
_WATCHED = (Kind.CASES, Kind.LIMITS, Kind.RESIDENTS, Kind.SETTINGS)


def open_case(desk: Desk, case_id: int, parent: QWidget) -> None:
    """Show one case; if it is gone, that is said."""
    case = load(desk, case_id, parent)
    if case is not None:
        CaseDialog(desk, case, parent).open()


class CaseDialog(ListDialog):
    """Shows a case and offers exactly the steps that can be taken now."""

    def __init__(self, desk: Desk, case: Case, parent: QWidget | None = None) -> None:
        super().__init__(tr("矛盾纠纷"), desk, parent)
        self.case = case
        self.conflicts = QFrame(self)
        self.conflicts.setObjectName("notice")
        self._warning = QLabel(self.conflicts)
        self._warning.setWordWrap(True)
        self._warning.setTextFormat(Qt.TextFormat.PlainText)
        QVBoxLayout(self.conflicts).addWidget(self._warning)
        self._column.insertWidget(2, self.conflicts)
        self._left = QWidget(self)
        self._left_column = QVBoxLayout(self._left)
        self._facts: QWidget | None = None
        self.time_line = TimeLine(desk.theme, self)
        self.time_line.opened.connect(self._on_event)
        self.set_list(self._halves())
        self._steps = QWidget(self)
        self._steps_row = FlowLayout(self._steps)
        self.step_buttons: dict[Step, QPushButton] = {}
        self._column.insertWidget(self._column.indexOf(self._bar), self._steps)
        self._make_buttons()
        desk.bus.changed.connect(self._on_changed)
        fit_to_screen(self, desk.theme.size(1180, 700))
        self._show()

    # ---- making ----

    def _halves(self) -> QWidget:
        halves = QSplitter(Qt.Orientation.Horizontal, self)
        halves.setChildrenCollapsible(False)
        right = QWidget(self)
        column = QVBoxLayout(right)
        column.addWidget(plain_label(tr("办理经过"), "subheading", right))
        column.addWidget(self.time_line)
        column.addStretch(1)
        for page in (self._left, right):
            area = scrolled(page)
            area.setObjectName("card")
            halves.addWidget(area)
        px = self.desk.theme.px
        halves.setSizes([px(560), px(560)])
        return halves

    def _make_buttons(self) -> None:
        self.edit_button = self.add_button(tr("修改登记(&D)…"), "edit", Right.MEDIATE)
        self.edit_button.clicked.connect(lambda: open_registration(self.desk, self.case, self))
        self.papers_button = self.add_button(tr("调解文书(&P)…"), "file-text", Right.MEDIATE)
        self.papers_button.clicked.connect(lambda: open_case_papers(self.desk, self.case.id, self))
        self.files_button = self.add_button(tr("卷宗(&J)…"), "notebook", Right.MEDIATE)
        self.files_button.clicked.connect(lambda: open_case_files(self.desk, self.case.id, self))
        self.why_button = self.add_button(tr("还不能办的(&W)…"), "info-circle")
        self.why_button.clicked.connect(lambda: WhyNotDialog(self.desk, self.case, self).open())
        self.help_button = self.add_button(tr("权利和义务(&H)…"), "help")
        self.help_button.clicked.connect(lambda: open_mediation_help(self.desk, self))
        self.add_history(self._record)

    # ---- showing ----

    def _show(self) -> None:
        case = self.case
        self.heading.setText(case.facts.title)
        self.summary.setText(self._summary())
        warnings = self.desk.services.cases.conflicts(case.facts)
        self._warning.setText("\n".join(warnings))
        self.conflicts.setVisible(bool(warnings))
        self._show_facts()
        self.time_line.show_events(timeline(case))
        self._show_steps()

    def _summary(self) -> str:
        case, standing = self.case, standing_of(self.case)
        since = tr("{stage}（{day} 起）").format(
            stage=tr(STAGE[case.stage]), day=standing.since.isoformat()
        )
        parts = [str(case.number) if case.number else tr("还没有编号"), since]
        parts.append(tr(LEVEL[case.level]))
        if standing.is_away:
            parts.append(tr("已上交 {unit}").format(unit=case.unit))
        if standing.has_risk:
            parts.append(tr("⚠ 报告过激化风险"))
        return " · ".join(parts)

    def _show_facts(self) -> None:
        if self._facts is not None:
            self._facts.hide()
            self._facts.deleteLater()
        page = QWidget(self._left)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.desk.theme.px(6))
        self._facts = page
        self._add_clocks(column)
        self._add(column, tr("登记"), page_facts.registration_facts(self.case))
        column.addWidget(plain_label(tr("当事人"), "section", page))
        for party in self.case.facts.parties:
            self._add_party(column, party)
        self._add(column, tr("调解员"), page_facts.mediator_facts(self.case))
        if self.case.agreement is not None:
            self._add(column, tr("协议"), page_facts.agreement_facts(self.case.agreement))
        column.addStretch(1)
        self._left_column.addWidget(page)

    def _add_clocks(self, column: QVBoxLayout) -> None:
        """Show the clocks, each light in its colour."""
        lines = page_facts.clock_facts(self.desk.services.clocks.of_case(self.case.id))
        if not lines:
            return
        column.addWidget(plain_label(tr("期限"), "section", self._left))
        grid = QGridLayout()
        grid.setHorizontalSpacing(self.desk.theme.px(12))
        grid.setColumnStretch(1, 1)
        for line, (light, words) in enumerate(lines):
            grid.addWidget(plain_label(light.words, _LOOKS[light.tone], self._left), line, 0)
            label = plain_label(words, "", self._left)
            label.setWordWrap(True)
            grid.addWidget(label, line, 1)
        column.addLayout(grid)

    def _add(self, column: QVBoxLayout, title: str, facts: page_facts.Facts) -> None:
        if facts:
            column.addWidget(plain_label(title, "section", self._left))
            column.addWidget(FactList(facts, self.desk.theme, self._left))

    def _add_party(self, column: QVBoxLayout, party: Party) -> None:
        row = QHBoxLayout()
        name = plain_label(page_facts.side_words(party), "strong", self._left)
        name.setWordWrap(True)
        row.addWidget(name, 1)
        if party.resident_id is not None:
            number = party.resident_id
            button = QPushButton(icon("user"), tr("居民资料"), self._left)
            button.setAccessibleName(tr("{name}的居民资料").format(name=party.name))
            button.setAutoDefault(False)
            button.setProperty("quiet", True)  # noqa: FBT003 - Qt's own signature
            button.clicked.connect(lambda: self._open_resident(number))
            row.addWidget(button)
        column.addLayout(row)
        today = self.desk.services.context.clock().date()
        facts = page_facts.party_facts(party, self.desk.services.masking.masks(), today)
        column.addWidget(FactList(facts, self.desk.theme, self._left))

    def _show_steps(self) -> None:
        for button in self.step_buttons.values():
            self._steps_row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.step_buttons = {}
        for number, step in enumerate(next_steps(self.case), 1):
            letter = f"(&{number})" if number < 10 else ""
            button = QPushButton(f"{tr(STEP[step])}{letter}…", self._steps)
            button.setAutoDefault(False)
            button.setProperty("primary", number == 1)
            button.clicked.connect(lambda _=False, each=step: self._on_step(each))
            self._steps_row.addWidget(button)
            button.show()
            self.step_buttons[step] = button

    # ---- doing ----

    def _on_step(self, step: Step) -> None:
        take_step(self.desk, self.case, step, self)

    def _on_event(self, event: Event) -> None:
        form = self._form_of(event)
        if form is not None:
            form.saved.connect(self.desk.bus.publish)
            form.open()

    def _form_of(self, event: Event) -> FormDialog | None:
        """Return the form of what an event is about."""
        case = self.case
        for meeting in case.meetings:
            if meeting.id == event.meeting_id:
                return MeetingForm(self.desk, case, meeting, self)
        for visit in case.follow_ups:
            if visit.id == event.visit_id:
                return FollowUpForm(self.desk, case, visit, self)
        if event.is_agreement and case.agreement is not None:
            return AgreementDialog(self.desk, case, case.agreement.form, self)
        return None

    def _open_resident(self, resident_id: int) -> None:
        try:
            resident = self.desk.services.residents.get(resident_id)
            if resident.facts.household_id is not None:
                HouseholdDialog(self.desk, resident.facts.household_id, resident_id, self).open()
                return
        except UserError as error:
            self.desk.ask.warn(self, error.message)
            return
        form = ResidentForm(self.desk, resident, self)
        form.saved.connect(lambda _: self.desk.bus.publish_all())
        form.open()

    def _record(self) -> HistoryOf:
        return "mediation_case", str(self.case.id), self.case.facts.title

    def _on_changed(self, changes: Changes) -> None:
        if not changes.touches(*_WATCHED):
            return
        try:
            self.case = self.desk.services.cases.get(self.case.id)
        except UserError:  # its registration was undone
            self.reject()
            return
        self._show()


class WhyNotDialog(ListDialog):
    """Says of each step that cannot be taken now why it cannot."""

    def __init__(self, desk: Desk, case: Case, parent: QWidget | None = None) -> None:
        super().__init__(tr("还不能办的"), desk, parent)
        standing = standing_of(case)
        reasons = {step: why_not(case, step) for step in Step if step is not Step.REGISTER}
        self.summary.setText(
            tr("这件案子现在是“{stage}”。").format(stage=tr(STAGE[standing.stage]))
        )
        self.table = PlainTable([tr("办理"), tr("为什么现在不能")], desk.theme, self)
        self.table.setAccessibleName(tr("还不能办的"))
        self.table.set_lines((tr(STEP[step]), why) for step, why in reasons.items() if why)
        self.set_list(self.table)
