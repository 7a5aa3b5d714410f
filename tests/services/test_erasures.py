"""Erasing people: who may, with the password, what holds them on, and who comes back."""

from dataclasses import replace
from datetime import date

import pytest
from support.homes import settle_neighbours
from support.ledgers import ACCOUNT, PASSWORD
from support.people import make_document, make_draft, make_id, make_phone

from linli.domain.accounts import Actor, Role
from linli.domain.erasures import ERASED, Ground
from linli.domain.privacy_requests import RequestDraft, RequestFilter, RequestKind
from linli.domain.residents import RentalDraft, Tenancy
from linli.domain.values.addresses import Address
from linli.errors import NotAllowedError, NotFoundError, StorageProblem, WrongPasswordError
from linli.services.container import Services
from linli.services.context import Context
from linli.storage import erasures

NUMBER = make_id(sequence=321)


@pytest.fixture
def person(services: Services) -> int:
    draft = make_draft(
        "欧阳雪松", documents=(make_document(NUMBER),), phones=(make_phone("13912345678"),)
    )
    return services.residents.add(draft)[0]


def _erase(services: Services, person: int, **changes):
    facts = {"ground": Ground.REQUEST, "password": PASSWORD}
    return services.erasures.erase(person, **{**facts, **changes})


def test_a_wrong_password_erases_nothing(services: Services, person: int) -> None:
    with pytest.raises(WrongPasswordError, match="没有删除"):
        _erase(services, person, password="falsch-2026")
    assert services.residents.get(person).facts.name == "欧阳雪松"


def test_a_clerk_may_not_erase(context: Context, person: int) -> None:
    clerk = Services(replace(context, actor=Actor(account_id=1, name=ACCOUNT, role=Role.CLERK)))
    for forbidden in (lambda: _erase(clerk, person), lambda: clerk.erasures.plan(person)):
        with pytest.raises(NotAllowedError, match="彻底删除个人信息"):
            forbidden()
    assert clerk.erasures.returned() == []


def test_the_plan_names_what_goes_and_the_backups_that_hold_on(
    services: Services, person: int
) -> None:
    services.backups.make("测试")
    plan = services.erasures.plan(person)
    assert plan.name == "欧阳雪松"
    assert {line.label for line in plan.goes} >= {"居民登记", "证件", "电话"}
    (held,) = plan.backups
    assert held.reason == "测试"
    result = _erase(services, person)
    assert result.backups == plan.backups
    with pytest.raises(NotFoundError):
        services.residents.get(person)


def test_a_backup_from_before_the_person_does_not_hold_them(services: Services) -> None:
    services.backups.make("之前")
    number = services.residents.add(make_draft("欧阳雪松"))[0]
    assert services.erasures.plan(number).backups == ()


def test_the_request_stays_without_the_name(services: Services, person: int) -> None:
    draft = RequestDraft(
        name="欧阳雪松",
        resident_id=person,
        kind=RequestKind.ERASE,
        received_on=date(2026, 11, 20),
        content="把欧阳雪松的都删掉",
        contact="13912345678",
    )
    services.privacy_requests.add(draft)
    _erase(services, person)
    (request,) = services.privacy_requests.list_all(RequestFilter())
    assert (request.number, request.facts.kind) == ("2026-001", RequestKind.ERASE)
    assert (request.facts.name, request.facts.content) == (ERASED, ERASED)
    assert request.facts.contact is None


def test_the_last_of_a_household_takes_its_visits_along(services: Services) -> None:
    first, *others = settle_neighbours(services)
    _erase(services, first)
    assert services.residents.get(others[0]).id == others[0]
    assert services.context.db.audit_problems() == []
    assert services.context.db.damage() == []


def test_a_former_tenant_is_made_nameless(services: Services) -> None:
    tenant = Tenancy(
        name="赵租客", document=make_document(NUMBER), phone="13912345678", until=date(2020, 1, 1)
    )
    home = Address(building="3号楼", unit="2单元", room="501")
    dwelling = services.dwellings.add_rental(home, RentalDraft(tenancies=(tenant,)))[0]
    (line,) = services.retention.due()
    assert (line.rule.id, line.name) == ("tenancy_ended", "赵租客")
    result = services.erasures.anonymise_tenancy(
        line.row_id, ground=Ground.PERIOD, password=PASSWORD
    )
    assert result.swept
    assert services.retention.due(waiting=False) == []
    assert all(
        "赵租客" not in str(change)
        for change in services.history.of_record("dwelling", str(dwelling))
    )
    assert services.context.db.audit_problems() == []


def test_a_full_disk_leaves_the_sweeping_for_later(
    services: Services, person: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: object) -> None:
        raise StorageProblem("磁盘已满。", "请清理磁盘。")

    with monkeypatch.context() as patch:
        patch.setattr(erasures, "sweep", fail)
        assert not _erase(services, person).swept
        assert not services.erasures.finish()
    assert services.erasures.finish()
    assert services.erasures.finish()


def test_who_was_erased_is_reported_when_entered_again(services: Services, person: int) -> None:
    _erase(services, person)
    assert services.erasures.returned() == []
    again = services.residents.add(make_draft("欧阳雪松", documents=(make_document(NUMBER),)))[0]
    (returned,) = services.erasures.returned()
    assert (returned.resident_id, returned.certain) == (again, True)
    _erase(services, again, ground=Ground.AGAIN)
    assert services.erasures.returned() == []
