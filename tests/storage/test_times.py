"""Moments are kept in UTC and sort as text."""

from datetime import UTC, datetime, timedelta

import pytest
from support.ledgers import BEIJING

from linli.storage.times import shown, stored


def test_a_moment_is_kept_in_utc_and_shown_as_the_same_moment() -> None:
    moment = datetime(2026, 11, 23, 9, 0, tzinfo=BEIJING)
    assert stored(moment) == "2026-11-23T01:00:00.000+00:00"
    assert shown(stored(moment)) == moment
    assert shown(stored(moment)).tzinfo is not None


def test_kept_moments_sort_as_they_happened() -> None:
    moment = datetime(2026, 1, 1, tzinfo=UTC)
    moments = [moment + timedelta(milliseconds=137 * n) for n in range(50)]
    assert sorted(map(stored, moments)) == [stored(m) for m in moments]


def test_a_moment_without_a_time_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        stored(datetime(2026, 1, 1))  # noqa: DTZ001 - that is the point
