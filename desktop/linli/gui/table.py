"""The table of the house: a model that pages rows from a service, and a quiet view of tall rows."""

from collections import OrderedDict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any, Generic, Protocol, TypeVar

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)
from typing_extensions import override

from linli.gui.i18n import tr

Index = QModelIndex | QPersistentModelIndex
Row = TypeVar("Row")
RowOut_co = TypeVar("RowOut_co", covariant=True)
PAGE = 200
_PAGES_KEPT = 20


class Tone(Enum):
    """The meaning of a chip's colour; a glyph says the same for those who see no colours."""

    PLAIN = "plain"
    INFO = "info"
    GOOD = "good"
    WARN = "warn"
    BAD = "bad"


@dataclass(frozen=True, kw_only=True)
class Chip:
    """A status chip: glyph and word."""

    text: str
    glyph: str = ""
    tone: Tone = Tone.PLAIN

    @property
    def words(self) -> str:
        """What the chip shows."""
        return f"{self.glyph} {self.text}" if self.glyph else self.text


@dataclass(frozen=True, kw_only=True)
class Column(Generic[Row]):
    """A column of a table.

    Attributes:
        key: its name in what the window remembers.
        title: the head, marked for translation.
        text: what a cell shows; with `chip` it is what a screen reader says.
        chars: the width in Chinese characters.
        priority: 0 is always shown; where space is short the highest number goes first.
        sort: the key handed to `TableSource.list_ids`; "" where it cannot be sorted.
        chip: the chip of a cell instead of its text.
        chosen: shown unless the clerk chooses otherwise.
        stretch: takes the space that is left.
        align_right: for figures.
    """

    key: str
    title: str
    text: Callable[[Row], str]
    chars: float
    priority: int = 0
    sort: str = ""
    chip: Callable[[Row], Chip | None] | None = None
    chosen: bool = True
    stretch: bool = False
    align_right: bool = False


class TableSource(Protocol[RowOut_co]):
    """Where a table gets its rows from."""

    def list_ids(self, sort: str, *, descending: bool) -> Sequence[int]:
        """Return the ids of all rows in order. `sort` is a `Column.sort` or ""."""

    def rows(self, ids: Sequence[int]) -> Sequence[RowOut_co]:
        """Return the rows of `ids`, in their order."""


class ListSource(Generic[Row]):
    """Rows that are in memory already; thousands of them are shown as quickly as a few."""

    def __init__(self, id_of: Callable[[Row], int]) -> None:
        self._id_of = id_of
        self._rows: dict[int, Row] = {}

    def set_rows(self, rows: Iterable[Row]) -> None:
        """Take other rows, in their order; the model has to `reload`."""
        self._rows = {self._id_of(row): row for row in rows}

    def list_ids(self, sort: str, *, descending: bool) -> Sequence[int]:  # noqa: ARG002
        """Return the ids of all rows in their order; they are not sorted."""
        return list(self._rows)

    def rows(self, ids: Sequence[int]) -> Sequence[Row]:
        """Return the rows of `ids`, in their order."""
        return [self._rows[number] for number in ids]


class TableModel(QAbstractTableModel, Generic[Row]):
    """Keeps all ids but only the last pages of rows, so that a million rows cost little."""

    CHIP_ROLE = Qt.ItemDataRole.UserRole + 1

    def __init__(
        self,
        source: TableSource[Row],
        columns: Sequence[Column[Row]],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._source = source
        self._ids: Sequence[int] = ()
        self._rows_by_id: dict[int, int] | None = None
        self._pages: OrderedDict[int, Sequence[Row]] = OrderedDict()
        self._sort = ""
        self._descending = False

    def reload(self) -> None:
        """Ask the source again for ids and rows."""
        ids = self._source.list_ids(self._sort, descending=self._descending)
        self.beginResetModel()
        self._ids = ids
        self._rows_by_id = None
        self._pages.clear()
        self.endResetModel()

    def id_at(self, row: int) -> int:
        """Return the id of the record in a row."""
        return self._ids[row]

    def row_of(self, record_id: int) -> int | None:
        """Return the row in which a record is shown, or None."""
        if self._rows_by_id is None:
            self._rows_by_id = {number: row for row, number in enumerate(self._ids)}
        return self._rows_by_id.get(record_id)

    def record(self, row: int) -> Row:
        """Return the record shown in a row, reading its page if needed."""
        number, place = divmod(row, PAGE)
        page = self._pages.get(number)
        if page is None:
            page = self._source.rows(self._ids[number * PAGE : (number + 1) * PAGE])
            self._pages[number] = page
            if len(self._pages) > _PAGES_KEPT:
                self._pages.popitem(last=False)
        else:
            self._pages.move_to_end(number)
        return page[place]

    @property
    def sorting(self) -> tuple[str, bool]:
        """The sort key and whether it is descending."""
        return self._sort, self._descending

    def sort_by(self, key: str, *, descending: bool = False) -> None:
        """Sort by a `Column.sort` key, "" for the source's own order."""
        if (key, descending) != (self._sort, self._descending):
            self._sort, self._descending = key, descending
            self.reload()

    @override
    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        key = self.columns[column].sort if column >= 0 else ""
        self.sort_by(key, descending=bool(key) and order == Qt.SortOrder.DescendingOrder)

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._ids)

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.columns)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        column = self.columns[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.text(self.record(index.row()))
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(column)
        if role == self.CHIP_ROLE and column.chip is not None:
            return column.chip(self.record(index.row()))
        return None

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return tr(self.columns[section].title)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(self.columns[section])
        return None


def _alignment(column: Column[Any]) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column.align_right else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
