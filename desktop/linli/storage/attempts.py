"""Failed sign-ins: after five the wait grows, and a restart does not shorten it.

The file holds no secret; deleting it only lets somebody guess faster who could copy the keyring
anyway. A try is counted before the password is checked, so that killing the program in between
gains nothing.
"""

import json
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from linli.storage.files import replace_file
from linli.storage.problems import file_problems
from linli.storage.times import stored

FREE_TRIES = 5
_FIRST_WAIT = 30
_LONGEST_WAIT = 15 * 60


@dataclass(frozen=True)
class Attempts:
    """The failed tries for one name (an account, or the recovery code)."""

    path: Path
    name: str

    def failures(self) -> int:
        """Return how many tries failed since the last that succeeded."""
        return self._read()[0]

    def wait_seconds(self, now: datetime) -> int:
        """Return how long the next try is refused; 0 when it is allowed.

        If the clock was set back behind the last try, the wait begins again now: it is neither
        skipped nor drawn out by the difference.
        """
        failures, last = self._read()
        if failures < FREE_TRIES or last is None:
            return 0
        if last > now:
            self._write(failures, now)
            last = now
        doublings = min(failures - FREE_TRIES, 10)
        wait = min(_FIRST_WAIT * 2**doublings, _LONGEST_WAIT)
        left = last + timedelta(seconds=wait) - now
        return max(0, -(-left // timedelta(seconds=1)))

    def count(self, now: datetime) -> None:
        """Count one more try, before it is made."""
        self._write(self.failures() + 1, now)

    def clear(self) -> None:
        """Forget the tries after one that succeeded."""
        self._write(0, None)

    def _all(self) -> dict[str, list[object]]:
        with file_problems(self.path):
            try:
                data = json.loads(self.path.read_bytes())
            except (FileNotFoundError, ValueError):
                return {}
        return data if isinstance(data, dict) else {}

    def _read(self) -> tuple[int, datetime | None]:
        match self._all().get(self.name):
            case [int(failures), str(last)]:
                try:
                    return max(0, failures), datetime.fromisoformat(last).astimezone()
                except ValueError:
                    return max(0, failures), None
            case _:
                return 0, None

    def _write(self, failures: int, last: datetime | None) -> None:
        data = self._all()
        data.pop(self.name, None)
        if last is not None:
            data[self.name] = [failures, stored(last)]
        replace_file(self.path, json.dumps(data, ensure_ascii=False).encode())
