"""With whose facts the card is shown: a sample's, or those of somebody in the ledger."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from linli.domain.cards import CardSource
from linli.domain.residents import ResidentRow
from linli.gui.desk import Desk
from linli.gui.i18n import tr
from linli.gui.inputs import ChoiceInput
from linli.gui.picker import resident_picker

_SAMPLE = 0  # no record has this id
_CHOOSE = -1


class DataInput(ChoiceInput):
    """Chooses a resident, a member of staff, a station or a grid; 0 stands for the sample.

    Signals:
        chosen: the id of another one.
    """

    chosen = Signal(int)

    def __init__(self, desk: Desk, source: CardSource, parent: QWidget | None = None) -> None:
        super().__init__({}, parent)
        self._desk = desk
        self._source = source
        self._last = _SAMPLE
        self.setToolTip(tr("用谁的资料看这张卡"))
        self.setAccessibleName(tr("用谁的资料看"))
        self._offer({})
        self.activated.connect(self._on_activated)

    @override
    def value(self) -> int:
        return self._last

    def take(self, resident: ResidentRow) -> None:
        """Show the card of a resident."""
        self._offer({resident.id: resident.name})
        self._choose(resident.id)

    def _offer(self, found: dict[int, str]) -> None:
        services = self._desk.services
        known = {
            CardSource.HOME: lambda: found,
            CardSource.STAFF: lambda: {s.id: s.facts.name for s in services.staff.list_all()},
            CardSource.STATION: lambda: {s.id: s.facts.name for s in services.stations.list_all()},
            CardSource.GRID: lambda: {g.id: g.facts.name for g in services.grids.list_all()},
        }[self._source]()
        choices = {_SAMPLE: tr("示例资料"), **known}
        if self._source is CardSource.HOME:
            choices[_CHOOSE] = tr("选一位居民…")
        self.set_choices(choices)

    def _on_activated(self) -> None:
        wanted = super().value()
        if wanted == _CHOOSE:
            self.set_value(self._last)
            picker = resident_picker(self._desk, self.window())
            picker.chosen.connect(self.take)
            picker.open()
        elif wanted != self._last:
            self._choose(wanted)

    def _choose(self, source_id: int) -> None:
        self._last = source_id
        self.set_value(source_id)
        self.chosen.emit(source_id)
