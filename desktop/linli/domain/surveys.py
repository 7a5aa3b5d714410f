"""Short paper surveys (问卷): questions with choices, what the papers say, in percent."""

from dataclasses import dataclass
from datetime import date

from linli.errors import UserError

SATISFACTION = ("很满意", "满意", "一般", "不满意")
"""The choices of a question on satisfaction (满意度)."""
NO_ANSWER = "未选"
MOST_QUESTIONS = 12
MOST_CHOICES = 9
"""A choice is entered with one digit."""

Counts = tuple[tuple[int, ...], ...]
"""Of each question how many papers chose each answer, and in the last place how many none."""


@dataclass(frozen=True, kw_only=True)
class Question:
    """A question and what can be ticked."""

    text: str
    choices: tuple[str, ...] = SATISFACTION


@dataclass(frozen=True, kw_only=True)
class SurveyDraft:
    """What is recorded of a survey; `handed_out` papers were given out from `day` on."""

    title: str
    day: date
    handed_out: int
    questions: tuple[Question, ...]


@dataclass(frozen=True, kw_only=True)
class Survey:
    """A saved survey with what its papers say."""

    id: int
    version: int
    facts: SurveyDraft
    counts: Counts

    @property
    def papers(self) -> int:
        """How many papers have come back."""
        return max((sum(counts) for counts in self.counts), default=0)


@dataclass(frozen=True, kw_only=True)
class Result:
    """A question's outcome.

    `base` counts the papers that answered it, of which the percents are; `unanswered` the others.
    """

    question: Question
    counts: tuple[int, ...]
    base: int
    unanswered: int

    def percent(self, choice: int) -> str:
        """Return the share of a choice to one place, "" where nobody answered."""
        return percent_text(self.counts[choice], self.base)


def results_of(survey: Survey) -> list[Result]:
    """Return the outcome of each question."""
    return [
        Result(question=question, counts=counts[:-1], base=sum(counts[:-1]), unanswered=counts[-1])
        for question, counts in zip(survey.facts.questions, survey.counts, strict=True)
    ]


def percent_text(count: int, base: int) -> str:
    """Return a share in percent, rounded half up to 0.1: 1 of 3 is 33.3%, 1 of 16 is 6.3%."""
    if not base:
        return ""
    tenths = (2000 * count + base) // (2 * base)
    return f"{tenths // 10}.{tenths % 10}%"


def no_counts(draft: SurveyDraft) -> Counts:
    """Return the counts of a survey of which no paper has come back."""
    return tuple((0,) * (len(question.choices) + 1) for question in draft.questions)


def shape_of(draft: SurveyDraft) -> tuple[int, ...]:
    """Return how many choices each question has: with papers entered it can change no more."""
    return tuple(len(question.choices) for question in draft.questions)


def read_paper(text: str, draft: SurveyDraft) -> tuple[int, ...]:
    """Return the answers of a paper typed as digits, one for each question: 1213.

    1 is the first choice; 0 (or -) is a question without an answer, which counts as the place
    after the last choice.

    Raises:
        UserError: too few or too many digits, or there is no such choice.
    """
    digits = [character for character in text if not character.isspace()]
    if len(digits) != len(draft.questions):
        raise UserError(
            f"“{text.strip()}”是 {len(digits)} 位，这份问卷有 {len(draft.questions)} 题，"
            "请一题输一个数字，没有选的输 0。"
        )
    answers = []
    for number, (digit, question) in enumerate(zip(digits, draft.questions, strict=True), start=1):
        if digit in "0-":
            answers.append(len(question.choices))
        elif digit.isdecimal() and int(digit) <= len(question.choices):
            answers.append(int(digit) - 1)
        else:
            raise UserError(
                f"第 {number} 题输的是“{digit}”，这一题只有 1 到 {len(question.choices)}，"
                "没有选的输 0，请核对。"
            )
    return tuple(answers)


def with_paper(counts: Counts, answers: tuple[int, ...], papers: int = 1) -> Counts:
    """Return the counts with a paper more, or with -1 one less.

    Raises:
        UserError: there is no such paper to take away.
    """
    changed = tuple(
        tuple(count + papers * (place == answer) for place, count in enumerate(row))
        for row, answer in zip(counts, answers, strict=True)
    )
    if any(count < 0 for row in changed for count in row):
        raise UserError("这份答卷不在统计里，没有可撤回的；请核对合计。")
    return changed


def read_sums(text: str, question: Question) -> tuple[int, ...]:
    """Return the counts of a question typed in a row: 12 30 5 1, and then those without an answer.

    Raises:
        UserError: something is no number, or there are too few or too many.
    """
    parts = text.replace("，", " ").replace(",", " ").replace("、", " ").split()
    wrong = next((part for part in parts if not part.isdecimal()), None)
    if wrong is not None:
        raise UserError(f"“{wrong}”不是数字，请依次填每个选项有几份，用空格隔开。")
    wanted = len(question.choices)
    if len(parts) not in (wanted, wanted + 1):
        raise UserError(
            f"填了 {len(parts)} 个数，这一题有 {wanted} 个选项，"
            "请依次填每个选项有几份，后面可以再填未选的有几份。"
        )
    numbers = tuple(map(int, parts))
    return numbers if len(numbers) > wanted else (*numbers, 0)
