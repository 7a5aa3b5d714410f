"""The tags of a person in a form; those that not everybody may see only once they are revealed."""

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from linli.domain.sensitive import is_sensitive, with_unseen, without_sensitive
from linli.gui.inputs import ListInput


class TagsInput(ListInput):
    """Several tags; while sensitive ones are hidden they are kept as they were."""

    def __init__(self, placeholder: str = "", parent: QWidget | None = None) -> None:
        """Make the input."""
        super().__init__(placeholder, parent)
        self._before: tuple[str, ...] = ()

    @property
    def is_masked(self) -> bool:
        """Whether there are tags that are not shown."""
        return any(map(is_sensitive, self._before))

    @override
    def value(self) -> tuple[str, ...]:
        return with_unseen(self._before, super().value())

    @override
    def set_value(self, value: tuple[str, ...] | None) -> None:
        self._before = ()
        super().set_value(value)

    def hide_value(self) -> None:
        """Show the tags without the sensitive ones."""
        tags = self.value()
        with QSignalBlocker(self):
            super().set_value(without_sensitive(tags))
        self._before = tags

    def reveal(self) -> None:
        """Show all tags."""
        with QSignalBlocker(self):
            self.set_value(self.value())
