"""Calendars for phones (.ics, RFC 5545): a person's shifts.

UTF-8, lines end with CRLF and are folded at 75 octets (3.1), times are floating local ones (3.3.5,
form 1): the hall and whoever works there keep the same clock.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime

from linli.domain.roster_calendar import CalendarEntry

_LIMIT = 75  # octets of a line without its end
_BEFORE = "-PT12H"
"""When the phone reminds: half a day before."""
_ESCAPES = {"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n", "\r": ""}


def calendar_bytes(title: str, entries: Sequence[CalendarEntry], made: datetime) -> bytes:
    """Return the file; the same entries written at the same moment give the same bytes.

    Args:
        title: what the calendar is called; it must not name anybody.
        entries: the shifts of one person.
        made: when it was written, with its zone.
    """
    stamp = f"{made.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//linli//roster//ZH",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"X-WR-CALNAME:{_escaped(title)}",
        *(line for entry in entries for line in _event(entry, stamp)),
        "END:VCALENDAR",
    ]
    return b"".join(_folded(lines))


def _event(entry: CalendarEntry, stamp: str) -> Iterator[str]:
    state = "CANCELLED" if entry.gone else "CONFIRMED" if entry.firm else "TENTATIVE"
    yield "BEGIN:VEVENT"
    yield f"UID:{entry.uid}"
    yield f"DTSTAMP:{stamp}"
    yield f"SEQUENCE:{entry.sequence}"
    yield f"DTSTART:{entry.begins:%Y%m%dT%H%M%S}"
    yield f"DTEND:{entry.ends:%Y%m%dT%H%M%S}"
    yield f"SUMMARY:{_escaped(entry.title)}"
    if entry.place:
        yield f"LOCATION:{_escaped(entry.place)}"
    yield f"STATUS:{state}"
    if not entry.gone:
        yield "BEGIN:VALARM"
        yield "ACTION:DISPLAY"
        yield f"DESCRIPTION:{_escaped(entry.title)}"
        yield f"TRIGGER:{_BEFORE}"
        yield "END:VALARM"
    yield "END:VEVENT"


def _escaped(text: str) -> str:
    """Return a text value (3.3.11)."""
    return "".join(_ESCAPES.get(char, char) for char in text)


def _folded(lines: Iterable[str]) -> Iterator[bytes]:
    """Yield lines of at most 75 octets, no character parted; what goes on begins with a blank."""
    for line in lines:
        held = b""
        for char in line:
            octets = char.encode()
            if len(held) + len(octets) > _LIMIT:
                yield held + b"\r\n"
                held = b" "
            held += octets
        yield held + b"\r\n"
