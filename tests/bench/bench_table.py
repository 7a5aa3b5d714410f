"""The residents table of a large ledger, in the window: rows painted, keys, jumps, sorts, memory.

    LEDGER=folder PASSWORD=… python -m pytest tests/bench/bench_table.py -s

`LEDGER` is a data folder, such as one that `linli sample --people 1000000` makes; without it one
of `PEOPLE` (70,000) is made. The ledger is changed by one edit, which is undone. Times are of the
clock, from the key to the painted rows, without a screen; behind them what the window's thread
needed of a processor, which counts where others keep the machine busy. Against them in the same
run: the two usual models, one that reads by OFFSET and one that fetches more as one scrolls.
"""

import os
import random
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter, thread_time
from typing import NamedTuple

import pytest
import shiboken6
from PySide6.QtCore import QAbstractTableModel, QEvent, QEventLoop, QModelIndex, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHeaderView, QTableView, QWidget
from support.ledgers import ACCOUNT, CHEAP, COMMUNITY, PASSWORD
from typing_extensions import override

from linli.domain.residents import ResidentFilter, ResidentSort
from linli.gui.bus import Bus
from linli.gui.desk import Desk
from linli.gui.fonts import interface_families
from linli.gui.jobs import Jobs
from linli.gui.main_window import MainWindow
from linli.gui.resident_columns import COLUMNS
from linli.gui.residents.tab import ResidentsTab
from linli.gui.state import WindowState
from linli.gui.theme import ROW_UNITS, Theme
from linli.paths import DataDir
from linli.services.container import Services, open_services
from linli.services.ledger import account_names, create_ledger, unlock
from linli.storage.resident_conditions import conditions
from linli.storage.resident_order import walked

_TYPED = ("zhangwei", "王建国", "lixm", "1385", "3-2-501", "陈 3407")
PEOPLE = int(os.environ.get("PEOPLE", "70000"))
_JUMPS = 60
_FETCHED = 256


@pytest.fixture
def many(tmp_path: Path) -> Iterator[Services]:
    """The services of the large ledger."""
    if "LEDGER" in os.environ:
        folder = DataDir(Path(os.environ["LEDGER"]))
        context = unlock(folder, account_names(folder)[0], os.environ["PASSWORD"])
    else:
        folder = DataDir(tmp_path / "many")
        context = create_ledger(
            folder, community=COMMUNITY, account=ACCOUNT, password=PASSWORD, cost=CHEAP
        ).context
        open_services(context).sample.create(PEOPLE)
    yield open_services(context)
    context.db.close()


class Watch(QObject):
    """Counts what a widget paints and the longest time in which the window did nothing else."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.painted = 0
        self.block = Moment(0, 0)
        self._last = clock()
        self._beat = QTimer(self)
        self._beat.timeout.connect(self._on_beat)
        self._beat.start(4)
        widget.installEventFilter(self)

    @override
    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        self.painted += event.type() == QEvent.Type.Paint
        return False

    def until(self, done: Callable[[], bool], *, paint: bool = True) -> float:
        """Let the window live until something is done and painted; return milliseconds."""
        self._last, started = clock(), perf_counter()
        self.block, before = Moment(0, 0), self.painted
        visible = self.parent().isVisible  # the table makes way for 没有找到
        while not done() or (paint and visible() and self.painted == before):
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
            assert perf_counter() - started < 120
        return (perf_counter() - started) * 1000

    def _on_beat(self) -> None:
        now = clock()
        self.block = max(self.block, now - self._last)
        self._last = now


class Moment(NamedTuple):
    """A point in time, or how long something took, in milliseconds."""

    clock: float
    processor: float

    def __sub__(self, other: "Moment") -> "Moment":
        return Moment(self.clock - other.clock, self.processor - other.processor)


def clock() -> Moment:
    """Return the time, and what the window's thread had of a processor."""
    return Moment(perf_counter() * 1000, thread_time() * 1000)


def say(what: str, times: list[Moment], limit: float | None = None) -> None:
    """Print times in milliseconds."""
    clocks, processors = zip(*times, strict=True)
    p95 = quantiles(clocks, n=20)[-1] if len(clocks) > 1 else clocks[0]
    goal = "" if limit is None else f"   (goal {limit:g})"
    print(
        f"  {what:<44} p50 {median(clocks):7.1f}   p95 {p95:7.1f}   max {max(clocks):7.1f}"
        f"   processor p50 {median(processors):6.1f}   max {max(processors):6.1f}{goal}"
    )


def memory() -> float:
    """Return what the process holds, in MB."""
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith("VmRSS"):
            return int(line.split()[1]) / 1024
    raise AssertionError


def rested(watch: Watch, ms: int = 30) -> None:
    """Let the window come to rest."""
    over: list[bool] = []
    QTimer.singleShot(ms, lambda: over.append(True))
    watch.until(lambda: bool(over), paint=False)


@pytest.fixture
def open_window(qapp, ask, tmp_path):
    """Open the main window on a ledger, as large as the small screen."""
    opened = []
    theme = Theme(qapp, interface_families())

    def make(services: Services) -> MainWindow:
        jobs = Jobs(ask)
        state = WindowState(tmp_path / f"{len(opened)}.ini")
        desk = Desk(services=services, bus=Bus(), jobs=jobs, ask=ask, theme=theme, state=state)
        window = MainWindow(desk)
        window.setWindowState(Qt.WindowState.WindowNoState)
        window.resize(1366, 728)
        opened.append((window, jobs))
        return window

    yield make
    for window, jobs in opened:
        jobs.close()
        shiboken6.delete(window)
    qapp.setStyleSheet("")
    shiboken6.delete(theme)


@pytest.mark.bench
@pytest.mark.timeout(1800)
def test_table_of_a_large_ledger(services, many, open_window, qtbot):
    empty = open_window(services)
    empty.show()
    qtbot.waitExposed(empty)
    rested(Watch(empty), 300)
    before = memory()
    empty.hide()

    window = open_window(many)
    tab = window.current_tab
    assert isinstance(tab, ResidentsTab)
    table, model = tab.table, tab.table.model()
    watch = Watch(table.viewport())
    started = clock()
    window.show()
    watch.until(lambda: model.rowCount() > 0)
    shown = clock() - started
    watch.until(lambda: model.whole, paint=False)
    counted = clock() - started
    count = model.rowCount()
    print(f"\n{count:,} people; times in ms")
    print(f"  window with its first rows {shown.clock:.0f}, whole list {counted.clock:.0f}")
    rested(watch, 500)
    _first_rows(tab, watch)
    _keys(tab, watch)
    _moves(table, model, watch)
    _sorts(table, model, watch)
    _edit(tab, many, watch)
    _select(tab, watch)
    held = memory() - before
    print(f"  memory above the empty window {held:.0f} MB   (goal 150)")
    _others(many, watch, count)


def _first_rows(tab: ResidentsTab, watch: Watch) -> None:
    times, whole, blocks = [], [], []
    for _ in range(10):
        started = clock()
        tab.table.model().reload()
        first = clock()
        watch.until(lambda: True)
        times.append(clock() - started)
        watch.until(lambda: tab.table.model().whole, paint=False)
        whole.append(clock() - started)
        blocks.append(max(watch.block, first - started))
        rested(watch)
    say("first rows painted", times, 100)
    say("whole list known", whole)
    say("longest block meanwhile", blocks)


def _keys(tab: ResidentsTab, watch: Watch) -> None:
    times = []
    box, model = tab.find_box, tab.table.model()
    box.setFocus()
    for text in _TYPED:
        for length in range(1, len(text) + 1):
            got: list[bool] = []
            heard = model.read.connect(lambda got=got: got.append(True))
            started = clock()
            if text[length - 1].isascii():
                QTest.keyClick(box, text[length - 1])
            else:
                box.insert(text[length - 1])  # as an input method does
            if box.text().strip() != tab.current_filter.text:
                watch.until(lambda: bool(got))  # noqa: B023 - called before the next round
                times.append(clock() - started)
            model.read.disconnect(heard)
            rested(watch, 200)  # between two keys of a fast typist
        box.clear()
        watch.until(lambda: model.whole and not tab.current_filter.text, paint=False)
    say("key in the find box to painted rows", times, 50)


def _moves(table: QTableView, model: QAbstractTableModel, watch: Watch) -> None:
    rng, bar = random.Random(5), table.verticalScrollBar()
    ends, jumps, steps = [], [], []
    for _ in range(10):
        table.setFocus()
        started = clock()
        QTest.keyClick(table, Qt.Key.Key_End)
        watch.until(lambda: True)
        ends.append(clock() - started)
        assert table.currentIndex().row() == model.rowCount() - 1
        QTest.keyClick(table, Qt.Key.Key_Home)
        rested(watch, 200)
    for times, places in (
        (jumps, [rng.randrange(bar.maximum()) for _ in range(_JUMPS)]),
        (steps, range(200_000, 200_000 + 120 * _JUMPS, 120)),
    ):
        for place in places:
            started = clock()
            bar.setValue(place)
            watch.until(lambda: True)
            times.append(clock() - started)
    say("End to painted rows", ends, 60)
    say("random jump to painted rows", jumps)
    say("wheel step (3 rows) to painted rows", steps)


def _sorts(table: QTableView, model: QAbstractTableModel, watch: Watch) -> None:
    first, whole, blocks = [], [], []
    for number, column in enumerate(COLUMNS):
        if not column.sort or column.key == "birth":
            continue
        for order in (Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder):
            started = clock()
            table.horizontalHeader().setSortIndicator(number, order)
            asked = clock()
            watch.until(lambda: True)
            first.append(clock() - started)
            watch.until(lambda: model.whole, paint=False)
            whole.append(clock() - started)
            blocks.append(max(watch.block, asked - started))
    say("sort by a column, sorted rows painted", first, 600)
    say("sort by a column, whole list sorted", whole)
    say("longest block of the window meanwhile", blocks)
    table.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
    watch.until(lambda: model.whole, paint=False)


def _edit(tab: ResidentsTab, services: Services, watch: Watch) -> None:
    table, model = tab.table, tab.table.model()
    row = model.rowCount() // 2
    chosen = model.id_at(row)
    table.select_id(chosen)
    rested(watch, 300)
    place = table.verticalScrollBar().value()
    blocks = []
    for undone in (False, True):
        resident = services.residents.get(chosen)
        note = None if undone else "试一试"
        changes = services.residents.update(
            chosen, replace(resident.facts, note=note), version=resident.version
        )
        started = clock()
        tab.desk.bus.publish(changes)
        published = clock() - started
        watch.until(lambda: model.whole, paint=False)
        blocks.append(max(published, watch.block))
        assert table.selected_ids() == [chosen]
        assert table.verticalScrollBar().value() == place
    say("refresh after an edit, longest block", blocks)


def _select(tab: ResidentsTab, watch: Watch) -> None:
    table = tab.table
    table.setFocus()
    started = clock()
    held = Qt.KeyboardModifier.ControlModifier
    press = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, held, "\x01")  # as screens send it
    QApplication.sendEvent(table, press)
    watch.until(lambda: True)
    say("Ctrl+A to painted rows", [clock() - started])
    assert table.selected_count() == table.model().rowCount()
    table.clearSelection()


# ---- the two usual models ----


class _Plain(QAbstractTableModel):
    """Reads rows by OFFSET in the order of addresses."""

    def __init__(self, services: Services) -> None:
        super().__init__()
        self._services = services
        self.reads: list[float] = []

    @override
    def columnCount(self, _parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 9

    def read(self, start: int, count: int) -> list:
        """Return rows from `start`."""
        started = clock()
        with self._services.context.db.reading() as connection:
            today = self._services.context.clock().date()
            asked = conditions(connection, ResidentFilter(), today)
            (people, *_) = walked(asked, ResidentSort.ADDRESS, descending=False)
            query = people.limit(count).offset(start)
            ids = list(connection.execute(query).scalars())
        rows = self._services.residents.rows(ids)
        self.reads.append(clock() - started)
        return rows


class _ByOffset(_Plain):
    """Knows the count and reads the pages that are looked at."""

    def __init__(self, services: Services, count: int) -> None:
        super().__init__(services)
        self._count = count
        self._page: tuple[int, list] = (-1, [])

    @override
    def rowCount(self, _parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008
        return self._count

    @override
    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        number, place = divmod(index.row(), 50)
        if self._page[0] != number:
            self._page = (number, self.read(number * 50, 50))
        rows = self._page[1]
        return COLUMNS[index.column()].text(rows[place]) if place < len(rows) else ""


class _Fetching(_Plain):
    """Keeps every row that was scrolled to."""

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self.rows: list = []

    @override
    def rowCount(self, _parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008
        return len(self.rows)

    @override
    def canFetchMore(self, _parent: QModelIndex) -> bool:
        return True

    @override
    def fetchMore(self, _parent: QModelIndex) -> None:
        found = self.read(len(self.rows), _FETCHED)
        self.beginInsertRows(QModelIndex(), len(self.rows), len(self.rows) + len(found) - 1)
        self.rows += found
        self.endInsertRows()

    @override
    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return COLUMNS[index.column()].text(self.rows[index.row()])


def _view(model: QAbstractTableModel) -> QTableView:
    view = QTableView()
    view.setModel(model)
    view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    view.verticalHeader().setDefaultSectionSize(ROW_UNITS)
    view.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
    view.resize(1366, 600)
    view.show()
    return view


def _others(services: Services, _watch: Watch, count: int) -> None:
    print(" a model that reads by OFFSET:")
    view = _view(_ByOffset(services, count))
    watch = Watch(view.viewport())
    watch.until(lambda: True)
    bar, rng, jumps = view.verticalScrollBar(), random.Random(5), []
    for place in [rng.randrange(bar.maximum()) for _ in range(_JUMPS // 3)]:
        started = clock()
        bar.setValue(place)
        watch.until(lambda: True)
        jumps.append(clock() - started)
    started = clock()
    bar.setValue(bar.maximum())
    watch.until(lambda: True)
    say("end to painted rows", [clock() - started])
    say("random jump to painted rows", jumps)
    shiboken6.delete(view)

    print(" a model that fetches more:")
    model = _Fetching(services)
    view = _view(model)
    watch = Watch(view.viewport())
    watch.until(lambda: bool(model.rows))
    before, started, kept = memory(), perf_counter(), len(model.rows)
    while len(model.rows) < min(count, kept + 40 * _FETCHED):
        model.fetchMore(QModelIndex())
        watch.until(lambda: True)
    share = (len(model.rows) - kept) / count
    whole = (perf_counter() - started) / share
    print(
        f"  {'end, reckoned from a part of the rows':<44} {whole:.0f} s, "
        f"{(memory() - before) / share:.0f} MB, growing with the square of the rows"
    )
    shiboken6.delete(view)
