"""The card as it will print, drawn anew behind the boxes after each change."""

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from linli.domain.cards import PlannedCard, PrintedCards
from linli.domain.templates.check import TemplateProblem
from linli.errors import UserError
from linli.gui.desk import Desk
from linli.gui.editor.model import EditorModel
from linli.gui.i18n import tr
from linli.gui.pdf_view import POINTS_PER_INCH, PdfPages

DELAY_MS = 40
"""How long a change waits for the next one before the card is drawn."""
_INCH = 25.4
_MOST_PIXELS = 14_000_000


class LivePreview(QObject):
    """Draws the model's template with the facts of one card, on the job thread.

    Signals:
        drawn: the latest state was drawn, or cannot be; see `notes`.
    """

    drawn = Signal()

    def __init__(self, desk: Desk, model: EditorModel, card: PlannedCard, owner: QWidget) -> None:
        super().__init__(owner)
        self._desk = desk
        self._model = model
        self._owner = owner
        self._pages: PdfPages | None = None
        self._running = False
        self._again = False
        self.card = card
        self.notes: tuple[str, ...] = ()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(DELAY_MS)
        self._timer.timeout.connect(self._draw)
        model.changed.connect(self._on_changed)
        model.level_changed.connect(self._on_changed)
        self._draw()

    @property
    def settled(self) -> bool:
        """Whether what is shown is the latest state."""
        return not (self._running or self._timer.isActive())

    def show_card(self, card: PlannedCard) -> None:
        """Draw with the facts of another card."""
        self.card = card
        self._draw()

    def image(self, pixels_per_mm: float) -> QImage | None:
        """Return the picture of the side in view at a scale, None before the first one."""
        pages = self._pages
        sides = list(self._model.template.sides)
        if pages is None or self._model.level.side not in sides:
            return None
        page = sides.index(self._model.level.side)
        if page >= len(pages):
            return None
        size = pages.size(page)
        scale = pixels_per_mm * _INCH / POINTS_PER_INCH
        most = (_MOST_PIXELS / (size.width() * size.height())) ** 0.5
        return pages.image(page, min(scale, most))

    def _on_changed(self) -> None:
        if not self._timer.isActive():
            self._timer.start()

    def _draw(self) -> None:
        if self._running:
            self._again = True
            return
        self._running, self._again = True, False
        template, size, card = self._model.template, self._model.size, self.card
        service = self._desk.services.templates

        def work(
            _progress: object,
        ) -> tuple[list[TemplateProblem], PrintedCards | None, str]:
            problems = service.problems(template)
            try:
                return problems, service.preview(template, card, size), ""
            except UserError as error:
                return problems, None, error.message

        self._desk.jobs.run(
            work, owner=self._owner, done=lambda result: self._show(*result), failed=self._fail
        )

    def _show(
        self, problems: list[TemplateProblem], printed: PrintedCards | None, reason: str
    ) -> None:
        self._running = False
        if printed is not None:
            if self._pages is not None:
                self._pages.close()
            self._pages = PdfPages(printed.content)
            self.notes = printed.warnings
        else:
            self.notes = (tr("这张卡现在印不出来：{reason}").format(reason=reason),)
        self._model.set_problems(problems)
        self.drawn.emit()
        if self._again:
            self._draw()

    def _fail(self, error: UserError) -> None:
        self._running = False
        self.notes = (error.message,)
        self.drawn.emit()
