"""Printing contact cards (打联系卡): what is printed is on the screen before it is issued."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from linli.domain.cards import (
    CardBatch,
    CardKind,
    CardSource,
    CardUnit,
    IssuedBatch,
    IssuedCard,
    PrintedCards,
)
from linli.domain.paper import CardSize, PaperSetup
from linli.errors import UserError
from linli.gui.desk import Desk
from linli.gui.fitting import fit_to_screen, scrolled
from linli.gui.forms import Form, ProblemBand
from linli.gui.i18n import mark, tr
from linli.gui.icons import icon
from linli.gui.inputs import ChoiceInput
from linli.gui.preview_pane import PreviewPane
from linli.gui.print_dialog import PrinterInput
from linli.gui.printer import Sides, print_pdf
from linli.gui.theme import COLORS

_UNITS = {CardUnit.HOUSEHOLD: mark("每户一张"), CardUnit.PERSON: mark("每人一张")}
_SIDES = {
    Sides.LONG_EDGE: mark("双面打印（沿长边翻）"),
    Sides.ONE: mark("单面打印（正反面分开出纸）"),
}
_MOST_NAMES = 12


MakeBatch = Callable[[str, CardUnit, frozenset[int]], CardBatch]
"""Works out the cards of a kind for households or persons, some people left out."""


def open_card_dialog(desk: Desk, resident_ids: Sequence[int], parent: QWidget) -> None:
    """Let the clerk print contact cards for these residents, in this order."""
    open_source_cards(desk, CardSource.HOME, resident_ids, parent)


def open_source_cards(
    desk: Desk, source: CardSource, ids: Sequence[int], parent: QWidget, *, kind: str = ""
) -> None:
    """Let the clerk print cards of a source, in the order of `ids`.

    Args:
        desk: the working place.
        source: what `ids` are: residents, staff, stations or grids.
        ids: for whom.
        parent: the window that asks.
        kind: the kind that is chosen at first, if there is such.
    """
    service = desk.services.cards
    kinds = [each for each in service.kinds() if each.source is source]
    if not kinds:
        words = tr("还没有可用的版式，请先在版式里做一个。")
        desk.ask.warn(parent, words)
        return

    def make(chosen: str, unit: CardUnit, left_out: frozenset[int]) -> CardBatch:
        return service.prepare(ids, chosen, unit, left_out=left_out)

    dialog = CardDialog(desk, make, kinds, parent)
    dialog.kind.set_value(kind)
    dialog.open()


def open_reprint_dialog(desk: Desk, card: IssuedCard, parent: QWidget) -> None:
    """Let the clerk print a card once more (补打), with its number and today's facts."""
    service = desk.services.cards
    kinds = [kind for kind in service.kinds() if kind.id == card.kind]
    dialog = CardDialog(desk, lambda *_: service.reprint(card.id), kinds, parent)
    dialog.setWindowTitle(tr("补打联系卡"))
    dialog.unit.setEnabled(False)
    dialog.open()


class CardDialog(QDialog):
    """Chooses kind, size and paper, shows the PDF, and prints or saves it.

    Cards are recorded (发卡登记) when they are printed or saved for the first time, not before.
    """

    def __init__(
        self,
        desk: Desk,
        make: MakeBatch,
        kinds: Sequence[CardKind],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("打印联系卡"))
        self._desk = desk
        self._make = make
        self._kinds = {kind.id: kind for kind in kinds}
        self._left_out: frozenset[int] = frozenset()
        self._batch: CardBatch | None = None
        self._printed: PrintedCards | None = None
        self._issued = False
        self._round = 0
        self.kind = ChoiceInput({kind.id: kind.title for kind in kinds}, self)
        self.size_choice = ChoiceInput({}, self)
        self.layout_choice = ChoiceInput({}, self)
        self.unit = ChoiceInput({k: tr(v) for k, v in _UNITS.items()}, self)
        self.printer = PrinterInput(self)
        self.sides = ChoiceInput({k: tr(v) for k, v in _SIDES.items()}, self)
        self.form = Form(desk.theme)
        self.preview = PreviewPane(self)
        self.view = self.preview.view
        self.problems = ProblemBand(desk.theme, self)
        self._figures = QLabel(self)
        self._figures.setObjectName("subheading")
        self._notes = QLabel(self)
        self._notes.setObjectName("muted")
        self._notes.setWordWrap(True)
        self._notes.setTextFormat(Qt.TextFormat.PlainText)
        self.leave_out_button = QPushButton(tr("先略过这些人(&K)"), self)
        self.print_button = QPushButton(icon("printer", COLORS.surface), tr("打印(&P)"), self)
        self.print_button.setProperty("primary", "true")
        self.save_button = QPushButton(icon("device-floppy"), tr("保存为 PDF(&S)…"), self)
        self.close_button = QPushButton(tr("取消"), self)
        self._fill()
        self._arrange()
        self._connect()
        self._on_kind()

    @override
    def reject(self) -> None:
        if not self._desk.jobs.busy:
            super().reject()

    def _fill(self) -> None:
        add = self.form.add
        add("kind", tr("卡的种类(&T)"), self.kind)
        add("size", tr("大小(&Z)"), self.size_choice)
        add("layout", tr("纸张(&L)"), self.layout_choice)
        add("unit", tr("给谁(&W)"), self.unit)
        add("printer", tr("打印机(&R)"), self.printer)
        add("sides", tr("单双面(&D)"), self.sides)
        for choice in (self.size_choice, self.layout_choice, self.sides):
            choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.sides.setEnabled(self.printer.isEnabled())

    def _arrange(self) -> None:
        px = self._desk.theme.px
        side = QWidget(self)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, px(16), 0)
        column.setSpacing(px(12))
        for widget in (self.form, self._figures, self._notes, self.leave_out_button):
            column.addWidget(widget)
        column.addStretch(1)
        splitter = QSplitter(Qt.Orientation.Horizontal, self)
        splitter.addWidget(scrolled(side))
        splitter.addWidget(self.preview)
        splitter.setChildrenCollapsible(False)
        splitter.setStretchFactor(1, 1)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        for button in (self.print_button, self.save_button, self.close_button):
            buttons.addWidget(button)
        page = QVBoxLayout(self)
        page.setContentsMargins(px(16), px(16), px(16), px(16))
        page.setSpacing(px(12))
        page.addWidget(self.problems)
        page.addWidget(splitter, 1)
        page.addLayout(buttons)
        fit_to_screen(self, self._desk.theme.size(1080, 680))

    def _connect(self) -> None:
        self.kind.edited.connect(self._on_kind)
        self.size_choice.edited.connect(self._on_size)
        for choice in (self.layout_choice, self.unit):
            choice.edited.connect(self._prepare)
        self.leave_out_button.clicked.connect(self._on_leave_out)
        self.print_button.clicked.connect(self._on_print)
        self.save_button.clicked.connect(self._on_save)
        self.close_button.clicked.connect(self.reject)

    def _on_kind(self) -> None:
        kind = self._kinds[self.kind.value()]
        self.size_choice.set_choices({size.id: size.label for size in kind.sizes})
        self._offer_sheets()
        self.unit.setEnabled(not kind.by_household)
        if kind.by_household:
            self.unit.set_value(CardUnit.HOUSEHOLD)
        self._prepare()

    def _offer_sheets(self) -> None:
        sheets = self._desk.services.paper.sheets_for(self._size())
        self.layout_choice.set_choices({sheet.id: sheet.title for sheet in sheets})

    def _size(self) -> CardSize:
        return CardSize.parse(self.size_choice.value())

    def _setup(self) -> PaperSetup:
        return PaperSetup(
            sheet=self._desk.services.paper.sheet(self.layout_choice.value(), self._size())
        )

    def _on_size(self) -> None:
        self._offer_sheets()
        self._prepare()

    def _prepare(self) -> None:
        """Make the cards again for what is chosen now; an older result is thrown away."""
        self._round += 1
        mine = self._round
        make, left_out = self._make, self._left_out
        kind, unit = self.kind.value(), CardUnit(self.unit.value())
        setup, size = self._setup(), self._size()

        def work(_progress: object) -> tuple[CardBatch, PrintedCards | None]:
            batch = make(kind, unit, left_out)
            if batch.missing or not batch.cards:
                return batch, None
            return batch, self._desk.services.cards.preview(batch, setup, size)

        self._set_ready(ready=False)
        self._desk.jobs.run(
            work,
            owner=self,
            done=lambda result: self._show(*result) if mine == self._round else None,
            failed=self._show_error,
            title=tr("正在准备预览…"),
        )

    def _show(self, batch: CardBatch, printed: PrintedCards | None) -> None:
        self._batch, self._printed = batch, printed
        self.preview.set_document(printed.content if printed else None)
        self.problems.say(_missing_words(batch))
        self.leave_out_button.setVisible(any(m.resident_id is not None for m in batch.missing))
        pages = printed.pages if printed else 0
        self._figures.setText(
            tr("共 {cards} 张卡，{pages} 页").format(cards=len(batch.cards), pages=pages)
        )
        notes = [*_skipped_words(batch), *_blank_words(batch)]
        self._notes.setText("\n".join([*notes, *(printed.warnings if printed else ())]))
        self._set_ready(ready=printed is not None)

    def _show_error(self, error: UserError) -> None:
        self.preview.set_document(None)
        self.problems.say(error.message)
        self.leave_out_button.hide()

    def _set_ready(self, *, ready: bool) -> None:
        can_print = ready and self.printer.value() is not None
        self.print_button.setEnabled(can_print)
        self.save_button.setEnabled(ready)
        (self.print_button if can_print else self.save_button).setDefault(True)

    def _on_leave_out(self) -> None:
        if self._batch is not None:
            missing = {m.resident_id for m in self._batch.missing if m.resident_id is not None}
            self._left_out |= missing
            self._prepare()

    def _on_print(self) -> None:
        printer, sides = self.printer.value(), Sides(self.sides.value())

        def send(content: bytes) -> None:
            self._desk.jobs.run(
                lambda progress: print_pdf(
                    content, printer=printer, title=tr("联系卡"), sides=sides, progress=progress
                ),
                owner=self,
                done=lambda _: self._say_done(tr("已交给打印机。")),
                failed=self._say_not_out,
                title=tr("正在打印…"),
            )

        self._issue_then(send)

    def _on_save(self) -> None:
        day = self._desk.services.context.clock().date()
        suggested = tr("联系卡_{day}.pdf").format(day=day.isoformat())
        path = self._desk.ask.save_file(self, tr("保存联系卡"), suggested, "PDF (*.pdf)")
        if path is None:
            return

        def write(content: bytes) -> None:
            self._desk.jobs.run(
                lambda _progress: self._desk.services.cards.save_pdf(content, path),
                owner=self,
                done=lambda _: self._say_done(tr("已保存到 {path}。").format(path=path)),
                failed=self._say_not_out,
            )

        self._issue_then(write)

    def _issue_then(self, go_on: Callable[[bytes], None]) -> None:
        """Record the cards, unless they are recorded already, and hand the PDF on."""
        if self._issued and self._printed is not None:
            go_on(self._printed.content)
            return
        batch = self._batch
        if batch is None:
            return
        setup, size = self._setup(), self._size()

        def issued(result: IssuedBatch) -> None:
            self._printed = result.printed
            self._issued = True
            self.preview.set_document(self._printed.content)
            self._desk.bus.publish(result.changes)
            go_on(self._printed.content)

        self._desk.jobs.run(
            lambda progress: self._desk.services.cards.issue(batch, setup, size, progress),
            owner=self,
            done=issued,
            failed=lambda error: self.problems.say(error.message),
            title=tr("正在制卡并登记…"),
        )

    def _say_not_out(self, error: UserError) -> None:
        """Say that the cards are recorded, but not in the hand yet."""
        words = tr("卡还没有出来：{reason}发卡已经登记，再打印或保存一次就行，不会重复登记。")
        self.problems.say(words.format(reason=error.message))

    def _say_done(self, words: str) -> None:
        """The cards are out: only printing or saving the same again is left."""
        for choice in (self.kind, self.size_choice, self.layout_choice, self.unit):
            choice.setEnabled(False)
        self.problems.say("")
        self._notes.setText(words + tr("发卡已登记，可以再打印一次或关闭。"))
        self.print_button.setText(tr("再打印一次(&P)"))
        self.close_button.setText(tr("关闭"))
        self.close_button.setDefault(True)
        self.close_button.setFocus()


def _missing_words(batch: CardBatch) -> str:
    if not batch.missing:
        return "" if batch.cards else tr("选中的人都不能发卡，原因见左边。")
    lines = [
        tr("{holder}：“{text}”中的 {code}").format(
            holder=missing.holder or missing.field, text=missing.text, code=missing.code_point
        )
        for missing in batch.missing[:_MOST_NAMES]
    ]
    more = len(batch.missing) - len(lines)
    if more > 0:
        lines.append(tr("还有 {count} 处").format(count=more))
    return tr("这台电脑的字体印不出下面的字，为免印错，先不打印：\n") + "\n".join(lines)


def _skipped_words(batch: CardBatch) -> list[str]:
    lines = [
        tr("不发卡：{name}（{reason}）").format(name=person.name, reason=person.reason)
        for person in batch.skipped[:_MOST_NAMES]
    ]
    more = len(batch.skipped) - len(lines)
    return [*lines, tr("还有 {count} 人不发卡").format(count=more)] if more > 0 else lines


def _blank_words(batch: CardBatch) -> list[str]:
    """Say which facts the cards lack, so that nobody prints four hundred half-empty ones."""
    lines = []
    facts = [card.facts for card in batch.cards]
    if facts and not facts[0].hall.hotline:
        lines.append(tr("大厅还没有填服务热线，可在“菜单 → 设置”里填。"))
    without_grid = sum(1 for card in facts if card.grid is None)
    if without_grid:
        lines.append(tr("{count} 张卡的住所还没有归入网格。").format(count=without_grid))
    unmanned = {f.grid.name for f in facts if f.grid is not None and not f.grid.officers}
    if unmanned:
        names = "、".join(sorted(unmanned))
        lines.append(tr("{grids}还没有登记网格长和联络员，可在“网格”页填。").format(grids=names))
    return lines
