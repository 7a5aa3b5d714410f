import pytest

from linli.domain.values.numerals import arabic_digits, to_arabic, to_chinese


@pytest.mark.parametrize(
    ("numeral", "digits"),
    [
        ("三", "3"),
        ("十", "10"),
        ("十二", "12"),
        ("二十", "20"),
        ("二十四", "24"),
        ("一百", "100"),
        ("一百零二", "102"),
        ("一百一十", "110"),
        ("一百二十三", "123"),
        ("五〇一", "501"),
        ("二零一一", "2011"),
        ("两", "2"),
        ("十十", "十十"),
    ],
)
def test_numerals(numeral, digits):
    assert to_arabic(numeral) == digits


def test_numerals_inside_text():
    assert arabic_digits("二〇一一年十二月三十一日") == "2011年12月31日"


@pytest.mark.parametrize("number", range(1, 100))
def test_numbers_below_a_hundred_are_written_in_chinese(number):
    assert to_arabic(to_chinese(number)) == str(number)


@pytest.mark.parametrize(
    ("number", "text"), [(1, "一"), (10, "十"), (12, "十二"), (20, "二十"), (100, "100"), (0, "0")]
)
def test_chinese_numbers(number, text):
    assert to_chinese(number) == text
