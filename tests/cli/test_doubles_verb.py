import json

from support.people import make_document, make_draft

from linli.domain.residents import ResidentDraft
from linli.domain.values.dates import PartialDate


def add_pair(services):
    for _ in range(2):
        services.residents.add(ResidentDraft(name="王伟", birth=PartialDate(1960, 5, 1)))


def test_ledger_without_doubles_says_so(ledger):
    assert ledger.run("doubles") == 0
    assert ledger.out == "没有发现可能重复的人。\n"


def test_pairs_are_listed_with_the_reason(ledger, services):
    add_pair(services)
    assert ledger.run("doubles") == 0
    assert "很可能" in ledger.out
    assert "姓名相同、出生日期相同" in ledger.out
    assert "共 1 对可能是同一人。" in ledger.out


def test_limit_says_that_there_are_more(ledger, services):
    for _ in range(2):
        add_pair(services)
    assert ledger.run("doubles", "--limit", "2") == 0
    assert "共 2 对可能是同一人，还有更多。" in ledger.out


def test_json_holds_reasons_and_masked_numbers(ledger, services):
    for sequence in (201, 203):
        draft = make_draft("孙六", documents=(make_document(sequence=sequence),))
        services.residents.add(draft)
    assert ledger.run("doubles", "--json") == 0
    answer = json.loads(ledger.out)
    (double,) = answer["doubles"]
    assert double["reasons"] == ["name_birth", "similar_number"]
    assert double["likelihood"] == "likely"
    assert "*" in double["first"]["document"]
    assert answer["more"] is False
