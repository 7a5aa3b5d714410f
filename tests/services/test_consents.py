"""Consent notices: printed, recorded, withdrawn; a child's is signed by a guardian."""

from dataclasses import replace
from datetime import date

import pytest
from support.cards import page_texts
from support.ledgers import ACCOUNT
from support.people import make_document, make_draft, make_id

from linli.domain.accounts import Actor, Role
from linli.domain.consents import Answer, ConsentDraft, ConsentFilter, ConsentState
from linli.domain.privacy_letters import NoticeFacts
from linli.errors import InvalidInput, NotAllowedError, UserError
from linli.services.container import Services
from linli.services.context import Context

TODAY = date(2026, 11, 23)


@pytest.fixture
def adult(services: Services) -> int:
    return services.residents.add(make_draft("张桂兰", sequence=124))[0]


@pytest.fixture
def child(services: Services) -> int:
    number = make_id(birth=date(2016, 3, 1), sequence=15)
    draft = make_draft("张小明", documents=(make_document(number),), birth=None)
    return services.residents.add(draft)[0]


def _text(content: bytes) -> str:
    return "".join(page_texts(content)).replace(" ", "")


def test_who_has_no_notice_is_listed_until_it_is_signed(services: Services, adult: int) -> None:
    nobody = ConsentFilter(state=ConsentState.NONE)
    assert [row.person.id for row in services.consents.list_people(nobody)] == [adult]
    services.consents.add([ConsentDraft(resident_id=adult, day=TODAY, separate=("health",))])
    assert services.consents.list_people(nobody) == []
    counts = services.consents.counts()
    assert (counts.none, counts.given, counts.people) == (0, 1, 1)
    (consent,) = services.consents.of_resident(adult)
    assert consent.facts.separate == ("health",)
    assert consent.account == "王芳"


def test_a_child_cannot_sign_alone(services: Services, child: int) -> None:
    with pytest.raises(InvalidInput, match="还不满 14 周岁"):
        services.consents.add([ConsentDraft(resident_id=child, day=TODAY)])
    draft = ConsentDraft(resident_id=child, day=TODAY, answer=Answer.GUARDIAN)
    with pytest.raises(InvalidInput, match="没有填写监护人"):
        services.consents.add([draft])
    with_mother = ConsentDraft(
        resident_id=child,
        day=TODAY,
        answer=Answer.GUARDIAN,
        guardian=" 李梅 ",
        guardian_relation="母亲",
    )
    services.consents.add([with_mother])
    (consent,) = services.consents.of_resident(child)
    assert consent.facts.guardian == "李梅"


def test_a_refusal_consents_to_nothing(services: Services, adult: int) -> None:
    draft = ConsentDraft(
        resident_id=adult, day=TODAY, answer=Answer.REFUSED, separate=("health",), guardian="李梅"
    )
    services.consents.add([draft])
    (consent,) = services.consents.of_resident(adult)
    assert consent.state is ConsentState.REFUSED
    assert (consent.facts.separate, consent.facts.guardian) == ((), None)


def test_a_withdrawn_consent_is_listed_as_such(services: Services, adult: int) -> None:
    services.consents.add([ConsentDraft(resident_id=adult, day=date(2026, 11, 1))])
    (consent,) = services.consents.of_resident(adult)
    with pytest.raises(InvalidInput, match="早于签名日期"):
        services.consents.withdraw(consent.id, date(2026, 10, 1), None, version=1)
    services.consents.withdraw(consent.id, TODAY, "搬家了", version=1)
    withdrawn = ConsentFilter(state=ConsentState.WITHDRAWN)
    (row,) = services.consents.list_people(withdrawn)
    assert row.consent is not None
    assert row.consent.withdrawn_on == TODAY
    services.history.undo()
    assert services.consents.of_resident(adult)[0].state is ConsentState.GIVEN


def test_the_last_notice_counts(services: Services, adult: int) -> None:
    services.consents.add(
        [ConsentDraft(resident_id=adult, day=date(2026, 11, 1), answer=Answer.REFUSED)]
    )
    services.consents.add([ConsentDraft(resident_id=adult, day=TODAY)])
    (row,) = services.consents.list_people()
    assert row.state is ConsentState.GIVEN


def test_several_signed_on_one_day_are_one_step(services: Services, adult: int, child: int) -> None:
    drafts = [ConsentDraft(resident_id=number, day=TODAY) for number in (adult, child)]
    with pytest.raises(UserError, match="「张小明」：签名那天还不满 14 周岁"):
        services.consents.add(drafts)
    assert services.consents.of_resident(adult) == []


def test_the_notice_fills_in_the_hall_and_the_person(
    services: Services, adult: int, child: int
) -> None:
    services.consents.save_notice_facts(
        NoticeFacts(purposes="", kinds="姓名、电话", contact="0994-4820000", days=10)
    )
    text = _text(services.consents.notices([adult, child]))
    assert "个人信息收集使用告知书" in text
    assert "张桂兰" in text
    assert "0994-4820000" in text
    assert "监护人签名" in text
    assert "10个工作日内答复" in text
    events = services.history.events()
    assert any(event.action == "打印个人信息告知书" for event in events)


def test_a_blank_notice_leaves_room_for_both_signatures(services: Services) -> None:
    text = _text(services.consents.notices([]))
    assert "本人签名" in text
    assert "监护人签名" in text


def test_a_reader_may_not_record_notices(context: Context, adult: int) -> None:
    actor = Actor(account_id=1, name=ACCOUNT, role=Role.READER)
    reader = Services(replace(context, actor=actor))
    with pytest.raises(NotAllowedError, match="登记告知书"):
        reader.consents.add([ConsentDraft(resident_id=adult, day=TODAY)])
