"""The model of the house's tables: all ids, and the pages of rows that are looked at."""

from collections import OrderedDict
from collections.abc import Callable, Collection, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from enum import Enum
from typing import Any, Generic, Protocol, TypeVar

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)
from typing_extensions import override

from linli.domain.marking import Span
from linli.gui.i18n import tr
from linli.gui.spoken import spoken
from linli.gui.table_reading import Beside, ListReader, Reading, first_ids
from linli.progress import SILENT, Progress

Index = QModelIndex | QPersistentModelIndex
Row = TypeVar("Row")
RowOut_co = TypeVar("RowOut_co", covariant=True)
PAGE = 100
"""The first rows of a long list that are shown before the rest is there."""

BLOCK = 32
"""Rows that are read at once, about a screenful."""

_BLOCKS_KEPT = 80
_REST_MS = 100
"""So long nothing else may be asked for before the whole list is read: typing goes first."""

_NEAR = 1000
_FEW = 8


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
        marks: which characters of a cell's text were typed into the find box, if any can be.
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
    marks: Callable[[str, str], Sequence[Span]] | None = None


class TableSource(Protocol[RowOut_co]):
    """Where a table gets its rows from."""

    def list_ids(self, sort: str, *, descending: bool) -> Sequence[int]:
        """Return the ids of all rows in order. `sort` is a `Column.sort` or ""."""

    def rows(self, ids: Sequence[int]) -> Sequence[RowOut_co | None]:
        """Return the rows of `ids`, in their order; None for what is gone by now."""


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
    """Keeps all ids but only the last rows read, so that a million rows cost little.

    With `beside`, of a long list the first page is shown at once and the rest follows; until then
    the list is not `whole`, and its length is not known.

    Signals:
        read: the list was asked for anew, or the whole of it has come.
    """

    read = Signal()
    CHIP_ROLE = Qt.ItemDataRole.UserRole + 1

    def __init__(
        self,
        source: TableSource[Row],
        columns: Sequence[Column[Row]],
        parent: QObject | None = None,
        *,
        beside: Beside | None = None,
    ) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._source = source
        self._beside = beside
        self._ids: Sequence[int] = ()
        self._blocks: OrderedDict[int, Sequence[Row | None]] = OrderedDict()
        self._sort = ""
        self._descending = False
        self._reader: ListReader | None = None
        self._reading: Reading | None = None
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self._begin)
        self._waiting: list[Callable[[], None]] = []
        self._again = False
        self._stale = False

    # ---- reading the list ----

    def reload(self) -> None:
        """Ask the source for another list, and show its first rows as soon as they are there."""
        self._waiting.clear()
        self._ask(again=False)

    def refresh(self) -> None:
        """Read the same list again; what is shown stays until the new one is there."""
        self._ask(again=bool(self._ids))

    @property
    def whole(self) -> bool:
        """Whether the whole list is there."""
        return self._reader is None

    @property
    def stale(self) -> bool:
        """Whether the rows shown are of the list before, because this one takes long."""
        return self._stale

    @property
    def again(self) -> bool:
        """Whether the list was read again, and is not another one than before."""
        return self._again

    def when_whole(self, act: Callable[[], None]) -> None:
        """Do something once the whole list is there, unless another one is asked for meanwhile."""
        if self.whole:
            act()
        else:
            self._waiting.append(act)

    def finish(self) -> None:
        """Wait until the whole list is there."""
        if self._rest.isActive():
            self._rest.stop()
            self._begin()
        if self._reading is not None:
            self._reading.finish()
        if self._reading is not None:  # that was the first page, now comes the rest
            self._reading.finish()

    def _ask(self, *, again: bool) -> None:
        self._rest.stop()
        if self._reading is not None:
            self._reading.cancel()
        self._reading = self._reader = None
        self._again = again
        self._stale = False
        self._blocks.clear()
        if self._beside is None:
            self._take(self._source.list_ids(self._sort, descending=self._descending))
            return
        reader = self._beside.reader(self._sort, self._descending)
        first = None if again and len(self._ids) > PAGE else first_ids(reader, PAGE + 1)
        if first is not None and len(first) <= PAGE:
            self._take(first)
            return
        self._reader = reader
        self._rest.start()
        if first is not None and not again:
            self._replace(first[:PAGE])
        else:  # the rows are read again, the list follows
            self._stale = not again
            self._repaint()
        self.read.emit()

    def _begin(self) -> None:
        """Let the list be read: its first page where nothing of it is shown yet, then all."""
        if self._stale:
            self._read(PAGE + 1, self._on_first)
        else:
            self._read(None, self._on_whole)

    def _read(self, count: int | None, done: Callable[[Sequence[int]], None]) -> None:
        assert self._beside is not None  # noqa: S101 - else nothing is left for later
        assert self._reader is not None  # noqa: S101 - see above
        reader = self._reader
        self._reading = self._beside.run(
            lambda progress: reader(count, lambda: progress.cancelled), done
        )

    def _on_first(self, ids: Sequence[int]) -> None:
        if len(ids) <= PAGE:
            self._on_whole(ids)
            return
        self._stale = False
        self._replace(ids[:PAGE])
        self.read.emit()
        self._read(None, self._on_whole)

    def _on_whole(self, ids: Sequence[int]) -> None:
        self._reading = self._reader = None
        self._stale = False
        self._take(ids)
        waiting, self._waiting = self._waiting, []
        for act in waiting:
            act()

    def _take(self, ids: Sequence[int]) -> None:
        """Show the whole list; where it goes on from what is shown, rows are only added."""
        shown = len(self._ids)
        if not shown or ids[:shown] != self._ids:
            self._replace(ids)
        elif len(ids) > shown:
            self.beginInsertRows(QModelIndex(), shown, len(ids) - 1)
            self._ids = ids
            self._blocks.clear()  # the last one may have been short
            self.endInsertRows()
        else:
            self._repaint()
        self.read.emit()

    def _replace(self, ids: Sequence[int]) -> None:
        self.beginResetModel()
        self._ids = ids
        self._blocks.clear()
        self.endResetModel()

    def _repaint(self) -> None:
        if self._ids:
            last = self.index(len(self._ids) - 1, len(self.columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    # ---- rows ----

    def id_at(self, row: int) -> int:
        """Return the id of the record in a row."""
        return self._ids[row]

    def ids_of(self, first: int, last: int) -> Sequence[int]:
        """Return the ids of the rows from `first` to `last`."""
        return self._ids[first : last + 1]

    def row_of(self, record_id: int, near: int = 0) -> int | None:
        """Return the row in which a record is shown, or None; looked for around `near` first."""
        start = max(near - _NEAR, 0)
        for first, ids in ((start, self._ids[start : near + _NEAR]), (0, self._ids)):
            with suppress(ValueError):
                return first + ids.index(record_id)
        return None

    def rows_of(self, record_ids: Collection[int], near: int = 0) -> list[int]:
        """Return the rows in which some records are shown, in the table's order."""
        if len(record_ids) <= _FEW:
            found = (self.row_of(number, near) for number in record_ids)
            return sorted(row for row in found if row is not None)
        wanted = frozenset(record_ids)
        return [row for row, number in enumerate(self._ids) if number in wanted]

    def record(self, row: int) -> Row | None:
        """Return the record shown in a row, reading its block if needed; None if it is gone."""
        number, place = divmod(row, BLOCK)
        block = self._blocks.get(number)
        if block is None:
            block = self._source.rows(self._ids[number * BLOCK : (number + 1) * BLOCK])
            self._blocks[number] = block
            if len(self._blocks) > _BLOCKS_KEPT:
                self._blocks.popitem(last=False)
        else:
            self._blocks.move_to_end(number)
        return block[place]

    def read_texts(
        self,
        record_ids: Sequence[int],
        columns: Sequence[Column[Row]],
        done: Callable[[Sequence[Sequence[str]]], None],
    ) -> None:
        """Read what columns show of many records, a line for each; beside the window if it can."""

        def work(progress: Progress) -> Sequence[Sequence[str]]:
            lines: list[Sequence[str]] = []
            for start in range(0, len(record_ids), PAGE):
                progress.report(start)
                rows = self._source.rows(record_ids[start : start + PAGE])
                lines += [[c.text(row) for c in columns] for row in rows if row is not None]
            return lines

        if self._beside is None or len(record_ids) <= PAGE:
            done(work(SILENT))
        else:
            self._beside.run(work, done)

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
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(column)
        said = Qt.ItemDataRole.AccessibleTextRole
        if role not in (Qt.ItemDataRole.DisplayRole, said, self.CHIP_ROLE):
            return None
        record = self.record(index.row())
        if record is None:
            return None if role == self.CHIP_ROLE else ""
        if role == Qt.ItemDataRole.DisplayRole:
            return column.text(record)
        chip = column.chip(record) if column.chip is not None else None
        if role == said:
            return spoken(column.text(record)) if chip is None else chip.text
        return chip

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
