"""Reports of the program's own defects (故障报告): saved on this machine, never sent.

A report names the kind of error and where in our own code it happened. What was being worked on
stays out: there are no variables in it, and of an exception's message only plain English words are
left, because it may quote personal data.
"""

import faulthandler
import hashlib
import platform
import re
import traceback
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import IO

from linli import __version__

_PACKAGE = Path(__file__).resolve().parent
_MOST_WORDS = 200  # characters
_RUNNING = "running.txt"
_QUOTED = re.compile(r"'[^']*'|\"[^\"]*\"|“[^”]*”|「[^」]*」|《[^》]*》")
_NOT_PLAIN = re.compile(r"\S*[^\x20-\x7e\s]\S*|\S*\d\S*")
_FRAME = re.compile(r'File "([^"]+)", line (\d+) in (.+)')
_THREAD = re.compile(r"^(Fatal Python error: .*|Windows fatal exception: .*|(Current )?[Tt]hread )")

_running: IO[str] | None = None


def machine() -> str:
    """Return which program runs on what, in one line."""
    python = platform.python_version()
    return f"linli {__version__}, Python {python}, {platform.platform()}, {platform.machine()}"


def save_report(error: BaseException, folder: Path) -> Path | None:
    """Write a report of `error` into `folder`, once for each distinct place; return its path.

    Returns None where the folder cannot be written.
    """
    where = "".join(_places(error))
    digest = hashlib.sha256(where.encode()).hexdigest()[:12]
    return _save(folder / f"defect-{digest}.txt", where)


def watch_for_the_end(folder: Path) -> None:
    """Let a crash outside Python (a segmentation fault) leave its trace, for the next start.

    Where the folder cannot be written, nothing is left.
    """
    global _running  # noqa: PLW0603 - one process, one handler
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _running = (folder / _RUNNING).open("w", encoding="utf-8")
    except OSError:
        return
    faulthandler.enable(_running)


def stop_watching() -> None:
    """End what `watch_for_the_end` began: the program ends as it should."""
    global _running  # noqa: PLW0603 - one process, one handler
    if _running is not None:
        faulthandler.disable()
        _running.close()
        (Path(_running.name)).unlink(missing_ok=True)
        _running = None


def crash_before(folder: Path) -> Path | None:
    """Return the report of a crash that ended the program last time, None if there was none.

    Only our own frames are kept of what the crash left. To be asked once, before
    `watch_for_the_end`.
    """
    left = folder / _RUNNING
    try:
        text = left.read_text(encoding="utf-8", errors="replace")
        left.unlink()
    except OSError:
        return None
    where = "".join(_plain_trace(text))
    if not where:
        return None
    digest = hashlib.sha256(where.encode()).hexdigest()[:12]
    return _save(folder / f"crash-{digest}.txt", where)


def redacted(message: str) -> str:
    """Return what is left of a message when whatever may be personal is struck out."""
    plain = _NOT_PLAIN.sub("#", _QUOTED.sub("#", message))
    return " ".join(plain.split())[:_MOST_WORDS]


def _save(path: Path, where: str) -> Path | None:
    try:
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            at = datetime.now(UTC).isoformat(timespec="seconds")
            path.write_text(f"{at}\n{machine()}\n\n{where}", encoding="utf-8")
    except OSError:
        return None
    return path


def _places(error: BaseException) -> Iterator[str]:
    """Yield our frames of an exception and of what led to it, the first cause first."""
    cause = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    if cause is not None:
        yield from _places(cause)
        yield "\n"
    for frame in traceback.extract_tb(error.__traceback__):
        ours = _ours(frame.filename)
        if ours is not None:
            yield f"{ours}:{frame.lineno} in {frame.name}\n"
    said = redacted(str(error))
    yield f"{type(error).__qualname__}: {said}\n" if said else f"{type(error).__qualname__}\n"


def _plain_trace(text: str) -> Iterator[str]:
    """Yield what happened and our frames, out of what `faulthandler` has written."""
    for line in text.splitlines():
        frame = _FRAME.search(line)
        if frame is not None:
            ours = _ours(frame[1])
            if ours is not None:
                yield f"{ours}:{frame[2]} in {frame[3]}\n"
        elif _THREAD.match(line):
            yield f"{redacted(line)}\n"


def _ours(file: str) -> str | None:
    """Return a file of ours as seen from the package, whose folder may bear a name; else None."""
    try:
        return f"linli/{Path(file).resolve().relative_to(_PACKAGE).as_posix()}"
    except ValueError:
        return None
