"""The people of a case as lists: parties on each side, and who mediates."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from linli.domain.case_people import next_side
from linli.domain.cases import SIDE, Mediator, Party
from linli.domain.codes import code_table
from linli.domain.marking import marks_in_text
from linli.domain.organisations import Organisation, OrganisationFilter
from linli.domain.residents import ResidentRow
from linli.errors import UserError
from linli.gui.desk import Desk
from linli.gui.editor.inputs import CheckInput
from linli.gui.form_dialog import FormDialog
from linli.gui.i18n import tr
from linli.gui.mediation.party_forms import PartyForm, new_organisation, new_person
from linli.gui.parts_input import PartsInput
from linli.gui.picker import Picker, marks_in_resident, resident_line
from linli.gui.registers.somebody_input import Somebody, SomebodyInput
from linli.gui.resident_form_numbers import MaskedLine

_OFFERED = 20


class PartiesInput(PartsInput[Party]):
    """The parties; residents and organisations of the register are found, others are typed.

    Signals:
        resident_added: a resident has become a party; carries the id.
    """

    resident_added = Signal(int)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, tr("当事人"), tr("添加居民(&A)…"), parent)
        self._known: set[Party] = set()
        self._masks = desk.services.masking.masks()
        self.other_button = self.add_action(tr("其他人(&J)…"), "user-plus", self._on_other)
        self.organisation_button = self.add_action(
            tr("单位(&X)…"), "building", self._on_organisation
        )
        self.add_moves()

    @property
    def is_masked(self) -> bool:
        """Whether there are parties whose numbers are hidden."""
        return any(_has_numbers(party) for party in self._known)

    def hide_value(self) -> None:
        """Hide the numbers, as they stand now."""
        self._known = set(self.value())
        self.show_parts()

    def reveal(self) -> None:
        """Let the numbers be seen and changed."""
        self._known = set()
        self.show_parts()

    @override
    def line(self, part: Party) -> str:
        shown = [tr(SIDE[part.side]), part.name]
        if part.is_organisation:
            shown += [tr("单位"), part.representative or tr("没有填法定代表人")]
        else:
            shown.append(code_table("sex").label(part.sex_code))
            shown.append(tr("居民") if part.resident_id is not None else "")
        number, phone = part.id_number or "", part.phone or ""
        if part in self._known and not part.is_organisation:
            number = number and self._masks.show_document(number)
            phone = phone and self._masks.show_phone(phone)
        shown += [number, phone, part.address or ""]
        if part.agent is not None:
            shown.append(tr("代理人 {name}").format(name=part.agent.name))
        return " · ".join(filter(None, shown))

    @override
    def part_form(self, part: Party | None) -> FormDialog:
        party = new_person(next_side(self.value())) if part is None else part
        return PartyForm(self.desk, party, self, masked=part in self._known)

    @override
    def _on_add(self) -> None:
        find = self.desk.services.residents.find
        hint = tr("姓名、拼音首字母、电话、证件号后四位，或住址如 3-2-501")
        title = tr("选择当事人")
        picker = Picker(self.desk, title, hint, find, resident_line, self, marks=marks_in_resident)
        picker.chosen.connect(self._on_resident)
        picker.open()

    def _on_resident(self, row: ResidentRow) -> None:
        side = next_side(self.value())
        try:
            party = self.desk.services.cases.party_of_resident(row.id, side)
        except UserError as error:
            self.desk.ask.warn(self, error.message)
            return
        self._known.add(party)
        self.put(party)
        self.resident_added.emit(row.id)

    def _on_other(self) -> None:
        self._open_new(new_person(next_side(self.value())))

    def _on_organisation(self) -> None:
        service = self.desk.services.organisations
        typed = tr("不在名册里，自己填写")

        def find(text: str) -> Sequence[Organisation | None]:
            return [*service.list_all(OrganisationFilter(text=text))[:_OFFERED], None]

        def line(found: Organisation | None) -> str:
            return (
                typed
                if found is None
                else " · ".join(filter(None, (found.facts.name, found.facts.address)))
            )

        picker = Picker(
            self.desk,
            tr("选择单位"),
            tr("单位名称、拼音首字母、负责人"),
            find,
            line,
            self,
            marks=lambda text, found: marks_in_text(text, line(found)),
            offered=[*service.list_all()[:_OFFERED], None],
        )
        picker.chosen.connect(self._on_found)
        picker.open()

    def _on_found(self, found: Organisation | None) -> None:
        side = next_side(self.value())
        if found is None:
            self._open_new(new_organisation(side))
            return
        self.put(self.desk.services.cases.party_of_organisation(found.id, side))

    def _open_new(self, party: Party) -> None:
        form = PartyForm(self.desk, party, self, masked=False)
        form.saved.connect(self.put)
        form.open()


class MediatorForm(FormDialog):
    """Who mediates; `saved` carries the `Mediator`."""

    def __init__(
        self, desk: Desk, mediator: Mediator | None, known: Sequence[Mediator], parent: QWidget
    ) -> None:
        """Make the form.

        Args:
            desk: the working place.
            mediator: who, None for a new one.
            known: who may be chosen by name: staff and members of the committee.
            parent: the window below.
        """
        super().__init__(tr("调解员"), desk.theme, desk.ask, parent)
        self._mediator = mediator
        self._known = {each.name: each for each in known}
        add = self.form.add
        hint = tr("打姓名的字，可以从调委会成员和工作人员中选；是居民的，选出来好提醒该不该回避")
        add("who", tr("姓名(&N)"), SomebodyInput(desk), hint=hint)
        who = self.form.editor("who")
        who.line.suggest(lambda typed: [name for name in self._known if typed in name])
        who.edited.connect(self._on_name)
        masks = desk.services.masking.masks()
        add("phone", tr("电话(&T)"), MaskedLine(masks.show_phone))
        add("presides", "", CheckInput(tr("主持这件案子的调解(&Z)")))
        add("chosen_by_parties", "", CheckInput(tr("当事人自己选的(&X)")))
        if mediator is not None:
            names = ("phone", "presides", "chosen_by_parties")
            who = Somebody(name=mediator.name, resident_id=mediator.resident_id)
            self.form.load(who=who, **{name: getattr(mediator, name) for name in names})
        self.save_button.setText(tr("确定(&S)"))

    @override
    def save(self) -> Mediator:
        value = self.form.value
        who: Somebody = value("who")
        known = self._known.get(who.name)
        before = self._mediator
        if known is None and before is not None and before.name == who.name:
            known = before
        return Mediator(
            id=None if before is None else before.id,
            name=who.name,
            phone=value("phone"),
            staff_id=known.staff_id if known else None,
            resident_id=who.resident_id,
            presides=value("presides"),
            chosen_by_parties=value("chosen_by_parties"),
        )

    def _on_name(self) -> None:
        who = self.form.value("who")
        known = self._known.get(who.name) if who is not None else None
        if known is not None and known.phone and not self.form.value("phone"):
            self.form.editor("phone").set_value(known.phone)


class MediatorsInput(PartsInput[Mediator]):
    """Who mediates; one of them presides."""

    def __init__(
        self, desk: Desk, known: Sequence[Mediator], parent: QWidget | None = None
    ) -> None:
        super().__init__(desk, tr("调解员"), tr("添加调解员(&W)…"), parent)
        self._choices = known

    @override
    def line(self, part: Mediator) -> str:
        shown = [part.name, tr("主持") if part.presides else ""]
        shown.append(tr("当事人选的") if part.chosen_by_parties else "")
        return " · ".join(filter(None, shown))

    @override
    def part_form(self, part: Mediator | None) -> FormDialog:
        taken = {each.name for each in self.value() if each != part}
        known = [each for each in self._choices if each.name not in taken]
        return MediatorForm(self.desk, part, known, self)

    @override
    def put(self, part: Mediator, place: int | None = None) -> None:
        """Let somebody take a place; who presides now takes it over, the first one presides."""
        if part.presides:
            self._parts = [replace(each, presides=False) for each in self._parts]
        elif not any(each.presides for at, each in enumerate(self._parts) if at != place):
            part = replace(part, presides=True)
        super().put(part, place)


def _has_numbers(party: Party) -> bool:
    return bool(party.id_number or party.phone)
