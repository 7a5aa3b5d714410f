from dataclasses import replace
from datetime import date

import pytest
from support.organisations import make_credit_code

from linli.domain.codes import code_table
from linli.domain.organisation_rules import check_organisation, clean_organisation
from linli.domain.organisations import Leader, OrganisationDraft, leader_text
from linli.domain.values.dates import PartialDate

TODAY = date(2026, 11, 23)
PLAIN = OrganisationDraft(name="西河小学", kind_code="02")


@pytest.mark.parametrize(
    ("since", "until", "text"),
    [
        (None, None, "王建国 会长"),
        (PartialDate(2021, 3), None, "王建国 会长 2021年3月至今"),
        (PartialDate(2021, 3), PartialDate(2024), "王建国 会长 2021年3月至2024年"),
        (None, PartialDate(2024), "王建国 会长 已于2024年卸任"),
        (None, PartialDate(2027, 1), "王建国 会长 到2027年1月卸任"),
    ],
)
def test_time_in_office_is_spoken(since, until, text):
    leader = Leader(name="王建国", post="会长", since=since, until=until)
    assert leader_text(leader, TODAY) == text


@pytest.mark.parametrize(
    ("until", "former"),
    [
        (None, False),
        (PartialDate(2026, 11, 22), True),
        (PartialDate(2026, 11, 23), True),
        (PartialDate(2026, 11, 24), False),
        (PartialDate(2027), False),
    ],
)
def test_office_has_ended_from_its_last_day(until, former):
    assert Leader(name="王建国", until=until).is_former_on(TODAY) is former


def test_texts_and_code_are_tidied():
    code = make_credit_code(5)
    said = replace(
        PLAIN,
        name=" 西河 小学 ",
        credit_code=code.lower(),
        phone="",
        leaders=(Leader(name="王 芳"),),
    )
    clean = clean_organisation(said)
    assert (clean.name, clean.credit_code, clean.phone) == ("西河 小学", code, None)
    assert clean.leaders[0].name == "王芳"


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"name": ""}, "name"),
        ({"name": "西" * 81}, "name"),
        ({"kind_code": ""}, "kind_code"),
        ({"kind_code": "77"}, "kind_code"),
        ({"credit_code": "123"}, "credit_code"),
        ({"phone": "12"}, "phone"),
        ({"leaders": (Leader(name=""),)}, "leaders"),
        ({"leaders": (Leader(name="王芳", since=PartialDate(2027)),)}, "leaders"),
        (
            {"leaders": (Leader(name="王芳", since=PartialDate(2024), until=PartialDate(2023)),)},
            "leaders",
        ),
    ],
)
def test_broken_rule_is_named_beside_its_field(facts, field):
    problems = check_organisation(replace(PLAIN, **facts), TODAY)
    assert {problem.field for problem in problems} == {field}


def test_what_is_right_has_no_problem():
    leader = Leader(name="王芳", since=PartialDate(2024), until=PartialDate(2024, 5))
    facts = replace(PLAIN, credit_code=make_credit_code(), leaders=(leader,))
    assert check_organisation(facts, TODAY) == []


@pytest.mark.parametrize(
    ("typed", "code"), [("业委会", "06"), ("公司", "03"), ("个体户", "04"), ("社团", "05")]
)
def test_kinds_are_known_as_people_call_them(typed, code):
    assert code_table("organisation").code_of(typed) == code
