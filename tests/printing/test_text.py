import pytest
from hypothesis import given
from hypothesis import strategies as st

from linli.printing.fonts import FontLibrary, FontStyle
from linli.printing.text import FitRule, break_lines, fit

HEI = FontLibrary(folders=[]).typeface(FontStyle.HEI)
NOT_FIRST = "，。、；：！？）》」』】”’…"
NOT_LAST = "（《「『【“‘"


def rule(width=100, height=100, size=10, min_size=5, lines=1, **more):
    return FitRule(width=width, height=height, size=size, min_size=min_size, lines=lines, **more)


WORDS = st.lists(
    st.one_of(
        st.text("社区居民联系卡服务大厅", min_size=1, max_size=8),
        st.sampled_from(["，", "。", "（一）", "《通知》", "“好”", "12345", "9:00–13:00", "Wi-Fi"]),
    ),
    max_size=30,
).map("".join)


@given(WORDS, st.integers(6, 20))
def test_lines_are_never_too_wide_and_keep_every_character(text, width):
    lines = break_lines(text, HEI, width)
    assert "".join(lines) == text
    assert all(HEI.width(line) <= width for line in lines)


@given(WORDS, st.integers(8, 20))
def test_no_line_begins_or_ends_with_a_forbidden_mark(text, width):
    for line in break_lines(text, HEI, width, splitting=False):
        assert not line or line[0] not in NOT_FIRST or text.startswith(line)
        assert not line or line[-1] not in NOT_LAST or text.endswith(line)


@pytest.mark.parametrize("token", ["0994-4821180", "9:00–13:00", "linli", "GB/T", "13909940001"])
def test_numbers_and_words_stay_whole(token):
    lines = break_lines(f"请拨打{token}或者到大厅来找我们", HEI, 8)
    assert any(token in line for line in lines)


def test_a_word_wider_than_the_line_is_split_only_when_it_must():
    assert break_lines("13909940001", HEI, 3, splitting=False) == ()
    assert "".join(break_lines("13909940001", HEI, 3)) == "13909940001"


def test_a_mark_that_overflows_takes_the_letter_before_along():
    width = HEI.width("ABCDEF") + 0.01
    assert break_lines("ABCDEF，", HEI, width) == ("ABCDE", "F，")
    assert break_lines("ABCDEFGH", HEI, width) == ("ABCDEF", "GH")


def test_what_fits_stands_at_full_size():
    assert fit("张桂兰", HEI, rule()).size == 10


def test_text_shrinks_until_it_is_one_line():
    fitted = fit("一二三四五六七八九十一二", HEI, rule())
    assert fitted.lines == ("一二三四五六七八九十一二",)
    assert 5 <= fitted.size <= 100 / 12
    assert not fitted.cut


def test_text_wraps_before_it_shrinks():
    fitted = fit("一二三四五六七八九十一二", HEI, rule(lines=2))
    assert fitted.size == 10
    assert len(fitted.lines) == 2


def test_the_height_of_the_box_limits_the_lines():
    fitted = fit("一二三四五六七八九十一二三四五", HEI, rule(lines=3, height=12))
    assert len(fitted.lines) == 1
    assert fitted.height(1.25) <= 12


def test_a_minority_name_breaks_after_the_dot_only():
    fitted = fit("阿卜杜热合曼·麦麦提敏", HEI, rule(width=80, lines=2, whole_parts=True))
    assert fitted.lines == ("阿卜杜热合曼·", "麦麦提敏")


def test_what_fits_nowhere_is_cut_with_a_mark():
    fitted = fit("一" * 60, HEI, rule(lines=2, height=20))
    assert fitted.cut
    assert fitted.lines[-1].endswith("…")
    assert all(HEI.width(line) * fitted.size <= 100 for line in fitted.lines)
    assert len(fitted.lines) == 2


@pytest.mark.parametrize(("lines", "height"), [(1, 100), (3, 6)])
def test_what_is_cut_keeps_to_its_one_line(lines, height):
    fitted = fit("一" * 60, HEI, rule(lines=lines, height=height))
    assert fitted.lines == ("一" * 19 + "…",)
    assert fitted.cut


def test_a_line_end_in_a_template_is_kept():
    assert fit("有事请打\n服务热线", HEI, rule(lines=2)).lines == ("有事请打", "服务热线")


def test_a_single_letter_wider_than_its_box_shrinks():
    fitted = fit("古", HEI, rule(width=8, lines=2))
    assert (fitted.lines, fitted.cut) == (("古",), False)
    assert fitted.size <= 8
