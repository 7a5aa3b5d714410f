from datetime import date

import pypdfium2
import pytest
from support.cards import page_texts

from linli.printing.fonts import FontLibrary
from linli.printing.recovery import recovery_sheet
from linli.storage.recovery import read_code, write_code

SECRET = bytes(range(20))


def sheet(code=None):
    return recovery_sheet(
        code=code or write_code(SECRET),
        community="西河社区",
        account="王芳",
        made=date(2026, 11, 23),
        library=FontLibrary(folders=[]),
    )


def test_the_sheet_is_one_a4_page_that_says_what_the_code_is_for():
    with pypdfium2.PdfDocument(sheet()) as document:
        assert len(document) == 1
        assert document[0].get_size() == pytest.approx((595.28, 841.89), abs=0.01)
    (said,) = page_texts(sheet())
    for text in ("恢复码", "西河社区", "王芳", "2026年11月23日", "忘记密码", "怎样保管"):
        assert text in said


def test_the_code_on_the_sheet_opens_the_ledger():
    (said,) = page_texts(sheet())
    code = write_code(SECRET)
    assert code in said
    assert read_code(code) == SECRET
    squeezed = said.replace(" ", "")
    for number, group in enumerate(code.split("-"), 1):
        assert f"{number}{group}" in squeezed


def test_the_same_code_gives_the_same_bytes():
    assert sheet() == sheet()
