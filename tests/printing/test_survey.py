from datetime import date

import pypdfium2
import pytest
from support.cards import page_texts, position_of

from linli.domain.registers import UnprintableTextError
from linli.domain.surveys import Question, SurveyDraft
from linli.printing.survey import render_survey

LONG = (
    "您对社区一站式服务大厅的办事效率、服务态度、环境卫生、公开透明这几个方面总的来说满意不满意？"
)


def paper(*questions, title="居民满意度调查"):
    draft = SurveyDraft(title=title, day=date(2026, 11, 1), handed_out=0, questions=questions)
    return render_survey(draft, community="西河社区")


def boxes(content, page=0):
    """Count the squares on a page."""
    with pypdfium2.PdfDocument(content) as document:
        paths = document[page].get_objects(filter=[2])
        return sum(1 for _ in paths)


def test_paper_has_title_questions_and_a_box_for_each_choice():
    content = paper(
        Question(text="您满意吗？"), Question(text="您来过吗？", choices=("来过", "没有"))
    )
    (text,) = page_texts(content)
    for said in (
        "居民满意度调查",
        "西河社区",
        "1. 您满意吗？",
        "很满意",
        "不满意",
        "第 1 页，共 1 页",
    ):
        assert said in text
    assert boxes(content) == 6


def test_twelve_questions_break_between_pages_and_none_is_torn():
    content = paper(*(Question(text=f"{number}　{LONG}") for number in range(12)))
    pages = page_texts(content)
    assert len(pages) > 1
    assert sum(boxes(content, number) for number in range(len(pages))) == 48
    for number, text in enumerate(pages):
        asked = text.count("满意不满意？")
        assert boxes(content, number) == 4 * asked


def test_many_long_choices_go_on_in_the_next_line_inside_the_paper():
    choices = tuple(f"第{number}种办法：请网格员上门来说明情况并且登记" for number in range(9))
    content = paper(Question(text="您愿意怎样办？", choices=choices))
    lefts = [position_of(content, 0, choice[:6])[0][0] for choice in choices]
    assert len(set(lefts)) == 1
    assert max(lefts) < 60


def test_character_without_a_font_is_refused_with_its_place():
    with pytest.raises(UnprintableTextError, match="第 1 题"):
        paper(Question(text="您认识\ue000吗？"))
