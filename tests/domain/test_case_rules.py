"""What is registered of a dispute: what is put right, and what is refused."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from support.cases import COMPANY, DRAFT, RARE, WITH_DOT
from support.people import make_id

from linli.domain.case_rules import (
    acceptance_problems,
    check_case,
    clean_case,
    event_of,
    is_civil,
)
from linli.domain.cases import Agent, CaseDraft, Mediator, Party, Side, Source

TODAY = date(2026, 11, 23)
AGENT = Agent(name="买买提·艾力", powers="代为参加调解")


def said(draft: CaseDraft) -> str:
    return "".join(problem.message for problem in check_case(clean_case(draft), TODAY))


def test_a_whole_case_breaks_no_rule() -> None:
    assert check_case(clean_case(DRAFT), TODAY, accepted=True) == []


def test_names_are_brought_into_their_normal_form() -> None:
    typed = replace(WITH_DOT, name="阿依古丽•买买提 ", agent=replace(AGENT, name="  "))
    (party, *_) = clean_case(replace(DRAFT, parties=(typed, COMPANY))).parties
    assert party.name == "阿依古丽·买买提"
    assert party.agent is None


def test_an_organisation_has_no_sex_and_a_person_no_representative() -> None:
    mixed = replace(COMPANY, sex_code="1", birth=TODAY, resident_id=3)
    person = replace(RARE, representative="钱大成", organisation_id=3)
    company, one = clean_case(replace(DRAFT, parties=(mixed, person))).parties
    assert (company.sex_code, company.birth, company.resident_id) == (None, None, None)
    assert (one.representative, one.organisation_id) == (None, None)


def test_the_only_mediator_presides() -> None:
    (mediator,) = clean_case(replace(DRAFT, mediators=(Mediator(name="王芳"),))).mediators
    assert mediator.presides


def test_the_second_list_of_kinds_follows_the_first() -> None:
    assert clean_case(replace(DRAFT, kind_code="14", event_code=None)).event_code == "0402"
    assert event_of("99") == "99"


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda d: replace(d, title=" "), "没有填写纠纷名称"),
        (lambda d: replace(d, title="纠" * 101), "最多 100 个字"),
        (
            lambda d: replace(d, registered_on=date(2026, 11, 24)),
            "登记日期「2026年11月24日」还没有到",
        ),
        (lambda d: replace(d, occurred_on=date(2026, 8, 4)), "在登记日期以后"),
        (lambda d: replace(d, kind_code="77"), "没有选择纠纷类型"),
        (lambda d: replace(d, event_code="7777"), "事件类别「7777」"),
        (lambda d: replace(d, source=Source.REFERRED), "没有填写移送单位"),
        (lambda d: replace(d, amount=-1), "涉及金额不能小于 0"),
        (lambda d: replace(d, persons=0), "涉及人数「0」"),
        (lambda d: replace(d, summary="事" * 2001), "最多 2000 个字"),
        (lambda d: replace(d, parties=(replace(RARE, name=""),)), "没有填写姓名"),
        (lambda d: replace(d, parties=(replace(COMPANY, name=""),)), "没有填写单位名称"),
        (lambda d: replace(d, parties=(replace(COMPANY, id_number="91320"),)), "信用代码"),
        (lambda d: replace(d, parties=(replace(RARE, birth=date(2027, 1, 1)),)), "出生日期"),
        (lambda d: replace(d, parties=(replace(RARE, phone="12"),)), "12"),
        (
            lambda d: replace(d, parties=(replace(RARE, agent=replace(AGENT, powers="")),)),
            "没有写「赵𬱖」的代理人「买买提·艾力」的代理权限",
        ),
        (
            lambda d: replace(
                d,
                parties=(
                    replace(
                        RARE,
                        agent=replace(AGENT, since=date(2026, 9, 2), until=date(2026, 9, 1)),
                    ),
                ),
            ),
            "早于开始的",
        ),
        (
            lambda d: replace(
                d,
                parties=(
                    replace(RARE, resident_id=5),
                    replace(RARE, resident_id=5, side=Side.RESPONDENT),
                ),
            ),
            "填了两次（申请人、被申请人）",
        ),
        (
            lambda d: replace(d, mediators=(Mediator(name="王芳"), Mediator(name="王芳"))),
            "调解员「王芳」填了两次",
        ),
        (
            lambda d: replace(
                d,
                mediators=(
                    Mediator(name="王芳", presides=True),
                    Mediator(name="马力", presides=True),
                ),
            ),
            "只能有一位",
        ),
    ],
)
def test_what_cannot_be_is_refused_in_plain_words(
    change: Callable[[CaseDraft], CaseDraft], words: str
) -> None:
    assert words in said(change(DRAFT))


def test_a_wrong_check_digit_of_an_identity_number_is_seen() -> None:
    right = make_id()
    wrong = right[:-1] + ("1" if right[-1] != "1" else "2")
    assert said(replace(DRAFT, parties=(replace(RARE, id_number=right),))) == ""
    assert said(replace(DRAFT, parties=(replace(RARE, id_number=wrong),)))


@pytest.mark.parametrize(
    ("parties", "words"),
    [
        ((WITH_DOT,), "还没有被申请人"),
        ((COMPANY,), "还没有申请人"),
        ((WITH_DOT, replace(COMPANY, representative=None)), "还没有填写法定代表人或负责人"),
    ],
)
def test_what_acceptance_wants_may_be_missing_until_then(
    parties: tuple[Party, ...], words: str
) -> None:
    draft = clean_case(replace(DRAFT, parties=parties))
    assert check_case(draft, TODAY) == []
    assert words in acceptance_problems(draft)[0].message
    assert check_case(draft, TODAY, accepted=True) == acceptance_problems(draft)


def test_an_accepted_case_stays_a_dispute_between_citizens() -> None:
    draft = clean_case(replace(DRAFT, event_code="14"))
    assert check_case(draft, TODAY) == []
    (problem,) = check_case(draft, TODAY, accepted=True)
    assert problem.field == "event_code"
    assert "「涉法涉诉」类的事项不是民间纠纷" in problem.message


def test_acceptance_wants_one_who_presides() -> None:
    draft = replace(DRAFT, mediators=(Mediator(name="王芳"), Mediator(name="马力")))
    assert "还没有主持调解的人" in acceptance_problems(clean_case(draft))[0].message


@pytest.mark.parametrize(
    ("code", "civil"),
    [("0402", True), ("12", True), ("13", False), ("14", False), ("1501", False), ("16", False)],
)
def test_only_disputes_between_citizens_are_mediated(code: str, civil: bool) -> None:
    assert is_civil(replace(DRAFT, event_code=code)) is civil
