import pytest
from support.tiny_font import tiny_font

from linli.domain.faces import FontInfo
from linli.errors import UserError
from linli.printing import font_check
from linli.printing.font_check import check_font_file


def test_a_font_file_says_what_it_would_add(tmp_path):
    path = tmp_path / "rare.ttf"
    characters = {"张": True, "\U00030000": True, "\U00030001": False, "A": True}
    path.write_bytes(tiny_font("Rare", characters))
    assert check_font_file(path) == FontInfo(font="Rare", characters=3, rare=1)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "不是字体文件"),
        (b"just some text", "不是字体文件"),
        (tiny_font("H", {"张": True})[:-16], "已经损坏"),
        (tiny_font("H", {"张": True})[:40], "已经损坏"),
        (b"ttcf\0\1\0\0\xff\xff\xff\xff\0\0\0\x0c", "已经损坏"),
        (b"PK\x03\x04rest", "压缩包"),
        (b"Rar!rest", "压缩包"),
        (b"wOF2rest", "网页"),
        (b"%!PS-AdobeFont-1.0", "Type 1"),
        (b"\x80\x01rest", "Type 1"),
        (tiny_font("V", {"张": True}, extra="fvar"), "可变字体"),
        (tiny_font("B", {"张": True}, without="glyf"), "点阵"),
        (tiny_font("L", {"A": True, "张": False, "\ue000": True}), "没有汉字"),
    ],
)
def test_a_file_that_cannot_serve_is_refused_in_plain_words(tmp_path, content, words):
    path = tmp_path / "字体.ttf"
    path.write_bytes(content)
    with pytest.raises(UserError, match=words) as caught:
        check_font_file(path)
    assert "“字体.ttf”" in str(caught.value)


@pytest.mark.parametrize("name", ["gone.ttf", "."])
def test_a_file_that_cannot_be_read_is_refused_in_plain_words(tmp_path, name):
    with pytest.raises(UserError, match="打不开"):
        check_font_file(tmp_path / name)


def test_a_file_that_is_too_large_is_refused_unread(tmp_path, monkeypatch):
    monkeypatch.setattr(font_check, "LARGEST", 2**20)
    path = tmp_path / "big.ttf"
    path.write_bytes(tiny_font("B", {"张": True}) + b"\0" * 2**20 * 2)
    with pytest.raises(UserError, match="2兆，超过1兆"):
        check_font_file(path)
