"""How often a fault is tried: a few times in the usual tests, as often as wanted on demand.

LINLI_KILLS=1000 LINLI_POWER_CUTS=500 LINLI_MUTATIONS=10000 LINLI_FULL_DISKS=200
    python -m pytest tests/faults -s
"""

import os
import sys
from collections.abc import Sequence
from typing import Protocol, TypeVar


class _Named(Protocol):
    name: str


T = TypeVar("T", bound=_Named)


def wanted(variable: str, usual: int) -> int:
    """Return what the environment variable asks for, or the usual count."""
    return int(os.environ.get(variable, usual))


def chosen(variable: str, every: Sequence[T], names: Sequence[str]) -> list[T]:
    """Return all works or targets if many tries are wanted, else those of the usual tests."""
    return [each for each in every if variable in os.environ or each.name in names]


def say(line: str) -> None:
    """Print a figure of the suite; seen with `pytest -s`."""
    sys.stdout.write(f"\n{line}")
