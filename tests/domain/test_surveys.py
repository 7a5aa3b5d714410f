from dataclasses import replace
from datetime import date

import pytest

from linli.domain.survey_lists import PERCENT_NOTE, result_register, return_text
from linli.domain.survey_rules import check_counts, check_survey, clean_survey, shape_problems
from linli.domain.surveys import (
    SATISFACTION,
    Question,
    Survey,
    SurveyDraft,
    no_counts,
    percent_text,
    read_paper,
    read_sums,
    with_paper,
)
from linli.errors import UserError

CLEAN = Question(text="您对环境卫生满意吗？")
KNOWN = Question(text="您知道网格员是谁吗？", choices=("知道", "不知道"))
DRAFT = SurveyDraft(
    title="满意度调查", day=date(2026, 11, 1), handed_out=400, questions=(CLEAN, KNOWN)
)


@pytest.mark.parametrize(
    ("count", "base", "text"),
    [
        (1, 3, "33.3%"),
        (2, 3, "66.7%"),
        (1, 16, "6.3%"),  # 6.25 goes up
        (0, 5, "0.0%"),
        (5, 5, "100.0%"),
        (1, 2000, "0.1%"),
        (1, 2001, "0.0%"),
        (0, 0, ""),
    ],
)
def test_percent_is_rounded_half_up_to_one_place(count, base, text):
    assert percent_text(count, base) == text


@pytest.mark.parametrize(
    ("text", "answers"), [("12", (0, 1)), (" 4 2 ", (3, 1)), ("01", (4, 0)), ("-2", (4, 1))]
)
def test_paper_is_read_from_its_digits(text, answers):
    assert read_paper(text, DRAFT) == answers


@pytest.mark.parametrize(
    ("text", "said"), [("1", "1 位"), ("123", "3 位"), ("13", "第 2 题"), ("1a", "“a”")]
)
def test_wrong_paper_says_what_is_wrong(text, said):
    with pytest.raises(UserError, match=said):
        read_paper(text, DRAFT)


def test_papers_add_up_and_can_be_taken_back():
    counts = no_counts(DRAFT)
    for text in ("12", "11", "02"):
        counts = with_paper(counts, read_paper(text, DRAFT))
    assert counts == ((2, 0, 0, 0, 1), (1, 2, 0))
    assert with_paper(counts, (4, 1), -1) == ((2, 0, 0, 0, 0), (1, 1, 0))
    with pytest.raises(UserError, match="没有可撤回的"):
        with_paper(counts, (3, 1), -1)


@pytest.mark.parametrize(
    ("text", "row"), [("5 3", (5, 3, 0)), ("5，3、2", (5, 3, 2)), (" 0 0 9", (0, 0, 9))]
)
def test_sums_are_read_in_a_row(text, row):
    assert read_sums(text, KNOWN) == row


@pytest.mark.parametrize(("text", "said"), [("5", "填了 1 个"), ("5 x", "“x”"), ("-1 2", "“-1”")])
def test_wrong_sums_say_what_is_wrong(text, said):
    with pytest.raises(UserError, match=said):
        read_sums(text, KNOWN)


def test_questions_have_to_come_to_the_same_papers():
    assert check_counts(((2, 0, 0, 0, 1), (1, 2, 0)), DRAFT) == []
    (problem,) = check_counts(((2, 0, 0, 0, 0), (1, 2, 0)), DRAFT)
    assert problem.field == "q1"
    assert "1 份" in problem.message


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"title": " "}, "title"),
        ({"handed_out": -1}, "handed_out"),
        ({"questions": ()}, "questions"),
        ({"questions": (CLEAN,) * 13}, "questions"),
        ({"questions": (Question(text="问", choices=("是",)),)}, "questions"),
        ({"questions": (Question(text=""),)}, "questions"),
    ],
)
def test_broken_rule_is_named_beside_its_field(facts, field):
    problems = check_survey(clean_survey(replace(DRAFT, **facts)))
    assert {problem.field for problem in problems} == {field}


def test_what_is_right_has_no_problem():
    assert check_survey(clean_survey(DRAFT)) == []
    assert CLEAN.choices == SATISFACTION


def test_shape_is_fixed_once_papers_are_in():
    other = replace(DRAFT, questions=(CLEAN,))
    renamed = replace(DRAFT, questions=(replace(CLEAN, text="您满意吗？"), KNOWN))
    assert list(shape_problems(DRAFT, other, 0)) == []
    assert list(shape_problems(DRAFT, renamed, 3)) == []
    assert [p.field for p in shape_problems(DRAFT, other, 3)] == ["questions"]


def test_outcome_says_its_base_and_that_percents_need_not_add_up():
    survey = Survey(id=1, version=1, facts=DRAFT, counts=((1, 1, 1, 0, 1), (4, 0, 0)))
    register = result_register(survey)
    assert register.groups[0].heading == "1. 您对环境卫生满意吗？　回答 3 份"
    assert register.groups[0].rows[0] == ("很满意", "1", "33.3%")
    assert register.groups[0].rows[-1] == ("未选", "1", "")
    assert register.subtitle == return_text(survey) == "发出 400 份，收回 4 份，回收率 1.0%"
    assert register.foot_note == PERCENT_NOTE
