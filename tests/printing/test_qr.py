import pytest
import segno
from hypothesis import given
from hypothesis import strategies as st

from linli.printing.qr import CARD_MODULES, card_code


@given(st.from_regex(r"[0-9]{7}", fullmatch=True))
def test_a_code_made_by_xor_is_the_code_that_segno_makes(number):
    code = segno.make(number, version=1, error="h", mask=3, boost_error=False, micro=False)
    bits = "".join(f"{byte:08b}" for byte in card_code(number))
    rows = [bits[i : i + CARD_MODULES] for i in range(0, len(bits), 24)]
    assert rows == ["".join(map(str, row)) for row in code.matrix]


@pytest.mark.parametrize("number", ["", "123456", "12345678", "123456x"])
def test_a_number_of_another_length_is_refused(number):
    with pytest.raises(ValueError, match="seven digits"):
        card_code(number)
