"""`installer/tasks.py bundle KIND`: makes one kind of bundle."""

import argparse
import sys
from pathlib import Path

from bundles import source, wheelhouse
from bundles.targets import TARGETS

KINDS = {"wheelhouse": wheelhouse.make}
_NAMED = 3


def main() -> int:
    """Make the bundle that was asked for, and say where it lies."""
    options = _parser().parse_args()
    target = next(each for each in TARGETS if each.name == options.machine)
    changed = source.uncommitted()
    if changed:
        some = ", ".join([*changed[:_NAMED], *(["…"] if changed[_NAMED:] else [])])
        print(f"not committed, so not in the bundle: {some}", file=sys.stderr)
    options.output.mkdir(parents=True, exist_ok=True)
    for path in KINDS[options.kind](target, options.output):
        print(path)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="installer/tasks.py bundle", description=__doc__)
    parser.add_argument("kind", choices=sorted(KINDS))
    parser.add_argument("--machine", choices=[each.name for each in TARGETS])
    parser.add_argument("--output", type=Path, default=source.ROOT / "dist")
    return parser


if __name__ == "__main__":
    sys.exit(main())
