"""Public keys as words, text and file: read back, mistyped ones refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linli.domain.machine_keys import WORDS, MachineKey, clean_name, key_from_file, key_from_text
from linli.errors import UserError

KEY = MachineKey(name="一楼窗口", sign=bytes(range(32)), seal=bytes(range(32, 64)))
raw = st.binary(min_size=32, max_size=32)


@given(raw, raw)
def test_keys_are_read_back(sign: bytes, seal: bytes) -> None:
    key = MachineKey(name="甲", sign=sign, seal=seal)
    assert key_from_text(key.text, "甲") == key
    assert key_from_text(f" {key.text.lower()} ", "甲") == key
    assert key_from_file(key.file()) == key


def test_words_are_twelve_and_stay_the_same_for_ever() -> None:
    assert len(KEY.words) == WORDS
    assert " ".join(KEY.words) == "礼国 民发 新彤 瑞林 兴凯 世双 安少 兴坤 柔凯 竹生 惠菊 磊元"


@given(raw, raw)
def test_other_keys_have_other_words(sign: bytes, seal: bytes) -> None:
    key = MachineKey(name=KEY.name, sign=sign, seal=seal)
    assert (key.words == KEY.words) is (key == KEY)


def test_the_code_is_of_letters_that_every_scanner_types() -> None:
    assert set(KEY.text) <= set("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567LINLI1")


@given(st.integers(0, len(KEY.text) - 2), st.sampled_from("ABCDEFGH2"))
def test_one_wrong_letter_is_noticed(place: int, letter: str) -> None:
    text = KEY.text[:place] + letter + KEY.text[place + 1 :]
    if text == KEY.text:
        return
    with pytest.raises(UserError, match="钥匙码"):
        key_from_text(text, "甲")


@given(st.binary(max_size=200))
def test_what_is_no_key_file_is_refused(content: bytes) -> None:
    with pytest.raises(UserError, match="钥匙文件"):
        key_from_file(content)


@pytest.mark.parametrize("name", ["", "  ", "长" * 41, "a\u202eb"])
def test_names_that_cannot_be_shown_are_refused(name: str) -> None:
    with pytest.raises(UserError, match="名字"):
        clean_name(name)
