import pytest
from support.organisations import make_credit_code

from linli.domain.values.credit_codes import ALPHABET, check_character, parse_credit_code
from linli.errors import UserError

CODE = make_credit_code(1234567)


@pytest.mark.parametrize("running", [0, 1, 7, 31, 987654321])
def test_check_character_closes_the_weighted_sum(running):
    code = make_credit_code(running)
    assert check_character(code[:-1]) == code[-1]


def test_example_of_the_standard_holds():
    """GB 32100-2015 prints this code as its example."""
    assert parse_credit_code("91350100M000100Y43") == "91350100M000100Y43"


@pytest.mark.parametrize(
    "typed",
    [
        CODE.lower(),
        f" {CODE[:8]} {CODE[8:]} ",
        f"{CODE[:8]}-{CODE[8:]}",
        "".join(chr(ord(c) + 0xFEE0) for c in CODE),
        f"'{CODE}",
    ],
)
def test_code_is_read_as_people_type_it(typed):
    assert parse_credit_code(typed) == CODE


def test_any_single_wrong_character_is_found():
    for place in range(8, 18):
        wrong = ALPHABET[(ALPHABET.index(CODE[place]) + 1) % 31]
        with pytest.raises(UserError):
            parse_credit_code(CODE[:place] + wrong + CODE[place + 1 :])


def test_any_swap_of_neighbours_is_found():
    for place in range(8, 17):
        if CODE[place] != CODE[place + 1]:
            swapped = CODE[:place] + CODE[place + 1] + CODE[place] + CODE[place + 2 :]
            with pytest.raises(UserError, match="校验位"):
                parse_credit_code(swapped)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (CODE[:-1], "17 位"),
        (CODE + "0", "19 位"),
        (CODE[:-2] + "O1", "「O」"),
        ("52A52328" + CODE[8:], "地区码"),
    ],
)
def test_refusal_says_what_is_wrong(text, said):
    with pytest.raises(UserError, match=said):
        parse_credit_code(text)
