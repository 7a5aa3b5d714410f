"""What a masked value may hide."""

import pytest

from linli.domain.values.masking import Masks, may_hide, may_hide_text

NUMBER = "11010519491231002X"


@pytest.mark.parametrize("digits", [(6, 4), (1, 1), (0, 0)])
def test_a_mask_may_hide_what_it_was_made_of(digits):
    assert may_hide(Masks(document=digits).show_document(NUMBER), NUMBER)


@pytest.mark.parametrize("other", ["11010519491231004X", "110105491231002", ""])
def test_a_mask_hides_no_other_number(other):
    assert not may_hide("110105********002X", other)


@pytest.mark.parametrize(
    "text", ["女儿 13812345678", "女儿 138 1234 5678、0994-4825180", "4825180（(家)）"]
)
def test_a_text_is_known_by_its_masked_numbers_whatever_digits_stay(text):
    for masks in (Masks(), Masks(mobile=(0, 4), landline=(0, 2))):
        assert may_hide_text(masks.show_numbers_in(text), text)


def test_a_text_without_stars_or_of_others_hides_nothing():
    assert not may_hide_text("女儿 13812345678", "女儿 13812345678")
    assert not may_hide_text("女儿 138****5678", "儿子 13812345678")
    assert not may_hide_text("女儿 138****5678", "女儿 13912345678")
