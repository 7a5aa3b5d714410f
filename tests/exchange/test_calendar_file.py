"""Calendars (.ics) as RFC 5545 asks, read back by a reader of our own."""

import re
from datetime import UTC, datetime, timedelta, timezone

from linli.domain.roster_calendar import CalendarEntry
from linli.exchange.calendar_file import calendar_bytes

MADE = datetime(2026, 11, 23, 9, 30, tzinfo=timezone(timedelta(hours=8)))
ENTRY = CalendarEntry(
    uid="0a1b",
    begins=datetime.fromisoformat("2026-12-01T21:00"),
    ends=datetime.fromisoformat("2026-12-02T09:00"),
    title="大厅值班 夜班",
    place="西河社区一站式服务大厅",
    sequence=4,
)


def unfolded(content: bytes) -> list[str]:
    """Return the lines of a calendar, as 3.1 says that they are put together."""
    assert content.endswith(b"\r\n")
    assert b"\n" not in content.replace(b"\r\n", b"")
    return content.replace(b"\r\n ", b"").decode().split("\r\n")[:-1]


def events(content: bytes) -> list[dict[str, str]]:
    """Return the properties of each event, texts without their escapes."""
    found: list[dict[str, str]] = []
    inside: list[str] = []
    for line in unfolded(content):
        name, _, value = line.partition(":")
        if name == "BEGIN":
            inside.append(value)
            if value == "VEVENT":
                found.append({})
        elif name == "END":
            assert inside.pop() == value
        elif inside[-1] == "VEVENT":
            assert name not in found[-1], name
            plain = re.sub(r"\\(.)", lambda hit: "\n" if hit[1] in "nN" else hit[1], value)
            found[-1][name] = plain
        elif inside[-1] == "VALARM":
            found[-1][f"ALARM {name}"] = value
    assert inside == []
    return found


def test_an_entry_comes_back_whole() -> None:
    (event,) = events(calendar_bytes("大厅值班 2026年12月", [ENTRY], MADE))
    assert event == {
        "UID": "0a1b",
        "DTSTAMP": "20261123T013000Z",
        "SEQUENCE": "4",
        "DTSTART": "20261201T210000",
        "DTEND": "20261202T090000",
        "SUMMARY": "大厅值班 夜班",
        "LOCATION": "西河社区一站式服务大厅",
        "STATUS": "CONFIRMED",
        "ALARM ACTION": "DISPLAY",
        "ALARM DESCRIPTION": "大厅值班 夜班",
        "ALARM TRIGGER": "-PT12H",
    }


def test_the_calendar_has_what_is_required_once() -> None:
    lines = unfolded(calendar_bytes("大厅值班", [], MADE))
    assert lines[0] == "BEGIN:VCALENDAR"
    assert lines[-1] == "END:VCALENDAR"
    assert [line for line in lines if line.startswith(("VERSION", "PRODID"))] == [
        "VERSION:2.0",
        "PRODID:-//linli//roster//ZH",
    ]


def test_no_line_is_longer_than_75_octets_and_no_character_is_parted() -> None:
    long = CalendarEntry(
        uid="x",
        begins=ENTRY.begins,
        ends=ENTRY.ends,
        title="阿依古丽·买买提𬱖" * 20,
        place="a" * 200,
    )
    content = calendar_bytes("名" * 80, [long], MADE)
    lines = content.split(b"\r\n")
    assert max(map(len, lines)) <= 75
    for line in lines:
        line.decode()
    (event,) = events(content)
    assert event["SUMMARY"] == "阿依古丽·买买提𬱖" * 20
    assert event["LOCATION"] == "a" * 200


def test_marks_with_a_meaning_are_escaped() -> None:
    odd = CalendarEntry(
        uid="x", begins=ENTRY.begins, ends=ENTRY.ends, title="值班;夜,1\\2\n三", place="A,B"
    )
    content = calendar_bytes("值,班", [odd], MADE)
    (event,) = events(content)
    assert (event["SUMMARY"], event["LOCATION"]) == ("值班;夜,1\\2\n三", "A,B")
    assert "X-WR-CALNAME:值\\,班" in unfolded(content)


def test_what_is_called_off_says_so_and_does_not_ring() -> None:
    gone = CalendarEntry(
        uid="x", begins=ENTRY.begins, ends=ENTRY.ends, title="夜班", gone=True, firm=True
    )
    draft = CalendarEntry(uid="y", begins=ENTRY.begins, ends=ENTRY.ends, title="夜班", firm=False)
    first, second = events(calendar_bytes("值班", [gone, draft], MADE))
    assert first["STATUS"] == "CANCELLED"
    assert "ALARM TRIGGER" not in first
    assert second["STATUS"] == "TENTATIVE"


def test_the_same_entries_give_the_same_bytes() -> None:
    assert calendar_bytes("值班", [ENTRY], MADE) == calendar_bytes(
        "值班", [ENTRY], MADE.astimezone(UTC)
    )
