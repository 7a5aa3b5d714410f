"""The cards of a run (这一批的卡) in a table that opens at once, however many they are."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from linli.domain.runs import RunCard, RunCardState
from linli.gui.desk import Desk
from linli.gui.i18n import mark, tr
from linli.gui.table import Chip, Column, ListSource, TableModel, Tone
from linli.gui.table_view import TableView

STATES = {
    RunCardState.WAITING: mark("待印"),
    RunCardState.PRINTED: mark("已印"),
    RunCardState.LEFT_OUT: mark("不印"),
}
_TONES = {
    RunCardState.WAITING: Tone.WARN,
    RunCardState.PRINTED: Tone.GOOD,
    RunCardState.LEFT_OUT: Tone.PLAIN,
}


def _standing(card: RunCard) -> str:
    standing = tr(STATES[card.state])
    if card.reason and card.state is not RunCardState.PRINTED:
        standing = tr("{standing}（{reason}）").format(standing=standing, reason=card.reason)
    return standing


def _chip(card: RunCard) -> Chip:
    return Chip(text=_standing(card), tone=_TONES[card.state])


_COLUMNS: tuple[Column[RunCard], ...] = (
    Column(
        key="position",
        title=mark("序号"),
        text=lambda card: str(card.position),
        chars=3,
        priority=3,
        align_right=True,
    ),
    Column(key="number", title=mark("卡号"), text=lambda card: card.number, chars=5),
    Column(key="holder", title=mark("持卡人"), text=lambda card: card.holder, chars=6),
    Column(
        key="building",
        title=mark("楼栋"),
        text=lambda card: card.building,
        chars=8,
        priority=2,
    ),
    Column(key="place", title=mark("门牌"), text=lambda card: card.place, chars=7, priority=1),
    Column(
        key="standing",
        title=mark("现状"),
        text=_standing,
        chip=_chip,
        chars=7,
        stretch=True,
    ),
)


class RunTable(TableView):
    """Lists cards in the order of the run; several may be selected."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        self._source = ListSource[RunCard](lambda card: card.position)
        self._cards_model = TableModel(self._source, _COLUMNS)
        super().__init__(self._cards_model, desk.theme, desk.state, "run", parent)
        self._cards_model.setParent(self)
        self.setAccessibleName(tr("这一批的卡"))

    def show_cards(self, cards: Sequence[RunCard]) -> None:
        """Show these cards; what was selected stays so."""
        self._source.set_rows(cards)
        self._cards_model.reload()

    @property
    def selected(self) -> list[RunCard]:
        """The selected cards, in the order of the run."""
        return list(self._source.rows(self.selected_ids()))
