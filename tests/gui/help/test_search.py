import pytest

from linli.gui.help.book import HelpBook, HelpPage, help_book
from linli.gui.help.search import find, places


def book(**texts):
    pages = {
        name: HelpPage(name=name, title=lines[0], text="", lines=tuple(lines[1:]))
        for name, lines in texts.items()
    }
    return HelpBook(pages=pages, groups=())


def test_title_comes_before_text():
    pages = book(a=["备份", "每天一次"], b=["撤销", "备份备份备份"])
    assert [found.name for found in find(pages, "备份")] == ["a", "b"]


def test_more_often_comes_first():
    pages = book(a=["一", "卡纸"], b=["二", "卡纸，又卡纸"])
    assert [found.name for found in find(pages, "卡纸")] == ["b", "a"]


def test_initials_find_words_and_say_how_they_are_written():
    (found,) = find(book(a=["打印", "中间卡纸了怎么办"], b=["别的", "没有"]), "kz")
    assert found.name == "a"
    assert found.words == ("卡纸",)
    assert [found.excerpt[start:end] for start, end in found.marks] == ["卡纸"]


def test_every_reading_of_a_character_counts():
    assert places("重复人员", "cf") == [(0, 2)]
    assert places("重量", "zl") == [(0, 2)]


def test_pinyin_finds_words_the_last_syllable_may_be_begun():
    assert places("每天备份一次", "beifen") == [(2, 4)]
    assert places("每天备份一次", "beif") == [(2, 4)]
    assert places("每天备份一次", "beifan") == []


def test_a_single_letter_is_no_initial():
    assert places("卡纸", "k") == []


def test_letters_are_found_as_they_are_before_initials():
    assert places("存成 PDF", "pdf") == [(3, 6)]


def test_long_line_is_cut_around_what_was_found():
    line = "前" * 40 + "卡纸" + "后" * 90
    (found,) = find(book(a=["题", line]), "卡纸")
    assert found.excerpt.startswith("…")
    assert len(found.excerpt) < 80
    ((start, end),) = found.marks
    assert found.excerpt[start:end] == "卡纸"


@pytest.mark.parametrize("nothing", ["", "  ", "没有这样的话"])
def test_nothing_finds_nothing(nothing):
    assert find(help_book(), nothing) == []


@pytest.mark.parametrize(
    ("text", "page"),
    [("卡纸", "jam"), ("kz", "jam"), ("生僻字", "names"), ("hfm", "recovery"), ("值班", "rosters")],
)
def test_the_page_that_is_meant_is_among_the_first(text, page):
    assert page in [found.name for found in find(help_book(), text)][:3]
