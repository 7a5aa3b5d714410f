"""The forms of a survey (问卷): its questions, and sums that were counted by hand."""

from datetime import date

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from linli.domain.changes import Changes
from linli.domain.surveys import (
    MOST_QUESTIONS,
    NO_ANSWER,
    SATISFACTION,
    Question,
    Survey,
    SurveyDraft,
    read_sums,
)
from linli.errors import FieldProblem, InvalidInput
from linli.gui.desk import Desk
from linli.gui.form_dialog import FormDialog
from linli.gui.i18n import tr
from linli.gui.inputs import LineInput, ListInput, ParsedInput, date_input
from linli.gui.parts_input import PartsInput
from linli.gui.rental_form import count_input

_FIELDS = ("title", "day", "handed_out", "questions")


class QuestionForm(FormDialog):
    """A question and what can be ticked; `saved` carries the `Question`."""

    def __init__(self, desk: Desk, question: Question | None, parent: QWidget) -> None:
        super().__init__(tr("题目"), desk.theme, desk.ask, parent)
        self._desk = desk
        add = self.form.add
        add("text", tr("题目(&N)"), LineInput(tr("如 您对社区环境卫生满意吗？")))
        add("choices", tr("选项(&C)"), ListInput(), hint=tr("2 到 9 个，用、隔开"))
        shown = question or Question(text="", choices=SATISFACTION)
        self.form.load(text=shown.text, choices=shown.choices)
        self.save_button.setText(tr("确定(&S)"))

    @override
    def save(self) -> object:
        value = self.form.value
        question = Question(text=value("text") or "", choices=value("choices"))
        return self._desk.services.surveys.checked_question(question)


class QuestionsInput(PartsInput[Question]):
    """The questions in their order."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, tr("题目"), tr("添加题目(&A)…"), parent)
        self.add_moves()

    @override
    def line(self, part: Question) -> str:
        return f"{part.text}　{'、'.join(part.choices)}"

    @override
    def part_form(self, part: Question | None) -> FormDialog:
        return QuestionForm(self.desk, part, self)


class SurveyForm(FormDialog):
    """Adds or changes a survey; `saved` carries the `Changes`."""

    def __init__(self, desk: Desk, item: Survey | None, parent: QWidget | None) -> None:
        title = tr("新建问卷") if item is None else tr("问卷")
        super().__init__(title, desk.theme, desk.ask, parent)
        self._desk = desk
        self._item = item
        add = self.form.add
        add("title", tr("标题(&T)"), LineInput(tr("如 居民满意度调查")))
        add("day", tr("发放日期(&B)"), date_input())
        add("handed_out", tr("发出份数(&H)"), count_input(), hint=tr("还没有发的填 0"))
        hint = tr("最多 {count} 题；录入答卷以后题目和选项的个数不能再改").format(
            count=MOST_QUESTIONS
        )
        add("questions", tr("题目(&Q)"), QuestionsInput(desk), hint=hint)
        self.form.editor("questions").list.setMaximumHeight(desk.theme.px(260))
        if item is None:
            self.form.load(day=desk.services.context.clock().date(), handed_out=0)
        else:
            self.form.load(**{name: getattr(item.facts, name) for name in _FIELDS})

    @override
    def save(self) -> Changes:
        values = {name: self.form.value(name) for name in _FIELDS}
        if not isinstance(values["day"], date):
            message = tr("请填写发放的日期。")
            raise InvalidInput([FieldProblem(field="day", message=message)])
        values["title"] = values["title"] or ""
        values["handed_out"] = values["handed_out"] or 0
        draft = SurveyDraft(**values)
        service = self._desk.services.surveys
        if self._item is None:
            return service.add(draft)[1]
        return service.update(self._item.id, draft, version=self._item.version)


class SumsForm(FormDialog):
    """Takes sums that were counted by hand; `saved` carries the `Changes`."""

    def __init__(self, desk: Desk, survey: Survey, parent: QWidget | None) -> None:
        super().__init__(tr("按合计录入"), desk.theme, desk.ask, parent)
        self._desk = desk
        self._survey = survey
        for number, question in enumerate(survey.facts.questions, start=1):
            hint = tr("{text}　依次填：{choices}").format(
                text=question.text, choices="、".join((*question.choices, NO_ANSWER))
            )
            self.form.add(f"q{number}", tr("第 {number} 题").format(number=number), _sums(question))
            self.form.field(f"q{number}").show_hint(hint)
        if survey.papers:
            self.form.load(
                **{f"q{number}": row for number, row in enumerate(survey.counts, start=1)}
            )

    @override
    def save(self) -> Changes:
        rows = []
        for number, _ in enumerate(self._survey.facts.questions, start=1):
            row = self.form.value(f"q{number}")
            if row is None:
                message = tr("请依次填每个选项有几份，如 12 30 5 1。")
                raise InvalidInput([FieldProblem(field=f"q{number}", message=message)])
            rows.append(row)
        return self._desk.services.surveys.set_counts(self._survey.id, tuple(rows))


def _sums(question: Question) -> ParsedInput[tuple[int, ...]]:
    def parse(text: str) -> tuple[int, ...]:
        return read_sums(text, question)

    def show(row: tuple[int, ...]) -> str:
        return " ".join(map(str, row))

    return ParsedInput(parse, show)
