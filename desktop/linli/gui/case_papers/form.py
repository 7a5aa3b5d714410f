"""The form of a document (起草文书): its texts on the left, the paper on the right."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from linli.domain.accounts import Right
from linli.domain.case_papers import CasePaper, Field, Listing, PaperKind, PaperRef, fields_of
from linli.domain.changes import Changes
from linli.domain.mediation_texts import PhraseUse
from linli.errors import UserError
from linli.gui.case_papers.live import LivePaper
from linli.gui.case_papers.table_input import TableInput
from linli.gui.desk import Desk
from linli.gui.fitting import fit_to_screen, on_screen
from linli.gui.form_dialog import FormDialog
from linli.gui.i18n import tr
from linli.gui.icons import icon
from linli.gui.inputs import LineInput, TextInput
from linli.gui.mediation.text_inputs import PhraseText
from linli.gui.permission import new_button
from linli.gui.print_dialog import open_print_dialog

if TYPE_CHECKING:
    from linli.domain.case_paper_drafts import OpenPaper

_WIDTHS = (540, 660)
_BOTH = 760
"""Units that form and paper need at least."""
_LINE = 24  # units of a line of text
_FEWEST_LINES, _MOST_LINES = 4, 10
_PHRASES = {
    "record": PhraseUse.RECORD,
    "result": PhraseUse.RESULT,
    "facts": PhraseUse.FACTS,
    "terms": PhraseUse.TERMS,
    "performance": PhraseUse.PERFORMANCE,
}
_TOLD = 5  # changed fields that are told


class PaperForm(FormDialog):
    """Edits the texts of a document and issues it; `saved` carries the `Changes`."""

    def __init__(
        self, desk: Desk, case_id: int, ref: PaperRef, parent: QWidget | None = None
    ) -> None:
        """Make the form of one document of a case.

        Raises:
            UserError: the case is gone.
        """
        self._opened: OpenPaper = desk.services.case_papers.open(case_id, ref)
        super().__init__(self._opened.paper.name, desk.theme, desk.ask, parent)
        self._desk = desk
        self._owner = parent
        self._case_id = case_id
        self._ref = ref
        self._bases = dict(self._opened.bases)
        self.changed_band = self._make_band()
        self._add_fields(self._opened.paper)
        self.live = LivePaper(desk, case_id, ref, self.texts, self)
        self._put_beside(self.live)
        self._add_buttons()
        self._load(self._opened.paper)
        self.form.edited.connect(self.live.touch)
        self.live.begin()

    def texts(self) -> dict[str, str]:
        """Return what stands in the form, by key."""
        return {name: str(self.form.value(name) or "") for name in self.form.names()}

    @override
    def save(self) -> Changes:
        papers = self._desk.services.case_papers
        return papers.save_draft(
            self._case_id, self._ref, self.texts(), self._bases, version=self._version
        )[1]

    @override
    def fit(self) -> None:
        fit_to_screen(self, self.theme.size(sum(_WIDTHS) + 60, 820))

    # ---- parts of the form ----

    @property
    def _version(self) -> int | None:
        return self._opened.draft.version if self._opened.draft else None

    def _add_fields(self, paper: CasePaper) -> None:
        self.form.add_widget(self.changed_band)
        heads = {part.field.key: part.heads for part in paper.parts if isinstance(part, Listing)}
        group = ""
        for field in fields_of(paper):
            if field.group and field.group != group:
                self.form.add_section(field.group)
            group = field.group
            hint = tr("出具前必须填写") if field.required and not field.text else ""
            editor = self._input(field, heads.get(field.key))
            self.form.add(field.key, field.title, editor, hint=hint)

    def _input(self, field: Field, heads: tuple[str, ...] | None) -> QWidget:
        if heads is not None:
            return TableInput(heads)
        if field.lines <= 1 and "\n" not in field.text:
            return LineInput()
        text = TextInput()
        lines = min(_MOST_LINES, max(_FEWEST_LINES, field.lines, field.text.count("\n") + 3))
        text.setFixedHeight(self.theme.px(lines * _LINE))
        use = _PHRASES.get(field.key)
        if use is None:
            return text
        return PhraseText(text, self._desk.services.mediation_texts.phrases_for(use))

    def _make_band(self) -> QFrame:
        """Tell where the case says something else by now, with what takes it over."""
        band = QFrame(self)
        band.setObjectName("notice")
        changed = self._opened.changed
        words = [
            tr("{title}：现在是“{fresh}”").format(title=each.title, fresh=_short(each.fresh))
            for each in changed[:_TOLD]
        ]
        if len(changed) > _TOLD:
            words.append(tr("另外还有 {count} 处").format(count=len(changed) - _TOLD))
        label = QLabel(tr("写好以后案件的内容变了：\n{what}").format(what="\n".join(words)), band)
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        self.take_button = self._band_button(band, tr("都换成新的(&T)"), "refresh", self._on_take)
        self.keep_button = self._band_button(band, tr("保留写好的(&K)"), "check", self._on_keep)
        row = QHBoxLayout()
        row.addWidget(self.take_button)
        row.addWidget(self.keep_button)
        row.addStretch(1)
        column = QVBoxLayout(band)
        column.addWidget(label)
        column.addLayout(row)
        band.setVisible(bool(changed))
        return band

    def _band_button(
        self, band: QWidget, text: str, icon_name: str, slot: Callable[[], None]
    ) -> QPushButton:
        button = QPushButton(icon(icon_name), text, band)
        button.setAutoDefault(False)
        button.clicked.connect(slot)
        return button

    def _put_beside(self, live: QWidget) -> None:
        """Set the paper beside the form; both keep their share when the window grows.

        With very large type there is room for the form alone; printing shows the paper.
        """
        if on_screen(self, self.theme.size(_BOTH, 1)).width() < self.theme.px(_BOTH):
            live.hide()
            return
        place = self._column.indexOf(self._area)
        self._column.removeWidget(self._area)
        split = QSplitter(Qt.Orientation.Horizontal, self)
        split.setChildrenCollapsible(False)
        split.addWidget(self._area)
        split.addWidget(live)
        split.setSizes([self.theme.px(width) for width in _WIDTHS])
        self._column.insertWidget(place, split, 1)

    def _add_buttons(self) -> None:
        self.save_button.setText(tr("保存草稿(&S)"))
        self.save_button.setEnabled(self._desk.may(Right.MEDIATE))
        self.print_button = self._button(tr("保存并打印草稿(&P)…"), "printer", Right.PRINT)
        self.print_button.clicked.connect(self._on_print)
        again = self._opened.issued is not None
        text = tr("更正出具(&F)…") if again else tr("出具(&F)…")
        self.issue_button = self._button(text, "check", Right.MEDIATE)
        self.issue_button.clicked.connect(self._on_issue)

    def _button(self, text: str, icon_name: str, right: Right) -> QPushButton:
        button = new_button(icon(icon_name), text, self.buttons, self._desk, right)
        button.setAutoDefault(False)
        self.buttons.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)
        return button

    def _load(self, paper: CasePaper) -> None:
        self.form.load(**{field.key: field.text for field in fields_of(paper)})

    # ---- slots ----

    def _on_take(self) -> None:
        for each in self._opened.changed:
            self.form.editor(each.key).set_value(each.fresh)
        self._on_keep()

    def _on_keep(self) -> None:
        self._bases |= {each.key: each.fresh for each in self._opened.changed}
        self.form.modified = True
        self.changed_band.hide()

    def _on_print(self) -> None:
        if not self._is_sound():
            return
        try:
            changes = self.save()
        except UserError as error:
            self.show_error(error)
            return
        papers, case_id, ref = self._desk.services.case_papers, self._case_id, self._ref
        self._leave(changes)
        _print(self._desk, lambda p: papers.draft_pdf(case_id, ref, p), self._title, self._owner)

    def _on_issue(self) -> None:
        if not self._is_sound():
            return
        name = self._opened.paper.name
        reason = ""
        if self._opened.issued is not None:
            asked = self.ask.text(self, tr("更正出具"), tr("为什么更正？（如 姓名写错）"))
            if asked is None:
                return
            reason = asked
        else:
            question = tr("现在出具{name}？").format(name=name)
            detail = tr("出具以后内容不再改变；写错了可以更正出具，原来的一稿留着。")
            if self._ref.kind is PaperKind.AGREEMENT:
                copies = self._desk.services.cases.get(self._case_id).copies
                detail += tr("要打印 {count} 份：当事人每人一份，调解委员会留一份。").format(
                    count=copies
                )
            if not self.ask.confirm(self, question, accept=tr("出具"), detail=detail):
                return
        papers = self._desk.services.case_papers
        try:
            _, changes = papers.issue(
                *(self._case_id, self._ref, self.texts(), self._bases),
                version=self._version,
                reason=reason,
            )
        except UserError as error:
            self.show_error(error)
            return
        case_id, ref = self._case_id, self._ref
        self._leave(changes)
        if self._desk.may(Right.PRINT):
            _print(self._desk, lambda p: papers.pdf(case_id, [ref], p), self._title, self._owner)

    @property
    def _title(self) -> str:
        return self._opened.paper.name

    def _leave(self, changes: Changes) -> None:
        """Close the form as after saving, and tell the list."""
        self.form.modified = False
        self._forget_draft()
        self.done(int(self.DialogCode.Accepted))
        self.saved.emit(changes)

    def _is_sound(self) -> bool:
        self.problems.say("")
        self.form.clear_problems()
        problems = self.form.check()
        if problems:
            self.form.show_problems(problems)
        return not problems


def _print(desk: Desk, make: Callable[[Any], bytes], title: str, parent: QWidget | None) -> None:
    """Make a PDF and show it for printing."""
    if parent is None:
        return
    desk.jobs.run(
        make,
        owner=parent,
        done=lambda content: open_print_dialog(desk, content, title, parent),
        title=tr("正在排版…"),
    )


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 40 else f"{line[:40]}…"
