"""The dialog 楼栋图: choose a building, see its rooms, open one, print it."""

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QScrollArea,
    QSplitter,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from linli.domain.changes import Changes, Kind
from linli.domain.elevations import FACT, Elevation, Fact, Place, Room, counts
from linli.errors import NotFoundError
from linli.gui.actions import plain
from linli.gui.desk import Desk
from linli.gui.elevation.picture import SHADES, ElevationPicture
from linli.gui.fitting import fit_to_screen
from linli.gui.flow import FlowLayout
from linli.gui.household_dialog import HouseholdDialog
from linli.gui.i18n import tr
from linli.gui.icons import icon
from linli.gui.inputs import ChoiceInput
from linli.gui.print_dialog import open_print_dialog
from linli.gui.rental_form import RentalForm
from linli.gui.resident_form import ResidentForm
from linli.gui.theme import COLORS

_KINDS = (Kind.RESIDENTS, Kind.HOUSEHOLDS, Kind.DWELLINGS, Kind.CARDS, Kind.ENTITLEMENTS)


def open_elevations(desk: Desk, parent: QWidget, place: str = "") -> None:
    """Show the pictures of buildings; first the one that is called `place`, if it is named."""
    ElevationDialog(desk, parent, place).open()


class ElevationDialog(QDialog):
    """Buildings at the left, the chosen one's picture at the right. Show it with `open()`."""

    def __init__(self, desk: Desk, parent: QWidget | None = None, place: str = "") -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("楼栋图"))
        self._desk = desk
        self._shown: Elevation | None = None
        self._places = desk.services.elevations.places()
        self.find_line = QLineEdit(self)
        self.find_line.setPlaceholderText(tr("楼栋或巷名"))
        self.find_line.setAccessibleName(tr("查找楼栋"))
        self.find_line.setClearButtonEnabled(True)
        self.places = QListWidget(self)
        self.places.setAccessibleName(tr("楼栋"))
        self.places.setUniformItemSizes(True)
        self.fact = ChoiceInput({fact: tr(words) for fact, words in FACT.items()}, self)
        self.picture = ElevationPicture(desk.theme, self)
        self.legend = QWidget(self)
        self._legend_row = FlowLayout(self.legend)
        self._labels: list[QLabel] = []
        self.line = QLabel(self)
        self.line.setTextFormat(Qt.TextFormat.PlainText)
        self.line.setWordWrap(True)
        self.print_button = QPushButton(icon("printer"), tr("打印(&P)…"), self)
        self.buttons = QDialogButtonBox(self)
        self._area = QScrollArea(self)
        self._arrange()
        self._connect()
        self._read_places(place)
        fit_to_screen(self, desk.theme.size(1180, 720))

    @property
    def place(self) -> Place | None:
        """The building that is shown."""
        row = self.places.currentRow()
        return self._places[row] if row >= 0 else None

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.picture.lay_out(self._area.viewport().width())

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Down and Enter go on from the find line to the buildings."""
        if watched is self.find_line and isinstance(event, QKeyEvent):
            keys = (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if event.type() == QEvent.Type.KeyPress and event.key() in keys:
                self.places.setFocus(Qt.FocusReason.ShortcutFocusReason)
                return True
        if watched is self._area.viewport() and event.type() == QEvent.Type.Resize:
            self.picture.lay_out(self._area.viewport().width())
        return super().eventFilter(watched, event)

    def _arrange(self) -> None:
        px = self._desk.theme.px
        self._area.setWidget(self.picture)
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        left, right = QWidget(self), QWidget(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        for widget in (self.find_line, self.places):
            column.addWidget(widget)
        words = QLabel(tr("着色(&S)"), self)
        words.setBuddy(self.fact)
        self.fact.setAccessibleName(plain(words.text()))
        top = QHBoxLayout()
        top.addWidget(words)
        top.addWidget(self.fact)
        top.addWidget(self.legend, 1)
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(top)
        column.addWidget(self._area, 1)
        column.addWidget(self.line)
        splitter = QSplitter(Qt.Orientation.Horizontal, self)
        splitter.addWidget(left)
        splitter.addWidget(right)
        splitter.setStretchFactor(0, 0)
        splitter.setStretchFactor(1, 1)
        splitter.setChildrenCollapsible(False)
        splitter.setSizes([px(210), px(960)])
        self.buttons.addButton(self.print_button, QDialogButtonBox.ButtonRole.ActionRole)
        close = self.buttons.addButton(tr("关闭(&C)"), QDialogButtonBox.ButtonRole.RejectRole)
        for button in (self.print_button, close):
            button.setAutoDefault(False)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(px(16), px(16), px(16), px(16))
        whole.addWidget(splitter, 1)
        whole.addWidget(self.buttons)

    def _connect(self) -> None:
        self.find_line.installEventFilter(self)
        self._area.viewport().installEventFilter(self)
        self.find_line.textChanged.connect(self._on_find)
        self.places.currentRowChanged.connect(self._show_place)
        self.places.itemActivated.connect(lambda _: self.picture.setFocus())
        self.fact.edited.connect(self._show)
        self.picture.room_opened.connect(self._on_room)
        self.picture.room_chosen.connect(self._on_chosen)
        self.print_button.clicked.connect(self._on_print)
        self.buttons.rejected.connect(self.reject)
        self._desk.bus.changed.connect(self._on_changed)
        self._desk.theme.changed.connect(self._show)

    def _read_places(self, wanted: str) -> None:
        words = tr("{place}（{count}）")
        self.places.addItems(
            [words.format(place=place.title, count=place.rooms) for place in self._places]
        )
        titles = [place.title for place in self._places]
        if titles:
            self.places.setCurrentRow(titles.index(wanted) if wanted in titles else 0)
        else:
            self.line.setText(tr("还没有登记住址。登记居民的住址以后，这里就有楼栋图。"))
        self.print_button.setEnabled(bool(self._places))
        if wanted:
            self.picture.setFocus()

    def _on_find(self, typed: str) -> None:
        """Show the buildings that contain what is typed."""
        words = typed.split()
        fitting = []
        for row, place in enumerate(self._places):
            fits = all(word in place.title for word in words)
            self.places.setRowHidden(row, not fits)
            if fits:
                fitting.append(row)
        if fitting and self.places.currentRow() not in fitting:
            self.places.setCurrentRow(fitting[0])

    def _show_place(self) -> None:
        place = self.place
        if place is not None:
            self._shown = self._desk.services.elevations.elevation(place)
            self._show()
            self._area.verticalScrollBar().setValue(0)

    def _show(self) -> None:
        if self._shown is None:
            return
        self.picture.lay_out(self._area.viewport().width())
        self.picture.show_elevation(self._shown, self.fact.value())
        self._show_legend(self._shown, self.fact.value())

    def _show_legend(self, shown: Elevation, fact: Fact) -> None:
        for label in self._labels:
            label.hide()
            label.deleteLater()
        self._labels = []
        for state, count in counts(shown, fact):
            words = tr("{state} {count} 室").format(state=tr(state.words), count=count)
            label = QLabel(f"{state.sign} {words}".strip(), self.legend)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setObjectName("legend")
            ground = getattr(COLORS, SHADES[state.shade])
            label.setStyleSheet(f"background: {ground}; padding: 2px 8px;")
            self._legend_row.addWidget(label)
            label.show()
            self._labels.append(label)

    def _on_chosen(self, room: Room) -> None:
        self.line.setText(self.picture.words(room))
        rect = self.picture.rect_of(room)
        place = QPoint(rect.center().x(), rect.center().y())
        self._area.ensureVisible(place.x(), place.y(), rect.width(), rect.height())

    def _on_room(self, room: Room) -> None:
        """Open the household; else who lives there without one; else the dwelling's letting."""
        try:
            if room.household_id is not None:
                HouseholdDialog(self._desk, room.household_id, room.resident_id, self).open()
            elif room.resident_id is not None:
                resident = self._desk.services.residents.get(room.resident_id)
                ResidentForm(self._desk, resident, self).open()
            else:
                RentalForm(self._desk, room.dwelling_id, self).open()
        except NotFoundError as error:
            self._desk.ask.warn(self, error.message)
            self._show_place()

    def _on_print(self) -> None:
        if self._shown is None:
            return
        shown, fact = self._shown, self.fact.value()
        self._desk.jobs.run(
            lambda _: self._desk.services.elevations.pdf(shown, fact),
            owner=self,
            done=lambda content: open_print_dialog(self._desk, content, tr("楼栋图"), self),
            title=tr("正在排版…"),
        )

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches(*_KINDS):
            self._show_place()
