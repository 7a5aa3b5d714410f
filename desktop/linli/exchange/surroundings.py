"""What stands around a table and holds for all its rows: 3号楼 as a title, the labels of a form."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from linli.domain.imports import LedgerField, SheetPlan
from linli.domain.values.addresses import parse_address
from linli.domain.values.text import tidy
from linli.domain.worksheets import Cell, Line, Worksheet
from linli.exchange.head_words import is_label, meaning_of, plain_head
from linli.exchange.ledger_row import PLACE_FIELDS, cell_text

_F = LedgerField
Cells = Mapping[LedgerField, tuple[Cell, ...]]

_NEAR = 8
"""Lines above a head that may say something of its table."""

_LIST_WORDS = re.compile(
    r"(?:的|住户|居民|居住|人员|人口|户籍|常住|家庭|入户|信息|情况|基本|登记|采集|调查|摸底|统计|汇总|"
    r"花名|名|台|底|一览|明细|单|账|帐|册|表)*$"
)
_BUILDING_END = re.compile(
    r"(?:\d|[一二三四五六七八九十]|[A-Za-z])(?:号楼|栋|幢|座|#楼|#|单元|号院|楼)$"
)
_ESTATE = re.compile(
    r"(?!.*(?:台账|名册|社区|居民|街道)).{1,8}(?:小区|花园|苑|家园|公寓|大院|家属院|巷|胡同|路|街|屯|庄|组)"
)
_GRID = re.compile(r"第?[零〇一二三四五六七八九十百\d]+号?网格")
_ROW_NUMBER = re.compile(r"\d{15}")
_FORM_FIELDS = {
    _F.HOUSEHOLD_NUMBER: _F.HOUSEHOLD_NUMBER,
    _F.HEAD_NAME: _F.HEAD_NAME,
    _F.HEAD_DOCUMENT: _F.HEAD_DOCUMENT,
    _F.HEAD_PHONE: _F.HEAD_PHONE,
    _F.PHONE: _F.HEAD_PHONE,
    _F.ADDRESS: _F.ADDRESS,
    _F.GRID: _F.GRID,
} | {field: field for field in PLACE_FIELDS}
_NAMES_HOUSEHOLD = frozenset({_F.HEAD_NAME, _F.HOUSEHOLD_NUMBER})
_LABELLED = re.compile(r"(?P<label>[^:：]{2,10})[:：]\s*(?P<value>[^:：]+)")


@lru_cache(1024)
def heading_cells(text: str) -> Cells:
    """Return the place that a heading names: 3号楼2单元住户, 阳光小区; empty if none."""
    plain = "".join(tidy(text).split())
    if not 2 <= len(plain) <= 24:
        return {}
    if _GRID.fullmatch(plain):
        return {_F.GRID: (plain,)}
    place = _LIST_WORDS.sub("", plain)
    if _BUILDING_END.search(place):
        address = parse_address(place)
        if address is None or address.room is not None:
            return {}
        return {
            field: (value,) for field in PLACE_FIELDS if (value := getattr(address, field.value))
        }
    return {_F.ESTATE: (plain,)} if _ESTATE.fullmatch(plain) else {}


def form_cells(line: Line) -> Cells:
    """Return what the labels of a form's line say of its household; empty if it is no such line.

    A label (户主姓名, 家庭住址) stands in one cell and its value in the next, or 住址：…
    """
    found: dict[LedgerField, tuple[Cell, ...]] = {}
    label: LedgerField | None = None
    for cell in filter(cell_text, line.cells):
        parts = _LABELLED.fullmatch(cell.strip()) if isinstance(cell, str) else None
        field = _label_field(parts["label"] if parts is not None else cell)
        if parts is not None and field is not None:
            found.setdefault(field, (parts["value"],))
        elif parts is None and label is not None and not is_label(cell):
            found.setdefault(label, (cell,))
        label = field if parts is None else None
    return found


def _label_field(cell: Cell) -> LedgerField | None:
    field = meaning_of(plain_head(cell)).field if is_label(cell) else None
    return None if field is None else _FORM_FIELDS.get(field)


class Surroundings:
    """What holds for the rows that follow: first what stands above the head, then inside."""

    def __init__(self, sheet: Worksheet, plan: SheetPlan) -> None:
        self.place: Cells = {}
        self.form: Cells = {}
        for text in (sheet.name, *_single_texts(_lines_above(sheet, plan))):
            found = heading_cells(text)
            is_sure = text is sheet.name or _F.BUILDING in found
            if is_sure and _F.GRID not in found and not self.place.keys() & found.keys():
                self.place = {**self.place, **found}
        self.read_form(_lines_above(sheet, plan))

    def read_form(self, lines: Iterable[Line]) -> bool:
        """Take in a form's lines; return whether they begin the form of another household."""
        found: dict[LedgerField, tuple[Cell, ...]] = {}
        for line in lines:
            found |= {field: cell for field, cell in form_cells(line).items() if field not in found}
        begins = not found.keys().isdisjoint(_NAMES_HOUSEHOLD)
        if begins:
            self.form = found
        elif self.form:
            self.form = {**self.form, **found}
        return begins

    def read_heading(self, line: Line) -> bool:
        """Take in a heading between the rows; return whether it is one."""
        texts = list(_single_texts([line]))
        found = heading_cells(texts[0]) if texts else {}
        if _F.GRID in found:
            self.form = {**self.form, **found}
        elif found:
            widest = min(map(PLACE_FIELDS.index, found))
            wider = {f: self.place[f] for f in PLACE_FIELDS[:widest] if f in self.place}
            self.place = {**wider, **found}
        return bool(found)


def _lines_above(sheet: Worksheet, plan: SheetPlan) -> list[Line]:
    """Return the lines right above the head, up to the last row of another table."""
    near: list[Line] = []
    for line in reversed(sheet.lines):
        if line.number >= plan.head_first:
            continue
        has_number = any(_ROW_NUMBER.search(str(cell)) for cell in line.cells)
        if line.number < plan.head_first - _NEAR or (has_number and not form_cells(line)):
            break
        near.append(line)
    return near[::-1]


def _single_texts(lines: Iterable[Line]) -> Iterator[str]:
    """Yield the text of each line that has one cell only."""
    for line in lines:
        filled = [cell for cell in line.cells if cell != ""]
        if len(filled) == 1 and isinstance(filled[0], str):
            yield filled[0]
