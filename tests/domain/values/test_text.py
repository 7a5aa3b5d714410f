import pytest

from linli.domain.values.text import (
    as_text,
    drop_invisible,
    is_blank,
    is_scientific,
    optional,
    squeeze,
    tidy,
)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        ("张三", "张三"),
        (15247829072.0, "15247829072"),
        (3.0, "3"),
        (1961.04, "1961.04"),
        (999999999999999.0, "999999999999999"),
        (1e15, "1E+15"),
        (6.52328194105132e17, "6.52328194105132E+17"),
        (7, "7"),
    ],
)
def test_a_cell_is_read_as_the_person_saw_it(value, text):
    assert as_text(value) == text


@pytest.mark.parametrize("text", ["6.52328E+17", "6.52328e17", " 6.5E+17 ", "1E+15"])
def test_scientific_notation_is_recognised(text):
    assert is_scientific(text)


@pytest.mark.parametrize("text", ["652328", "6.5", "E12345678", "1E", ""])
def test_other_text_is_not_scientific(text):
    assert not is_scientific(text)


@pytest.mark.parametrize(
    "text", ["", " ", "/", "-", "——", "无", "（无）", "N/A", "null", "\u200b", "'"]
)
def test_words_for_nothing_are_blank(text):
    assert is_blank(text)
    assert optional(text) is None


@pytest.mark.parametrize("text", ["0", "无锡", "张三", "a"])
def test_words_for_something_are_not_blank(text):
    assert not is_blank(text)
    assert optional(f" {text}\t") == text


def test_free_text_is_tidied_without_losing_words():
    assert tidy("'  南街\u200b 12号\n 东侧\xa0") == "南街 12号 东侧"


def test_numbers_are_squeezed_to_half_width():
    assert squeeze("'１２３ ４５\u200b６”") == "123456"


@pytest.mark.parametrize(
    "char", ["\u200b", "\ufeff", "\u2060", "\u00ad", "\u3164", "\uffa0", "\x07"]
)
def test_invisible_characters_go(char):
    assert drop_invisible(f"张{char}三{char}") == "张三"


def test_line_ends_and_tabs_become_spaces():
    assert drop_invisible("张\n三\t") == "张 三 "
