"""Times of a week (能来的时间、开放时间) as one JSON text: [[0, "09:30", "13:30"]], 0 is Monday."""

import json
from collections.abc import Iterable
from datetime import time

from linli.domain.workers import FreeTime


def times_text(times: Iterable[FreeTime]) -> str:
    """Return times as they are kept."""
    return json.dumps(
        [[each.weekday, f"{each.begins:%H:%M}", f"{each.ends:%H:%M}"] for each in times]
    )


def times_of(text: str | None) -> tuple[FreeTime, ...]:
    """Return kept times."""
    return tuple(
        FreeTime(weekday=weekday, begins=time.fromisoformat(begins), ends=time.fromisoformat(ends))
        for weekday, begins, ends in json.loads(text or "[]")
    )
