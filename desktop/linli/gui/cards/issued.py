"""The cards a household has been given (发卡记录): look, print once more, declare void."""

from PySide6.QtWidgets import QWidget

from linli.domain.accounts import Right
from linli.domain.cards import IssuedCard
from linli.domain.changes import Changes, Kind
from linli.errors import UserError
from linli.gui.cards.dialog import open_reprint_dialog
from linli.gui.cards.standing import standing_of
from linli.gui.desk import Desk
from linli.gui.i18n import mark, tr
from linli.gui.list_dialog import HistoryOf, ListDialog
from linli.gui.plain_table import PlainTable

REASONS = (mark("遗失"), mark("损坏"), mark("资料有变"), mark("印错"))


class IssuedCards(ListDialog):
    """Lists the cards of one resident and of their household, the latest first."""

    def __init__(self, desk: Desk, resident_id: int, parent: QWidget | None = None) -> None:
        super().__init__(tr("发卡记录"), desk, parent)
        self._resident_id = resident_id
        self._cards: list[IssuedCard] = []
        heads = [
            tr("卡号"),
            tr("种类"),
            tr("发给"),
            tr("第几次"),
            tr("时间"),
            tr("经办人"),
            tr("当时的网格"),
            tr("现状"),
        ]
        self.table = PlainTable(heads, desk.theme, self)
        self.table.setAccessibleName(tr("发过的卡"))
        self.set_list(self.table)
        self.reprint_button = self.add_button(tr("补打(&P)…"), "printer", Right.PRINT)
        self.withdraw_button = self.add_button(tr("作废(&W)…"), "x", Right.PRINT)
        self.reprint_button.clicked.connect(self._on_reprint)
        self.withdraw_button.clicked.connect(self._on_withdraw)
        self.add_history(self._history_of)
        self.table.itemSelectionChanged.connect(self._on_selection)
        desk.bus.changed.connect(self._on_changed)
        self._read()

    @property
    def selected(self) -> IssuedCard | None:
        """The card of the current line."""
        row = self.table.currentRow()
        return self._cards[row] if 0 <= row < len(self._cards) else None

    def _history_of(self) -> HistoryOf | None:
        card = self.selected
        return None if card is None else ("card_issue", str(card.id), card.number)

    def _read(self) -> None:
        row = max(self.table.currentRow(), 0)
        self._cards = self.desk.services.cards.issued_to(self._resident_id)
        self.table.set_lines(
            (
                card.number,
                card.kind_title,
                card.holder,
                str(card.issue),
                card.issued_at.strftime("%Y-%m-%d %H:%M"),
                card.account,
                " · ".join(filter(None, (card.grid, card.officers))),
                standing_of(card),
            )
            for card in self._cards
        )
        words = tr("共 {count} 次发卡，最近的在前。").format(count=len(self._cards))
        self.summary.setText(words if self._cards else tr("还没有发过联系卡。"))
        if self._cards:
            self.table.selectRow(min(row, len(self._cards) - 1))
        self._on_selection()

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches(Kind.CARDS, Kind.RESIDENTS, Kind.GRIDS, Kind.SETTINGS):
            self._read()

    def _on_selection(self) -> None:
        card = self.selected
        self.reprint_button.setEnabled(card is not None)
        self.withdraw_button.setEnabled(card is not None and card.withdrawn_at is None)

    def _on_reprint(self) -> None:
        if self.selected is not None:
            open_reprint_dialog(self.desk, self.selected, self)

    def _on_withdraw(self) -> None:
        card = self.selected
        if card is None:
            return
        answer = self.desk.ask.choose(
            self,
            tr("卡号 {number} 为什么作废？").format(number=card.number),
            [tr(reason) for reason in REASONS],
            detail=tr("作废只是登记这张卡不再有效；补打时还用原来的卡号。"),
        )
        if answer is None:
            return
        try:
            changes = self.desk.services.cards.withdraw(card.id, REASONS[answer])
        except UserError as error:
            self.desk.ask.warn(self, error.message)
            return
        self.desk.bus.publish(changes)
