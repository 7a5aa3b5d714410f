import pytest

from linli.domain.values.measures import number_text, parse_number, parse_whole
from linli.errors import UserError


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("12", 12),
        (" 12.5 毫米", 12.5),
        ("12,5", 12.5),
        ("１２．５", 12.5),
        ("−1.5", -1.5),
        ("－1。5", -1.5),
        ("+0.5mm", 0.5),
        (".5", 0.5),
        ("99.6%", 99.6),
        ("0.2°", 0.2),
    ],
)
def test_number_is_read_as_people_type_it(text, number):
    assert parse_number(text) == number


@pytest.mark.parametrize("text", ["十二", "1.2.3", "1e5", "nan", "12 厘米", "-", "1/2"])
def test_what_is_no_number_is_quoted(text):
    with pytest.raises(UserError, match="不是数") as caught:
        parse_number(text)
    assert text in caught.value.message


def test_whole_number_has_no_fraction():
    assert parse_whole("３ 列") == 3
    with pytest.raises(UserError, match=r"2\.5"):
        parse_whole("2.5")


@pytest.mark.parametrize(
    ("number", "text"),
    [(3, "3"), (12.5, "12.5"), (-0.0004, "0"), (63.5, "63.5"), (1 / 3, "0.333"), (100, "100")],
)
def test_number_is_written_without_needless_zeros(number, text):
    assert number_text(number) == text
