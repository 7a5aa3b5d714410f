"""Rules of sweeps, their papers, and the case that a finding becomes."""

from dataclasses import replace
from datetime import date

import pytest

from linli.domain.cases import Side, Source
from linli.domain.sweep_lists import (
    blank_register,
    finding_register,
    sweep_letter,
    sweep_register,
)
from linli.domain.sweep_rules import case_from, check_sweep, clean_sweep
from linli.domain.sweeps import Finding, FindingDraft, Handling, Named, Sweep, SweepDraft

TODAY = date(2026, 11, 23)
FOUND = FindingDraft(
    place="3号楼2单元",
    content="楼上漏水，两家争吵",
    people=(Named(name="李秀英", resident_id=5), Named(name="王强")),
    kind_code="02",
    prevented=True,
)
WENT = SweepDraft(day=TODAY, goers=("王芳",), households=12)


def saved(draft: SweepDraft) -> Sweep:
    findings = tuple(
        Finding(id=n, sweep_id=1, day=draft.day, facts=each)
        for n, each in enumerate(draft.findings, 1)
    )
    return Sweep(id=1, version=1, facts=draft, findings=findings)


def test_a_sweep_that_found_nothing_is_right() -> None:
    assert check_sweep(clean_sweep(WENT), TODAY) == []
    letter = sweep_letter(saved(WENT), community="西河社区", printed="")
    assert "没有发现矛盾纠纷。" in letter.texts()


def test_a_sweep_in_normal_form_names_nobody_twice() -> None:
    twice = replace(FOUND, people=(*FOUND.people, Named(name=" 王强 ")), unit="派出所")
    draft = clean_sweep(replace(WENT, goers=("王芳", " 王　芳", ""), findings=(twice,)))
    assert draft.goers == ("王芳",)
    assert draft.findings[0].people == FOUND.people
    assert draft.findings[0].unit is None  # nothing was handed on


@pytest.mark.parametrize(
    ("draft", "field", "words"),
    [
        (replace(WENT, day=date(2026, 11, 24)), "day", "还没有到"),
        (replace(WENT, goers=()), "goers", "谁去排查"),
        (replace(WENT, households=-1), "households", "走访户数「-1」"),
        (replace(WENT, findings=(replace(FOUND, content=""),)), "findings", "第 1 件：没有填写"),
        (replace(WENT, findings=(replace(FOUND, kind_code="77"),)), "findings", "纠纷类型"),
        (
            replace(WENT, findings=(replace(FOUND, handling=Handling.HANDED_ON),)),
            *("findings", "哪个部门"),
        ),
    ],
)
def test_what_cannot_be_is_refused(draft: SweepDraft, field: str, words: str) -> None:
    (problem,) = check_sweep(clean_sweep(draft), TODAY)
    assert problem.field == field
    assert words in problem.message


def test_a_finding_becomes_a_case() -> None:
    (finding,) = saved(replace(WENT, findings=(FOUND,))).findings
    draft = case_from(finding, TODAY)
    assert draft.title == "李秀英与王强邻里纠纷"
    assert (draft.source, draft.summary, draft.place) == (
        *(Source.SWEEP, FOUND.content),
        FOUND.place,
    )
    assert [(party.side, party.resident_id) for party in draft.parties] == [
        (Side.APPLICANT, 5),
        (Side.RESPONDENT, None),
    ]
    nobody = replace(finding, facts=replace(FOUND, people=(), place=None))
    assert case_from(nobody, TODAY).title == "排查发现的邻里纠纷"
    three = (*FOUND.people, Named(name="赵燕"))
    many = replace(finding, facts=replace(FOUND, people=three))
    assert case_from(many, TODAY).title == "李秀英与王强等人邻里纠纷"


def test_lists_add_up() -> None:
    sweep = saved(replace(WENT, findings=(FOUND, replace(FOUND, prevented=False))))
    made = sweep_register([sweep, saved(WENT)], title="排查登记")
    assert made.foot_note == "合计：排查 2 次，发现 2 件，预防 1 件"
    waiting = replace(sweep.findings[0], facts=replace(FOUND, handling=Handling.CASE))
    assert waiting.waits_for_case
    done = replace(waiting, case_id=3, case="〔2026〕西人调字第1号")
    rows = finding_register([waiting, done], title="发现").groups[0].rows
    assert [row[-1] for row in rows] == [
        "转为案件（还没有登记）",
        "转为案件：〔2026〕西人调字第1号",
    ]
    assert [waiting.is_open, done.is_open] == [True, False]


def test_the_sheet_for_a_pen_tells_the_codes() -> None:
    made = blank_register("矛盾纠纷排查登记表")
    assert "02邻里" in made.foot_note
    assert "2转为案件" in made.foot_note
