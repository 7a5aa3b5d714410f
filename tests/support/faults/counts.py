"""How often a fault is tried: a few times in the usual tests, as often as wanted on demand.

LINLI_KILLS=1000 LINLI_POWER_CUTS=500 LINLI_MUTATIONS=10000 LINLI_FULL_DISKS=200
    python -m pytest tests/faults -s
"""

import os
import sys


def wanted(variable: str, usual: int) -> int:
    """Return what the environment variable asks for, or the usual count."""
    return int(os.environ.get(variable, usual))


def say(line: str) -> None:
    """Print a figure of the suite; seen with `pytest -s`."""
    sys.stdout.write(f"\n{line}")
