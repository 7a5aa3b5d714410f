"""The forms of claimed posts: one of the catalogue, a claim with its pledge, what was kept."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from linli.domain.changes import Changes
from linli.domain.claims import POST_KINDS, Claim, ClaimDraft, DutyPost, DutyPostDraft
from linli.errors import FieldProblem, InvalidInput
from linli.gui.desk import Desk
from linli.gui.form_dialog import FormDialog
from linli.gui.i18n import tr
from linli.gui.inputs import ChoiceInput, LineInput, TextInput, date_input
from linli.gui.registers.inputs import hide_number
from linli.gui.registers.somebody_input import Somebody, SomebodyInput
from linli.gui.rental_form import count_input
from linli.gui.resident_form_numbers import MaskedLine
from linli.gui.teams.team_form import grid_choice

_CLAIM = (
    *("post_id", "grid_id", "phone", "since", "until", "pledge"),
    *("pledged_on", "kept", "kept_on", "kept_note"),
)


class DutyPostForm(FormDialog):
    """Adds a post to the catalogue, or changes one; `saved` carries the `Changes`."""

    def __init__(self, desk: Desk, item: DutyPost | None, parent: QWidget | None = None) -> None:
        title = tr("添加认领岗位") if item is None else tr("认领岗位")
        super().__init__(title, desk.theme, desk.ask, parent)
        self._desk = desk
        self._item = item
        add = self.form.add
        kinds: dict[Any, str] = {each: tr(words) for each, words in POST_KINDS.items()}
        add("kind", tr("类别(&K)"), ChoiceInput(kinds))
        add("name", tr("名称(&N)"), LineInput(tr("如 环境卫生监督员")))
        add("duties", tr("职责(&D)"), _text(desk))
        hint = tr("登记认领时先填上这些话，可以再改")
        add("pledge", tr("承诺范文(&M)"), _text(desk), hint=hint)
        add("wanted", tr("需要几人(&W)"), count_input(), hint=tr("不限人数的留空"))
        if item is not None:
            names = ("kind", "name", "duties", "pledge", "wanted")
            self.form.load(**{name: getattr(item.facts, name) for name in names})

    @override
    def save(self) -> Changes:
        value = self.form.value
        draft = DutyPostDraft(
            kind=value("kind"),
            name=value("name") or "",
            duties=value("duties"),
            pledge=value("pledge"),
            wanted=value("wanted"),
        )
        service, item = self._desk.services.claims, self._item
        if item is None:
            return service.save_post(draft)[1]
        return service.save_post(draft, item.id, version=item.version)[1]


class ClaimForm(FormDialog):
    """Records who claims a post and what is pledged; `saved` carries the `Changes`."""

    def __init__(self, desk: Desk, item: Claim | None, parent: QWidget | None = None) -> None:
        title = tr("登记认领") if item is None else tr("岗位认领")
        super().__init__(title, desk.theme, desk.ask, parent, columns=2)
        self._desk = desk
        self._item = item
        self._catalogue = {post.id: post for post in desk.services.claims.posts()}
        add = self.form.add
        add("who", tr("认领人(&N)"), SomebodyInput(desk), wide=True)
        choices: dict[Any, str] = {each.id: each.facts.name for each in self._catalogue.values()}
        add("post_id", tr("岗位(&R)"), ChoiceInput(choices))
        add("grid_id", tr("网格(&G)"), grid_choice(desk, tr("全社区")))
        masks = desk.services.masking.masks()
        hint = tr("从居民中选的可以不填")
        add("phone", tr("电话(&T)"), MaskedLine(masks.show_phone), hint=hint, wide=True)
        add("since", tr("认领日期(&B)"), date_input())
        add("until", tr("最后一天(&E)"), date_input(), hint=tr("还在岗的留空"))
        add("pledge", tr("承诺(&M)"), _text(desk), wide=True)
        add("pledged_on", tr("承诺日期(&D)"), date_input(), hint=tr("签了承诺书再填"))
        kept: dict[Any, str] = {None: tr("还没评定"), True: tr("已践诺"), False: tr("没有践诺")}
        add("kept", tr("践诺(&K)"), ChoiceInput(kept))
        add("kept_on", tr("评定日期(&F)"), date_input())
        add("kept_note", tr("说明(&O)"), LineInput())
        if item is None:
            self.form.load(since=self._desk.services.context.clock().date())
            self.form.editor("post_id").edited.connect(self._on_post)
            self._on_post()
            self.form.modified = False
        else:
            facts = item.facts
            who = Somebody(name=facts.name, resident_id=facts.resident_id)
            self.form.load(who=who, **{name: getattr(facts, name) for name in _CLAIM})
        self.reveal_button = hide_number(desk, self, self.form.editor("phone"), self._on_revealed)

    @override
    def save(self) -> Changes:
        values = {name: self.form.value(name) for name in _CLAIM}
        if values["post_id"] is None:
            message = tr("还没有认领岗位可选，请先到“岗位目录”里添加。")
            raise InvalidInput([FieldProblem(field="post_id", message=message)])
        if not isinstance(values["since"], date):
            message = tr("请填写认领日期。")
            raise InvalidInput([FieldProblem(field="since", message=message)])
        who: Somebody = self.form.value("who")
        draft = ClaimDraft(**values, name=who.name, resident_id=who.resident_id)
        service, item = self._desk.services.claims, self._item
        if item is None:
            return service.save(draft)[1]
        return service.save(draft, item.id, version=item.version)[1]

    def _on_post(self) -> None:
        """Begin with the pledge of the post, unless something was written."""
        texts = {post.facts.pledge for post in self._catalogue.values()}
        post = self._catalogue.get(self.form.value("post_id"))
        if post is not None and self.form.value("pledge") in {None, *texts}:
            self.form.editor("pledge").set_value(post.facts.pledge)

    def _on_revealed(self, reason: str) -> None:
        if self._item is not None:
            self._desk.services.claims.reveal(self._item.id, reason)


class MarkForm(FormDialog):
    """Writes down of several pledges whether they were kept; `saved` carries the `Changes`."""

    def __init__(self, desk: Desk, items: Sequence[Claim], parent: QWidget | None = None) -> None:
        title = tr("评定践诺：{count} 份").format(count=len(items))
        super().__init__(title, desk.theme, desk.ask, parent)
        self._desk = desk
        self._ids = [item.id for item in items]
        kept: dict[Any, str] = {True: tr("已践诺"), False: tr("没有践诺")}
        self.form.add("kept", tr("践诺(&K)"), ChoiceInput(kept))
        self.form.add("on", tr("评定日期(&D)"), date_input())
        self.form.add("note", tr("说明(&O)"), LineInput(tr("如 党员大会评议通过")))
        self.form.load(kept=True, on=desk.services.context.clock().date())

    @override
    def save(self) -> Changes:
        on = self.form.value("on")
        if on is None:
            raise InvalidInput([FieldProblem(field="on", message=tr("请填写日期。"))])
        return self._desk.services.claims.mark(
            self._ids, kept=self.form.value("kept"), on=on, note=self.form.value("note") or ""
        )


def _text(desk: Desk) -> TextInput:
    text = TextInput()
    text.setMaximumHeight(desk.theme.px(84))
    return text
