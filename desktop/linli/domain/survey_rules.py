"""Rules of surveys (问卷) before they are saved."""

from collections.abc import Iterator
from dataclasses import replace

from linli.domain.surveys import (
    MOST_CHOICES,
    MOST_QUESTIONS,
    Counts,
    Question,
    SurveyDraft,
    shape_of,
)
from linli.domain.values.text import tidy
from linli.errors import FieldProblem

_MOST_PAPERS = 1_000_000
_FEWEST_CHOICES = 2


def clean_survey(draft: SurveyDraft) -> SurveyDraft:
    """Return a survey in normal form."""
    questions = tuple(clean_question(question) for question in draft.questions)
    return replace(draft, title=tidy(draft.title), questions=questions)


def clean_question(question: Question) -> Question:
    """Return a question in normal form."""
    choices = dict.fromkeys(filter(None, map(tidy, question.choices)))
    return Question(text=tidy(question.text), choices=tuple(choices))


def check_survey(draft: SurveyDraft) -> list[FieldProblem]:
    """Return every broken rule of a draft in normal form."""
    return list(_problems(draft))


def question_problems(question: Question) -> Iterator[FieldProblem]:
    """Yield what is wrong with a question, beside the fields of its own form."""
    if not question.text:
        yield FieldProblem(field="text", message="请填写题目，如 您对社区环境卫生满意吗？")
    if not _FEWEST_CHOICES <= len(question.choices) <= MOST_CHOICES:
        message = (
            f"选项有 {len(question.choices)} 个，应为 {_FEWEST_CHOICES} 到 {MOST_CHOICES} 个，"
            "用、隔开。"
        )
        yield FieldProblem(field="choices", message=message)


def check_counts(counts: Counts, draft: SurveyDraft) -> list[FieldProblem]:
    """Return what is wrong with sums typed for each question: one paper answers all of them."""
    problems = []
    if tuple(len(row) - 1 for row in counts) != shape_of(draft):
        raise ValueError("counts of another survey")
    most = max((sum(row) for row in counts), default=0)
    for number, row in enumerate(counts, start=1):
        if sum(row) != most:
            message = (
                f"这一题合计 {sum(row)} 份，别的题合计 {most} 份；"
                f"没有选的 {most - sum(row)} 份请加在最后一个数（未选）里。"
            )
            problems.append(FieldProblem(field=f"q{number}", message=message))
    return problems


def shape_problems(before: SurveyDraft, after: SurveyDraft, papers: int) -> Iterator[FieldProblem]:
    """Yield why a survey whose papers are being entered cannot be changed so."""
    if papers and shape_of(before) != shape_of(after):
        message = (
            f"已经录入 {papers} 份答卷，题目和选项的个数不能再改，只能改文字；"
            "要换题请另建一份问卷。"
        )
        yield FieldProblem(field="questions", message=message)


def _problems(draft: SurveyDraft) -> Iterator[FieldProblem]:
    if not draft.title:
        yield FieldProblem(field="title", message="请填写问卷的标题，如 居民满意度调查。")
    if not 0 <= draft.handed_out <= _MOST_PAPERS:
        message = f"发出份数「{draft.handed_out}」不可能，请核对。"
        yield FieldProblem(field="handed_out", message=message)
    if not 1 <= len(draft.questions) <= MOST_QUESTIONS:
        message = f"现在有 {len(draft.questions)} 题，应为 1 到 {MOST_QUESTIONS} 题。"
        yield FieldProblem(field="questions", message=message)
    for question in draft.questions:
        for problem in question_problems(question):
            message = f"“{question.text}”：{problem.message}"
            yield FieldProblem(field="questions", message=message)
