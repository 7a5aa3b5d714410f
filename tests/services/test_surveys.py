"""Surveys through the service: papers one by one, sums, the fixed shape, print, undo."""

from dataclasses import replace
from datetime import date

import pytest
from support.cards import page_texts

from linli.domain.surveys import Question, SurveyDraft, read_paper
from linli.errors import ConflictError, InvalidInput, NotFoundError, UserError

DRAFT = SurveyDraft(
    title="满意度调查",
    day=date(2026, 11, 1),
    handed_out=10,
    questions=(
        Question(text="您满意吗？"),
        Question(text="您知道网格员吗？", choices=("知道", "不知道")),
    ),
)


@pytest.fixture
def survey(services):
    return services.surveys.add(DRAFT)[0]


def counts(services, survey):
    return services.surveys.get(survey).counts


def test_survey_is_kept_whole_and_empty(services, survey):
    item = services.surveys.get(survey)
    assert item.facts == DRAFT
    assert (item.papers, item.counts) == (0, ((0, 0, 0, 0, 0), (0, 0, 0)))
    assert services.surveys.list_all() == [item]


def test_papers_are_counted_one_by_one_and_each_is_undone(services, survey):
    for digits in ("11", "12", "40"):
        services.surveys.add_paper(survey, digits)
    assert counts(services, survey) == ((2, 0, 0, 1, 0), (1, 1, 1))
    assert services.surveys.get(survey).papers == 3
    services.history.undo()
    assert counts(services, survey) == ((2, 0, 0, 0, 0), (1, 1, 0))
    services.surveys.take_back_paper(survey, "12")
    assert counts(services, survey) == ((1, 0, 0, 0, 0), (1, 0, 0))
    with pytest.raises(UserError):
        services.surveys.take_back_paper(survey, "12")


def test_hundred_papers_add_up(services, survey):
    papers = [f"{number % 4 + 1}{number % 2 + 1}" for number in range(100)]
    for digits in papers:
        services.surveys.add_paper(survey, digits)
    answers = [read_paper(digits, DRAFT) for digits in papers]
    assert counts(services, survey)[0][:4] == tuple(
        sum(answer[0] == choice for answer in answers) for choice in range(4)
    )
    assert services.surveys.get(survey).papers == 100


def test_wrong_paper_counts_nothing(services, survey):
    with pytest.raises(UserError, match="第 2 题"):
        services.surveys.add_paper(survey, "13")
    assert services.surveys.get(survey).papers == 0


def test_sums_replace_what_is_counted(services, survey):
    services.surveys.add_paper(survey, "11")
    services.surveys.set_counts(survey, ((3, 4, 1, 0, 0), (5, 2, 1)))
    assert services.surveys.get(survey).papers == 8
    with pytest.raises(InvalidInput):
        services.surveys.set_counts(survey, ((3, 4, 1, 0, 0), (5, 2, 0)))


def test_shape_is_fixed_once_papers_are_in(services, survey):
    item = services.surveys.get(survey)
    longer = replace(DRAFT, questions=(*DRAFT.questions, Question(text="还有呢？")))
    services.surveys.update(survey, longer, version=item.version)
    services.surveys.add_paper(survey, "111")
    version = services.surveys.get(survey).version
    with pytest.raises(InvalidInput, match="不能再改"):
        services.surveys.update(survey, DRAFT, version=version)
    services.surveys.update(survey, replace(longer, title="改题"), version=version)
    with pytest.raises(ConflictError):
        services.surveys.update(survey, longer, version=version)


def test_removed_survey_is_gone_with_its_papers_and_comes_back_whole(services, survey):
    services.surveys.add_paper(survey, "11")
    before = services.surveys.get(survey)
    services.surveys.remove(survey)
    with pytest.raises(NotFoundError):
        services.surveys.get(survey)
    services.history.undo()
    assert services.surveys.get(survey).counts == before.counts


def test_paper_and_outcome_are_printed_and_recorded(services, survey):
    text = "".join(page_texts(services.surveys.paper(survey)))
    assert "您知道网格员吗？" in text
    assert services.history.events(1)[0].action == "打印问卷"
    services.surveys.add_paper(survey, "11")
    outcome = services.registers.pdf(services.surveys.result_register(survey))
    said = "".join(page_texts(outcome))
    assert "100.0%" in said
    assert "基数" in said
