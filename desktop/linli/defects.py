"""Reports of the program's own defects (故障报告): saved on this machine, never sent.

A report names where it happened and nothing that was being worked on: messages of exceptions may
quote personal data, so they stay out.
"""

import hashlib
import platform
import traceback
from datetime import UTC, datetime
from pathlib import Path

from linli import __version__


def save_report(error: BaseException, folder: Path) -> Path | None:
    """Write a report of `error` into `folder`, once for each distinct place; return its path.

    Returns None where the folder cannot be written.
    """
    where = "".join(_places(error))
    path = folder / f"defect-{hashlib.sha256(where.encode()).hexdigest()[:12]}.txt"
    machine = f"linli {__version__}, Python {platform.python_version()}, {platform.platform()}"
    try:
        if not path.exists():
            folder.mkdir(parents=True, exist_ok=True)
            at = datetime.now(UTC).isoformat(timespec="seconds")
            path.write_text(f"{at}\n{machine}\n\n{where}", encoding="utf-8")
    except OSError:
        return None
    return path


def _places(error: BaseException) -> list[str]:
    """Return the frames of an exception and of what led to it, the first cause first."""
    cause = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    lines = [] if cause is None else [*_places(cause), "\n"]
    return [*lines, *traceback.format_tb(error.__traceback__), f"{type(error).__qualname__}\n"]
