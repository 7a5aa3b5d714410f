"""Letters for the wall: one sheet, type as large as it can be, nothing lost."""

import pytest
from support.cards import page_texts
from support.roster_sheets import characters, page_sizes

from linli.domain.letters import Letter, body, fact, heading
from linli.domain.paper import A3, A4
from linli.domain.registers import UnprintableTextError
from linli.printing.wall_letters import render_wall_letters


def letter(*lines, title="值班制度"):
    return Letter(title=title, subtitle="西河社区", lines=lines, printed="王芳打印")


def rules(count: int):
    return [
        body(f"{n}. 值班人员要按时到岗，不得迟到早退，有事离开要告诉带班领导，并做好登记。")
        for n in range(1, count + 1)
    ]


def text_height(content: bytes) -> float:
    """How tall the characters of the rules are, pt."""
    return max(seen.height for seen in characters(content) if seen.char == "岗")


@pytest.mark.parametrize("paper", [A3, A4])
def test_rules_stand_whole_on_one_sheet_of_the_paper(paper) -> None:
    content = render_wall_letters([letter(heading("内容"), *rules(8))], paper=paper)
    (text,) = page_texts(content)
    joined = text.replace("\n", "")
    assert joined.count("按时到岗") == 8
    assert "8. 值班人员" in joined
    ((width, height),) = page_sizes(content)
    assert (width, height) == pytest.approx(
        (paper.width / 25.4 * 72, paper.height / 25.4 * 72), 0.01
    )


def test_little_is_set_larger_than_much() -> None:
    few = render_wall_letters([letter(*rules(3))])
    many = render_wall_letters([letter(*rules(20))])
    assert len(page_texts(many)) == 1
    assert text_height(few) > text_height(many) > 17


def test_what_is_too_much_goes_onto_a_second_sheet() -> None:
    texts = page_texts(render_wall_letters([letter(*rules(60))], paper=A4))
    assert len(texts) > 1
    assert "".join(texts).replace("\n", "").count("按时到岗") == 60
    assert all("值班制度" in text for text in texts)


def test_each_letter_has_a_sheet_and_facts_have_their_names() -> None:
    first, second = page_texts(
        render_wall_letters([letter(fact("监督电话", "12345")), letter(title="学习制度")])
    )
    assert "监督电话：12345" in first
    assert "学习制度" in second


def test_the_same_letter_gives_the_same_bytes() -> None:
    made = [render_wall_letters([letter(*rules(3))]) for _ in range(2)]
    assert made[0] == made[1]


def test_what_no_font_draws_is_refused() -> None:
    with pytest.raises(UnprintableTextError):
        render_wall_letters([letter(title="站\U0010fffd")])
