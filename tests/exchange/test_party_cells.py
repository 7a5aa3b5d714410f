"""What ledgers say of party members and of the village before the community."""

import pytest
from support.people import make_id
from support.sheets import book, read

from linli.domain.imports import LedgerField
from linli.domain.party import PartyBelonging, PartyManagement, PartyMembership
from linli.domain.residents import ManagementClass
from linli.domain.values.dates import PartialDate
from linli.exchange.head_words import meaning_of


def person(**said):
    """Return the person of a ledger with these heads and cells."""
    heads = ("姓名", "身份证号", *said)
    return read(book([heads, ("张三", make_id(sequence=1), *said.values())])).people[0].draft


def test_register_of_party_members_is_read_whole():
    draft = person(
        政治面貌="中共党员",
        所在支部="第二党支部",
        入党时间="1985.7",
        管理方式="直管",
        组织关系="属地",
        活动证号="流-018",
        困难党员="√",
        认领岗位="环境卫生监督员",
    )
    assert draft.politics_code == "01"
    assert draft.party == PartyMembership(
        branch="第二党支部",
        joined=PartialDate(1985, 7),
        management=PartyManagement.DIRECT,
        belonging=PartyBelonging.LOCAL,
        certificate="流-018",
        difficulty=True,
        post="环境卫生监督员",
    )
    assert draft.note is None


def test_management_of_tenants_is_not_taken_for_that_of_members():
    draft = person(是否流动人口="是", 管理方式="临时管理")
    assert draft.party is None
    assert draft.floating.management is ManagementClass.TEMPORARY


def test_organisation_elsewhere_is_kept():
    draft = person(组织关系="其他", 组织关系所在党组织="县供销社党支部")
    assert draft.party.belonging is PartyBelonging.OTHER
    assert draft.party.home_organisation == "县供销社党支部"


def test_what_cannot_be_read_goes_into_the_note():
    draft = person(党支部="第一党支部", 党员管理方式="共管", 组织关系="转接中", 入党日期="早年")
    assert draft.party == PartyMembership(branch="第一党支部")
    for text in ("共管", "转接中", "早年"):
        assert text in draft.note


@pytest.mark.parametrize(
    ("cell", "returned"), [("是", True), ("返迁户", True), ("否", False), ("", False)]
)
def test_village_and_return_are_read(cell, returned):
    draft = person(原村="下朱庄村", 是否返迁=cell)
    assert draft.origin_village == "下朱庄村"
    assert draft.returned is returned


def test_return_in_other_words_goes_into_the_note():
    draft = person(返迁情况="2019年待定")
    assert not draft.returned
    assert "2019年待定" in draft.note


@pytest.mark.parametrize(
    ("head", "field"),
    [
        ("支部", LedgerField.PARTY_BRANCH),
        ("入党时间", LedgerField.PARTY_JOINED),
        ("组织关系", LedgerField.PARTY_BELONGING),
        ("原村", LedgerField.ORIGIN_VILLAGE),
        ("返迁", LedgerField.RETURNED),
    ],
)
def test_heads_are_known(head, field):
    assert meaning_of(head).field is field
