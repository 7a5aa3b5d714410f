"""Work that makes a great many objects."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def many_objects() -> Iterator[None]:
    """Look for no reference cycles meanwhile.

    An import or an export of a street makes a million small objects and no cycles; looking for
    them again and again takes a quarter of its time.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
