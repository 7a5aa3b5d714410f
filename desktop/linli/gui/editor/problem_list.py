"""Under the canvas: what is to be put right, and what the card would be cut short of."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget
from typing_extensions import override

from linli.domain.templates.check import TemplateProblem
from linli.gui.editor.model import EditorModel
from linli.gui.enter_key import EnterKey
from linli.gui.i18n import tr
from linli.gui.icons import icon
from linli.gui.theme import Theme

_ROLE = Qt.ItemDataRole.UserRole
_MOST_UNITS = 84


class ProblemList(QListWidget):
    """Lists problems, then notes; a click on a problem selects its element. Hidden when empty."""

    def __init__(self, model: EditorModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._theme = theme
        self._notes: tuple[str, ...] = ()
        self.setAccessibleName(tr("要改的地方"))
        self.setWordWrap(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        EnterKey(self)
        self.itemActivated.connect(self._on_chosen)
        self.itemClicked.connect(self._on_chosen)
        model.problems_changed.connect(self._fill)
        self._fill()

    def show_notes(self, notes: Sequence[str]) -> None:
        """Show sentences that do not keep the template from being saved."""
        if tuple(notes) != self._notes:
            self._notes = tuple(notes)
            self._fill()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fill(self) -> None:
        """List what there is to say now.

        Not while the mouse holds something: the canvas would change its size under it.
        """
        if self._model.is_dragging:
            return
        self.clear()
        for problem in self._model.problems:
            self._add(problem.sentence(), "alert-triangle", "bad", problem)
        for note in self._notes:
            self._add(note, "info-circle", "warn", None)
        self.setVisible(self.count() > 0)
        self._fit()

    def _fit(self) -> None:
        """Be as high as the lines need, up to a few."""
        need = sum(self.sizeHintForRow(row) for row in range(self.count()))
        height = min(need, self._theme.px(_MOST_UNITS)) + 2 * self.frameWidth() + 4
        if height != self.height():
            self.setFixedHeight(height)

    def _add(self, text: str, sign: str, ink: str, problem: TemplateProblem | None) -> None:
        item = QListWidgetItem(icon(sign, ink), text, self)
        item.setToolTip(text)
        item.setData(_ROLE, problem)

    def _on_chosen(self, item: QListWidgetItem) -> None:
        problem = item.data(_ROLE)
        if problem is not None:
            self._model.show_problem(problem)
