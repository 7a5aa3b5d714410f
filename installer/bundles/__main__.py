"""`installer/tasks.py bundle KIND`: makes one kind of bundle of the last commit."""

import argparse
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

from bundles import deb, portable, source, wheelhouse, windows
from bundles.archive import NotThere
from bundles.debian import NoPackage
from bundles.elf import BeyondFloor
from bundles.licences import NoText
from bundles.runtime import BuildFailed
from bundles.source import NoCommit
from bundles.targets import LINUX_AARCH64, LINUX_X86_64, WINDOWS_X64, Target
from bundles.tree import OverBudget
from bundles.windows import NotWhole
from bundles.windows_python import NotPinned

Maker: TypeAlias = Callable[[Target, Path], list[Path]]

MACHINES = {"x86_64": LINUX_X86_64, "aarch64": LINUX_AARCH64, "windows": WINDOWS_X64}
KINDS: dict[str, dict[str, Maker]] = {
    "deb": {"x86_64": deb.make, "aarch64": deb.make},
    "portable": {
        "x86_64": portable.make,
        "aarch64": portable.make,
        "windows": windows.make_portable,
    },
    "windows": {"windows": windows.make},
    "wheelhouse": dict.fromkeys(MACHINES, wheelhouse.make),
}
"""What makes each kind, for each machine; the first machine is meant if none is named."""
_REFUSALS = (
    *(BeyondFloor, BuildFailed, NoCommit, NoPackage, NoText, NotPinned, NotThere, NotWhole),
    OverBudget,
)
_NAMED = 3


def main() -> int:
    """Make the bundle that was asked for, and say where it lies."""
    options = _parser().parse_args()
    makers = KINDS[options.kind]
    machine = options.machine or next(iter(makers))
    if machine not in makers:
        print(f"{options.kind} is made for {', '.join(makers)}", file=sys.stderr)
        return 2
    try:
        changed = source.uncommitted()
        if changed:
            some = ", ".join([*changed[:_NAMED], *(["…"] if changed[_NAMED:] else [])])
            print(f"not committed, so not in the bundle: {some}", file=sys.stderr)
        options.output.mkdir(parents=True, exist_ok=True)
        for path in makers[machine](MACHINES[machine], options.output):
            print(path)
    except _REFUSALS as refusal:
        print(refusal, file=sys.stderr)
        return 1
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="installer/tasks.py bundle", description=__doc__)
    parser.add_argument("kind", choices=sorted(KINDS))
    parser.add_argument("--machine", choices=sorted(MACHINES))
    parser.add_argument("--output", type=Path, default=source.ROOT / "dist")
    return parser


if __name__ == "__main__":
    sys.exit(main())
