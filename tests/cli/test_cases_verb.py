"""`linli cases`: what is listed, and what a program reads."""

import json
from datetime import date

from support.cases import DRAFT, accepted, register, take

from linli.domain.case_flow import Step


def test_an_empty_ledger_says_so(ledger):
    assert ledger.run("cases") == 0
    assert ledger.out == "没有这样的矛盾纠纷。\n"


def test_cases_are_listed_with_their_numbers(ledger, services):
    accepted(services)
    assert ledger.run("cases") == 0
    assert "〔2026〕西人调字第1号" in ledger.out
    assert "阿依古丽·买买提、赵𬱖、西河安居物业服务有限公司" in ledger.out
    assert ledger.out.endswith("共 1 件。\n")


def test_only_open_ones_or_those_of_a_year_are_listed(ledger, services):
    accepted(services)
    case = register(services, DRAFT)
    take(services, case, Step.VOID, date(2026, 8, 4), reason="重复登记")
    assert ledger.run("cases", "--open") == 0
    assert "共 1 件" in ledger.out
    assert ledger.run("cases", "--year", "2025") == 0
    assert "没有这样的矛盾纠纷" in ledger.out
    assert ledger.run("cases", "--year", "20255") == 2


def test_json_keeps_codes_and_money_in_fen(ledger, services):
    accepted(services)
    assert ledger.run("cases", "--json", "--words", "赵𬱖") == 0
    (case,) = json.loads(ledger.out)
    assert (case["number"], case["stage"], case["kind"]) == (
        "〔2026〕西人调字第1号",
        "accepted",
        "14",
    )
    assert (case["opened_on"], case["amount_fen"]) == ("2026-08-05", 1_200_000)
