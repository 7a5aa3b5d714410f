"""The notice of an event for the door: everything said, large, nothing over the edge."""

from dataclasses import replace
from datetime import date

import pytest
from support.cards import page_texts
from support.events import LECTURE
from support.roster_sheets import characters, page_sizes

from linli.domain.event_lists import event_sheet
from linli.domain.registers import UnprintableTextError
from linli.printing.event_door import render_event_door

_A4 = (595, 842)  # pt
_EDGE = 8.0  # pt that hardly a printer reaches
LONG_TITLE = "“铸牢中华民族共同体意识、共建共享和谐社区”主题法治宣传教育和便民服务进小区活动"
PARAGRAPH = "社区邀请派出所、律师事务所到小区现场讲解。" * 3


def sheet_of(**facts):
    event = replace(LECTURE, facts=replace(LECTURE.facts, **facts))
    return event_sheet(event, community="西河社区", hotline="", made=date(2026, 11, 23))


def read(content):
    return ["".join(text.split()) for text in page_texts(content)]


def test_everything_stands_on_one_page():
    (text,) = read(render_event_door(sheet_of(), printed="王芳打印"))
    for words in ("普法讲座", "15:00—17:00", "党员活动室", "马律师", "0994-4821234", "西河社区"):
        assert words in text, words


@pytest.mark.parametrize("facts", [{}, {"title": LONG_TITLE}, {"content": PARAGRAPH}])
def test_type_is_large_and_stays_on_the_paper(facts):
    content = render_event_door(sheet_of(**facts), printed="王芳打印")
    assert {tuple(map(round, size)) for size in page_sizes(content)} == {_A4}
    for _, char, (left, bottom, right, top) in characters(content):
        assert _EDGE <= left <= right <= _A4[0] - _EDGE, char
        assert _EDGE <= bottom <= top <= _A4[1] - _EDGE, char
    place = [each for each in characters(content) if each.char == "室"]
    assert min(each.height for each in place) >= 15.0


def test_what_is_too_long_goes_on_upon_the_next_page():
    paragraphs = [f"{number}. {PARAGRAPH}" for number in range(1, 15)]
    sheet = sheet_of(title=LONG_TITLE, content="\n".join(paragraphs))
    pages = read(render_event_door(sheet, printed="王芳打印"))
    assert len(pages) > 1
    assert all(f"活动通知{number}/{len(pages)}" in text for number, text in enumerate(pages, 1))
    whole = "".join(pages)
    assert all(f"{number}.社区邀请" in whole for number in range(1, 15))


def test_a_character_that_no_font_draws_is_refused():
    with pytest.raises(UnprintableTextError, match="活动通知"):
        render_event_door(sheet_of(speaker="刘\ue863"), printed="")
