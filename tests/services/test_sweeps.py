"""Sweeps through the service: findings, the case one becomes, sums, paper."""

from dataclasses import replace
from datetime import date

import pytest
from support.cards import page_texts
from support.people import make_draft
from support.roles import as_role
from support.teams import add_grids

from linli.domain.accounts import Role
from linli.domain.cases import Source
from linli.domain.jump import JumpKind
from linli.domain.suggestions import SuggestionDraft
from linli.domain.sweeps import (
    FindingDraft,
    FindingFilter,
    Handling,
    Named,
    SweepDraft,
    SweepFilter,
    SweepSums,
)
from linli.errors import ConflictError, InvalidInput, NotAllowedError, UserError
from linli.services.jump import JumpService

TODAY = date(2026, 11, 23)
FOUND = FindingDraft(
    place="3号楼2单元",
    content="楼上漏水，两家争吵，电话 13812345678",
    people=(Named(name="李秀英"), Named(name="王强")),
    kind_code="02",
    prevented=True,
)
WENT = SweepDraft(day=TODAY, goers=("王芳", "马力"), households=12, findings=(FOUND,))


@pytest.fixture
def sweep(services):
    return services.sweeps.get(services.sweeps.add(WENT)[0])


def test_a_sweep_is_kept_with_what_it_found(services, sweep):
    (finding,) = sweep.findings
    assert replace(finding.facts, id=None) == FOUND
    assert (sweep.found, sweep.prevented, sweep.facts.goers) == (1, 1, ("王芳", "马力"))
    services.sweeps.add(replace(WENT, day=date(2026, 10, 31), findings=()))
    services.sweeps.add(replace(WENT, day=date(2026, 11, 1), findings=()))
    sums = services.sweeps.sums(date(2026, 11, 1), date(2026, 11, 30))
    assert sums == SweepSums(sweeps=2, found=1, prevented=1)
    assert services.sweeps.goers("马") == ["马力"]


def test_lists_are_narrowed(services, sweep):
    (grid,) = add_grids(services, 1)
    other, _ = services.sweeps.add(
        replace(WENT, grid_id=grid, findings=(), scope="1号楼", day=date(2026, 11, 1))
    )

    def ids(**facts):
        return [each.id for each in services.sweeps.list_all(SweepFilter(**facts))]

    assert ids() == [sweep.id, other]
    assert ids(grid_id=grid) == [other]
    assert ids(with_findings=True) == ids(text="王强") == ids(text="漏水") == [sweep.id]
    assert ids(text="1号楼") == ids(until=date(2026, 11, 22)) == [other]
    assert ids(text="100%") == []
    assert services.sweeps.findings(FindingFilter(is_open=True))[0].sweep_id == sweep.id
    assert services.sweeps.findings(FindingFilter(kind_code="01")) == []
    assert services.sweeps.findings(FindingFilter(risk=True)) == []
    assert len(services.sweeps.findings(FindingFilter(prevented=True))) == 1


def test_a_finding_becomes_a_case_with_the_link_kept_on_both_sides(services, sweep):
    person, _ = services.residents.add(make_draft("欧阳建国"))
    (finding,) = sweep.findings
    linked = replace(
        finding.facts, people=(Named(name="他", resident_id=person), Named(name="王强"))
    )
    services.sweeps.update(
        sweep.id, replace(sweep.facts, findings=(linked,)), version=sweep.version
    )
    case_id, changes = services.sweeps.open_case(finding.id)
    case = services.cases.get(case_id)
    assert case.facts.title == "欧阳建国与王强邻里纠纷"
    assert (case.facts.source, case.finding_id) == (Source.SWEEP, finding.id)
    assert case.facts.parties[0].resident_id == person
    assert case.facts.parties[0].sex_code == "1"
    (now,) = services.sweeps.get(sweep.id).findings
    assert (now.case_id, now.case, now.facts.handling) == (
        *(case_id, case.facts.title),
        Handling.CASE,
    )
    assert not now.is_open
    with pytest.raises(UserError, match="已经转为案件"):
        services.sweeps.open_case(finding.id)
    with pytest.raises(UserError, match="已经转为案件"):
        services.sweeps.remove(sweep.id)
    kept = services.sweeps.get(sweep.id)
    with pytest.raises(UserError, match="已经转为案件"):
        services.sweeps.update(sweep.id, replace(kept.facts, findings=()), version=kept.version)
    services.history.undo()  # one step: the case and the link
    (now,) = services.sweeps.get(sweep.id).findings
    assert (now.case_id, now.facts.handling) == (None, Handling.WATCHED)
    assert changes.entry_id is not None


def test_changing_a_sweep_keeps_the_other_findings(services, sweep):
    (finding,) = sweep.findings
    more = replace(FOUND, content="停车纠纷", people=(), handling=Handling.HANDED_ON, unit="派出所")
    changed = replace(sweep.facts, findings=(more, replace(finding.facts, risk=True)))
    services.sweeps.update(sweep.id, changed, version=sweep.version)
    now = services.sweeps.get(sweep.id)
    assert [each.facts.content for each in now.findings] == ["停车纠纷", FOUND.content]
    assert now.findings[1].id == finding.id
    with pytest.raises(ConflictError):
        services.sweeps.update(sweep.id, changed, version=sweep.version)
    services.sweeps.update(
        sweep.id, replace(now.facts, findings=now.facts.findings[1:]), version=now.version
    )
    assert services.sweeps.get(sweep.id).found == 1
    services.sweeps.remove(sweep.id)
    assert services.sweeps.list_all() == []
    services.history.undo()
    assert services.sweeps.get(sweep.id).findings[0].facts.people == FOUND.people


def test_what_cannot_be_is_refused(services):
    with pytest.raises(InvalidInput):
        services.sweeps.add(replace(WENT, goers=()))
    with pytest.raises(InvalidInput):
        services.sweeps.checked_finding(replace(FOUND, content=""))
    for role in (Role.READER, Role.ROSTER_KEEPER, Role.AUDITOR):
        with pytest.raises(NotAllowedError):
            as_role(services, role).sweeps.list_all()


def test_paper_masks_numbers_and_is_recorded(services, sweep):
    made = services.sweeps.register(SweepFilter(), "排查登记")
    assert "138****5678" in str(made.groups)
    made = services.sweeps.finding_register(FindingFilter(), "排查发现")
    assert "138****5678" in str(made.groups)
    said = "".join(page_texts(services.sweeps.sheet(sweep.id))).replace("\n", "")
    assert "矛盾纠纷排查记录表" in said
    assert "王芳、马力" in said
    assert services.history.events()[0].action == "打印排查记录表"
    content = services.registers.pdf(services.sweeps.blank_register("排查登记表"), across=True)
    assert "02邻里" in "".join(page_texts(content)).replace("\n", "")


def test_sweeps_and_suggestions_are_jumped_to_by_who_may_see_them(services, sweep):
    services.suggestions.add(SuggestionDraft(day=TODAY, content="巷口装一盏灯"))
    found = [JumpService(services), JumpService(as_role(services, Role.READER))]
    kinds = [
        [
            entry.kind
            for typed in ("马力", "装一盏灯")
            for entry in each.find(typed, each.catalogue())
        ]
        for each in found
    ]
    assert kinds == [[JumpKind.SWEEP, JumpKind.SUGGESTION], [JumpKind.SUGGESTION]]


def test_sweeps_travel_with_the_case_one_became(make_machines):
    one, other = make_machines("甲", "乙")
    sweep_id, _ = one.services.sweeps.add(WENT)
    (finding,) = one.services.sweeps.get(sweep_id).findings
    one.services.sweeps.open_case(finding.id)
    other.read(one.write(other))
    (sweep,) = other.services.sweeps.list_all()
    assert replace(sweep.findings[0].facts, id=None) == replace(FOUND, handling=Handling.CASE)
    case = other.services.cases.get(sweep.findings[0].case_id)
    assert case.finding_id == sweep.findings[0].id
    assert other.records() == one.records()
