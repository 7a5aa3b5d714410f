"""Old workbooks whose lengths cannot be true are refused before a reader believes them."""

import struct
from pathlib import Path

import pytest
import xlwt

from linli.errors import UserError
from linli.exchange import workbooks
from linli.exchange.workbooks import open_workbook


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """An .xls of 100 lines."""
    book = xlwt.Workbook()
    sheet = book.add_sheet("第一网格")
    for row in range(100):
        sheet.write(row, 0, f"张桂兰{row}")
        sheet.write(row, 1, row)
    book.save(str(tmp_path / "台账.xls"))
    return tmp_path / "台账.xls"


def _change(path: Path, found: bytes, put: bytes, after: int = 0) -> None:
    content = bytearray(path.read_bytes())
    place = content.index(found, 512) + after
    content[place : place + len(put)] = put
    path.write_bytes(content)


def test_a_sound_one_is_read(old: Path) -> None:
    (sheet,) = open_workbook(old).sheets
    assert len(sheet.lines) == 100
    assert sheet.lines[7].cells == ("张桂兰7", 7.0)


@pytest.mark.parametrize(
    ("found", "put", "after"),
    [
        pytest.param(struct.pack("<HHHH", 0xFD, 10, 3, 0), b"\xff\xff", 6, id="a far column"),
        pytest.param(struct.pack("<HH", 0x200, 14), b"\xff\xff\xff\x7f", 8, id="far rows"),
        pytest.param(struct.pack("<H", 0xFC), b"\xff\xff\xff\x7f", 8, id="many strings"),
        pytest.param("Workbook".encode("utf-16-le"), b"\xff\xff\xff\xff", 120, id="a long stream"),
    ],
)
def test_lengths_that_cannot_be_true_are_damage(
    old: Path, found: bytes, put: bytes, after: int
) -> None:
    _change(old, found, put, after)
    with pytest.raises(UserError, match="损坏"):
        open_workbook(old)


@pytest.mark.parametrize(
    ("place", "put"),
    [
        pytest.param(30, b"\x1f\x00", id="sectors of two gigabytes"),
        pytest.param(44, b"\xff\xff\xff\x7f", id="a table longer than the file"),
        pytest.param(48, b"\x00\x00\xff\x00", id="a directory beyond the end"),
        pytest.param(76, b"\x00\x00\xff\x00", id="a table beyond the end"),
    ],
)
def test_a_header_that_cannot_be_true_is_damage(old: Path, place: int, put: bytes) -> None:
    content = bytearray(old.read_bytes())
    content[place : place + len(put)] = put
    old.write_bytes(content)
    with pytest.raises(UserError, match="损坏"):
        open_workbook(old)


def test_a_file_cut_off_anywhere_is_damage(old: Path) -> None:
    content = old.read_bytes()
    for size in (20, 79, 300, 512, 700, len(content) // 2):
        old.write_bytes(content[:size])
        with pytest.raises(UserError):
            open_workbook(old)


def test_a_panic_of_the_reader_is_damage(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class PanicException(BaseException):
        pass

    def panic(*_: object) -> None:
        raise PanicException("slice index starts at 8192 but ends at 8157")

    monkeypatch.setattr(workbooks, "_read_sheet", panic)
    with pytest.raises(UserError, match="损坏"):
        open_workbook(old)


def test_a_stop_is_no_damage(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(workbooks, "_read_sheet", stop)
    with pytest.raises(KeyboardInterrupt):
        open_workbook(old)
