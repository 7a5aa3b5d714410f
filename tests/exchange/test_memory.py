"""What an import keeps of each row in memory: a street's ledger has a hundred thousand rows."""

import gc
import tracemalloc
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from support.street import save_street

from linli.domain.imported import ImportBatch
from linli.domain.joining import join
from linli.domain.matching import Known
from linli.exchange.planning import propose_plan
from linli.exchange.reading import read_batch
from linli.exchange.workbooks import open_workbook

ROWS = 2000
TODAY = date(2026, 11, 23)


def _batch(path: Path) -> ImportBatch:
    book = open_workbook(path)
    return read_batch(book, propose_plan(book), community=None, today=TODAY)


@pytest.fixture
def street(tmp_path: Path) -> Iterator[Path]:
    """A street's workbook, its kind read once before, with what memory holds counted."""
    path = save_street(tmp_path / "街道.xlsx", ROWS)
    join(_batch(path), Known(), {})  # fills what is remembered of codes, days and addresses
    gc.collect()
    tracemalloc.start()
    yield path
    tracemalloc.stop()


def _kept() -> int:
    """Bytes of each row since the counting began."""
    gc.collect()
    return tracemalloc.get_traced_memory()[0] // ROWS


def test_cells_of_a_row_are_kept_in_little_more_than_a_hundred_bytes(street):
    book = open_workbook(street)

    assert 0 < _kept() < 150, book.file_name


def test_a_row_read_and_checked_is_kept_in_little_more_than_a_thousand_bytes(street):
    book = open_workbook(street)
    plan = propose_plan(book)
    before = _kept()

    batch = read_batch(book, plan, community=None, today=TODAY)

    assert len(batch.people) == ROWS
    assert 0 < _kept() - before < 1200


def test_joining_needs_little_for_people_whose_names_occur_once(street):
    batch = _batch(street)
    before = _kept()
    tracemalloc.reset_peak()

    joined = join(batch, Known(), {})

    assert joined.added == ROWS
    assert 0 < tracemalloc.get_traced_memory()[1] // ROWS - before < 250
