"""The papers of a survey (答卷): typed as digits one after the other, and what they come to."""

from collections.abc import Callable, Hashable, Iterator, Sequence
from typing import ClassVar

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget
from typing_extensions import override

from linli.domain.accounts import Right
from linli.domain.changes import Changes, Kind
from linli.domain.registers import Register
from linli.domain.survey_lists import PERCENT_NOTE, return_text
from linli.domain.surveys import NO_ANSWER, Survey, results_of
from linli.errors import UserError
from linli.gui.desk import Desk
from linli.gui.fact_list import plain_label
from linli.gui.i18n import tr
from linli.gui.inputs import LineInput
from linli.gui.list_dialog import HistoryOf
from linli.gui.registers.frame import PeopleRegister
from linli.gui.registers.survey_forms import SumsForm

_Line = tuple[str, str, str, str]


class SurveyPapers(PeopleRegister[_Line]):
    """Shows the outcome while papers are typed; each is kept as soon as Enter is pressed."""

    kinds: ClassVar[frozenset[Kind]] = frozenset({Kind.SURVEYS})
    history_table = "survey"

    def __init__(self, desk: Desk, survey_id: int, parent: QWidget | None = None) -> None:
        self._survey_id = survey_id
        self._survey: Survey = desk.services.surveys.get(survey_id)
        self._typed: list[str] = []
        heads = [tr("题目"), tr("选项"), tr("份数"), tr("占比")]
        super().__init__(self._survey.facts.title, heads, desk, parent)
        self.line_input = LineInput(tr("一题一个数字，如 {digits}").format(digits=self._example()))
        self.line_input.setAccessibleName(tr("一份答卷"))
        self.line_input.setFixedWidth(desk.theme.px(330))
        self.line_input.returnPressed.connect(self._on_paper)
        self.said = plain_label("", "muted", self)
        self.said.setWordWrap(True)
        self._add_entry()
        self.back_button = self.add_button(tr("撤回上一份(&Z)"), "arrow-back-up", Right.EDIT)
        self.back_button.clicked.connect(self._on_back)
        QShortcut(QKeySequence("Ctrl+Z"), self, self.back_button.click)
        self.sums_button = self.add_button(tr("按合计录入(&H)…"), "edit", Right.EDIT)
        self.sums_button.clicked.connect(self._on_sums)
        self.add_output(tr("打印结果(&P)…"), tr("导出表格(&B)…"))
        self.summary.setToolTip(PERCENT_NOTE)
        self.read()
        self.line_input.setFocus()

    @override
    def read(self) -> None:
        self._survey = self.desk.services.surveys.get(self._survey_id)
        super().read()
        self.back_button.setEnabled(bool(self._typed))

    @override
    def _history_of(self) -> HistoryOf | None:
        return self.history_table, str(self._survey_id), self._survey.facts.title

    @override
    def list_items(self) -> Sequence[_Line]:
        return list(_lines(self._survey))

    @override
    def key(self, item: _Line) -> Hashable:
        return item[:2]

    @override
    def line(self, item: _Line) -> Sequence[str]:
        return item

    @override
    def summary_text(self) -> str:
        return tr("{returned}。{note}").format(
            returned=return_text(self._survey), note=PERCENT_NOTE
        )

    @override
    def open_form(self, item: _Line | None) -> None:
        self._on_sums()

    @override
    def register(self, *, revealed: bool) -> Register:
        return self.desk.services.surveys.result_register(self._survey_id)

    def _add_entry(self) -> None:
        label = QLabel(tr("录入一份(&N)"), self)
        label.setBuddy(self.line_input)
        row = QHBoxLayout()
        row.addWidget(label)
        row.addWidget(self.line_input)
        row.addWidget(self.said, 1)
        self._column.insertLayout(2, row)

    def _example(self) -> str:
        """Return what a paper with the first two choices in turn looks like."""
        count = len(self._survey.facts.questions)
        return "".join("12"[place % 2] for place in range(count))

    def _on_paper(self) -> None:
        text = self.line_input.text().strip()
        service = self.desk.services.surveys
        if text and self._try(lambda: service.add_paper(self._survey_id, text)):
            self._typed.append(text)
            self.back_button.setEnabled(True)
            words = tr("第 {count} 份已录入：{text}")
            self.said.setText(words.format(count=self._survey.papers, text=text))
            self.line_input.clear()

    def _on_back(self) -> None:
        service, text = self.desk.services.surveys, self._typed[-1]
        if self._try(lambda: service.take_back_paper(self._survey_id, text)):
            self._typed.pop()
            self.back_button.setEnabled(bool(self._typed))
            self.said.setText(tr("已撤回：{text}").format(text=text))
            self.line_input.set_value(text)
        self.line_input.setFocus()

    def _try(self, work: Callable[[], Changes]) -> bool:
        """Do it at once, so that the next paper can be typed; say beside the line if it cannot."""
        try:
            changes = work()
        except UserError as error:
            self.said.setText(error.message)
            self.line_input.selectAll()
            return False
        self.desk.bus.publish(changes)
        return True

    def _on_sums(self) -> None:
        form = SumsForm(self.desk, self._survey, self)
        form.saved.connect(self.desk.bus.publish)
        form.open()


def _lines(survey: Survey) -> Iterator[_Line]:
    for number, result in enumerate(results_of(survey), start=1):
        said = f"{number}. {result.question.text}"
        for place, choice in enumerate(result.question.choices):
            share = result.percent(place)
            yield said, f"{place + 1} {choice}", f"{result.counts[place]:,}", share
            said = ""
        if result.unanswered:
            yield "", f"0 {NO_ANSWER}", f"{result.unanswered:,}", ""
