"""The parts of the card dialog and where they stand: choices left, preview right, buttons below."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from linli.domain.cards import CardKind, PrintedCards
from linli.domain.paper import PaperSetup
from linli.errors import UserError
from linli.gui.cards.choices import CardChoices
from linli.gui.cards.outcome import OutcomePage
from linli.gui.cards.preflight import PhotoNotice, ProblemPanel
from linli.gui.cards.target import TargetPanel
from linli.gui.cards.tasks import PrintTask
from linli.gui.desk import Desk
from linli.gui.fitting import fit_to_screen, scrolled
from linli.gui.i18n import tr
from linli.gui.icons import icon
from linli.gui.preview_pane import PreviewPane


class CardLayout:
    """What a card dialog shows. Which of it is shown when is the dialog's to say."""

    def __init__(self, dialog: QDialog, desk: Desk, task: PrintTask) -> None:
        theme = desk.theme
        self._dialog = dialog
        self._desk = desk
        self.problems = ProblemPanel(theme, dialog)
        self.target = TargetPanel(desk)
        self.choices = CardChoices(desk, task, self.target)
        self.outcome = OutcomePage(desk)
        self.photos = PhotoNotice(theme)
        self.preview = PreviewPane(dialog)
        self.figures = _label("subheading")
        self.notes = _label("muted")
        self.print_button = QPushButton(icon("printer", "on_accent"), tr("打印(&P)"), dialog)
        self.print_button.setProperty("primary", "true")
        self.save_button = QPushButton(icon("device-floppy"), tr("保存为 PDF(&S)…"), dialog)
        self.close_button = QPushButton(tr("取消"), dialog)
        self._arrange()

    def show_figures(
        self, printed: PrintedCards | None, setup: PaperSetup, waiting: int, skipped: int = 0
    ) -> None:
        """Say how many cards there are, on how much paper, what waits, and how many get none."""
        cards, sheets = (printed.cards, printed.sheets) if printed else (0, 0)
        text = tr("{cards} 张卡，{sheets} 张纸").format(cards=f"{cards:,}", sheets=f"{sheets:,}")
        if setup.start_slot > 1 and cards:
            text += tr("，从第 {slot} 格起").format(slot=setup.start_slot)
        if waiting:
            text += tr("；其余 {count} 张留着以后打").format(count=f"{waiting:,}")
        if skipped:
            text += tr("；{count} 人不发卡").format(count=f"{skipped:,}")
        self.figures.setText(text)

    def show_notes(self, *notes: str) -> None:
        """Say what the clerk may want to know, but need not."""
        text = "\n".join(filter(None, notes))
        self.notes.setText(text)
        self.notes.setVisible(bool(text))

    def show_choices(self, *, locked: bool) -> None:
        """Let the clerk choose, or show what was chosen for cards that are recorded."""
        self.outcome.hide()
        for widget in (self.choices, self.notes):
            widget.show()
        self.choices.setEnabled(not locked)
        self.close_button.setText(tr("关闭") if locked else tr("取消"))

    def show_outcome(self) -> None:
        """Make room for what comes after printing."""
        for widget in (self.choices, self.notes, self.photos):
            widget.hide()
        self.figures.setText("")
        self.close_button.setText(tr("关闭"))

    def show_not_out(self, error: UserError, kind: CardKind, *, is_back: bool) -> None:
        """Say that paper did not come out, and what can be done."""
        if is_back or not kind.numbered:
            self.problems.say(tr("没有打印出来：{reason}").format(reason=error.message))
            return
        words = tr(
            "卡没有打印出来：{reason}发卡已经登记：换一台或接好打印机再打一次，不会重复登记；"
            "不打了，就退回待印。"
        )
        text = words.format(reason=error.message)
        self.problems.say(text, self.problems.take_back_button)

    def set_ready(self, *, printing: bool, saving: bool, enter: QPushButton | None) -> None:
        """Enable the buttons, and let Enter press one of them if it should press any."""
        self.print_button.setEnabled(printing)
        self.save_button.setEnabled(saving)
        for button in (self.print_button, self.save_button, self.close_button):
            button.setAutoDefault(enter is not None)
            button.setDefault(button is enter)

    def _arrange(self) -> None:
        px = self._desk.theme.px
        side = QWidget(self._dialog)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, px(16), 0)
        column.setSpacing(px(10))
        for widget in (
            self.photos, self.outcome, self.target, self.choices, self.notes,
        ):  # fmt: skip
            column.addWidget(widget)
        column.addStretch(1)
        splitter = QSplitter(Qt.Orientation.Horizontal, self._dialog)
        splitter.addWidget(scrolled(side))
        splitter.addWidget(self.preview)
        splitter.setChildrenCollapsible(False)
        splitter.setStretchFactor(1, 1)
        buttons = QHBoxLayout()
        buttons.addWidget(self.figures, 1)  # in sight, however long the choices are
        for button in (self.print_button, self.save_button, self.close_button):
            buttons.addWidget(button)
        page = QVBoxLayout(self._dialog)
        page.setContentsMargins(px(16), px(16), px(16), px(16))
        page.setSpacing(px(12))
        page.addWidget(self.problems)
        page.addWidget(splitter, 1)
        page.addLayout(buttons)
        splitter.setSizes([px(430), px(700)])
        fit_to_screen(self._dialog, self._desk.theme.size(1160, 720))


def _label(name: str) -> QLabel:
    label = QLabel()
    label.setObjectName(name)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label
