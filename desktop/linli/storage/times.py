"""How moments are kept: UTC, as ISO text that sorts; shown in local time.

What was agreed for a time of the day (场地预约、活动) is kept as local time, to the minute.
"""

from datetime import UTC, datetime


def stored(at: datetime) -> str:
    """Return the text kept for the moment `at`, which must know its time zone."""
    if at.tzinfo is None:
        raise ValueError("a moment without a time zone cannot be kept")
    return at.astimezone(UTC).isoformat(timespec="milliseconds")


def shown(text: str) -> datetime:
    """Return a kept moment as local time."""
    return datetime.fromisoformat(text).astimezone()


def agreed(moment: datetime) -> str:
    """Return the text kept for local time, such as 2026-11-26T09:00."""
    return f"{moment:%Y-%m-%dT%H:%M}"
