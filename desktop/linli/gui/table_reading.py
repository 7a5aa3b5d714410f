"""How a list that is too long for the window's thread is read beside it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from time import monotonic
from typing import Any, Protocol

from linli.progress import Cancelled, Progress

_AT_ONCE_S = 0.03
"""So long the window waits for the first page before it leaves it to the other thread."""

_AT_LEAST = 4

ListReader = Callable[[int | None, Callable[[], bool] | None], Sequence[int]]
"""Reads the ids of a list, called with how many (None: all) and what says whether to stop."""


class Reading(Protocol):
    """A list on its way."""

    def cancel(self) -> None:
        """Break it off; it is not delivered."""

    def finish(self) -> None:
        """Wait for it and deliver it."""


@dataclass(frozen=True, kw_only=True)
class Beside:
    """How lists that are too long for the window's thread are read beside it.

    Attributes:
        reader: makes the reader of the list as it is asked for now, given `sort` and `descending`.
        run: runs work on another thread and hands its result to the second argument.
    """

    reader: Callable[[str, bool], ListReader]
    run: Callable[[Callable[[Progress], Any], Callable[[Any], None]], Reading]


def first_ids(reader: ListReader, count: int) -> Sequence[int] | None:
    """Return the first ids of a list, None if they take too long for the window's thread."""
    until = monotonic() + _AT_ONCE_S
    asked = 0

    def stop() -> bool:
        nonlocal asked
        asked += 1  # a short list is read to its end, however busy the machine is
        return asked > _AT_LEAST and monotonic() > until

    try:
        return reader(count, stop)
    except Cancelled:
        return None
