"""The forms of what is written down: a meeting, an inquiry, a follow-up visit."""

from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from linli.domain.case_flow import Step
from linli.domain.case_step_words import EFFECT
from linli.domain.cases import SATISFACTION, Case, FollowUp, Meeting, Satisfaction
from linli.domain.changes import Changes
from linli.domain.mediation_texts import PhraseUse
from linli.gui.desk import Desk
from linli.gui.form_dialog import FormDialog
from linli.gui.i18n import tr
from linli.gui.inputs import ChoiceInput, LineInput, ListInput, TextInput, date_input
from linli.gui.mediation.step_forms import missing_day, wrapped
from linli.gui.mediation.text_inputs import PhraseText

_MEETING = ("day", "hours", "place", "subject", "present", "invited", "recorder", "record")
_VISIT = ("day", "visitor", "performance", "satisfaction", "note", "next_due")


class MeetingForm(FormDialog):
    """Records a meeting or an inquiry, or changes its record; `saved` carries the `Changes`."""

    def __init__(
        self,
        desk: Desk,
        case: Case,
        meeting: Meeting | None,
        parent: QWidget | None,
        *,
        is_inquiry: bool = False,
    ) -> None:
        """Make the form.

        Args:
            desk: the working place.
            case: whose.
            meeting: the record, None for a new one.
            parent: the window below.
            is_inquiry: of a new one, whether it is an inquiry.
        """
        inquiry = meeting.is_inquiry if meeting is not None else is_inquiry
        title = tr("调查记录") if inquiry else tr("调解记录")
        super().__init__(title, desk.theme, desk.ask, parent, columns=2)
        self._desk = desk
        self._case = case
        self._meeting = meeting
        self._is_inquiry = inquiry
        if meeting is None:
            effect = EFFECT[Step.INQUIRE if inquiry else Step.MEET]
            self.form.add_widget(wrapped(tr(effect), "muted", self))
        add = self.form.add
        add("day", tr("日期(&B)"), date_input())
        add("hours", tr("时间(&T)"), LineInput(tr("如 9:30—11:00")))
        add("place", tr("地点(&D)"), LineInput(tr("如 社区调解室")))
        add("recorder", tr("记录人(&R)"), LineInput())
        if inquiry:
            add("subject", tr("被调查人(&Q)"), LineInput())
            add("present", tr("调查人(&A)"), ListInput())
        else:
            add("subject", tr("事由(&Q)"), LineInput(), wide=True)
            hint = tr("几个人用顿号隔开；没有到场的删去")
            add("present", tr("到场的当事人(&A)"), ListInput(), hint=hint, wide=True)
        hint = tr("经当事人同意请来的人，不写调解员；{joint}的，写各单位来的人").format(
            joint=desk.services.cases.hall().joint_label
        )
        add("invited", tr("参加人(&I)"), ListInput(), hint=hint, wide=True)
        self.form.editor("invited").suggest(self._helpers)
        phrases = desk.services.mediation_texts.phrases_for
        record = PhraseText(self._text(150), phrases(PhraseUse.RECORD))
        add("record", tr("记录(&M)"), record, wide=True)
        if not inquiry:
            result = PhraseText(self._text(72), phrases(PhraseUse.RESULT))
            add("result", tr("结果(&O)"), result, wide=True)
        for name, field in (("place", "meeting_place"), ("recorder", "recorder")):
            self.form.editor(name).suggest(partial(desk.services.cases.suggestions, field))
        self._load()

    @override
    def save(self) -> Changes:
        values = {name: self.form.value(name) for name in _MEETING}
        values["day"] = missing_day(values["day"], tr("请填写日期。"))
        texts = ("hours", "place", "subject", "recorder", "record")
        values |= {name: values[name] or "" for name in texts}
        meeting = Meeting(
            id=None if self._meeting is None else self._meeting.id,
            is_inquiry=self._is_inquiry,
            result=(self.form.value("result") or "") if self.form.has("result") else "",
            **values,
        )
        cases, case = self._desk.services.cases, self._case
        if self._meeting is None:
            return cases.add_meeting(case.id, meeting, version=case.version)[1]
        return cases.update_meeting(case.id, meeting, version=case.version)

    def _load(self) -> None:
        if self._meeting is not None:
            names = _MEETING if self._is_inquiry else (*_MEETING, "result")
            self.form.load(**{name: getattr(self._meeting, name) for name in names})
            return
        context, facts = self._desk.services.context, self._case.facts
        mediators = tuple(each.name for each in facts.mediators)
        parties = tuple(party.name for party in facts.parties)
        self.form.load(
            day=context.clock().date(),
            present=mediators if self._is_inquiry else parties,
            subject="" if self._is_inquiry else facts.title,
            recorder=context.actor.name,
        )

    def _helpers(self, typed: str) -> list[str]:
        helpers = self._desk.services.cases.hall().helpers
        return [each.name for each in helpers if typed in each.name]

    def _text(self, units: int) -> TextInput:
        text = TextInput()
        text.setFixedHeight(self.theme.px(units))
        return text


class FollowUpForm(FormDialog):
    """Records a follow-up visit, or changes its record; `saved` carries the `Changes`."""

    def __init__(
        self, desk: Desk, case: Case, visit: FollowUp | None, parent: QWidget | None
    ) -> None:
        super().__init__(tr("回访记录"), desk.theme, desk.ask, parent)
        self._desk = desk
        self._case = case
        self._visit = visit
        if visit is None:
            self.form.add_widget(wrapped(tr(EFFECT[Step.FOLLOW_UP]), "muted", self))
        add = self.form.add
        add("day", tr("日期(&B)"), date_input())
        add("visitor", tr("回访人(&R)"), LineInput())
        suggest = partial(desk.services.cases.suggestions, "visitor")
        self.form.editor("visitor").suggest(suggest)
        text = TextInput()
        text.setFixedHeight(self.theme.px(84))
        phrases = desk.services.mediation_texts.phrases_for(PhraseUse.VISIT)
        add("performance", tr("履行情况(&M)"), PhraseText(text, phrases))
        said: dict[Any, str] = {None: tr("没有说")}
        said |= {each: tr(words) for each, words in SATISFACTION.items()}
        add("satisfaction", tr("满意程度(&Y)"), ChoiceInput(said))
        hint = tr("如 起诉和判决情况、有没有新的隐患")
        add("note", tr("其他(&O)"), LineInput(), hint=hint)
        add("next_due", tr("下次回访(&E)"), date_input(), hint=tr("不用再回访的留空"))
        if visit is None:
            context = desk.services.context
            self.form.load(
                day=context.clock().date(),
                visitor=context.actor.name,
                satisfaction=Satisfaction.CONTENT,
            )
        else:
            self.form.load(**{name: getattr(visit, name) for name in _VISIT})

    @override
    def save(self) -> Changes:
        values = {name: self.form.value(name) for name in _VISIT}
        values["day"] = missing_day(values["day"], tr("请填写日期。"))
        values |= {name: values[name] or "" for name in ("visitor", "performance", "note")}
        visit = FollowUp(id=None if self._visit is None else self._visit.id, **values)
        cases, case = self._desk.services.cases, self._case
        if self._visit is None:
            return cases.add_follow_up(case.id, visit, version=case.version)[1]
        return cases.update_follow_up(case.id, visit, version=case.version)
