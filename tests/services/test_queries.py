"""Lists that were looked at stand in the trail, by their conditions and never by a name."""

from dataclasses import replace

import pytest
from support.people import make_draft
from support.roles import as_role
from support.trail import last_events

from linli.domain.accounts import Role
from linli.domain.audit import AuditFilter, AuditKind
from linli.domain.residents import ResidentFilter
from linli.errors import NotAllowedError
from linli.services.container import Services

OLD = ResidentFilter(age_from=60)


def queries(services: Services) -> int:
    return len(services.audits.list_ids(AuditFilter(kind=AuditKind.QUERY)))


def test_a_filter_is_recorded_with_its_words_and_how_many_it_found(services: Services) -> None:
    services.queries.residents(replace(OLD, care_tags=("独居",)), 12)
    (event,) = last_events(services, 1)
    assert (event.action, event.subject, event.kind) == ("查询居民", "居民 12 人", AuditKind.QUERY)
    assert event.detail == {"条件": "60 岁以上，标签 独居"}


def test_a_filter_by_a_sensitive_tag_says_so(services: Services) -> None:
    services.queries.residents(ResidentFilter(care_tags=("信访重点",)), 2)
    assert last_events(services, 1)[0].detail["重点人员"] == "是"


def test_a_typed_name_is_not_recorded(services: Services) -> None:
    services.queries.residents(replace(OLD, text="欧阳雪松"), 1)
    (event,) = last_events(services, 1)
    assert event.detail == {"条件": "60 岁以上", "另按文字查找": "是"}
    services.queries.residents(ResidentFilter(text="欧阳雪松"), 1)
    assert queries(services) == 1


def test_the_same_list_is_recorded_again_only_after_a_while(services: Services, clock) -> None:
    for _ in range(3):
        services.queries.residents(OLD, 12)
        services.queries.entitlements("在享受的、低保", 3)
    assert queries(services) == 2
    clock.advance(minutes=31)
    services.queries.residents(OLD, 12)
    assert queries(services) == 3


def test_who_may_not_read_has_nothing_recorded(services: Services) -> None:
    services.residents.add(make_draft("张三"))
    with pytest.raises(NotAllowedError):
        as_role(services, Role.AUDITOR).queries.residents(OLD, 1)
