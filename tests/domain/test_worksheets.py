"""Lines of a sheet, packed by the thousand."""

from datetime import date, datetime, time, timedelta

import pytest

from linli.domain.worksheets import Line, Lines, Workbook, Worksheet


def _lines(count: int) -> list[Line]:
    """Lines of numbers with gaps, as blank lines leave them."""
    return [Line(3 * number, (f"张{number}", number, "", "女")) for number in range(count)]


@pytest.mark.parametrize("count", [0, 1, 999, 1000, 1001, 2500])
def test_packed_lines_are_a_sequence_of_what_was_packed(count):
    lines = _lines(count)

    packed = Lines(iter(lines))

    assert list(packed) == lines == list(packed)
    assert list(reversed(packed)) == lines[::-1]
    assert len(packed) == count
    assert bool(packed) == bool(lines)
    assert packed[1:4] == tuple(lines[1:4])
    assert packed[-3:] == tuple(lines[-3:])


def test_one_line_is_found_from_either_end():
    lines = _lines(2500)
    packed = Lines(lines)

    assert all(packed[i] == lines[i] for i in (0, 999, 1000, 2499, -1, -500, -501, -2500))
    for beyond in (2500, -2501):
        with pytest.raises(IndexError):
            packed[beyond]


def test_cells_keep_their_kinds():
    cells = (
        *("", "张三", 1, True, 1.0, 2**70),
        *(date(2026, 11, 23), datetime(2026, 11, 23, 8, 30), time(8, 30), timedelta(hours=30)),  # noqa: DTZ001 - of a cell
    )

    (line,) = Lines([Line(0, cells)])

    assert line == (0, cells)
    assert list(map(type, line.cells)) == list(map(type, cells))


def test_private_characters_are_replaced_in_all_packed_lines(tmp_path):
    lines = Lines(Line(number, ("\ue000", "张三")) for number in range(1500))
    book = Workbook(path=tmp_path / "册.csv", sheets=(Worksheet(name="册", lines=lines),))

    (sheet,) = book.with_characters({"\ue000": "䶮"}).sheets

    assert {line.cells for line in sheet.lines} == {("䶮", "张三")}
    assert len(sheet.lines) == 1500
