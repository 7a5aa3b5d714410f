"""Who mediates and stands too near a party."""

from dataclasses import replace

import pytest
from support.cases import COMPANY, DRAFT, RARE

from linli.domain.case_conflicts import Home, KnownPeople, conflicts
from linli.domain.cases import Agent, CaseDraft, Mediator
from linli.domain.values.addresses import Address

WANG, ZHAO = 7, 8
ROOM = Address(estate="西河新村", building="3栋", unit="2单元", room="502室")


def case(mediator: Mediator | None = None, **party: object) -> CaseDraft:
    mediators = (mediator or Mediator(name="王芳", phone="13900002222"),)
    return replace(DRAFT, mediators=mediators, parties=(replace(RARE, **party), COMPANY))  # type: ignore[arg-type]


def known(mediator: Home | None = None, party: Home | None = None, **more: object) -> KnownPeople:
    homes = {number: home for number, home in ((WANG, mediator), (ZHAO, party)) if home}
    return KnownPeople(mediators={0: WANG}, parties={0: ZHAO}, homes=homes, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("draft", "people", "words"),
    [
        (case(), known(Home(household_id=1), Home(household_id=1)), "和当事人「赵𬱖」是同一户的人"),
        (case(), known(Home(dwelling_id=1), Home(dwelling_id=1)), "和当事人「赵𬱖」住在同一处"),
        (
            case(address="西河新村 3栋2单元502室"),
            KnownPeople(mediators={0: WANG}, homes={WANG: Home(address=ROOM)}),
            "住在同一个地址",
        ),
        (case(), known(ties={(WANG, ZHAO): "是对方的房东"}), "有关系（是对方的房东）"),
        (case(), KnownPeople(mediators={0: WANG}, parties={0: WANG}), "就是当事人「赵𬱖」本人"),
        (case(Mediator(name="赵𬱖")), KnownPeople(), "同名，如果是同一个人"),
        (
            case(Mediator(name="赵𬱖", phone="139-0000-2222"), phone="13900002222"),
            KnownPeople(),
            "就是当事人「赵𬱖」本人",
        ),
        (case(agent=Agent(name="王芳", powers="全权")), KnownPeople(), "的委托代理人"),
        (
            case(Mediator(name="钱大成")),
            KnownPeople(),
            "是当事人「西河安居物业服务有限公司」的负责人",
        ),
    ],
)
def test_a_mediator_near_a_party_is_named_with_the_reason(
    draft: CaseDraft, people: KnownPeople, words: str
) -> None:
    (sentence,) = conflicts(draft, people)
    assert words in sentence
    assert sentence.endswith("请另选调解员，或者先征得各方当事人同意。")


def test_a_leader_of_a_registered_organisation_is_found() -> None:
    draft = replace(DRAFT, parties=(replace(COMPANY, organisation_id=4, representative="钱大成"),))
    assert len(conflicts(draft, KnownPeople(leaders={4: ["马力"]}))) == 1


def test_people_without_a_tie_are_not_warned_of() -> None:
    people = known(Home(household_id=1, dwelling_id=1), Home(household_id=2, dwelling_id=2))
    assert conflicts(case(address="西河新村3栋2单元501室"), people) == []
    assert conflicts(DRAFT, KnownPeople()) == []
