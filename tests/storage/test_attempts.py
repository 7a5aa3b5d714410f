"""Failed sign-ins: five are free, then the wait grows and outlives the program."""

from pathlib import Path

import pytest
from support.ledgers import FixedClock

from linli.storage.attempts import Attempts


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "attempts.json"


def _fail(path: Path, clock: FixedClock, times: int) -> None:
    for _ in range(times):
        Attempts(path, "王芳").count(clock())


@pytest.mark.parametrize(
    ("failures", "wait"),
    [(0, 0), (4, 0), (5, 30), (6, 60), (7, 120), (8, 240), (9, 480), (10, 900), (5000, 900)],
)
def test_the_wait_grows_after_five_failures_up_to_a_quarter_of_an_hour(
    path: Path, clock: FixedClock, failures: int, wait: int
) -> None:
    if failures > 10:
        path.write_text(f'{{"王芳": [{failures}, "{clock().isoformat()}"]}}', "utf-8")
    else:
        _fail(path, clock, failures)
    assert Attempts(path, "王芳").wait_seconds(clock()) == wait


def test_each_try_is_counted_and_kept(path: Path, clock: FixedClock) -> None:
    seen = []
    for _ in range(3):
        Attempts(path, "王芳").count(clock())
        seen.append(Attempts(path, "王芳").failures())
    assert seen == [1, 2, 3]


def test_the_wait_runs_off_and_is_rounded_up(path: Path, clock: FixedClock) -> None:
    _fail(path, clock, 5)
    waits = []
    for _ in range(4):
        waits.append(Attempts(path, "王芳").wait_seconds(clock()))
        clock.advance(seconds=10.4)
    assert waits == [30, 20, 10, 0]


def test_a_clock_set_back_begins_the_wait_again_and_no_more(path: Path, clock: FixedClock) -> None:
    _fail(path, clock, 6)
    clock.advance(days=-300)
    assert Attempts(path, "王芳").wait_seconds(clock()) == 60
    clock.advance(seconds=59)
    assert Attempts(path, "王芳").wait_seconds(clock()) == 1
    clock.advance(seconds=1)
    assert Attempts(path, "王芳").wait_seconds(clock()) == 0


def test_success_forgets_the_failures_of_that_name_only(path: Path, clock: FixedClock) -> None:
    _fail(path, clock, 6)
    Attempts(path, "李明").count(clock())
    Attempts(path, "王芳").clear()
    assert Attempts(path, "王芳").failures() == 0
    assert Attempts(path, "李明").failures() == 1


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff",
        b"[1]",
        b'{"\xe7\x8e\x8b\xe8\x8a\xb3": 7}',
        '{"王芳": [9, "yesterday"]}'.encode(),
        '{"王芳": [-9, "2026-11-23T01:00:00+00:00"]}'.encode(),
    ],
)
def test_a_damaged_file_never_locks_anybody_out(
    path: Path, clock: FixedClock, content: bytes
) -> None:
    path.write_bytes(content)
    attempts = Attempts(path, "王芳")
    assert attempts.wait_seconds(clock()) == 0
    attempts.count(clock())
    attempts.clear()
    attempts.count(clock())
    assert attempts.failures() == 1
