"""The frame of registers whose reading takes too long for the window's thread."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from linli.gui.desk import Desk
from linli.gui.i18n import tr
from linli.gui.registers.frame import PeopleRegister
from linli.progress import Progress

if TYPE_CHECKING:
    from linli.gui.jobs import Reading

T = TypeVar("T")
M = TypeVar("M")


@dataclass(frozen=True, kw_only=True)
class Found(Generic[T, M]):
    """What was read: the lines to show, how many there are in all, and what else is shown."""

    items: Sequence[T]
    count: int
    more: M


class LongRegister(PeopleRegister[T], Generic[T, M]):
    """A register that is read beside the window; what is shown stays until the new list is there.

    A subclass says how it is read (`search`) and shows what was read beside the lines (`take`).
    """

    def __init__(
        self, title: str, heads: Sequence[str], desk: Desk, parent: QWidget | None
    ) -> None:
        self._reading: Reading | None = None
        self._found: Found[T, M] | None = None
        super().__init__(title, heads, desk, parent)

    @property
    def count(self) -> int:
        """How many lines the list has, shown or not."""
        return 0 if self._found is None else self._found.count

    def search(self) -> Callable[[], Found[T, M]]:
        """Return what reads the list as it is asked for now; it runs on another thread."""
        raise NotImplementedError

    def take(self, more: M) -> None:
        """Show what was read beside the lines."""

    @override
    def read(self) -> None:
        if self._reading is not None:
            self._reading.cancel()
        self.summary.setText(tr("正在查找…"))
        search = self.search()

        def work(_: Progress) -> Found[T, M]:
            return search()

        self._reading = self.desk.jobs.read(work, self._on_read, owner=self)

    @override
    def list_items(self) -> Sequence[T]:
        return () if self._found is None else self._found.items

    def _on_read(self, found: Found[T, M]) -> None:
        self._reading = None
        self._found = found
        self.take(found.more)
        super().read()
