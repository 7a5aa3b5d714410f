"""The registration of a dispute (登记纠纷)."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from typing_extensions import override

from linli.domain.case_people import proposed_title
from linli.domain.case_rules import event_of
from linli.domain.cases import (
    DISPUTE_TABLE,
    EVENT_TABLE,
    LEVEL,
    SCALE,
    SOURCE,
    Case,
    CaseDraft,
    Mediator,
    Source,
)
from linli.domain.changes import Changes
from linli.domain.codes import code_table
from linli.errors import UserError
from linli.gui.desk import Desk
from linli.gui.editor.inputs import CheckInput
from linli.gui.form_dialog import FormDialog
from linli.gui.i18n import tr
from linli.gui.inputs import ChoiceInput, CodeInput, LineInput, TextInput, date_input
from linli.gui.mediation.people_inputs import MediatorsInput, PartiesInput
from linli.gui.mediation.step_forms import missing_day
from linli.gui.mediation.text_inputs import LinesInput
from linli.gui.registers.inputs import hide_number, yuan_input
from linli.gui.rental_form import count_input
from linli.gui.teams.team_form import grid_choice

_FIELDS = (
    *("parties", "kind_code", "event_code", "title", "registered_on", "source", "source_unit"),
    *("occurred_on", "place", "grid_id", "first_level", "amount", "persons", "scale"),
    *("is_difficult", "summary", "requests", "group", "mediators"),
)
_TEXTS = ("title", "kind_code", "summary")


class CaseForm(FormDialog):
    """Registers a dispute, or changes what was registered; `saved` carries id and `Changes`."""

    def __init__(
        self,
        desk: Desk,
        item: Case | None,
        parent: QWidget | None,
        *,
        like: CaseDraft | None = None,
        finding_id: int | None = None,
    ) -> None:
        """Make the form.

        Args:
            desk: the working place.
            item: the case, None to register one.
            parent: the window below.
            like: what a new one begins with.
            finding_id: the finding of a sweep that becomes the new case.
        """
        title = tr("登记纠纷") if item is None else tr("纠纷登记")
        super().__init__(title, desk.theme, desk.ask, parent, columns=2)
        self._desk = desk
        self._item = item
        self._finding_id = finding_id
        self.conflicts = QLabel(self)
        self.conflicts.setObjectName("notice")
        self.conflicts.setWordWrap(True)
        self.conflicts.setTextFormat(Qt.TextFormat.PlainText)
        self._proposed = ""
        self._proposed_event: str | None = None
        self._add_people()
        self._add_facts()
        for name in ("place", "source_unit"):
            suggest = partial(desk.services.cases.suggestions, name)
            self.form.editor(name).suggest(suggest)
        self._load(like)
        editor = self.form.editor
        editor("parties").edited.connect(self._propose_title)
        editor("parties").resident_added.connect(self._propose_grid)
        editor("kind_code").edited.connect(self._on_kind)
        editor("source").edited.connect(self._on_source)
        for name in ("parties", "mediators"):
            editor(name).edited.connect(self._warn)
        self._on_source()
        self._warn()
        if item is not None:
            hide_number(desk, self, editor("parties"), self._on_revealed)
            self.add_history(desk, [("mediation_case", str(item.id))], item.facts.title)
            self.form.modified = False

    @override
    def save(self) -> tuple[int, Changes]:
        missing_day(self.form.value("registered_on"), tr("请填写登记日期。"), field="registered_on")
        draft = self._draft()
        cases = self._desk.services.cases
        if self._item is None:
            return cases.register(draft, finding_id=self._finding_id)
        changes = cases.update(self._item.id, draft, version=self._item.version)
        return self._item.id, changes

    def _draft(self) -> CaseDraft:
        """Return what stands in the form; without a day that of today."""
        values = {name: self.form.value(name) for name in _FIELDS}
        if not isinstance(values["registered_on"], date):
            values["registered_on"] = self._desk.services.context.clock().date()
        values |= {name: values[name] or "" for name in _TEXTS}
        if values["persons"] is None:
            values["persons"] = len(values["parties"])
        if values["source"] is not Source.REFERRED:
            values["source_unit"] = None
        return CaseDraft(**values)

    def _add_people(self) -> None:
        hint = tr("先添加申请人，再添加被申请人；双方都有了才能受理")
        parties = PartiesInput(self._desk)
        self.form.add("parties", tr("当事人(&P)"), parties, hint=hint, wide=True)

    def _add_facts(self) -> None:
        desk, add = self._desk, self.form.add
        add("kind_code", tr("纠纷类型(&K)"), CodeInput(code_table(DISPUTE_TABLE)))
        hint = tr("按国标，随纠纷类型填好，可以改")
        add("event_code", tr("事件类别(&E)"), CodeInput(code_table(EVENT_TABLE)), hint=hint)
        add("title", tr("纠纷名称(&N)"), LineInput(tr("如 张三与李四邻里纠纷")), wide=True)
        add("registered_on", tr("登记日期(&B)"), date_input())
        add("occurred_on", tr("发生日期(&O)"), date_input())
        sources: dict[Any, str] = {each: tr(words) for each, words in SOURCE.items()}
        add("source", tr("案件来源(&C)"), ChoiceInput(sources))
        add("source_unit", tr("移送单位(&U)"), LineInput(tr("如 西河派出所")))
        add("place", tr("发生地点(&D)"), LineInput())
        add("grid_id", tr("网格(&G)"), grid_choice(desk, tr("没有指定")))
        levels: dict[Any, str] = {each: tr(words) for each, words in LEVEL.items()}
        add("first_level", tr("由哪一级办(&L)"), ChoiceInput(levels))
        add("amount", tr("涉及金额(&Y)"), yuan_input(), hint=tr("不是钱的事留空"))
        add("persons", tr("涉及人数(&H)"), count_input())
        scales: dict[Any, str] = {each: tr(words) for each, words in SCALE.items()}
        add("scale", tr("规模(&M)"), ChoiceInput(scales))
        add("summary", tr("简要情况(&Q)"), self._text(TextInput(), 96), wide=True)
        hint = tr("一行写一条")
        add("requests", tr("申请事项(&R)"), self._text(LinesInput(), 66), hint=hint, wide=True)
        names = [group.name for group in desk.services.cases.hall().groups]
        groups: dict[Any, str] = {None: tr("没有分组")}
        add("group", tr("调解组(&Z)"), ChoiceInput(groups | {name: name for name in names}))
        add("is_difficult", "", CheckInput(tr("疑难复杂案件(&I)")))
        mediators = MediatorsInput(desk, known_mediators(desk))
        add("mediators", tr("调解员(&T)"), mediators, wide=True)
        self.form.add_widget(self.conflicts)

    def _load(self, like: CaseDraft | None) -> None:
        facts = like if self._item is None else self._item.facts
        if facts is not None:
            self.form.load(**{name: getattr(facts, name) for name in _FIELDS})
            self._proposed_event = event_of(facts.kind_code)
        else:
            today = self._desk.services.context.clock().date()
            draft = CaseDraft(title="", registered_on=today, kind_code="")
            names = ("registered_on", "source", "first_level", "persons", "scale")
            actor = self._desk.services.context.actor.name
            own = (each for each in known_mediators(self._desk) if each.name == actor)
            presiding = tuple(replace(each, presides=True) for each in own)
            values = {name: getattr(draft, name) for name in names}
            self.form.load(mediators=presiding, **values)
        if self._item is not None:
            self.form.editor("first_level").setEnabled(False)

    def _on_kind(self) -> None:
        """Take the nearest code of the standard, unless the clerk chose another."""
        chosen = self.form.value("event_code")
        nearest = event_of(self.form.value("kind_code") or "")
        if nearest is not None and chosen in (None, self._proposed_event):
            self._proposed_event = nearest
            self.form.editor("event_code").set_value(nearest)
        self._propose_title()

    def _on_source(self) -> None:
        referred = self.form.value("source") is Source.REFERRED
        self.form.editor("source_unit").setEnabled(referred)

    def _warn(self) -> None:
        """Say under the mediators who of them stands too near a party."""
        facts = self._draft()
        warnings = self._desk.services.cases.conflicts(facts) if facts.mediators else []
        self.conflicts.setText("\n".join(warnings))
        self.conflicts.setVisible(bool(warnings))

    def _propose_title(self) -> None:
        """Name the case after its parties, unless the clerk wrote a title."""
        written = self.form.value("title") or ""
        kind = self.form.value("kind_code")
        title = proposed_title(
            self.form.value("parties"), code_table(DISPUTE_TABLE).label(kind) if kind else ""
        )
        if title and written in ("", self._proposed):
            self._proposed = title
            self.form.editor("title").set_value(title)

    def _propose_grid(self, resident_id: int) -> None:
        """Take the grid where the first resident among the parties lives."""
        if self.form.value("grid_id") is not None:
            return
        try:
            resident = self._desk.services.residents.get(resident_id)
        except UserError:
            return
        if resident.grid_id is not None:
            self.form.editor("grid_id").set_value(resident.grid_id)

    def _on_revealed(self, reason: str) -> None:
        if self._item is not None:
            self._desk.services.cases.reveal(self._item.id, reason)

    def _text(self, text: TextInput, units: int) -> TextInput:
        text.setFixedHeight(self.theme.px(units))
        return text


def known_mediators(desk: Desk) -> list[Mediator]:
    """Return who may be chosen to mediate: members of the committee and groups, then staff."""
    staff = {each.facts.name: each for each in desk.services.staff.list_all()}
    hall = desk.services.cases.hall()
    phones = {member.name: member.phone for member in hall.members}
    found = [
        Mediator(
            name=name,
            phone=phones.get(name) or (staff[name].facts.phone if name in staff else None),
            staff_id=staff[name].id if name in staff else None,
        )
        for name in hall.mediators
    ]
    others = (each for name, each in staff.items() if name not in hall.mediators)
    found += [
        Mediator(name=each.facts.name, phone=each.facts.phone, staff_id=each.id) for each in others
    ]
    return found


def open_new_case(
    desk: Desk,
    parent: QWidget,
    saved: Callable[[int], None] | None = None,
    *,
    like: CaseDraft | None = None,
    finding_id: int | None = None,
) -> None:
    """Register a dispute.

    Args:
        desk: the working place.
        parent: the window below.
        saved: told the id of the new case.
        like: what it begins with.
        finding_id: the finding of a sweep that becomes the case.
    """
    form = CaseForm(desk, None, parent, like=like, finding_id=finding_id)
    _open(form, desk, saved)


def open_registration(desk: Desk, case: Case, parent: QWidget) -> None:
    """Change what was registered of a case."""
    _open(CaseForm(desk, case, parent), desk, None)


def _open(form: CaseForm, desk: Desk, saved: Callable[[int], None] | None) -> None:
    def on_saved(result: tuple[int, Changes]) -> None:
        case_id, changes = result
        desk.bus.publish(changes)
        if saved is not None:
            saved(case_id)

    form.saved.connect(on_saved)
    form.open()
