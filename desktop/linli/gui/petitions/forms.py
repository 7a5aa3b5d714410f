"""The form of a petition (信访), which tells while one types who came before (重复信访)."""

from datetime import date
from typing import Any

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from linli.domain.changes import Changes
from linli.domain.petition_lists import state_text
from linli.domain.petition_rules import clean_petition, joint_warning
from linli.domain.petitions import FORM, Form, Petition, PetitionDraft
from linli.errors import FieldProblem, InvalidInput
from linli.gui.desk import Desk
from linli.gui.editor.inputs import CheckInput
from linli.gui.fact_list import plain_label
from linli.gui.form_dialog import FormDialog
from linli.gui.i18n import tr
from linli.gui.inputs import ChoiceInput, LineInput, ListInput, TextInput, date_input
from linli.gui.registers.inputs import hide_number
from linli.gui.registers.somebody_input import Somebody, SomebodyInput
from linli.gui.rental_form import count_input
from linli.gui.resident_form_numbers import MaskedLine
from linli.gui.teams.team_form import grid_choice

_FIELDS = (
    *("form", "received_on", "phone", "address", "persons", "representatives"),
    *("matter", "content", "grid_id", "repeats_id", "simple"),
)
_TOLD = 3
"""So many earlier petitions are told one by one."""
_OFFERED = 200
"""So many others are offered as being about the same matter."""
_TEXT = 110


class PetitionForm(FormDialog):
    """Registers or changes a petition; `saved` carries the `Changes`."""

    def __init__(self, desk: Desk, item: Petition | None, parent: QWidget | None) -> None:
        title = tr("登记信访")
        if item is not None:
            title = tr("信访 {number}").format(number=item.number)
        super().__init__(title, desk.theme, desk.ask, parent, columns=2)
        self._desk = desk
        self._item = item
        self._others = desk.services.petitions.list_all(limit=_OFFERED)
        self.repeats = plain_label("", "notice", self)
        self.joint = plain_label("", "notice", self)
        for label in (self.repeats, self.joint):
            label.setWordWrap(True)
            label.setMargin(desk.theme.px(6))
        add = self.form.add
        add("who", tr("信访人(&N)"), SomebodyInput(desk), wide=True)
        self.form.add_widget(self.repeats)
        masks = desk.services.masking.masks()
        hint = tr("从居民中选的可以不填")
        add("phone", tr("电话(&T)"), MaskedLine(masks.show_phone), hint=hint)
        add("address", tr("住址(&D)"), LineInput(), hint=hint)
        forms: dict[Any, str] = {each: tr(words) for each, words in FORM.items()}
        add("form", tr("信访形式(&K)"), ChoiceInput(forms))
        add("received_on", tr("收到日期(&B)"), date_input(), hint=tr("期限从这一天算起"))
        add("persons", tr("一共几人(&H)"), count_input())
        add("representatives", tr("代表(&W)"), ListInput(tr("几个人用、隔开")))
        self.form.add_widget(self.joint)
        add("matter", tr("信访事项(&M)"), LineInput(tr("如 反映征地补偿")), wide=True)
        content = TextInput()
        content.setMaximumHeight(desk.theme.px(_TEXT))
        add("content", tr("反映的内容(&C)"), content, wide=True)
        add("grid_id", tr("哪个网格(&G)"), grid_choice(desk, tr("没有指定")))
        hint = tr("与以前哪一件说的是同一件事")
        add("repeats_id", tr("同一事项(&X)"), ChoiceInput({None: ""}), hint=hint)
        words = tr("简易办理（事情清楚、当时能办的）(&J)")
        add("simple", "", CheckInput(words), wide=True)
        for name in ("form", "persons", "representatives"):
            self.form.editor(name).edited.connect(self._on_joint)
        for name in ("who", "phone"):
            self.form.editor(name).edited.connect(self._on_person)
        self._say(self.repeats, "")
        self._say(self.joint, "")
        self._offer([])
        self._load()
        self.reveal_button = hide_number(desk, self, self.form.editor("phone"), self._on_revealed)

    @override
    def save(self) -> Changes:
        problems = []
        if not isinstance(self.form.value("received_on"), date):
            message = tr("请填写收到的日期。")
            problems.append(FieldProblem(field="received_on", message=message))
        if problems:
            raise InvalidInput(problems)
        draft = self._draft()
        service, item = self._desk.services.petitions, self._item
        if item is None:
            return service.add(draft)[1]
        return service.update(item.id, draft, version=item.version)

    def _draft(self) -> PetitionDraft:
        values = {name: self.form.value(name) for name in _FIELDS}
        who: Somebody = self.form.value("who") or Somebody(name="")
        values["matter"] = values["matter"] or ""
        values["persons"] = 1 if values["persons"] is None else values["persons"]
        visit_id = None if self._item is None else self._item.facts.visit_id
        return PetitionDraft(
            **values, name=who.name, resident_id=who.resident_id, visit_id=visit_id
        )

    def _load(self) -> None:
        if self._item is None:
            today = self._desk.services.context.clock().date()
            self.form.load(received_on=today, form=Form.VISIT, persons=1)
            return
        facts = self._item.facts
        who = Somebody(name=facts.name, resident_id=facts.resident_id)
        self.form.load(who=who)
        self._on_person()
        self.form.load(**{name: getattr(facts, name) for name in _FIELDS})
        self._on_joint()

    def _on_person(self) -> None:
        """Tell what the same person came with before."""
        who: Somebody | None = self.form.value("who")
        found: list[Petition] = []
        if who is not None:
            found = self._desk.services.petitions.earlier(
                who.name,
                who.resident_id,
                self.form.value("phone"),
                except_id=None if self._item is None else self._item.id,
            )
        lines = [_words(each) for each in found[:_TOLD]]
        if found:
            told = tr("重复信访：这位以前来过 {count} 次。").format(count=len(found))
            lines.insert(0, told)
        self._say(self.repeats, "\n".join(lines))
        self._offer(found)

    def _offer(self, earlier: list[Petition]) -> None:
        """Offer what it can be a repetition of: the person's own petitions first."""
        known = {each.id for each in earlier}
        own = None if self._item is None else self._item.id
        offered: dict[Any, str] = {None: tr("不是，这是第一次反映")}
        for each in (*earlier, *(one for one in self._others if one.id not in known)):
            if each.id != own:
                offered[each.id] = f"{each.number} {each.facts.name} {each.facts.matter}"
        self.form.editor("repeats_id").set_choices(offered)

    def _on_joint(self) -> None:
        draft = self._draft()
        if isinstance(draft.received_on, date):
            self._say(self.joint, joint_warning(clean_petition(draft)))

    def _say(self, label: Any, text: str) -> None:
        label.setText(text)
        label.setAccessibleName(text)
        label.setVisible(bool(text))

    def _on_revealed(self, reason: str) -> None:
        if self._item is not None:
            self._desk.services.petitions.reveal(self._item.id, reason)


def _words(item: Petition) -> str:
    facts = item.facts
    parts = (item.number, facts.received_on.isoformat(), facts.matter, state_text(item))
    return " · ".join(parts)
