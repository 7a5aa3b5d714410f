"""The form of a notice (起草通知): what is asked for on the left, the paper on the right."""

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox, QPushButton, QSplitter, QWidget
from typing_extensions import override

from linli.domain.accounts import Right
from linli.domain.changes import Changes
from linli.domain.notice_fields import GRID, STATION, FieldKind, NoticeField
from linli.domain.notice_paper import URGENCIES, Layout
from linli.domain.notice_templates import Audience
from linli.domain.notices import NoticeDraft
from linli.errors import FieldProblem, InvalidInput, UserError
from linli.gui.desk import Desk
from linli.gui.editor.inputs import CheckInput
from linli.gui.fitting import fit_to_screen
from linli.gui.form_dialog import FormDialog
from linli.gui.i18n import mark, tr
from linli.gui.icons import icon
from linli.gui.inputs import ChoiceInput, LineInput, ListInput, TextInput, date_input
from linli.gui.notices.live import LiveNotice
from linli.gui.notices.recipients import RecipientsInput
from linli.gui.permission import new_button
from linli.gui.print_dialog import open_print_dialog
from linli.progress import Progress

if TYPE_CHECKING:
    from linli.services.notice_papers import IssuedNotice

LAYOUTS = {
    Layout.POSTED: mark("张贴通知"),
    Layout.OFFICIAL: mark("红头文件（公文格式）"),
    Layout.LETTER: mark("信函格式"),
}
_OWN = ("heading", "addressee", "text")
_HEAD = ("urgency", "signers", "copies_numbered")
_WIDTHS = (560, 640)


class NoticeForm(FormDialog):
    """Drafts, issues or revises a notice; `saved` carries the `Changes`."""

    def __init__(
        self,
        desk: Desk,
        draft: NoticeDraft,
        parent: QWidget,
        *,
        notice_id: int | None = None,
        version: int | None = None,
        revising: bool = False,
    ) -> None:
        """Make the form.

        Args:
            desk: the working place.
            draft: what it begins with.
            parent: the window below.
            notice_id: of a saved notice.
            version: that was read of it.
            revising: it is issued already, and is issued anew under its number.
        """
        title = tr("修订：{kind}") if revising else "{kind}"
        super().__init__(title.format(kind=draft.template.title), desk.theme, desk.ask, parent)
        self._desk = desk
        self._owner = parent
        self._begun = draft
        self._notice_id = notice_id
        self._version = version
        self._revising = revising
        self._names = {field.name: f"f{n}" for n, field in enumerate(draft.template.fields)}
        self._add_facts()
        self._add_text()
        self.live = LiveNotice(desk, self.draft, notice_id, self)
        self._put_beside(self.live)
        self._add_buttons()
        self._load(draft)
        self.form.edited.connect(self.live.touch)
        self.live.begin()

    def draft(self) -> NoticeDraft:
        """Return what stands in the form."""
        value, begun = self.form.value, self._begun
        changed: dict[str, Any] = {name: value(name) or "" for name in _OWN}
        template = replace(begun.template, **changed, layout=value("layout"))
        values = {name: _text(self.form.editor(key)) for name, key in self._names.items()}
        optional = {name: value(name) for name in ("grid_id", "station_id") if self.form.has(name)}
        has_whom = self.form.has("recipients")
        return replace(
            begun,
            template=template,
            issuer=value("issuer") or "",
            values={name: text for name, text in values.items() if text},
            signed_on=value("signed_on"),
            recipients=value("recipients") if has_whom else begun.recipients,
            urgency=value("urgency"),
            signers=value("signers"),
            copies_numbered=value("copies_numbered"),
            **optional,
        )

    def key(self, name: str) -> str:
        """Return under which name of the form a field of the template stands."""
        return self._names[name]

    @override
    def accept(self) -> None:
        if self._revising:
            self._on_revise()
        else:
            super().accept()

    @override
    def save(self) -> Changes:
        notices = self._desk.services.notices
        return notices.save_draft(self.draft(), self._notice_id, version=self._version)[1]

    @override
    def show_error(self, error: UserError) -> None:
        if isinstance(error, InvalidInput):
            error = InvalidInput(
                FieldProblem(field=self._names.get(p.field, p.field), message=p.message)
                for p in error.problems
            )
        super().show_error(error)

    @override
    def fit(self) -> None:
        fit_to_screen(self, self.theme.size(sum(_WIDTHS) + 60, 820))

    # ---- parts of the form ----

    def _add_facts(self) -> None:
        services, form = self._desk.services, self.form
        names = {issuer.name: issuer.name for issuer in services.notices.issuers()}
        if self._begun.issuer:
            names.setdefault(self._begun.issuer, self._begun.issuer)
        form.add("issuer", tr("发文单位(&I)"), ChoiceInput(names))
        if self._uses(GRID):
            grids: dict[Any, str] = {None: tr("不指定")}
            form.add("grid_id", tr("网格(&G)"), ChoiceInput(grids | services.grids.names()))
            form.editor("grid_id").edited.connect(self._fill_from_records)
        if self._uses(STATION):
            stations: dict[Any, str] = {None: tr("不指定")}
            stations |= {each.id: each.facts.name for each in services.stations.list_all()}
            form.add("station_id", tr("站点(&T)"), ChoiceInput(stations))
            form.editor("station_id").edited.connect(self._fill_from_records)
        for field in self._begun.template.fields:
            label = field.name if field.required else tr("{name}（可不填）").format(name=field.name)
            hint = field.hint or _HINTS.get(field.kind, "")
            form.add(self._names[field.name], label, _input(field, self.theme.px), hint=tr(hint))
        if self._begun.template.audience is not Audience.ALL:
            may_be_one = self._begun.template.audience is Audience.MAYBE
            hint = tr("不选就只印一份，给大家看") if may_be_one else ""
            form.add("recipients", tr("发给谁(&W)"), RecipientsInput(self._desk), hint=hint)

    def _add_text(self) -> None:
        form = self.form
        form.add_section(tr("标题和正文（花括号里的由上面填写的内容代替）"))
        form.add("layout", tr("版式(&Y)"), ChoiceInput({k: tr(v) for k, v in LAYOUTS.items()}))
        form.editor("layout").edited.connect(self._show_head)
        urgencies = {"": tr("不标"), **{each: each for each in URGENCIES}}
        form.add("urgency", tr("紧急程度(&J)"), ChoiceInput(urgencies))
        hint = tr("给上级的请示、报告才写；几个人用、隔开")
        form.add("signers", tr("签发人(&Q)"), ListInput(), hint=hint)
        form.add("copies_numbered", "", CheckInput(tr("每份印份号(&Z)")))
        form.add("heading", tr("标题(&H)"), LineInput())
        form.add("addressee", tr("称呼或主送(&A)"), LineInput(tr("如 各位居民；不要可以空着")))
        text = TextInput()
        text.setMinimumHeight(self.theme.px(240))
        hint = tr("以 一、 （一） 1. 开头的行是小标题；□ 是要打勾的方框；附件：名称 另起附件")
        form.add("text", tr("正文(&E)"), text, hint=hint)
        hint = tr("空着就是发文那天")
        form.add("signed_on", tr("落款日期(&D)"), date_input(), hint=hint)

    def _put_beside(self, live: QWidget) -> None:
        """Set the paper beside the form; both keep their share when the window grows."""
        place = self._column.indexOf(self._area)
        self._column.removeWidget(self._area)
        self._split = QSplitter(Qt.Orientation.Horizontal, self)
        self._split.setChildrenCollapsible(False)
        self._split.addWidget(self._area)
        self._split.addWidget(live)
        self._split.setSizes([self.theme.px(width) for width in _WIDTHS])
        self._column.insertWidget(place, self._split, 1)

    def _add_buttons(self) -> None:
        template = self._begun.template
        if self._revising:
            self.save_button.setText(tr("修订发文(&S)…"))
            return
        self.save_button.setText(tr("保存草稿(&S)"))
        self.save_button.setEnabled(self._desk.may(Right.EDIT))
        right = Right.POST if template.posted else Right.PRINT
        if not template.numbered:
            self.print_button = self._button(tr("打印或存 PDF(&P)…"), "printer", right)
            self.print_button.clicked.connect(self._on_print)
        self.issue_button = self._button(tr("发文(&F)…"), "check", right)
        self.issue_button.setEnabled(self._desk.may(Right.EDIT) and self._desk.may(right))
        self.issue_button.clicked.connect(self._on_issue)

    def _button(self, text: str, icon_name: str, right: Right) -> QPushButton:
        button = new_button(icon(icon_name), text, self.buttons, self._desk, right)
        button.setAutoDefault(False)
        self.buttons.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)
        return button

    def _load(self, draft: NoticeDraft) -> None:
        form, template = self.form, draft.template
        values: dict[str, Any] = {name: getattr(template, name) for name in _OWN}
        values |= {"layout": template.layout, "issuer": draft.issuer}
        values["signed_on"] = draft.signed_on
        values |= {name: getattr(draft, name) for name in _HEAD}
        for name in ("grid_id", "station_id", "recipients"):
            if form.has(name):
                values[name] = getattr(draft, name)
        for name, key in self._names.items():
            values[key] = draft.values.get(name, "")
        form.load(**values)
        self._show_head()

    def _show_head(self) -> None:
        """Ask for what stands in a red head only where there is one."""
        layout = self.form.value("layout")
        of_letters = ("urgency", "copies_numbered")
        self.form.show_fields(of_letters, shown=layout is not Layout.POSTED)
        self.form.show_fields(("signers",), shown=layout is Layout.OFFICIAL)

    def _uses(self, word: str) -> bool:
        """Whether the notice says something of a grid or a station."""
        template = self._begun.template
        said = (*template.places(), *(field.default for field in template.fields))
        return any(name.startswith(word) for name in said)

    # ---- slots ----

    def _fill_from_records(self) -> None:
        """Fill what is still empty from the chosen grid or station."""
        for name, text in self._desk.services.notices.defaults(self.draft()).items():
            editor = self.form.editor(self._names[name])
            if not _text(editor):
                editor.set_value(text)

    def _on_print(self) -> None:
        if not self._is_sound():
            return
        draft, papers, notice_id = self.draft(), self._desk.services.notice_papers, self._notice_id

        def work(progress: Progress) -> bytes:
            return papers.pdf(draft, notice_id, progress=progress)

        def show(content: bytes) -> None:
            open_print_dialog(self._desk, content, draft.template.title, self)

        self._run(work, show, tr("正在排版…"))

    def _on_issue(self) -> None:
        if not self._is_sound():
            return
        draft, services = self.draft(), self._desk.services
        number = services.notices.next_number(draft)
        copies = len(draft.recipients)
        question = tr("现在发文？这种通知不编文号。")
        if number is not None:
            words = tr("现在发文？文号是 {number}，发了这个号就不再给别的通知。")
            question = words.format(number=number.text)
        detail = tr("发出的样子会存档，以后可以照原样再印；要改用修订，不算数了用撤回。")
        if copies:
            detail = tr("发给 {count} 户（人）。").format(count=f"{copies:,}") + detail
        if not self.ask.confirm(self, question, accept=tr("发文"), detail=detail):
            return
        papers, notice_id, version = services.notice_papers, self._notice_id, self._version

        def work(progress: Progress) -> "IssuedNotice":
            return papers.issue(draft, notice_id, version=version, progress=progress)

        self._run(work, self._on_issued, tr("正在发文…"))

    def _on_issued(self, done: "IssuedNotice") -> None:
        """The notice is out: tell the list, leave the form, and offer to print."""
        owner, desk = self._owner, self._desk
        title = done.number.text if done.number else self._begun.template.title
        self.form.modified = False
        self._forget_draft()
        self.done(int(self.DialogCode.Accepted))
        self.saved.emit(done.changes)
        open_print_dialog(desk, done.content, title, owner)

    def _on_revise(self) -> None:
        if not self._is_sound():
            return
        reason = self.ask.text(self, tr("修订"), tr("为什么修订？（如 时间改了）"))
        if reason is None:
            return
        draft, papers = self.draft(), self._desk.services.notice_papers
        notice_id, version = cast("int", self._notice_id), cast("int", self._version)

        def work(progress: Progress) -> "IssuedNotice":
            return papers.revise(
                notice_id, draft, reason=reason, version=version, progress=progress
            )

        self._run(work, self._on_issued, tr("正在修订…"))

    def _run(self, work: Any, done: Any, title: str) -> None:
        self.problems.say("")
        self.form.clear_problems()
        self._desk.jobs.run(work, owner=self, done=done, failed=self.show_error, title=title)

    def _is_sound(self) -> bool:
        """Whether what is typed can be read; what is wrong is shown beside its field."""
        problems = self.form.check()
        if problems:
            self.form.show_problems(problems)
        return not problems


_HINTS: Mapping[FieldKind, str] = {
    FieldKind.DATE: mark("如 2026-11-23"),
    FieldKind.TIME: mark("如 14:30"),
    FieldKind.LIST: mark("一行一项"),
}


def _input(field: NoticeField, px: Any) -> QWidget:
    if field.kind is FieldKind.CHOICE:
        return ChoiceInput({name: name for name in field.choices})
    if field.kind in (FieldKind.LONG, FieldKind.LIST):
        text = TextInput()
        text.setMaximumHeight(px(110))
        return text
    return LineInput()


def _text(editor: Any) -> str:
    """Return what stands in a field as text."""
    value = editor.value()
    return "" if value is None else str(value)
