"""Living cards (活卡): cards in people's hands that say something which is no longer so."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from linli.domain.cards import IssuedCard, OutdatedKind
from linli.domain.changes import Changes, Kind
from linli.gui.cards.dialog import open_outdated_cards
from linli.gui.desk import Desk
from linli.gui.i18n import tr
from linli.gui.inputs import ChoiceInput
from linli.gui.list_dialog import ListDialog
from linli.gui.plain_table import PlainTable

SPEAKING = (
    Kind.CARDS, Kind.GRIDS, Kind.SETTINGS, Kind.RESIDENTS, Kind.HOUSEHOLDS, Kind.DWELLINGS,
    Kind.PAIRINGS, Kind.TEMPLATES,
)  # fmt: skip
"""What cards speak of: a change of these may make them outdated."""


def open_outdated(desk: Desk, parent: QWidget) -> None:
    """Show which cards are outdated."""
    OutdatedDialog(desk, parent).open()


class OutdatedDialog(ListDialog):
    """Says how many households hold an outdated card, lists them, and prints just those."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(tr("要换的卡"), desk, parent)
        self._kinds: list[OutdatedKind] = []
        self._cards: list[IssuedCard] = []
        self._round = 0
        self.kind = ChoiceInput({None: ""}, self)
        self.kind.setAccessibleName(tr("卡的种类"))
        heads = [tr("卡号"), tr("发给"), tr("发卡时间"), tr("怎么办")]
        self.table = PlainTable(heads, desk.theme, self)
        self.table.setAccessibleName(tr("要换的卡"))
        self.set_list(self.table)
        self._column.insertWidget(2, self.kind)
        self.print_button = self.add_button(tr("打印要换的卡(&P)…"), "printer")
        self.print_button.clicked.connect(self._on_print)
        self.kind.edited.connect(self._show)
        desk.bus.changed.connect(self._on_changed)
        self._read()

    def _read(self) -> None:
        """Ask in the background: a street's cards are many."""
        self._round += 1
        mine = self._round
        cards = self.desk.services.cards
        self.print_button.setEnabled(False)
        self.desk.jobs.run(
            lambda _progress: (cards.outdated_summary(), cards.outdated()),
            owner=self,
            done=lambda found: self._take(*found) if mine == self._round else None,
            title=tr("正在核对发出的卡…"),
        )

    def _take(self, kinds: Sequence[OutdatedKind], cards: Sequence[IssuedCard]) -> None:
        chosen = self.kind.value()
        self._kinds, self._cards = list(kinds), list(cards)
        words = tr("{title}：{households} 户 {cards} 张")
        self.kind.set_choices(
            {
                each.kind.id: words.format(
                    title=each.kind.title, households=each.households, cards=each.cards
                )
                for each in self._kinds
            }
        )
        self.kind.setVisible(bool(self._kinds))
        self.kind.set_value(chosen)
        self._show()

    def _show(self) -> None:
        kind = next((k for k in self._kinds if k.kind.id == self.kind.value()), None)
        if kind is None:
            self.summary.setText(tr("发出的卡上印的都还对，没有要换的。"))
            self.table.set_lines([])
            return
        text = tr("{households} 户手里的{title}已经过时，因为上面印的人、电话或住址有变。").format(
            households=kind.households, title=kind.kind.title
        )
        if kind.to_take_back:
            text += tr("其中 {count} 张的住户已经不在，只要收回。").format(count=kind.to_take_back)
        self.summary.setText(text)
        self.table.set_lines(
            (
                card.number,
                card.holder,
                card.issued_at.strftime("%Y-%m-%d"),
                tr("收回") if card.to_take_back else tr("换新卡"),
            )
            for card in self._cards
            if card.kind == kind.kind.id
        )
        if self.table.rowCount():
            self.table.selectRow(0)
        self.print_button.setEnabled(kind.cards > kind.to_take_back)

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches(*SPEAKING):
            self._read()

    def _on_print(self) -> None:
        open_outdated_cards(self.desk, str(self.kind.value()), self)
