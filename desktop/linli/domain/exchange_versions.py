"""Versions of a field (字段版本): who changed it last, and what that change had seen.

A version names each machine that ever changed the field and the moment of its latest change, in
milliseconds of a clock that never goes back (see `storage.sync_clock`). So it is a version vector
and a time stamp in one: a change that had seen another covers it, two that had not are concurrent,
and the latest moment tells which of two concurrent ones is newer. As a change is always later than
all it had seen, "covers" never contradicts "newer", and joining versions in any order, any number
of times, comes to the same end.
"""

from functools import lru_cache

Version = tuple[tuple[str, int], ...]
"""(machine, milliseconds) of each machine's latest change, in the order of machines."""

NEVER: Version = ()
"""The version of what did not happen."""


@lru_cache(65_536)
def join(one: Version, other: Version) -> Version:
    """Return the version that has seen all that either has."""
    if one == other or not other:
        return one
    if not one:
        return other
    latest = dict(one)
    for machine, moment in other:
        latest[machine] = max(moment, latest.get(machine, 0))
    return tuple(sorted(latest.items()))


@lru_cache(65_536)
def covers(one: Version, other: Version) -> bool:
    """Whether `one` has seen all of `other`."""
    return join(one, other) == one


@lru_cache(65_536)
def newest(version: Version) -> tuple[int, str]:
    """Return the moment of the latest change and whose it was; (0, "") of `NEVER`."""
    return max(((moment, machine) for machine, moment in version), default=(0, ""))


def changed(version: Version, machine: str, moment: int) -> Version:
    """Return the version of a change that had seen `version`.

    Args:
        version: what the machine had seen.
        machine: whose change it is.
        moment: in milliseconds; later than all in `version`.
    """
    return join(version, ((machine, moment),))


@lru_cache(65_536)
def version_text(version: Version) -> str:
    """Return a version as it is kept and sent: `machine:moment`, parted by commas."""
    return ",".join(f"{machine}:{moment}" for machine, moment in version)


@lru_cache(65_536)
def version_from(text: str) -> Version:
    """Read a version.

    Raises:
        ValueError: the text is none.
    """
    found = {}
    for part in text.split(",") if text else ():
        machine, _, moment = part.partition(":")
        if not machine or not moment.isascii() or not moment.isdigit() or machine in found:
            raise ValueError("not a version")
        found[machine] = int(moment)
    return tuple(sorted(found.items()))
