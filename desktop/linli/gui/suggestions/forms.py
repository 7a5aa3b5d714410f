"""The forms of suggestions (建议): entering one, and replying to it."""

from datetime import date
from typing import Any

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from linli.domain.changes import Changes
from linli.domain.suggestions import (
    ADOPTION,
    Adoption,
    ReplyDraft,
    Suggestion,
    SuggestionDraft,
)
from linli.errors import FieldProblem, InvalidInput
from linli.gui.desk import Desk
from linli.gui.fact_list import plain_label
from linli.gui.form_dialog import FormDialog
from linli.gui.i18n import tr
from linli.gui.inputs import ChoiceInput, LineInput, TextInput, date_input
from linli.gui.registers.inputs import hide_number
from linli.gui.registers.somebody_input import Somebody, SomebodyInput
from linli.gui.resident_form_numbers import MaskedLine
from linli.gui.teams.team_form import grid_choice

_FIELDS = ("day", "phone", "grid_id", "content")


class AnybodyInput(SomebodyInput):
    """Somebody, or nobody: a suggestion need not be signed."""

    @override
    def problem(self) -> str | None:
        return None


class SuggestionForm(FormDialog):
    """Records or changes a suggestion; `saved` carries the `Changes`."""

    def __init__(self, desk: Desk, item: Suggestion | None, parent: QWidget | None) -> None:
        title = tr("登记建议")
        if item is not None:
            title = tr("建议 {number}").format(number=item.number)
        super().__init__(title, desk.theme, desk.ask, parent, columns=2)
        self._desk = desk
        self._item = item
        add = self.form.add
        hint = tr("没有署名的留空")
        add("who", tr("建议人(&N)"), AnybodyInput(desk), hint=hint, wide=True)
        masks = desk.services.masking.masks()
        hint = tr("从居民中选的可以不填")
        add("phone", tr("电话(&T)"), MaskedLine(masks.show_phone), hint=hint)
        add("day", tr("日期(&B)"), date_input())
        add("grid_id", tr("哪个网格(&G)"), grid_choice(desk, tr("没有指定")))
        add("content", tr("建议的内容(&M)"), TextInput(), wide=True)
        if item is None:
            self.form.load(day=desk.services.context.clock().date())
        else:
            facts = item.facts
            who = Somebody(name=facts.name or "", resident_id=facts.resident_id)
            self.form.load(who=who, **{name: getattr(facts, name) for name in _FIELDS})
        self.reveal_button = hide_number(desk, self, self.form.editor("phone"), self._on_revealed)

    @override
    def save(self) -> Changes:
        values = {name: self.form.value(name) for name in _FIELDS}
        if not isinstance(values["day"], date):
            raise InvalidInput([FieldProblem(field="day", message=tr("请填写日期。"))])
        who: Somebody = self.form.value("who") or Somebody(name="")
        values["content"] = values["content"] or ""
        draft = SuggestionDraft(**values, name=who.name or None, resident_id=who.resident_id)
        service, item = self._desk.services.suggestions, self._item
        if item is None:
            return service.add(draft)[1]
        return service.update(item.id, draft, version=item.version)

    def _on_revealed(self, reason: str) -> None:
        if self._item is not None:
            self._desk.services.suggestions.reveal(self._item.id, reason)


class ReplyForm(FormDialog):
    """Records what was replied, or corrects it; `saved` carries the `Changes`."""

    def __init__(self, desk: Desk, item: Suggestion, parent: QWidget | None) -> None:
        title = tr("答复建议 {number}").format(number=item.number)
        super().__init__(title, desk.theme, desk.ask, parent)
        self._desk = desk
        self._item = item
        what = plain_label(item.facts.content, "muted", self)
        what.setWordWrap(True)
        self.form.add_widget(what)
        choices: dict[Any, str] = {each: tr(words) for each, words in ADOPTION.items()}
        add = self.form.add
        add("adoption", tr("是否采纳(&D)"), ChoiceInput(choices))
        hint = tr("会印在答复单上；没有采纳的写明为什么")
        add("text", tr("答复(&M)"), TextInput(), hint=hint)
        add("replier", tr("答复人(&R)"), LineInput())
        add("day", tr("答复日期(&B)"), date_input())
        context, reply = desk.services.context, item.reply
        if reply is None:
            today = context.clock().date()
            self.form.load(day=today, replier=context.actor.name, adoption=Adoption.ADOPTED)
        else:
            self.form.load(
                day=reply.day, replier=reply.replier, adoption=reply.adoption, text=reply.text
            )

    @override
    def save(self) -> Changes:
        value = self.form.value
        if not isinstance(value("day"), date):
            raise InvalidInput([FieldProblem(field="day", message=tr("请填写答复的日期。"))])
        draft = ReplyDraft(
            day=value("day"),
            text=value("text") or "",
            replier=value("replier") or "",
            adoption=value("adoption"),
        )
        suggestions = self._desk.services.suggestions
        return suggestions.reply(self._item.id, draft, version=self._item.version)
