"""Time limits through the service: versions, own matters, what leaves, undo, rights."""

from dataclasses import replace
from datetime import date

import pytest
from support.cards import page_texts

from linli.domain.accounts import Actor, Role
from linli.domain.limit_rules import check_limit
from linli.domain.limits import Area, Basis, LimitDraft, Unit
from linli.errors import ConflictError, InvalidInput, NotAllowedError, NotFoundError
from linli.services.container import Services

KEY = "suggestion.answer"
OWN = LimitDraft(
    title="证明开具",
    area=Area.OTHER,
    start="started",
    end="finished",
    amount=3,
    unit=Unit.WORKING_DAYS,
    valid_from=date(2026, 7, 1),
)


def shipped(services: Services, key: str = KEY) -> LimitDraft:
    """Return what comes along under a key."""
    return services.limits.limits().versions(key)[-1].facts


def test_what_began_before_a_change_keeps_its_limit(services: Services) -> None:
    old = shipped(services)
    services.limits.save(replace(old, amount=7, valid_from=date(2026, 7, 1)))
    limits = services.limits.limits()
    before, after = (limits.on(KEY, day) for day in (date(2026, 6, 30), date(2026, 7, 1)))
    assert before is not None
    assert after is not None
    assert (before.facts.amount, after.facts.amount) == (old.amount, 7)
    assert [each.facts.amount for each in limits.versions(KEY)] == [7, old.amount]


def test_a_version_is_changed_only_by_who_has_read_it(services: Services) -> None:
    draft = replace(shipped(services), amount=7, valid_from=date(2026, 7, 1))
    saved, _ = services.limits.save(draft)
    services.limits.save(replace(draft, amount=5), saved, version=1)
    with pytest.raises(ConflictError, match="期限“建议答复”"):
        services.limits.save(replace(draft, amount=6), saved, version=1)
    assert services.limits.limits().versions(KEY)[0].facts.amount == 5


def test_two_versions_cannot_begin_on_the_same_day(services: Services) -> None:
    draft = replace(shipped(services), amount=7, valid_from=date(2026, 7, 1))
    services.limits.save(draft)
    with pytest.raises(InvalidInput, match="2026年7月1日"):
        services.limits.save(replace(draft, amount=8))


def test_a_version_says_from_when_it_holds(services: Services) -> None:
    with pytest.raises(InvalidInput, match="从哪天起适用"):
        services.limits.save(replace(OWN, valid_from=None))


def test_own_matters_are_kept_and_forgotten(services: Services) -> None:
    first, _ = services.limits.save(OWN)
    services.limits.save(replace(OWN, title="盖章"))
    assert {each.facts.key for each in services.limits.current() if not each.is_shipped} == {
        "own.1",
        "own.2",
    }
    services.limits.remove(first)
    assert services.limits.limits().versions("own.1") == ()
    with pytest.raises(NotFoundError):
        services.limits.remove(first)


def test_a_change_can_be_undone(services: Services) -> None:
    services.limits.save(OWN)
    undo = services.history.state().undo
    assert undo is not None
    assert undo.action == "修改办理期限：证明开具"
    services.history.undo()
    assert services.limits.limits().versions("own.1") == ()


def test_the_history_says_it_in_words(services: Services) -> None:
    saved, _ = services.limits.save(replace(OWN, basis=Basis.LAW, source="《某某条例》第五条"))
    changes = services.history.of_record("time_limit", str(saved))
    told = {change.field: change.after for change in changes}
    assert told["从哪天算起"] == "收到齐全材料之日"
    assert (told["期限"], told["期限单位"], told["依据的性质"]) == ("3", "个工作日", "法定")


def test_the_list_to_hang_up_names_only_what_is_set(services: Services) -> None:
    services.limits.save(OWN)
    register = services.limits.register("办理期限一览表")
    assert [group.heading for group in register.groups] == ["调解", "信访", "建议", "其他事项"]
    rows = [row for group in register.groups for row in group.rows]
    titles = [row[0] for row in rows]
    assert "证明开具" in titles
    assert "受理决定" not in titles
    (text, *_) = page_texts(services.registers.pdf(register, across=True))
    assert "共同申请司法确认" in text


def test_who_may_not_change_the_rules_of_the_hall_reads_them(services: Services) -> None:
    context = services.context
    actor = Actor(account_id=context.actor.account_id, name="别人", role=Role.MEDIATOR)
    mediator = Services(replace(context, actor=actor))
    assert mediator.limits.current()
    with pytest.raises(NotAllowedError):
        mediator.limits.save(OWN)


def test_the_sample_hall_has_limits_that_keep_the_rules(services: Services) -> None:
    services.sample.create(8)
    limits = services.limits.limits()
    own = [each.facts for each in limits.all_versions() if not each.is_shipped]
    assert {each.key for each in own} == {"mediation.accept", "own.1"}
    assert not any(check_limit(each, limits) for each in own)
    assert not any(each.statutory for each in own)
