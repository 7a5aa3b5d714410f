"""The menu of kept filters (常用筛选): each with how many people it finds."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from linli.domain.residents import FilterCount, ResidentFilter
from linli.gui.desk import Desk
from linli.gui.i18n import tr
from linli.progress import Progress

if TYPE_CHECKING:
    from linli.gui.jobs import Reading

_NUMBERED = 9


class FilterMenu(QMenu):
    """Reads the kept filters when it opens, and counts them while it is open.

    The first nine are chosen by their number as well.

    Signals:
        chosen: a filter was chosen (a `SavedFilter`).
        save_requested: keep the present conditions.
        list_requested: rename, order, remove filters.
    """

    chosen = Signal(object)
    save_requested = Signal()
    list_requested = Signal()

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._readings: list[Reading] = []
        self.save_action = self._action(tr("保存现在的条件(&S)…"), self.save_requested)
        self.list_action = self._action(tr("整理常用筛选(&L)…"), self.list_requested)
        self.aboutToShow.connect(self._fill)
        self.aboutToHide.connect(self._stop)

    def _action(self, text: str, signal: object) -> QAction:
        action = QAction(text, self)
        action.triggered.connect(signal)
        return action

    def _fill(self) -> None:
        self._stop()
        self.clear()
        kept = self._desk.services.filters.list_all()
        for number, each in enumerate(kept, start=1):
            key = f"&{number} " if number <= _NUMBERED else ""
            words = key + each.name.replace("&", "&&")
            action = self.addAction(words)
            action.triggered.connect(lambda _=False, kept=each: self.chosen.emit(kept))
            if each.wanted is None:
                action.setText(f"{words}\t{tr('不能用')}")
                action.setToolTip(each.problem)
            else:
                self._count(action, words, each.wanted)
        if not kept:
            none = self.addAction(tr("还没有常用筛选"))
            none.setEnabled(False)
        self.addSeparator()
        self.addActions([self.save_action, self.list_action])

    def _count(self, action: QAction, words: str, wanted: ResidentFilter) -> None:
        """Count whom a filter finds, beside the window, and write it behind its name."""
        filters = self._desk.services.filters
        action.setText(f"{words}\t{tr('正在数…')}")

        def count(progress: Progress) -> FilterCount:
            return filters.count(wanted, stop=lambda: progress.cancelled)

        def tell(found: FilterCount) -> None:
            people = tr("{count} 人").format(count=f"{found.people:,}")
            action.setText(f"{words}\t{people}")

        self._readings.append(self._desk.jobs.read(count, tell, owner=self))

    def _stop(self) -> None:
        for reading in self._readings:
            reading.cancel()
        self._readings.clear()
