"""Text ledgers: encodings, separators, quotation marks."""

import pytest

from linli.errors import UserError
from linli.exchange.delimited import decode, find_separator, read_delimited, split

TEXT = "姓名,身份证号\r\n张三,1\r\n"


@pytest.mark.parametrize(
    ("content", "encoding"),
    [
        (TEXT.encode("utf-8"), "utf-8"),
        (TEXT.encode("utf-8-sig"), "utf-8-sig"),
        (TEXT.encode("utf-16"), "utf-16"),
        (b"\xfe\xff" + TEXT.encode("utf-16-be"), "utf-16"),
        (TEXT.encode("utf-16-le"), "utf-16-le"),
        (TEXT.encode("gb18030"), "gb18030"),
        (TEXT.encode("gbk"), "gb18030"),
    ],
)
def test_encodings_are_told_apart(content, encoding):
    assert decode(content, "a.csv") == (TEXT, encoding)


def test_rare_characters_of_gb18030_come_out_as_todays_code_points():
    text, _ = decode("陈䶮,韩㬚,曹𠅤".encode("gb18030") + b",\xfe\x51", "a.csv")

    assert text == "陈䶮,韩㬚,曹𠅤,\U00020087"


def test_bytes_of_no_encoding_are_refused():
    with pytest.raises(UserError, match=r"「a\.csv」不是能识别的文字编码"):
        decode(b"\x81\xff\xff\x81", "a.csv")


@pytest.mark.parametrize("separator", [",", ";", "\t", "，", "|"])
def test_the_separator_is_found(separator):
    lines = ["姓名 身份证号 住址", "张三 1 2,3", "李四 2 幸福巷", "王五 3 x"]

    assert find_separator("\n".join(line.replace(" ", separator) for line in lines)) == separator


@pytest.mark.parametrize(
    "above",
    ["西河社区居民台账\n", "\n" * 20, "西河社区居民台账\n填报日期,2011年,6月\n\n"],
    ids=["a title", "blank lines", "a title and a date"],
)
def test_lines_above_the_table_and_commas_in_addresses_mislead_nobody(above):
    rows = [f"张{i};{i};幸福巷,{i}号" for i in range(4)]

    assert find_separator(above + "姓名;身份证号;住址\n" + "\n".join(rows)) == ";"


def test_quoted_cells_keep_their_separators_and_line_ends():
    assert split('姓名,备注\n张三,"一,\n二"\n') == [["姓名", "备注"], ["张三", "一,\n二"]]


def test_an_unclosed_quotation_mark_swallows_no_rows():
    rows = [f'张{i},"说明' if i == 3 else f"张{i},好" for i in range(200)]

    assert len(split("\n".join(["姓名,备注", *rows]))) == 201


def test_a_cell_of_any_length_is_read():
    long = "长" * 200_000

    assert split(f'姓名,备注\r\n张三,{long}\r\n"李四",好\r\n') == [
        ["姓名", "备注"],
        ["张三", long],
        ['"李四"', "好"],
    ]


def test_blank_lines_are_left_out_and_protected_numbers_unwrapped(tmp_path):
    content = '姓名,身份证号\n\n,,\n张三,"=""0123"""\n'.encode()

    (sheet,) = read_delimited(tmp_path / "第一网格.csv", content).sheets

    assert sheet.name == "第一网格"
    assert [(line.number, line.cells) for line in sheet.lines] == [
        (0, ("姓名", "身份证号")),
        (3, ("张三", "0123")),
    ]
