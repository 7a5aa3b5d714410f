"""Leading through the first day: looks whether a step is done, and shows the next one."""

from PySide6.QtCore import QObject, QRect, QTimer, Signal
from PySide6.QtWidgets import QApplication, QBoxLayout, QPushButton, QWidget
from shiboken6 import isValid

from linli.domain.changes import Changes, Kind
from linli.gui.cards.choosing import ChoosingDialog
from linli.gui.help.helper import Helper
from linli.gui.help.window import HelpWindow
from linli.gui.i18n import tr
from linli.gui.main_window import MainWindow
from linli.gui.residents.tab import ResidentsTab
from linli.gui.tour.panel import Pointer, PracticeBand, TourPanel
from linli.gui.tour.steps import STEPS, Scene, Step
from linli.services.practice import find_hero

_STEP = "tour/step"
_LOOK_MS = 300


class Tour(QObject):
    """The steps over a practice window.

    It is told of changes, backups, dialogs and the help, and besides looks three times a second,
    for nobody tells that a dialog has gone or a line is selected.

    Signals:
        ended: the clerk has had enough; the practice ledger may go.
    """

    ended = Signal()

    def __init__(self, window: MainWindow, helper: Helper) -> None:
        """Begin, or go on where it was left."""
        super().__init__(window)
        self._window = window
        desk = window.desk
        self._state = desk.state
        residents = window.tabs[0]
        if not isinstance(residents, ResidentsTab):
            raise TypeError("the first tab shows residents")
        hero = find_hero(desk.services.residents)
        self.scene = Scene(window=window, residents=residents, hero=hero)
        self.panel = TourPanel(desk.theme)
        self.pointer = Pointer(desk.theme, window)
        centre = window.centralWidget().layout()
        if isinstance(centre, QBoxLayout):
            band = PracticeBand(desk.theme, window)
            centre.insertWidget(0, band)
            band.show()
        self._closed_by_clerk = False
        self._number = max(0, min(self._state.number(_STEP), len(STEPS)))
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self.look)
        self._connect(helper)
        self._begin()
        self._timer.start()
        self._show_panel()

    @property
    def step(self) -> Step | None:
        """What is to be done now; None when all is done."""
        return STEPS[self._number] if self._number < len(STEPS) else None

    @property
    def number(self) -> int:
        """How many steps are done or skipped."""
        return self._number

    def look(self) -> None:
        """Go on if the step is done; point at what it begins with."""
        self._see_dialogs()
        step = self.step
        if step is not None and step.done(self.scene):
            self._go_on()
            step = self.step
        target = None if step is None or not self.scene.at_home else step.target(self.scene)
        self.pointer.point_at(target)
        if self._closed_by_clerk or self.panel.isActiveWindow():
            return
        reading = isinstance(QApplication.activeWindow(), HelpWindow)
        if reading:
            self.panel.hide()
            return
        if not self.panel.isVisible():
            self._show_panel()
        self.panel.set_brief(brief=not self.scene.at_home)
        self.panel.keep_away_from(self._places(target))

    def bring_forward(self) -> None:
        """Show the small window and give it the keyboard."""
        self._closed_by_clerk = False
        self.panel.set_brief(brief=False)
        self.panel.show()
        self.panel.raise_()
        self.panel.activateWindow()
        first = self.panel.skip_button if self.step is not None else self.panel.end_button
        first.setFocus()

    def close(self) -> None:
        """Take everything off the screen; the step is remembered."""
        self._timer.stop()
        if isValid(self.panel):
            self.panel.hide()
            self.panel.deleteLater()

    def _connect(self, helper: Helper) -> None:
        self.panel.put_away.connect(self._on_put_away)
        self.panel.skipped.connect(self._on_skipped)
        self.panel.ended.connect(self._on_ended)
        self._window.first_day_requested.connect(self.bring_forward)
        bus = self._window.desk.bus
        bus.changed.connect(self._on_changed)
        bus.backed_up.connect(lambda: self._see("backed up"))
        helper.shown.connect(lambda _name: self._see("help"))
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus)

    def _begin(self) -> None:
        self.scene.people = self.scene.now
        self.scene.seen.clear()
        step = self.step
        if step is None:
            self.panel.show_end(len(STEPS))
        else:
            words = self.scene.words(tr(step.words))
            self.panel.show_step(self._number + 1, len(STEPS), tr(step.title), words)

    def _go_on(self) -> None:
        self._number += 1
        self._state.save(_STEP, self._number)
        self._begin()
        self._closed_by_clerk = False

    def _show_panel(self) -> None:
        """Show the small window, and leave the keyboard to the other one."""
        self.panel.show()
        if QApplication.activeModalWidget() is None:
            self._window.activateWindow()

    def _see(self, what: str) -> None:
        self.scene.seen.add(what)
        QTimer.singleShot(0, self, self.look)

    def _see_dialogs(self) -> None:
        if isinstance(QApplication.activeModalWidget(), ChoosingDialog):
            self.scene.seen.add("card")

    def _places(self, target: QWidget | None) -> list[list[QRect]]:
        """Return what the small window should leave free, what matters most first.

        The buttons of a dialog, the dialog, what is pointed at, the table.
        """
        modal, table = QApplication.activeModalWidget(), self.scene.residents.table
        buttons = [] if modal is None else modal.findChildren(QPushButton)
        return [
            [_on_screen(each) for each in buttons if each.isVisible()],
            [] if modal is None else [modal.frameGeometry()],
            [] if target is None else [_on_screen(target)],
            [_on_screen(table)] if table.isVisible() else [],
        ]

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches(Kind.CARDS):
            self._see("issued")
        QTimer.singleShot(0, self, self.look)

    def _on_focus(self, _before: QWidget | None, _now: QWidget | None) -> None:
        self._see_dialogs()

    def _on_skipped(self) -> None:
        if self.step is not None:
            self._go_on()
            self._window.activateWindow()

    def _on_put_away(self) -> None:
        self._closed_by_clerk = True
        self._window.activateWindow()

    def _on_ended(self) -> None:
        words = tr("结束练习吗？练习的资料全部扔掉，真的台账不受影响。")
        detail = tr("想以后接着练，就直接关掉窗口，不要点这里。")
        if self._window.desk.ask.confirm(self.panel, words, accept=tr("结束，扔掉"), detail=detail):
            self.close()
            self.ended.emit()


def _on_screen(widget: QWidget) -> QRect:
    return QRect(widget.mapToGlobal(widget.rect().topLeft()), widget.size())
