import pytest

from linli.domain.values.numerals import arabic_digits, to_arabic


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
