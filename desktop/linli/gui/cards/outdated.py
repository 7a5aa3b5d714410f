"""Living cards (活卡): who holds a card that says what is no longer so, and new ones for them."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from linli.domain.accounts import Right
from linli.domain.cards import IssuedCard, OutdatedKind
from linli.domain.changes import Changes
from linli.gui.cards.dialog import open_outdated_cards
from linli.gui.cards.outdated_hint import SPEAKING
from linli.gui.desk import Desk
from linli.gui.i18n import mark, tr
from linli.gui.inputs import ChoiceInput
from linli.gui.list_dialog import ListDialog
from linli.gui.table import Column, ListSource, TableModel
from linli.gui.table_view import TableView

_COLUMNS: tuple[Column[IssuedCard], ...] = (
    Column(key="number", title=mark("卡号"), text=lambda card: card.number, chars=6),
    Column(key="holder", title=mark("发给"), text=lambda card: card.holder, chars=8),
    Column(
        key="issued",
        title=mark("发卡时间"),
        text=lambda card: card.issued_at.strftime("%Y-%m-%d"),
        chars=7,
        priority=1,
    ),
    Column(
        key="way",
        title=mark("怎么办"),
        text=lambda card: tr("收回") if card.to_take_back else tr("换新卡"),
        chars=6,
        stretch=True,
    ),
)


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
        self._source = ListSource[IssuedCard](lambda card: card.id)
        self._model = TableModel(self._source, _COLUMNS, self)
        self.table = TableView(self._model, desk.theme, desk.state, "outdated", self)
        self.table.setAccessibleName(tr("要换的卡"))
        self.set_list(self.table)
        self._column.insertWidget(2, self.kind)
        self.kind.hide()
        self.print_button = self.add_button(tr("打印要换的卡(&P)…"), "printer", Right.PRINT)
        self.print_button.clicked.connect(self._on_print)
        self.kind.edited.connect(self._show)
        desk.bus.changed.connect(self._on_changed)
        self._read()

    def _read(self) -> None:
        """Ask in the background: a street's cards are many."""
        self._round += 1
        mine = self._round
        cards = self.desk.services.cards
        self.summary.setText(tr("正在核对发出的卡…"))
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
            or {None: ""}
        )
        self.kind.setVisible(bool(self._kinds))
        self.kind.set_value(chosen)
        self._show()

    def _show(self) -> None:
        kind = next((k for k in self._kinds if k.kind.id == self.kind.value()), None)
        self._source.set_rows(c for c in self._cards if kind and c.kind == kind.kind.id)
        self._model.reload()
        self.print_button.setEnabled(kind is not None and kind.cards > kind.to_take_back)
        if kind is None:
            self.summary.setText(tr("发出的卡上印的都还对，没有要换的。"))
            return
        text = tr("{households} 户手里的{title}已经过时，因为上面印的人、电话或住址有变。").format(
            households=kind.households, title=kind.kind.title
        )
        if kind.to_take_back:
            text += tr("其中 {count} 张的住户已经不在，只要收回。").format(count=kind.to_take_back)
        self.summary.setText(text)

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches(*SPEAKING):
            self._read()

    def _on_print(self) -> None:
        open_outdated_cards(self.desk, str(self.kind.value()), self)
