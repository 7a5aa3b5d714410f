"""The steps of a household: change it, take somebody in, relation, split (分户), join (并户)."""

from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget
from typing_extensions import override

from linli.domain.codes import code_table
from linli.domain.labels import HOUSEHOLD_KIND
from linli.domain.residents import Household, HouseholdDraft, HouseholdMember, ResidentRow
from linli.errors import FieldProblem, InvalidInput
from linli.gui.address_input import AddressInput
from linli.gui.composite import Composite
from linli.gui.desk import Desk
from linli.gui.fact_list import plain_label
from linli.gui.form_dialog import FormDialog
from linli.gui.i18n import tr
from linli.gui.inputs import ChoiceInput, CodeInput, LineInput, TextInput
from linli.gui.picker import household_line, resident_line


class HouseholdForm(FormDialog):
    """The household's number, kind and note; another address means that all move (移居)."""

    def __init__(self, desk: Desk, household: Household, parent: QWidget | None) -> None:
        super().__init__(tr("户资料与移居"), desk.theme, desk.ask, parent)
        self._desk = desk
        self._household = household
        kinds = {kind: tr(label) for kind, label in HOUSEHOLD_KIND.items()}
        self.form.add("number", tr("户号(&N)"), LineInput())
        self.form.add("kind", tr("户别(&K)"), ChoiceInput(kinds))
        hint = tr("改住址就是全户移居。")
        self.form.add("address", tr("住址(&A)"), AddressInput(desk.services), hint=hint)
        self.form.add("note", tr("备注(&M)"), TextInput())
        facts = household.facts
        self.form.load(
            number=facts.number, kind=facts.kind, address=household.address, note=facts.note
        )

    @override
    def save(self) -> object:
        form = self.form
        draft = replace(
            self._household.facts,
            number=form.value("number"),
            kind=form.value("kind"),
            note=form.value("note"),
        )
        changes = self._desk.services.households.update(
            self._household.id,
            draft,
            address=form.value("address"),
            version=self._household.version,
        )
        self._desk.bus.publish(changes)
        return changes


class RelationForm(FormDialog):
    """A member's relation to the head."""

    def __init__(
        self, desk: Desk, household_id: int, member: HouseholdMember, parent: QWidget | None
    ) -> None:
        title = tr("{name}与户主的关系").format(name=member.name)
        super().__init__(title, desk.theme, desk.ask, parent)
        self._desk = desk
        self._household_id = household_id
        self._member = member
        self.form.add("relation_code", tr("与户主关系(&R)"), CodeInput(code_table("relation")))
        self.form.load(relation_code=member.relation_code)
        self.resize(self.width(), desk.theme.px(260))

    @override
    def save(self) -> object:
        changes = self._desk.services.households.move_member(
            self._member.resident_id, self._household_id, self.form.value("relation_code")
        )
        self._desk.bus.publish(changes)
        return changes


class AddMemberForm(FormDialog):
    """Takes somebody into a household, out of their present one."""

    def __init__(
        self, desk: Desk, household_id: int, person: ResidentRow, parent: QWidget | None
    ) -> None:
        super().__init__(tr("添加成员"), desk.theme, desk.ask, parent)
        self._desk = desk
        self._household_id = household_id
        self._person = person
        self.form.add_section(resident_line(person))
        self.form.add("relation_code", tr("与户主关系(&R)"), CodeInput(code_table("relation")))
        self.resize(self.width(), desk.theme.px(300))

    @override
    def save(self) -> object:
        changes = self._desk.services.households.move_member(
            self._person.id, self._household_id, self.form.value("relation_code")
        )
        self._desk.bus.publish(changes)
        return changes


class MembersInput(Composite):
    """Which members: a box before each.

    Signals:
        edited: other members are ticked.
    """

    edited = Signal()

    def __init__(self, members: tuple[HouseholdMember, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._members = members
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.boxes: list[QCheckBox] = []
        for member in members:
            relation = code_table("relation").label(member.relation_code)
            text = " · ".join(part for part in (member.name, relation) if part)
            box = QCheckBox(text.replace("&", "&&"), self)
            box.toggled.connect(self.edited)
            column.addWidget(box)
            self.boxes.append(box)

    @override
    def first_part(self) -> QWidget:
        return self.boxes[0]

    def value(self) -> tuple[HouseholdMember, ...]:
        """Return the members that are ticked."""
        pairs = zip(self._members, self.boxes, strict=True)
        return tuple(member for member, box in pairs if box.isChecked())

    def set_value(self, value: tuple[HouseholdMember, ...]) -> None:
        """Tick these members."""
        for member, box in zip(self._members, self.boxes, strict=True):
            box.setChecked(member in value)

    def problem(self) -> str | None:
        """Say that somebody has to go, and somebody to stay."""
        ticked = self.value()
        if not ticked:
            return tr("请勾选分出去的成员。")
        if len(ticked) == len(self._members):
            return tr("不能全部分出去，至少要留下一人。要全户搬走请用“移居”。")
        return None


class _OneOf(ChoiceInput):
    """A choice whose options follow another field."""

    def offer(self, choices: dict[int, str]) -> None:
        """Offer other options and keep the chosen one if it is still there."""
        chosen = self.currentText()
        with QSignalBlocker(self):
            self.clear()
            self._values = list(choices)
            self.addItems(list(choices.values()))
            self.setCurrentIndex(max(0, self.findText(chosen)) if choices else -1)


class SplitForm(FormDialog):
    """Members leave and form a household of their own (分户)."""

    def __init__(self, desk: Desk, household: Household, parent: QWidget | None) -> None:
        super().__init__(tr("分户"), desk.theme, desk.ask, parent)
        self._desk = desk
        self._household = household
        members = MembersInput(household.members)
        self.form.add("members", tr("分出的成员(&F)"), members, hint=tr("按空格键勾选"))
        self.form.add("head", tr("新户的户主(&H)"), _OneOf({}))
        self.form.add("number", tr("新户的户号(&N)"), LineInput(tr("可以不填")))
        hint = tr("仍住原址就不用改。")
        self.form.add("address", tr("新户的住址(&A)"), AddressInput(desk.services), hint=hint)
        self.form.load(address=household.address, number=None)
        members.edited.connect(self._offer_heads)

    @override
    def save(self) -> object:
        head = self.form.value("head")
        if head is None:
            words = tr("请选择新户的户主。")
            raise InvalidInput([FieldProblem(field="head", message=words)])
        _, changes = self._desk.services.households.split(
            self._household.id,
            [member.resident_id for member in self.form.value("members")],
            HouseholdDraft(number=self.form.value("number"), kind=self._household.facts.kind),
            head,
            address=self.form.value("address"),
        )
        self._desk.bus.publish(changes)
        return changes

    def _offer_heads(self) -> None:
        members = self.form.value("members")
        self.form.editor("head").offer({each.resident_id: each.name for each in members})


class JoinForm(FormDialog):
    """All members go into another household (并户); each needs a relation to its head."""

    def __init__(
        self, desk: Desk, source: Household, target: Household, parent: QWidget | None
    ) -> None:
        super().__init__(tr("并入另一户"), desk.theme, desk.ask, parent)
        self._desk = desk
        self._source = source
        self._target = target
        self.form.add_section(tr("并入：{household}").format(household=household_line(target)))
        self.form.add_widget(plain_label(tr("请填写每个人与那一户户主的关系："), "muted", self))
        for member in source.members:
            name = member.name.replace("&", "&&")
            self.form.add(f"m{member.resident_id}", name, CodeInput(code_table("relation")))

    @override
    def save(self) -> object:
        relations = {
            member.resident_id: self.form.value(f"m{member.resident_id}")
            for member in self._source.members
        }
        words = tr("请填写与户主的关系。")
        missing = [f"m{number}" for number, code in relations.items() if code is None]
        if missing:
            raise InvalidInput(FieldProblem(field=name, message=words) for name in missing)
        changes = self._desk.services.households.join(self._source.id, self._target.id, relations)
        self._desk.bus.publish(changes)
        return changes
