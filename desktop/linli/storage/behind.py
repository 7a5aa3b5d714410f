"""Statements that a thread of its own carries out while the caller makes the next one.

SQLite works without Python's lock, so that both processors are at work. To take the lock back a
thread waits up to five milliseconds: only long statements of one step are worth it, not those that
give row after row.
"""

from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from typing import Any, Protocol, TypeVar

T = TypeVar("T")


class Behind(Protocol):
    """Takes a piece of work, to be done when all before it is."""

    def __call__(self, work: Callable[..., T], *values: Any) -> "Future[T]":
        """Begin it as soon as may be; wait first if much is waiting already."""


@contextmanager
def working_behind(most_waiting: int = 1) -> Iterator[Behind]:
    """Have work done behind; at the end of the block all of it is.

    Meanwhile the caller keeps its hands off whatever that work uses.

    Args:
        most_waiting: so many pieces of work may be waiting or under way; with more the caller
            waits.

    Raises:
        Exception: what a piece of work has raised, at one of the next or at the end. The pieces
            after it may have been done.
    """
    waiting: deque[Future[Any]] = deque()
    with ThreadPoolExecutor(1, "behind") as thread:

        def begin(work: Callable[..., T], *values: Any) -> "Future[T]":
            while len(waiting) >= most_waiting:
                waiting.popleft().result()
            future = thread.submit(work, *values)
            waiting.append(future)
            return future

        try:
            yield begin
            while waiting:
                waiting.popleft().result()
        finally:
            thread.shutdown(cancel_futures=True)
