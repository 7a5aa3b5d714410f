"""Failed sign-ins: after five the wait grows, and a restart does not shorten it.

The file holds no secret; deleting it only lets somebody guess faster who could copy the keyring
anyway, and the next sign-in notes that it is gone. A try is counted before the password is checked,
so that killing the program in between gains nothing. What failed stays written down until a sign-in
has put it into the audit trail.

Where the file cannot be written (full disk, folder read-only) the count is kept as long as the
program runs, so that the ledger can still be looked at: who can make the folder read-only can copy
the keyring too.
"""

import json
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path

from linli.errors import StorageProblem
from linli.storage.files import replace_file
from linli.storage.problems import file_problems
from linli.storage.times import stored

FREE_TRIES = 5
_FIRST_WAIT = 30
_LONGEST_WAIT = 15 * 60

_unwritten: dict[Path, dict[str, list[object]]] = {}
"""What could not be written, by file, until it can be."""


@dataclass(frozen=True)
class Attempts:
    """The failed tries for one name (an account, or the recovery code)."""

    path: Path
    name: str

    @staticmethod
    def is_whole(path: Path) -> bool:
        """Whether the file is there and can be read."""
        with file_problems(path):
            try:
                return isinstance(json.loads(path.read_bytes()), dict)
            except (FileNotFoundError, ValueError):
                return False

    @staticmethod
    def unreported(path: Path) -> dict[str, int]:
        """Return how many tries failed for each name that no audit trail knows of yet."""
        attempts = Attempts(path, "")
        found = {name: Attempts(path, name)._read().unreported for name in attempts._all()}  # noqa: SLF001 - of this class
        return {name: count for name, count in found.items() if count}

    def reported(self) -> None:
        """Remember that the audit trail knows of all failed tries for this name."""
        self._write(replace(self._read(), unreported=0))

    def failures(self) -> int:
        """Return how many tries failed since the last that succeeded."""
        return self._read().failures

    def wait_seconds(self, now: datetime) -> int:
        """Return how long the next try is refused; 0 when it is allowed.

        If the clock was set back behind the last try, the wait begins again now: it is neither
        skipped nor drawn out by the difference.
        """
        tally = self._read()
        if tally.failures < FREE_TRIES or tally.last is None:
            return 0
        last = tally.last
        if last > now:
            self._write(replace(tally, last=now))
            last = now
        doublings = min(tally.failures - FREE_TRIES, 10)
        wait = min(_FIRST_WAIT * 2**doublings, _LONGEST_WAIT)
        left = last + timedelta(seconds=wait) - now
        return max(0, -(-left // timedelta(seconds=1)))

    def count(self, now: datetime) -> None:
        """Count one more try, before it is made."""
        tally = self._read()
        self._write(_Tally(tally.failures + 1, now, tally.unreported + 1))

    def clear(self) -> None:
        """Forget the wait after a try that succeeded, which was counted before it was made."""
        self._write(_Tally(0, None, max(0, self._read().unreported - 1)))

    def forgive(self) -> None:
        """End the wait, as for a password that was set anew; what failed is still to be told."""
        self._write(_Tally(0, None, self._read().unreported))

    def _all(self) -> dict[str, list[object]]:
        if self.path in _unwritten:
            return dict(_unwritten[self.path])
        with file_problems(self.path):
            try:
                data = json.loads(self.path.read_bytes())
            except (FileNotFoundError, ValueError):
                return {}
        return data if isinstance(data, dict) else {}

    def _read(self) -> "_Tally":
        match self._all().get(self.name):
            case [int(failures), str(last), *rest]:
                unreported = rest[0] if rest and isinstance(rest[0], int) else failures
                try:
                    at = datetime.fromisoformat(last).astimezone() if last else None
                except ValueError:
                    at = None
                return _Tally(max(0, failures), at, max(0, unreported))
            case _:
                return _Tally(0, None, 0)

    def _write(self, tally: "_Tally") -> None:
        data = self._all()
        data.pop(self.name, None)
        if tally.failures or tally.unreported:
            last = "" if tally.last is None else stored(tally.last)
            data[self.name] = [tally.failures, last, tally.unreported]
        try:
            replace_file(self.path, json.dumps(data, ensure_ascii=False).encode())
        except StorageProblem as problem:
            if not problem.unwritable:
                raise
            _unwritten[self.path] = data
        else:
            _unwritten.pop(self.path, None)


@dataclass(frozen=True)
class _Tally:
    """Failed tries since the last success, when the last was, and how many no trail knows of."""

    failures: int
    last: datetime | None
    unreported: int
