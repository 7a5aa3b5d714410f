"""The hall's own digits hold wherever a number is told, not only in lists."""

from dataclasses import replace
from datetime import date

import pytest
from support.people import make_document, make_draft, make_id, make_phone
from support.roles import as_role

from linli.domain.accounts import Actor, Role
from linli.domain.consents import ConsentDraft
from linli.domain.values.masking import Masks
from linli.errors import InvalidInput, NotAllowedError
from linli.services.container import Services, open_services

NUMBER = make_id(sequence=321)
OWN = Masks(document=(3, 2), mobile=(0, 4))


@pytest.fixture
def services(services: Services) -> Services:
    services.masking.save(OWN, 60)
    return services


def test_a_number_already_taken_is_told_with_the_halls_digits(services: Services) -> None:
    services.residents.add(make_draft("张三", documents=(make_document(NUMBER),)))
    with pytest.raises(InvalidInput) as refused:
        services.residents.add(make_draft("李四", documents=(make_document(NUMBER),)))
    (problem,) = refused.value.problems
    assert OWN.show_document(NUMBER) in problem.message
    assert NUMBER[:6] not in problem.message


def test_a_number_that_an_erasure_leaves_is_told_with_them(services: Services) -> None:
    shared = make_phone("13912345678")
    person, _ = services.residents.add(make_draft("张三", phones=(shared,)))
    services.residents.add(make_draft("李四", sequence=5, phones=(shared,)))
    (said,) = [line for line in services.erasures.plan(person).stays if "也是别人登记的" in line]
    assert "*******5678" in said


def test_history_masks_numbers_in_notes_too(services: Services) -> None:
    person, _ = services.residents.add(make_draft("张三", note="女儿 13912345678"))
    services.residents.move_out([person], date(2026, 11, 1), "去女儿家 13912345678")
    told = {change.field: change.after for change in services.history.of_resident(person)}
    assert told["备注"] == "女儿 *******5678"
    assert told["状态说明"] == "去女儿家 *******5678"


def test_rules_of_the_hall_are_not_the_clerks_to_take_back(services: Services) -> None:
    """A clerk may take back others' steps, but may not change what the administrator set."""
    context = services.context
    clerk = replace(context, actor=Actor(account_id=2, name="李娜", role=Role.CLERK))
    theirs = open_services(clerk)
    with pytest.raises(NotAllowedError):
        theirs.history.undo()
    (step, *_) = theirs.history.entries(1)
    assert "请管理员撤回" in theirs.steps.plan(step.id).refusal
    services.history.undo()
    assert services.masking.masks() == Masks()


def test_a_consent_is_taken_back_only_by_who_may_record_one(services: Services) -> None:
    """Somebody whose role was changed keeps their own steps, but not the right to them."""
    person, _ = services.residents.add(make_draft("张三"))
    services.consents.add([ConsentDraft(resident_id=person, day=date(2026, 11, 23))])
    mediator = as_role(services, Role.MEDIATOR)
    with pytest.raises(NotAllowedError):
        mediator.history.undo()
    assert services.consents.of_resident(person)
