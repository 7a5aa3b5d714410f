"""The index of cases: kept by every way of writing, checked, and made anew."""

from dataclasses import replace
from datetime import date

import pytest
from support.cases import AGREEMENT, DRAFT, accepted, agreed, meet, register
from support.ledgers import ACTOR, FixedClock

from linli.domain.cases import CaseFilter
from linli.services.container import Services
from linli.services.ledger import rebuild_index, verify
from linli.storage.case_words import asked


def found(services: Services, words: str) -> list[int]:
    return [row.id for row in services.cases.list_rows(CaseFilter(words=words))]


def broken(services: Services, *statements: str) -> str:
    """Break the index by hand; return what verify says."""
    with services.context.db.writing("弄坏", ACTOR, FixedClock()()) as work:
        for statement in statements:
            work.connection.exec_driver_sql(statement)
    return "".join(verify(services.context).problems)


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("漏水", '"漏水"'),
        ("防水层", '"防水 水层"'),
        ("𬱖", '"𬱖" *'),
        ("Ａ座  3号", '"a座" AND "3号"'),
        ("阿依古丽·买买提", '"阿依 依古 古丽 丽买 买买 买提"'),
        (" —— ", None),
    ],
)
def test_a_word_is_asked_for_as_a_phrase_of_its_pairs(text: str, question: str | None) -> None:
    assert asked(text) == question


def test_a_part_of_a_text_is_found_but_not_its_letters_apart(services: Services) -> None:
    case = agreed(services)
    assert found(services, "雨水渗入两户") == [case.id]
    assert found(services, "户") == [case.id]
    assert found(services, "雨水渗入") == [case.id]
    assert found(services, "水渗雨") == []
    assert found(services, "渗入阿依") == [], "one text does not run into the next"


def test_what_is_changed_or_undone_is_found_as_it_is_now(services: Services) -> None:
    case = accepted(services)
    services.cases.update(case.id, replace(case.facts, summary="电梯停运"), version=case.version)
    assert (found(services, "电梯"), found(services, "防水层坏")) == ([case.id], [])
    services.history.undo()
    assert (found(services, "电梯"), found(services, "楼顶防水层")) == ([], [case.id])


def test_records_of_meetings_and_agreements_are_found(services: Services) -> None:
    case = meet(services, accepted(services), date(2026, 8, 10), record="约定请人鉴定")
    assert found(services, "请人鉴定") == [case.id]
    terms = ("每月初一支付",)
    services.cases.save_agreement(case.id, replace(AGREEMENT, terms=terms), version=case.version)
    assert found(services, "初一支付") == [case.id]


def test_what_has_no_number_is_not_found_by_one(services: Services) -> None:
    case = accepted(services)
    register(services, replace(DRAFT, title="另一件"))
    assert found(services, "人调字") == [case.id]


@pytest.mark.parametrize("said", ["2026-1", "2026-0001", "2026/1"])
def test_a_short_number_is_the_case_and_nothing_else(services: Services, said: str) -> None:
    case = accepted(services)
    accepted(services, replace(DRAFT, title="另一件"))
    assert found(services, said) == [case.id]


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM case_fts WHERE rowid = 1",
        "INSERT INTO case_fts (rowid, words) VALUES (77, '漏水')",
        "INSERT INTO case_fts (case_fts) VALUES ('delete-all')",
    ],
)
def test_what_is_wrong_with_the_index_is_said_and_mended(
    services: Services, statement: str
) -> None:
    case = accepted(services)
    assert verify(services.context).problems == ()
    assert "1 件矛盾纠纷与登记的内容不符" in broken(services, statement)
    rebuild_index(services.context)
    assert verify(services.context).problems == ()
    assert found(services, "漏水") == [case.id]
