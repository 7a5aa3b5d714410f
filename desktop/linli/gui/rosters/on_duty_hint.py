"""Tells who is on duty now, for the line under the window: each minute, and after changes."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from linli.domain.changes import Kind
from linli.domain.roster_lists import OnDuty
from linli.gui.desk import Desk
from linli.gui.i18n import tr
from linli.gui.watching import Watch

PAUSE_MS = 1_200
"""So that of many changes, one after the other, only the last is looked at."""
_MINUTE_MS = 60_000
_NAMED = 3
_KINDS = frozenset({Kind.ROSTERS, Kind.WORKERS})


class OnDutyHint(Watch):
    """Asks in the background who is on duty."""

    def __init__(self, desk: Desk, window: QWidget, show: Callable[[str], None]) -> None:
        """Watch the rosters.

        Args:
            desk: the working place.
            window: the owner.
            show: is told who is on duty, in words; "" for nobody.
        """
        self._desk = desk
        self._window = window
        self._show = show
        super().__init__(
            desk, window, self._ask, kinds=_KINDS, pause_ms=PAUSE_MS, every_ms=_MINUTE_MS
        )

    def _ask(self) -> None:
        rosters = self._desk.services.rosters
        self._desk.jobs.read(
            lambda _: rosters.on_duty(),
            lambda people: self._show(duty_words(people)),
            owner=self._window,
        )


def duty_words(people: Sequence[OnDuty]) -> str:
    """Return who is on duty in a line: 现在值班：王芳（带班领导）、李明（白班）."""
    if not people:
        return ""
    named = tr("、").join(
        tr("{name}（{shift}）").format(name=each.name, shift=each.shift) for each in people[:_NAMED]
    )
    if len(people) > _NAMED:
        named = tr("{names}等 {count} 人").format(names=named, count=len(people))
    return tr("现在值班：{names}").format(names=named)
