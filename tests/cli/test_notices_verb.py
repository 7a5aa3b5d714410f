"""Notices in the terminal: to a PDF, issued, for a whole grid, and the register."""

from dataclasses import replace

import pytest
from support.cards import page_texts

from linli.domain.notice_paper import Layout
from linli.domain.notices import Issuer

MEETING = (
    *("--set", "会议名称=居民代表会议", "--set", "会议日期=2026-11-25", "--set", "会议时间=14:30"),
    *(
        "--set",
        "会议地点=二楼会议室",
        "--set",
        "会议内容=学习\\n讨论",
        "--set",
        "参加人员=居民代表",
    ),
)


@pytest.fixture
def out(tmp_path):
    return tmp_path / "通知.pdf"


@pytest.fixture(autouse=True)
def issuers(request):
    if "ledger" in request.fixturenames or "ledger_of_homes" in request.fixturenames:
        services = request.getfixturevalue("services")
        services.notices.save_issuers([Issuer(name="西河社区居民委员会", prefix="西社通")])


def test_a_notice_becomes_a_pdf_without_being_issued(ledger, out):
    assert ledger.run("notice", "会议通知", *MEETING, "--out", out) == 0
    assert "没有发文" in ledger.out
    text = "".join(page_texts(out.read_bytes()))
    assert "关于召开居民代表会议的通知" in text
    assert "1. 学习" in text
    assert ledger.json("notices", "list") == []


def test_an_issued_notice_has_its_number_and_stands_in_the_register(ledger, out):
    said = ledger.json("notice", "meeting", *MEETING, "--out", out, "--issue")
    assert said["number"] == "西社通〔2026〕1号" or said["number"].endswith("1号")
    (row,) = ledger.json("notices", "list")
    assert (row["number"], row["state"]) == (said["number"], "issued")
    ledger.run("notices", "list")
    assert "关于召开居民代表会议的通知" in ledger.out
    assert "已发" in ledger.out


def test_title_and_text_can_be_set_too(ledger, out):
    own = ("--set", "标题=关于开放日的通知", "--set", "正文=欢迎。", "--set", "落款日期=2026-1-5")
    ledger.run("notice", "plain", "--set", "事由=x", "--set", "正文内容=x", *own, "--out", out)
    text = "".join(page_texts(out.read_bytes()))
    assert "关于开放日的通知" in text
    assert "2026年1月5日" in text


def test_a_red_head_takes_urgency_signers_and_copy_numbers(ledger, out, services):
    kind, _ = services.notice_kinds.copy("plain", "请示")
    upwards = replace(services.notice_kinds.get(kind), layout=Layout.OFFICIAL)
    services.notice_kinds.save(upwards)
    said = ("事由=解决办公用房", "正文内容=妥否，请批示。", "称呼=木垒镇人民政府")
    head = ("紧急程度=加急", "签发人=王建国、李秀英", "份号=是")
    options = [part for each in (*said, *head) for part in ("--set", each)]
    ledger.run("notice", kind, *options, "--out", out, "--issue")
    text = "".join(page_texts(out.read_bytes())).replace("\r\n", "").replace(" ", "")
    for words in ("000001", "加急", "签发人：王建国李秀英", "西社通〔2026〕1号"):
        assert words in text


def test_a_whole_grid_gets_one_each(ledger_of_homes, out, services):
    grid = services.grids.list_all()[0].facts.name
    said = ledger_of_homes.json("notice", "visit", "--to-grid", grid, "--out", out)
    assert said["copies"] == len(page_texts(out.read_bytes()))
    assert said["copies"] > 1
    people = ledger_of_homes.json(
        "notice", "visit", "--to-grid", grid, "--per", "person", "--out", out
    )
    assert people["copies"] >= said["copies"]


@pytest.mark.parametrize(
    ("typed", "said", "code"),
    [
        (("notice", "证明"), "没有“证明”这种通知", 1),
        (("notice", "meeting"), "没有填写会议名称", 1),
        (("notice", "meeting", "--set", "地方=x"), "没有“地方”这一项", 2),
        (("notice", "meeting", "--set", "地方"), "要写成 填写项=内容", 2),
    ],
)
def test_what_is_wrong_is_one_sentence(ledger, out, typed, said, code):
    assert ledger.run(*typed, "--out", out) == code
    assert said in ledger.err
    assert not out.exists()


def test_kinds_are_listed_with_what_is_asked_for(ledger):
    kinds = {kind["id"]: kind for kind in ledger.json("notices", "kinds")}
    assert len(kinds) == 9
    assert {"name": "会议地点", "kind": "文字", "required": True} in kinds["meeting"]["fields"]
    ledger.run("notices", "kinds")
    assert "会议地点*" in ledger.out


def test_an_empty_register_says_so(ledger):
    ledger.run("notices", "list")
    assert "还没有通知" in ledger.out
