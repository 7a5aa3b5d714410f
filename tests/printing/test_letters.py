"""Letters on A4: each begins a page, headings keep to their text, signatures stay together."""

import pytest
from support.cards import page_texts, position_of

from linli.domain.letters import Letter, body, fact, heading, sign, tick
from linli.domain.privacy_letters import NoticePerson, default_notice, notice_letter
from linli.domain.registers import UnprintableTextError
from linli.domain.retention import default_rules
from linli.domain.settings import HallFacts
from linli.printing.letters import render_letters

HALL = HallFacts(community="西河社区", hotline="0994-4821234", address="木垒镇西河路 12 号")


def _letter(*lines):
    return Letter(title="标题", subtitle="西河社区", lines=lines, printed="打印人：王芳")


@pytest.mark.parametrize("guarded", [None, False, True])
def test_a_notice_fits_on_one_page(guarded):
    person = None
    if guarded is not None:
        person = NoticePerson(name="张桂兰", place="3号楼2单元501室", guarded=guarded)
    letter = notice_letter(HALL, default_notice(), default_rules(), person, "打印人：王芳")
    (text,) = page_texts(render_letters([letter]))
    assert "第 1 页，共 1 页" in text
    assert ("监护人签名：" in text) is (guarded is not False)


def test_each_letter_begins_on_a_page_and_counts_its_own():
    pages = page_texts(render_letters([_letter(body("一")), _letter(body("二"))]))
    assert len(pages) == 2
    assert all("第 1 页，共 1 页" in page for page in pages)


def test_signatures_follow_the_last_paragraph_to_the_next_page():
    lines = [body(f"第{number}段") for number in range(34)]
    signs = [sign("本人签名"), sign("日期"), sign("经办人")]
    first, second = page_texts(render_letters([_letter(*lines, body("同意"), *signs)]))
    assert "第33段" in first
    assert "同意" in second
    assert "本人签名" in second


def test_a_heading_does_not_stand_alone_at_the_end_of_a_page():
    for count in range(30, 38):
        lines = [body(f"第{number}段") for number in range(count)]
        pages = page_texts(render_letters([_letter(*lines, heading("大标题"), body("正文"))]))
        (page,) = (page for page in pages if "大标题" in page)
        assert "正文" in page


def test_facts_stand_beside_their_names():
    content = render_letters([_letter(fact("编号", "2026-001"), tick("宗教信仰"))])
    ((left, top),) = position_of(content, 0, "编号")
    ((right, beside),) = position_of(content, 0, "2026-001")
    assert right - left == pytest.approx(36, abs=1)
    assert top == pytest.approx(beside, abs=1)


def test_what_no_font_draws_is_refused():
    with pytest.raises(UnprintableTextError, match="U\\+E863"):
        render_letters([_letter(body("刘\ue863"))])
