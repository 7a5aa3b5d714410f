import random

import pytest
import segno
import zxingcpp
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from linli.printing.qr import CARD_MODULES, ROW_BYTES, card_code, text_code

# 0000000, and each number that sets one data bit alone: ten bits of three digits, four of one.
BITS = [
    "0000000",
    *(f"{1 << bit:03d}0000" for bit in range(10)),
    *(f"000{1 << bit:03d}0" for bit in range(10)),
    *(f"000000{1 << bit}" for bit in range(4)),
]
RANDOM = [f"{number:07d}" for number in random.Random(18284).sample(range(10**7), 200)]


def rows_of(number):
    bits = "".join(f"{byte:08b}" for byte in card_code(number))
    width = ROW_BYTES * 8
    return [bits[i : i + CARD_MODULES] for i in range(0, len(bits), width)]


def segno_rows(number):
    code = segno.make(number, version=1, error="h", mask=3, boost_error=False, micro=False)
    return ["".join(map(str, row)) for row in code.matrix]


def read(rows):
    """Read a code with another program, drawn as black squares of 4 pixels in a white zone."""
    side, zone = CARD_MODULES + 8, 4
    picture = Image.new("L", (side, side), 255)
    for y, row in enumerate(rows):
        for x, module in enumerate(row):
            if module == "1":
                picture.putpixel((x + zone, y + zone), 0)
    return [code.text for code in zxingcpp.read_barcodes(picture.resize((4 * side, 4 * side), 0))]


@pytest.mark.parametrize("number", BITS)
def test_each_of_the_kept_codes_is_the_one_that_segno_makes_and_zxing_reads(number):
    assert rows_of(number) == segno_rows(number)
    assert read(rows_of(number)) == [number]


@given(st.from_regex(r"[0-9]{7}", fullmatch=True))
def test_a_code_made_by_xor_is_the_code_that_segno_makes(number):
    assert rows_of(number) == segno_rows(number)


def test_codes_made_by_xor_are_read_as_their_numbers():
    assert [read(rows_of(number)) for number in RANDOM] == [[number] for number in RANDOM]


@pytest.mark.parametrize("number", ["", "123456", "12345678", "123456x", "１２３４５６７"])
def test_a_number_of_another_length_is_refused(number):
    with pytest.raises(ValueError, match="seven digits"):
        card_code(number)


def test_a_longer_text_is_read_back():
    text = "LINLI1" + "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567" * 3
    rows = text_code(text)
    scale, quiet = 4, 16
    side = len(rows) * scale + 2 * quiet
    image = Image.new("L", (side, side), 255)
    for y, row in enumerate(rows):
        for x, dark in enumerate(row):
            if dark:
                place = (quiet + x * scale, quiet + y * scale)
                image.paste(0, (*place, place[0] + scale, place[1] + scale))
    assert zxingcpp.read_barcode(image).text == text
