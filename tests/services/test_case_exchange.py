"""Cases beyond one machine and one record: exchange, merged people, erased people, extracts."""

from dataclasses import replace
from datetime import date

import pytest
from support.cases import AGREEMENT, DRAFT, HALL, MEETING, accepted, agreed, take
from support.ledgers import PASSWORD
from support.machines import Machine, MakeMachines
from support.people import make_document, make_draft, make_id, make_phone

from linli.domain.case_flow import Stage, Step
from linli.domain.cases import Case, CaseFilter, Side
from linli.domain.erasures import ERASED, Ground
from linli.domain.merges import MergeChoices
from linli.services.container import Services
from linli.services.ledger import verify

NAME, NUMBER, PHONE = "欧阳雪松", make_id(sequence=321), "13912345678"


def cases_of(machine: Machine) -> list[Case]:
    return machine.services.cases.load()


def test_a_case_travels_with_its_number_and_all_that_belongs_to_it(
    make_machines: MakeMachines,
) -> None:
    one, other = make_machines("甲", "乙")
    case = agreed(one.services)
    other.read(one.write(other))
    (arrived,) = cases_of(other)
    assert str(arrived.number) == str(case.number)
    assert arrived.stage is Stage.WRITTEN
    assert [party.name for party in arrived.facts.parties] == [
        party.name for party in case.facts.parties
    ]
    assert [taken.facts for taken in arrived.steps] == [taken.facts for taken in case.steps]
    assert arrived.agreement is not None
    assert case.agreement is not None
    assert arrived.agreement.terms == case.agreement.terms
    assert verify(other.context).problems == ()
    assert [row.id for row in other.services.cases.list_rows(CaseFilter(words="渗入"))] == [
        arrived.id
    ]


def test_the_other_machine_goes_on_with_it_and_numbers_follow(
    make_machines: MakeMachines,
) -> None:
    one, other = make_machines("甲", "乙")
    agreed(one.services)
    other.read(one.write(other))
    (arrived,) = cases_of(other)
    other.services.cases.save_hall(HALL)
    take(other.services, arrived, Step.PERFORM, date(2026, 9, 20))
    following = accepted(other.services, replace(DRAFT, title="另一件"))
    assert str(following.number) == "〔2026〕西人调字第2号"
    one.read(other.write(one))
    first, second = cases_of(one)
    assert (first.stage, str(second.number)) == (Stage.PERFORMING, "〔2026〕西人调字第2号")


def test_two_marks_keep_the_numbers_of_two_machines_apart(make_machines: MakeMachines) -> None:
    one, other = make_machines("甲", "乙")
    accepted(one.services)
    other.services.cases.save_hall(replace(HALL, mark="西东"))
    accepted(other.services, replace(DRAFT, title="另一件"))
    other.read(one.write(other))
    assert [str(case.number) for case in cases_of(other)] == [
        "〔2026〕西东人调字第1号",
        "〔2026〕西人调字第1号",
    ]


def test_a_number_that_two_machines_gave_is_said(make_machines: MakeMachines) -> None:
    one, other = make_machines("甲", "乙")
    accepted(one.services)
    accepted(other.services, replace(DRAFT, title="另一件"))
    other.read(one.write(other))
    assert len(cases_of(other)) == 2
    (said,) = other.services.cases.committee_hints()
    assert "〔2026〕西人调字第1号" in said
    assert "填不同的代字" in said


@pytest.fixture
def person(services: Services) -> int:
    draft = make_draft(NAME, documents=(make_document(NUMBER),), phones=(make_phone(PHONE),))
    return services.residents.add(draft)[0]


@pytest.fixture
def case(services: Services, person: int) -> Case:
    party = services.cases.party_of_resident(person)
    draft = replace(
        DRAFT,
        title=f"{NAME}与物业漏水纠纷",
        summary=f"{NAME}家中漏水。",
        parties=(party, DRAFT.parties[2]),
    )
    case = accepted(services, draft)
    meeting = replace(MEETING, present=(NAME,), record=f"{NAME}说明情况。")
    services.cases.add_meeting(case.id, meeting, version=case.version)
    case = services.cases.get(case.id)
    terms = (f"物业赔偿{NAME}。",)
    services.cases.save_agreement(
        case.id, replace(AGREEMENT, terms=terms, facts=""), version=case.version
    )
    return services.cases.get(case.id)


def test_a_party_is_filled_from_the_ledger(services: Services, person: int) -> None:
    party = services.cases.party_of_resident(person, Side.RESPONDENT)
    assert (party.name, party.id_number, party.phone) == (NAME, NUMBER, PHONE)
    assert (party.side, party.resident_id) == (Side.RESPONDENT, person)


def test_a_case_follows_its_party_into_a_merged_record(
    services: Services, person: int, case: Case
) -> None:
    other = services.residents.add(make_draft("欧阳雪松", documents=(), sequence=9))[0]
    services.doubles.merge(other, person, MergeChoices())
    assert [row.id for row in services.cases.of_resident(other)] == [case.id]


def test_an_erased_party_leaves_the_case_without_a_name(
    services: Services, person: int, case: Case
) -> None:
    services.erasures.erase(person, ground=Ground.REQUEST, password=PASSWORD)
    left = services.cases.get(case.id)
    party = left.facts.parties[0]
    assert (party.name, party.id_number, party.phone, party.address) == (ERASED, None, None, None)
    assert left.number == case.number
    assert NAME not in str(left)
    assert services.cases.list_rows(CaseFilter(words=NAME)) == []
    assert services.cases.list_rows(CaseFilter(words="漏水")) != []
    assert verify(services.context).problems == ()


def test_a_copy_of_ones_data_names_the_cases(services: Services, person: int, case: Case) -> None:
    from linli.storage.extract import extract

    with services.context.db.reading() as connection:
        found = extract(connection, person, [person])
    titles = [section.title for section in found.sections]
    assert "矛盾纠纷（当事人）" in titles
    assert ("当事人所在案件", "〔2026〕西人调字第1号") in next(
        section.lines for section in found.sections if section.title == "矛盾纠纷（当事人）"
    )
