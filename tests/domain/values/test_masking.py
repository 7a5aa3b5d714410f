"""Masks: what of a number stays, and that no masked number passes for one to be stored."""

from datetime import date

import pytest

from linli.domain.values.addresses import Address
from linli.domain.values.identity import parse_document
from linli.domain.values.masking import (
    Masks,
    choices,
    is_masked,
    mask_address,
    mask_name,
    read_masks,
)
from linli.domain.values.phones import parse_phone
from linli.errors import UserError

USUAL = Masks()


@pytest.mark.parametrize(
    ("number", "masked"),
    [
        ("11010519491231002X", "110105********002X"),
        ("110105491231002", "110105*****1002"),
        ("E12345678", "E1*****78"),
        ("E123", "****"),
        ("", ""),
    ],
)
def test_documents_keep_six_and_four(number, masked):
    assert USUAL.show_document(number) == masked


@pytest.mark.parametrize(
    ("number", "masked"),
    [
        ("13800001234", "138****1234"),
        ("09944839123", "*******9123"),
        ("4839123", "***9123"),
        ("661234", "****34"),
        ("110", "*10"),
        ("", ""),
    ],
)
def test_phones_keep_three_and_four(number, masked):
    assert USUAL.show_phone(number) == masked


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("女儿 13800001234", "女儿 138****1234"),
        ("138 0000 1234；0994-4839123", "138****1234；*******9123"),
        ("身份证 11010519491231002X", "身份证 *************1002X"),
        ("3号楼 2单元 501", "3号楼 2单元 501"),
    ],
)
def test_numbers_within_a_text_are_masked(text, masked):
    assert USUAL.show_numbers_in(text) == masked


def test_posted_documents_keep_one_and_one():
    assert USUAL.post_document("11010519491231002X") == "1****************X"


@pytest.mark.parametrize(
    ("name", "masked"),
    [
        ("张三", "张*"),
        ("张三丰", "张**"),
        ("欧阳建国", "欧阳**"),
        ("阿不都·买买提", "阿**·***"),
        ("𠮷野家", "𠮷**"),
    ],
)
def test_names_keep_the_surname_and_the_dots(name, masked):
    assert mask_name(name) == masked


def test_addresses_keep_the_estate_only():
    assert mask_address(Address(estate="阳光小区", building="3号楼")) == "阳光小区***"
    assert mask_address(Address(building="3号楼")) == "***"


def test_the_hall_chooses_other_digits():
    masks = read_masks({"document": [1, 1], "mobile": [0, 4], "landline": [0, 2]})
    assert masks.show_document("11010519491231002X") == "1****************X"
    assert masks.show_phone("13800001234") == "*******1234"
    assert masks.show_phone("09944839123") == "*********23"


@pytest.mark.parametrize("kept", [None, "", [], {"document": [18, 0]}, {"document": "6"}, {"x": 1}])
def test_what_is_not_among_the_choices_is_as_usual(kept):
    assert read_masks(kept) == USUAL


def test_the_usual_digits_are_the_first_of_the_choices():
    for name in ("document", "mobile", "landline", "posted_document"):
        assert choices(name)[0] == getattr(USUAL, name)


@pytest.mark.parametrize("number", ["11010519491231002X", "E12345678"])
def test_a_masked_document_is_none(number):
    shown = USUAL.show_document(number)
    assert is_masked(shown)
    with pytest.raises(UserError):
        parse_document(shown, None, today=date(2026, 11, 23))


@pytest.mark.parametrize("number", ["13800001234", "09944839123"])
def test_a_masked_phone_is_none(number):
    shown = USUAL.show_phone(number)
    assert is_masked(shown)
    with pytest.raises(UserError):
        parse_phone(shown)
