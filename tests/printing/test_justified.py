"""Lines of notices: full to both edges, no forbidden ends, nothing lost."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linli.domain.faces import FontStyle
from linli.printing.fonts import FontLibrary
from linli.printing.justified import Composer, Span

LIBRARY = FontLibrary(folders=[])
FANG = LIBRARY.typeface(FontStyle.FANG)
NOT_FIRST = "，。、；：！？）》」』】〕”’…—％%·～"
NOT_LAST = "（《「『【〔“‘"
HAN = "社区居民冬季用水安全工作通知龘𬭎"

PIECES = st.one_of(
    st.text(HAN, min_size=1, max_size=9),
    st.builds("{}{}".format, st.text(HAN, min_size=1), st.sampled_from("，。、；：！？")),
    st.builds("（{}）。".format, st.text(HAN, min_size=1, max_size=5)),
    st.builds("《{}》（".format, st.text(HAN, min_size=1, max_size=5)).map(lambda s: s + "试行）"),
    st.builds("“‘{}’”……".format, st.text(HAN, min_size=1, max_size=3)),
    st.sampled_from(
        ["2026年1月5日", "Wi-Fi", "0994-4821180", "1,200.50元", "〔2026〕1号", "85％", "A", " ok ",
         "阿卜杜热合曼·麦麦提敏", "——", "9:00—17:00", "13909940001", "GB/T 9704-2012"]
    ),
)  # fmt: skip
TEXTS = st.lists(PIECES, min_size=1, max_size=25).map("".join).map(str.strip).filter(bool)


def compose(text, width=28.0, first=26.0, keep=(), tracking=0.0):
    span = Span(text, FontStyle.FANG)
    return Composer(LIBRARY, keep).compose([span], [first, width], tracking=tracking)


def extent(line):
    return FANG.width(line.text) + sum(line.kerns) - line.start


@given(TEXTS, st.integers(20, 30))
def test_nothing_is_lost_and_no_line_is_too_wide(text, width):
    lines = compose(text, width, width - 2)
    assert "".join(line.text for line in lines).replace(" ", "") == text.replace(" ", "")
    for number, line in enumerate(lines):
        assert extent(line) <= (width if number else width - 2) + 1e-4
        assert len(line.kerns) == len(line.text)


@given(TEXTS, st.integers(20, 30))
def test_no_line_begins_or_ends_with_a_forbidden_mark(text, width):
    lines = [line.text for line in compose(text, width, width - 2)]
    for line in lines[1:]:
        assert line[0] not in NOT_FIRST
    for line in lines[:-1]:
        assert line[-1] not in NOT_LAST


@given(st.lists(PIECES, min_size=1, max_size=25).map("社".join), st.integers(20, 30))
def test_what_belongs_together_stays_on_a_line(text, width):
    lines = [line.text for line in compose(text, width, width - 2)]
    for whole in ("2026年1月5日", "0994-4821180", "1,200.50元", "13909940001", "Wi-Fi"):
        assert sum(line.count(whole) for line in lines) == text.count(whole)


@given(TEXTS)
def test_all_lines_but_the_last_reach_the_edge(text):
    *full, _ = compose(text)
    for number, line in enumerate(full):
        gaps = [kern for kern in line.kerns if kern > 0.55]
        assert not gaps
        short = (28.0 if number else 26.0) - extent(line)
        free = sum(1 for a, b in pairwise(line.text) if not (a + b).isascii())
        assert short < 1e-4 or short > 0.35 * free, line.text


def test_plain_text_fills_the_grid_exactly():
    lines = compose("社" * 26 + "区" * 28 + "民", tracking=0.003)
    assert [len(line.text) for line in lines] == [26, 28, 1]
    assert set(lines[0].kerns) == {0.0}
    assert lines[2].kerns == (0.003,)


def test_a_closing_mark_is_drawn_in_by_pressing_marks():
    text = "社区，居民（网格）" + "社" * 19 + "。"  # 29 em, four marks
    first, *more = compose(text, 28.0, 28.0)
    assert not more
    assert first.text == text
    assert extent(first) == pytest.approx(28.0)
    assert min(first.kerns) >= -0.5 - 1e-9


def test_a_closing_mark_without_others_takes_its_character_along():
    first, second = compose("社" * 28 + "。", 28.0, 28.0)
    assert (first.text, second.text) == ("社" * 27, "社。")
    assert extent(first) == pytest.approx(28.0)


def test_an_opening_mark_that_is_pressed_moves_towards_what_is_before_it():
    first, *more = compose("（社）" + "区" * 25 + "。", 28.0, 28.0)
    assert not more
    assert first.start + sum(-kern for kern in first.kerns) == pytest.approx(1.0)
    assert first.start > 0


def test_names_stay_whole_and_part_behind_the_dot():
    name = "阿卜杜热合曼·麦麦提敏"
    for shift in range(10):
        lines = [x.text for x in compose("社" * (12 + shift) + name + "来", 20, 20, keep=[name])]
        assert any(
            one.endswith("阿卜杜热合曼·") and two.startswith("麦麦提敏")
            for one, two in pairwise(lines)
        ) or any(name in line for line in lines)


def test_a_word_wider_than_the_line_is_split():
    text = "x" * 200
    lines = compose(text)
    assert "".join(line.text for line in lines) == text
    assert all(extent(line) <= 28 for line in lines)


def test_faces_change_within_a_line():
    spans = [Span("（一）加强领导。", FontStyle.KAI), Span("各网格要认真落实", FontStyle.FANG)]
    lines = Composer(LIBRARY).compose(spans, [10.0])
    assert [[s.style for s in line.spans] for line in lines] == [
        [FontStyle.KAI, FontStyle.FANG],
        [FontStyle.FANG],
    ]
    assert "".join(line.text for line in lines) == "（一）加强领导。各网格要认真落实"


def test_an_empty_paragraph_has_no_line():
    assert compose("") == []
