from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt

from linli.gui.table import BLOCK, Chip, Column, TableModel


@dataclass(frozen=True)
class Person:
    name: str


class Source:
    """Numbers 1…count, and a record of what was read."""

    def __init__(self, count):
        self.count = count
        self.sorts = []
        self.reads = []

    def list_ids(self, sort, *, descending):
        self.sorts.append((sort, descending))
        ids = list(range(1, self.count + 1))
        return ids[::-1] if descending else ids

    def rows(self, ids):
        self.reads.append(len(ids))
        return [Person(f"居民{number}") for number in ids]


COLUMNS = (
    Column(key="name", title="姓名", text=lambda p: p.name, chars=6, sort="name"),
    Column(key="tail", title="尾号", text=lambda p: p.name[-1], chars=3, align_right=True),
    Column(
        key="card",
        title="卡",
        text=lambda p: "已发卡",
        chars=4,
        chip=lambda p: Chip(text="已发卡", glyph="✓"),
    ),
)


@pytest.fixture
def source():
    return Source(BLOCK * 3)


@pytest.fixture
def model(source):
    model = TableModel(source, COLUMNS)
    model.reload()
    return model


def test_model_keeps_the_rules_of_qt(model, qtmodeltester):
    qtmodeltester.check(model)


def test_rows_are_read_block_by_block(model, source):
    assert model.rowCount() == BLOCK * 3
    assert model.index(0, 0).data() == "居民1"
    assert model.index(BLOCK - 1, 0).data() == f"居民{BLOCK}"
    assert source.reads == [BLOCK]
    assert model.index(BLOCK, 0).data() == f"居民{BLOCK + 1}"
    assert source.reads == [BLOCK, BLOCK]


def test_only_the_last_blocks_are_kept():
    source = Source(BLOCK * 90)
    model = TableModel(source, COLUMNS)
    model.reload()
    for block in range(90):
        model.record(block * BLOCK)
    model.record(89 * BLOCK)
    assert len(source.reads) == 90
    model.record(0)
    assert len(source.reads) == 91


def test_sorting_asks_the_source_once_for_each_order(model, source):
    model.sort(0, Qt.SortOrder.DescendingOrder)
    assert source.sorts[-1] == ("name", True)
    assert model.id_at(0) == BLOCK * 3
    asked = len(source.sorts)
    model.sort(0, Qt.SortOrder.DescendingOrder)
    assert len(source.sorts) == asked


def test_clearing_the_sort_brings_back_the_source_order(model):
    model.sort(0, Qt.SortOrder.DescendingOrder)
    model.sort(-1)
    assert model.sorting == ("", False)
    assert model.id_at(0) == 1


def test_row_of_a_record_is_found_by_id(model):
    assert model.row_of(7) == 6
    assert model.index(0, 0).data() == "居民1"
    assert model.row_of(99_999) is None
    model.sort(0, Qt.SortOrder.DescendingOrder)
    assert model.row_of(7) == BLOCK * 3 - 7
    assert model.index(0, 0).data() == f"居民{BLOCK * 3}"


def test_figures_stand_right_and_words_left(model):
    role = Qt.ItemDataRole.TextAlignmentRole
    assert model.index(0, 0).data(role) & Qt.AlignmentFlag.AlignLeft
    assert model.index(0, 1).data(role) & Qt.AlignmentFlag.AlignRight


def test_chip_comes_with_its_words_for_a_screen_reader(model):
    index = model.index(0, 2)
    assert index.data() == "已发卡"
    assert index.data(TableModel.CHIP_ROLE).words == "✓ 已发卡"


def test_head_shows_the_title(model):
    heads = [model.headerData(i, Qt.Orientation.Horizontal) for i in range(-1, 4)]
    assert heads == [None, "姓名", "尾号", "卡", None]
    assert model.headerData(1, Qt.Orientation.Vertical) is None
