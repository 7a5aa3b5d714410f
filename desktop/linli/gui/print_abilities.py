"""What a printer can do (打印机能做什么), asked beside the window: a dead one takes seconds."""

from concurrent.futures import Future, ThreadPoolExecutor

from PySide6.QtCore import QObject, QTimer, Signal

from linli.gui.printer import PrinterAbilities, abilities_of

_LOOK_MS = 100


class AbilitiesQuestion(QObject):
    """Asks one printer after the other on a thread of its own.

    Signals:
        answered: carries the `PrinterAbilities` of the printer that was asked last.
    """

    answered = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._asked: str | None = None
        self._answer: Future[PrinterAbilities] | None = None
        thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="linli-printer")
        self.destroyed.connect(lambda: thread.shutdown(wait=False, cancel_futures=True))
        self._thread = thread
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self._on_timer)

    def ask(self, printer: str | None) -> bool:
        """Ask a printer, unless it was asked already; None forgets the last one.

        Returns:
            Whether it is another one, of which nothing is known yet.
        """
        if printer == self._asked:
            return False
        self._asked, self._answer = printer, None
        if printer is None:
            self._timer.stop()
        else:
            self._answer = self._thread.submit(abilities_of, printer)
            self._timer.start()
        return True

    def _on_timer(self) -> None:
        if self._answer is None or not self._answer.done():
            return
        answer, self._answer = self._answer, None
        self._timer.stop()
        self.answered.emit(answer.result())
