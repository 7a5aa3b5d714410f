"""How long data are kept: who is due, kept with a reason, or erased; nothing goes by itself."""

from dataclasses import replace
from datetime import date

import pytest
from support.ledgers import PASSWORD
from support.people import make_draft

from linli.domain.erasures import ERASED, Ground
from linli.domain.residents import ResidentStatus
from linli.errors import InvalidInput
from linli.services.container import Services

LATER = date(2028, 1, 1)


@pytest.fixture
def gone(services: Services) -> int:
    """Somebody who moved out in the month before."""
    number = services.residents.add(make_draft("张桂兰", sequence=124))[0]
    services.residents.move_out([number], date(2026, 10, 31), "到市里")
    return number


def _shorten(services: Services, rule_id: str, months: int) -> None:
    rules = [
        replace(rule, months=months) if rule.id == rule_id else rule
        for rule in services.retention.rules()
    ]
    services.retention.save_rules(rules)


def test_nobody_is_due_before_the_time_is_over(services: Services, gone: int) -> None:
    assert services.retention.due() == []
    _shorten(services, "moved_out", 1)
    assert services.retention.due() == []
    services.context.clock.advance(days=8)
    (line,) = services.retention.due()
    assert (line.name, line.since, line.due) == ("张桂兰", date(2026, 10, 31), date(2026, 11, 30))
    assert services.residents.get(gone).status is ResidentStatus.MOVED_OUT


def test_what_is_kept_is_due_again_after_that_day(services: Services, gone: int) -> None:
    _shorten(services, "moved_out", 1)
    services.context.clock.advance(days=8)
    lines = services.retention.due()
    with pytest.raises(InvalidInput, match="没有写继续保存的理由"):
        services.retention.keep(lines, LATER, " ")
    with pytest.raises(InvalidInput, match="最多继续保存 10 年"):
        services.retention.keep(lines, date(2040, 1, 1), "还在领补贴")
    services.retention.keep(lines, LATER, "还在领补贴")
    assert services.retention.due() == []
    (kept,) = services.retention.due(waiting=False)
    assert kept.kept is not None
    assert (kept.kept.reason, kept.kept.account) == ("还在领补贴", "王芳")
    services.context.clock.advance(days=500)
    assert len(services.retention.due()) == 1


def test_a_rule_that_is_off_finds_nobody(services: Services, gone: int) -> None:
    rules = [replace(rule, months=1, enabled=False) for rule in services.retention.rules()]
    services.retention.save_rules(rules)
    services.context.clock.advance(days=60)
    assert services.retention.due() == []


def test_the_recycle_bin_is_under_a_rule_of_its_own(services: Services) -> None:
    number = services.residents.add(make_draft("张桂兰", sequence=124))[0]
    services.residents.recycle([number])
    services.context.clock.advance(days=200)
    (line,) = services.retention.due()
    assert line.rule.id == "recycled"


def test_a_period_out_of_range_is_refused(services: Services) -> None:
    with pytest.raises(InvalidInput, match="1 到 600 个月"):
        _shorten(services, "deceased", 0)


def test_a_person_who_is_due_can_be_erased(services: Services, gone: int) -> None:
    _shorten(services, "moved_out", 1)
    services.context.clock.advance(days=8)
    services.retention.keep(services.retention.due(), LATER, "还在领补贴")
    result = services.erasures.erase(gone, ground=Ground.PERIOD, password=PASSWORD)
    assert result.swept
    assert services.retention.due(waiting=False) == []
    assert services.context.db.audit_problems() == []
    assert ERASED not in services.history.entries()[0].action
