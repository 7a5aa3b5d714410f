"""The forms of parties (当事人): persons, organisations, and who acts for them."""

from typing import Any

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from linli.domain.cases import SIDE, Agent, Party, Side
from linli.domain.codes import code_table
from linli.errors import FieldProblem, InvalidInput
from linli.gui.desk import Desk
from linli.gui.form_dialog import FormDialog
from linli.gui.i18n import tr
from linli.gui.inputs import ChoiceInput, CodeInput, LineInput, TextInput, date_input
from linli.gui.resident_form_numbers import MaskedLine

_PERSON = (
    *("side", "name", "sex_code", "birth", "ethnicity_code", "occupation"),
    *("id_number", "phone", "address"),
)
_ORGANISATION = (
    *("side", "name", "id_number", "representative", "representative_post"),
    *("phone", "address"),
)
_AGENT = ("name", "relation", "id_number", "phone", "address", "powers", "since", "until")
_NUMBERS = ("id_number", "phone", "agent_id_number", "agent_phone")


class PartyForm(FormDialog):
    """A party with its agent; `saved` carries the `Party`.

    Numbers of a party that is kept already stay masked; a masked number is kept as it is.
    """

    def __init__(self, desk: Desk, party: Party, parent: QWidget, *, masked: bool) -> None:
        """Make the form of a party.

        Args:
            desk: the working place.
            party: what is known of it, which may be no more than its side.
            parent: the window below.
            masked: whether its numbers are shown masked.
        """
        title = tr("单位当事人") if party.is_organisation else tr("个人当事人")
        super().__init__(title, desk.theme, desk.ask, parent, columns=2)
        self._party = party
        self._masks = desk.services.masking.masks()
        self._names = _ORGANISATION if party.is_organisation else _PERSON
        sides: dict[Any, str] = {side: tr(words) for side, words in SIDE.items()}
        self.form.add("side", tr("哪一方(&F)"), ChoiceInput(sides))
        if party.is_organisation:
            self._add_organisation()
        else:
            self._add_person()
        self._add_agent()
        self.form.load(**{name: getattr(party, name) for name in self._names})
        if party.agent is not None:
            self.form.load(**{f"agent_{name}": getattr(party.agent, name) for name in _AGENT})
        if masked:
            for name in _NUMBERS:
                editor = self.form.editor(name)
                if isinstance(editor, MaskedLine):
                    editor.hide_value()
            self.form.modified = False
        self.save_button.setText(tr("确定(&S)"))

    @override
    def save(self) -> Party:
        values = {name: self.form.value(name) for name in self._names}
        if not values["name"]:
            message = tr("请填写名称。") if self._party.is_organisation else tr("请填写姓名。")
            raise InvalidInput([FieldProblem(field="name", message=message)])
        return Party(
            id=self._party.id,
            is_organisation=self._party.is_organisation,
            resident_id=self._party.resident_id,
            organisation_id=self._party.organisation_id,
            agent=self._agent(),
            **values,
        )

    def _add_person(self) -> None:
        add = self.form.add
        name = LineInput()
        hint = ""
        if self._party.resident_id is not None:
            name.setReadOnly(True)
            hint = tr("本社区居民，姓名随居民资料")
        add("name", tr("姓名(&N)"), name, hint=hint)
        add("sex_code", tr("性别(&X)"), CodeInput(code_table("sex")))
        add("birth", tr("出生日期(&B)"), date_input())
        add("ethnicity_code", tr("民族(&M)"), CodeInput(code_table("ethnicity")))
        add("occupation", tr("职业或职务(&O)"), LineInput())
        add("id_number", tr("证件号码(&I)"), MaskedLine(self._masks.show_document))
        add("phone", tr("电话(&T)"), MaskedLine(self._masks.show_phone))
        add("address", tr("单位或住址(&D)"), LineInput(), wide=True)

    def _add_organisation(self) -> None:
        add = self.form.add
        add("name", tr("名称(&N)"), LineInput(), wide=True)
        add("id_number", tr("统一社会信用代码(&I)"), LineInput(tr("18 位，可以不填")))
        add("representative", tr("法定代表人或负责人(&R)"), LineInput())
        add("representative_post", tr("职务(&G)"), LineInput(tr("如 经理、主任")))
        add("phone", tr("电话(&T)"), MaskedLine(self._masks.show_numbers_in))
        add("address", tr("地址(&D)"), LineInput(), wide=True)

    def _add_agent(self) -> None:
        add = self.form.add
        self.form.add_section(tr("委托代理人"))
        hint = tr("没有委托别人的留空")
        add("agent_name", tr("代理人姓名(&A)"), LineInput(), hint=hint)
        add("agent_relation", tr("与当事人的关系(&E)"), LineInput(tr("如 儿子、律师")))
        add("agent_id_number", tr("代理人证件号码"), MaskedLine(self._masks.show_document))
        add("agent_phone", tr("代理人电话(&P)"), MaskedLine(self._masks.show_phone))
        add("agent_address", tr("代理人住址"), LineInput(), wide=True)
        powers = TextInput()
        example = tr("如 代为参加调解、代为签订协议")
        powers.setPlaceholderText(example)
        powers.setMaximumHeight(self.theme.px(64))
        add("agent_powers", tr("代理权限(&Q)"), powers, wide=True)
        add("agent_since", tr("委托从哪天起"), date_input())
        add("agent_until", tr("到哪天止"), date_input())

    def _agent(self) -> Agent | None:
        values = {name: self.form.value(f"agent_{name}") for name in _AGENT}
        if not values["name"]:
            return None
        return Agent(**(values | {"powers": values["powers"] or ""}))


def new_person(side: Side) -> Party:
    """Return a person of whom nothing is known yet."""
    return Party(side=side, name="")


def new_organisation(side: Side) -> Party:
    """Return an organisation of which nothing is known yet."""
    return Party(side=side, name="", is_organisation=True)
