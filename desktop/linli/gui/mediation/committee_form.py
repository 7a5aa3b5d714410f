"""The committee of the hall (调解委员会) and the phrases it keeps (常用语)."""

from typing import Any

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from linli.domain.accounts import Right
from linli.domain.changes import Changes
from linli.domain.mediation_hall import (
    HELPER_KIND,
    OFFICE,
    CommitteeMember,
    Helper,
    MediationHall,
    MediatorGroup,
)
from linli.domain.mediation_texts import PHRASE_USE, Phrase
from linli.errors import FieldProblem, InvalidInput
from linli.gui.desk import Desk
from linli.gui.editor.inputs import CheckInput
from linli.gui.form_dialog import FormDialog
from linli.gui.i18n import tr
from linli.gui.icons import icon
from linli.gui.inputs import ChoiceInput, LineInput, ListInput, TextInput, date_input
from linli.gui.mediation.step_forms import wrapped
from linli.gui.parts_input import PartsInput
from linli.gui.permission import new_button, who_may

_HALL = ("committee", "mark", "joint_label", "is_mixed", "members", "groups", "helpers")
_MEMBER = ("name", "office", "phone", "since", "is_woman", "is_minority")
_HELPER = ("name", "kind", "what", "phone")


def open_committee(desk: Desk, parent: QWidget) -> None:
    """Show the committee of the hall, with the way to its phrases."""
    form = CommitteeForm(desk, parent)
    form.saved.connect(desk.bus.publish)
    form.open()


def named(name: str | None, message: str) -> str:
    """Return a name that was typed.

    Raises:
        InvalidInput: none was; `message` is said beside the field.
    """
    if not name:
        raise InvalidInput([FieldProblem(field="name", message=message)])
    return name


class MemberForm(FormDialog):
    """A member of the committee; `saved` carries the `CommitteeMember`."""

    def __init__(self, desk: Desk, member: CommitteeMember | None, parent: QWidget) -> None:
        super().__init__(tr("调委会委员"), desk.theme, desk.ask, parent)
        add = self.form.add
        add("name", tr("姓名(&N)"), LineInput())
        offices: dict[Any, str] = {each: tr(words) for each, words in OFFICE.items()}
        add("office", tr("职务(&G)"), ChoiceInput(offices))
        add("phone", tr("电话(&T)"), LineInput())
        hint = tr("任期三年，可以连任；满期时会提醒")
        add("since", tr("从哪天起任职(&B)"), date_input(), hint=hint)
        add("is_woman", "", CheckInput(tr("女性(&W)")))
        add("is_minority", "", CheckInput(tr("人数较少民族的成员(&M)")))
        facts = member or CommitteeMember(name="")
        self.form.load(**{name: getattr(facts, name) for name in _MEMBER})
        self.save_button.setText(tr("确定(&S)"))

    @override
    def save(self) -> CommitteeMember:
        values = {name: self.form.value(name) for name in _MEMBER}
        name = named(values.pop("name"), tr("请填写委员的姓名。"))
        return CommitteeMember(name=name, **values)


class GroupForm(FormDialog):
    """A group of mediators; `saved` carries the `MediatorGroup`."""

    def __init__(
        self, desk: Desk, group: MediatorGroup | None, known: list[str], parent: QWidget
    ) -> None:
        super().__init__(tr("调解组"), desk.theme, desk.ask, parent)
        add = self.form.add
        add("name", tr("名称(&N)"), LineInput(tr("如 东片调解组")))
        hint = tr("几个人用顿号隔开")
        add("members", tr("调解员(&M)"), ListInput(), hint=hint)
        self.form.editor("members").suggest(lambda typed: [name for name in known if typed in name])
        if group is not None:
            self.form.load(name=group.name, members=group.members)
        self.save_button.setText(tr("确定(&S)"))

    @override
    def save(self) -> MediatorGroup:
        name = named(self.form.value("name"), tr("请填写调解组的名称。"))
        return MediatorGroup(name=name, members=self.form.value("members"))


class HelperForm(FormDialog):
    """Somebody from outside who helps; `saved` carries the `Helper`."""

    def __init__(self, desk: Desk, helper: Helper | None, parent: QWidget) -> None:
        super().__init__(tr("参与调解的社会力量"), desk.theme, desk.ask, parent)
        add = self.form.add
        add("name", tr("姓名或名称(&N)"), LineInput())
        kinds: dict[Any, str] = {each: tr(words) for each, words in HELPER_KIND.items()}
        add("kind", tr("类别(&K)"), ChoiceInput(kinds))
        add("what", tr("能帮什么(&W)"), LineInput(tr("如 法律咨询、婚姻家庭")))
        add("phone", tr("电话(&T)"), LineInput())
        if helper is not None:
            self.form.load(**{name: getattr(helper, name) for name in _HELPER})
        self.save_button.setText(tr("确定(&S)"))

    @override
    def save(self) -> Helper:
        values = {name: self.form.value(name) for name in _HELPER}
        name = named(values.pop("name"), tr("请填写姓名或名称。"))
        return Helper(
            name=name, kind=values["kind"], what=values["what"] or "", phone=values["phone"]
        )


class MembersInput(PartsInput[CommitteeMember]):
    """Who sits on the committee."""

    @override
    def line(self, part: CommitteeMember) -> str:
        since = tr("{day} 起").format(day=part.since.isoformat()) if part.since else ""
        woman = tr("女") if part.is_woman else ""
        return " · ".join(filter(None, (part.name, tr(OFFICE[part.office]), woman, since)))

    @override
    def part_form(self, part: CommitteeMember | None) -> FormDialog:
        return MemberForm(self.desk, part, self)


class GroupsInput(PartsInput[MediatorGroup]):
    """Groups of mediators."""

    known: tuple[str, ...] = ()

    @override
    def line(self, part: MediatorGroup) -> str:
        return " · ".join(filter(None, (part.name, "、".join(part.members))))

    @override
    def part_form(self, part: MediatorGroup | None) -> FormDialog:
        return GroupForm(self.desk, part, list(self.known), self)


class HelpersInput(PartsInput[Helper]):
    """People from outside who can be invited."""

    @override
    def line(self, part: Helper) -> str:
        return " · ".join(filter(None, (part.name, tr(HELPER_KIND[part.kind]), part.what)))

    @override
    def part_form(self, part: Helper | None) -> FormDialog:
        return HelperForm(self.desk, part, self)


class CommitteeForm(FormDialog):
    """The committee, its mark, groups and helpers; `saved` carries the `Changes`."""

    def __init__(self, desk: Desk, parent: QWidget | None) -> None:
        super().__init__(tr("调解委员会和用语"), desk.theme, desk.ask, parent, columns=2)
        self._desk = desk
        for words in desk.services.cases.committee_hints():
            self.form.add_widget(wrapped(f"⚠ {words}", "muted", self))
        add = self.form.add
        add(
            "committee", tr("调委会全称(&N)"), LineInput(tr("如 西河社区人民调解委员会")), wide=True
        )
        hint = tr("编案号用，如 〔2026〕西人调字第1号 里的“西”；没有代字不能受理")
        add("mark", tr("代字(&D)"), LineInput(tr("如 西")), hint=hint)
        add("joint_label", tr("联合调处的叫法(&J)"), LineInput())
        mixed = CheckInput(tr("这里是多民族居住地区(&Q)"))
        add("is_mixed", "", mixed, wide=True)
        members = MembersInput(desk, tr("委员"), tr("添加委员(&A)…"))
        hint = tr("三至九人，有主任，应当有妇女成员（人民调解法第八条）")
        add("members", tr("委员(&W)"), members, hint=hint, wide=True)
        groups = GroupsInput(desk, tr("调解组"), tr("添加调解组(&G)…"))
        add("groups", tr("调解组(&Z)"), groups, wide=True)
        helpers = HelpersInput(desk, tr("社会力量"), tr("添加人员(&B)…"))
        hint = tr("人大代表、政协委员、社会资源")
        add("helpers", tr("社会力量(&L)"), helpers, hint=hint, wide=True)
        hall = desk.services.cases.hall()
        groups.known = hall.mediators
        self.form.load(**{name: getattr(hall, name) for name in _HALL})
        self.phrases_button = new_button(
            icon("clipboard"), tr("常用语(&Y)…"), self, desk, Right.MEDIATE
        )
        self.phrases_button.setAutoDefault(False)
        self.phrases_button.clicked.connect(self._on_phrases)
        self.buttons.addButton(self.phrases_button, self.buttons.ButtonRole.ResetRole)
        self.add_history(desk, [("setting", "mediation_hall")], tr("调解委员会"))
        if not desk.may(Right.SETTINGS):
            self.save_button.setEnabled(False)
            self.save_button.setToolTip(who_may(Right.SETTINGS))

    @override
    def save(self) -> Changes:
        values = {name: self.form.value(name) for name in _HALL}
        for name in ("committee", "mark", "joint_label"):
            values[name] = values[name] or ""
        return self._desk.services.cases.save_hall(MediationHall(**values))

    def _on_phrases(self) -> None:
        form = PhrasesForm(self._desk, self)
        form.saved.connect(self._desk.bus.publish)
        form.open()


class PhraseForm(FormDialog):
    """A phrase and where it is used; `saved` carries the `Phrase`."""

    def __init__(self, desk: Desk, phrase: Phrase | None, parent: QWidget) -> None:
        super().__init__(tr("常用语"), desk.theme, desk.ask, parent)
        uses: dict[Any, str] = {each: tr(words) for each, words in PHRASE_USE.items()}
        self.form.add("use", tr("用在哪里(&W)"), ChoiceInput(uses))
        self.form.add("text", tr("内容(&M)"), TextInput())
        if phrase is not None:
            self.form.load(use=phrase.use, text=phrase.text)
        self.save_button.setText(tr("确定(&S)"))

    @override
    def save(self) -> Phrase:
        text = self.form.value("text")
        if not text:
            message = tr("请填写常用语的内容。")
            raise InvalidInput([FieldProblem(field="text", message=message)])
        return Phrase(use=self.form.value("use"), text=text)


class PhrasesInput(PartsInput[Phrase]):
    """The phrases, in the order in which they are offered."""

    @override
    def line(self, part: Phrase) -> str:
        return f"{tr(PHRASE_USE[part.use])} · {' '.join(part.text.split())}"

    @override
    def part_form(self, part: Phrase | None) -> FormDialog:
        return PhraseForm(self.desk, part, self)


class PhrasesForm(FormDialog):
    """The hall's phrases; `saved` carries the `Changes`."""

    def __init__(self, desk: Desk, parent: QWidget | None) -> None:
        super().__init__(tr("调解常用语"), desk.theme, desk.ask, parent)
        self._desk = desk
        words = tr("写调解记录和协议时，点“常用语”就能放进去，再改成这件事的说法。")
        self.form.add_widget(wrapped(words, "muted", self))
        phrases = PhrasesInput(desk, tr("常用语"), tr("添加(&A)…"))
        phrases.list.setMaximumHeight(desk.theme.px(420))
        phrases.list.setMinimumHeight(desk.theme.px(280))
        phrases.add_moves()
        self.form.add("phrases", tr("常用语(&L)"), phrases, wide=True)
        self.form.load(phrases=desk.services.mediation_texts.phrases())
        self.add_history(desk, [("setting", "mediation_phrases")], tr("调解常用语"))
        if not desk.may(Right.SETTINGS):
            self.save_button.setEnabled(False)
            self.save_button.setToolTip(who_may(Right.SETTINGS))

    @override
    def save(self) -> Changes:
        return self._desk.services.mediation_texts.save_phrases(self.form.value("phrases"))
