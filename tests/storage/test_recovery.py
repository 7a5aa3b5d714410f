"""The recovery code: 160 bits people can copy by hand, errors named by their group."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linli.errors import UserError
from linli.storage.recovery import new_secret, read_code, write_code

SECRET = bytes(range(100, 120))
CODE = write_code(SECRET)
_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def test_a_secret_has_160_random_bits() -> None:
    assert len(new_secret()) == 20
    assert new_secret() != new_secret()


def test_a_code_has_eight_groups_of_five_without_look_alikes() -> None:
    groups = CODE.split("-")
    assert [len(group) for group in groups] == [5] * 8
    assert not set("ILOU") & set(CODE)


@given(st.binary(min_size=20, max_size=20))
def test_a_code_reads_back_to_its_secret(secret: bytes) -> None:
    assert read_code(write_code(secret)) == secret


@pytest.mark.parametrize(
    "typed",
    [
        CODE.lower(),
        CODE.replace("-", ""),
        CODE.replace("-", " ") + "\n",
        CODE.replace("0", "O").replace("1", "l"),
        CODE.translate({ord(c): ord(c) + 0xFEE0 for c in _ALPHABET}),
    ],
    ids=["lower case", "no dashes", "spaces", "misread", "full width"],
)
def test_a_code_is_read_as_people_type_it(typed: str) -> None:
    assert read_code(typed) == SECRET


@given(
    st.binary(min_size=20, max_size=20),
    st.integers(0, 39),
    st.sampled_from(_ALPHABET),
)
def test_one_wrong_character_is_named_by_its_group(secret: bytes, at: int, wrong: str) -> None:
    plain = write_code(secret).replace("-", "")
    if plain[at] == wrong:
        return
    with pytest.raises(UserError, match=f"第 {at // 5 + 1} 组") as caught:
        read_code(plain[:at] + wrong + plain[at + 1 :])
    assert caught.value.field == "recovery_code"


def test_two_exchanged_groups_are_noticed() -> None:
    groups = CODE.split("-")
    groups[2], groups[3] = groups[3], groups[2]
    with pytest.raises(UserError, match="第 3 组"):
        read_code("-".join(groups))


@pytest.mark.parametrize("at", range(4))
def test_two_exchanged_neighbours_in_a_group_are_noticed(at: int) -> None:
    code = list(CODE)
    code[at], code[at + 1] = code[at + 1], code[at]
    assert code != list(CODE)
    with pytest.raises(UserError, match="第 1 组"):
        read_code("".join(code))


@pytest.mark.parametrize(
    ("typed", "count"), [("", 0), (CODE[:-1], 39), (CODE + "A", 41)], ids=["empty", "less", "more"]
)
def test_a_wrong_length_is_said_with_the_count(typed: str, count: int) -> None:
    with pytest.raises(UserError, match=f"应有 40 个字符，现在是 {count} 个"):
        read_code(typed)


def test_a_character_of_no_alphabet_is_named_by_its_group() -> None:
    with pytest.raises(UserError, match="第 8 组"):
        read_code(CODE[:-1] + "汉")
