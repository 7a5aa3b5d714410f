import pytest

from linli.domain.values.money import parse_yuan, yuan
from linli.errors import UserError


@pytest.mark.parametrize(
    ("text", "fen"),
    [
        ("520", 52000),
        ("520.5", 52050),
        ("520.50元", 52050),
        ("1,200元/月", 120000),
        ("１２００", 120000),
        ("0", 0),
    ],
)
def test_amounts_are_read_as_people_write_them(text, fen):
    assert parse_yuan(text) == fen


@pytest.mark.parametrize("text", ["", "五百", "520.555", "-3", "1,20", "520角"])
def test_what_is_no_amount_is_refused_with_an_example(text):
    with pytest.raises(UserError, match="如 520"):
        parse_yuan(text)


@pytest.mark.parametrize(
    ("fen", "text"), [(52000, "520"), (52050, "520.50"), (123456700, "1,234,567")]
)
def test_fen_are_shown_only_where_there_are_some(fen, text):
    assert yuan(fen) == text
    assert parse_yuan(text) == fen
