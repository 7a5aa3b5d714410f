"""Ways to print contact cards (打联系卡): fresh ones, one again, part of a run, outdated ones."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from linli.domain.cards import CardSource, IssuedCard
from linli.domain.paper import CardSize, Duplex
from linli.domain.runs import RunPortion
from linli.errors import UserError
from linli.gui.cards.card_dialog import CardDialog
from linli.gui.cards.tasks import FreshCards, OneCardAgain, OutdatedCards, PrintTask, RunCards
from linli.gui.desk import Desk
from linli.gui.i18n import tr


def open_card_dialog(desk: Desk, resident_ids: Sequence[int], parent: QWidget) -> None:
    """Let the clerk print contact cards for these residents."""
    open_source_cards(desk, CardSource.HOME, resident_ids, parent)


def open_source_cards(
    desk: Desk,
    source: CardSource,
    ids: Sequence[int],
    parent: QWidget,
    *,
    kind: str = "",
    mend: Callable[[], None] | None = None,
) -> None:
    """Let the clerk print cards of a source.

    Args:
        desk: the working place.
        source: what `ids` are: residents, staff, stations or grids.
        ids: for whom.
        parent: the window that asks.
        kind: the kind that is chosen at first, if there is such.
        mend: called when the clerk has left the dialog to put in missing pictures first.
    """
    _open(desk, parent, FreshCards(desk.services, source, ids), kind, mend=mend)


def open_reprint_dialog(desk: Desk, card: IssuedCard, parent: QWidget) -> None:
    """Let the clerk print a card once more (补打), with its number and today's facts."""
    _open(desk, parent, OneCardAgain(desk.services, card))


def open_outdated_cards(desk: Desk, kind_id: str, parent: QWidget) -> None:
    """Let the clerk print anew the cards of a kind that say what is no longer so (换卡)."""
    _open(desk, parent, OutdatedCards(desk.services, kind_id))


def open_run_printing(
    desk: Desk, run_id: int, parent: QWidget, numbers: Sequence[str] | None = None
) -> None:
    """Let the clerk print what waits of a run, or just the cards of these numbers."""
    try:
        task = RunCards(desk.services, run_id, numbers)
    except UserError as error:
        desk.ask.warn(parent, error.message)
        return
    _open(desk, parent, task)


def open_run_backs(desk: Desk, run_id: int, parent: QWidget) -> None:
    """Let the clerk print by hand the backs of what was printed last of a run."""
    try:
        task = RunCards(desk.services, run_id)
        portion = _last_portion(desk, task)
    except UserError as error:
        desk.ask.warn(parent, error.message)
        return
    _open(desk, parent, task, backs=portion)


def _last_portion(desk: Desk, task: RunCards) -> RunPortion:
    """Return what was printed last of a run, whichever sheet that was.

    Raises:
        UserError: its backs cannot be printed behind it any more.
    """
    runs, run = desk.services.runs, task.run
    size = CardSize.parse(run.size)
    setup = replace(run.setup, start_slot=1, duplex=Duplex.MANUAL)
    for sheet in desk.services.paper.sheets_for(size):
        try:
            return runs.last_portion(run.id, setup=replace(setup, sheet=sheet))
        except UserError as error:
            if error.field != "sheet":
                raise
    return runs.last_portion(run.id, setup=setup)


def _open(
    desk: Desk,
    parent: QWidget,
    task: PrintTask,
    kind: str = "",
    *,
    backs: RunPortion | None = None,
    mend: Callable[[], None] | None = None,
) -> None:
    if not task.kinds:
        words = tr("这种卡没有可用的模板，请先在“卡片模板”里做一个。")
        desk.ask.warn(parent, words)
        return
    dialog = CardDialog(desk, task, parent, kind=kind, backs=backs)
    if mend is not None:
        dialog.left_for_photos.connect(mend)
    dialog.open()
