"""What the jump list finds of duties: visits, sheets by number, labels, mediation cases."""

from datetime import date

import pytest
from support.cases import accepted
from support.homes import settle_neighbours
from support.roles import as_role

from linli.domain.accounts import Role
from linli.domain.community_map import Box, LabelDraft, LabelKind
from linli.domain.jump import JumpEntry, JumpKind
from linli.domain.receptions import VisitDraft
from linli.domain.walks import SheetKind, WalkFilter
from linli.services.container import Services
from linli.services.jump import JumpService

DAY = date(2026, 11, 19)


def found(services: Services, text: str) -> list[JumpEntry]:
    service = JumpService(services)
    return service.find(text, service.catalogue())


@pytest.fixture
def visits(services: Services) -> Services:
    for name, matter, content in (
        ("李秀英", "01", "楼道的路灯不亮，\n晚上老人出门看不见台阶，希望早点修"),
        ("赵来信", "09", "反映补偿款"),
    ):
        draft = VisitDraft(day=DAY, name=name, matter_code=matter, content=content)
        services.receptions.save_visit(draft)
    return services


def test_a_visit_is_found_by_who_came_and_by_what_it_was_about(visits: Services) -> None:
    (entry,) = found(visits, "李秀英")
    assert (entry.kind, entry.title) == (JumpKind.VISIT, "李秀英")
    assert found(visits, "lxy") == found(visits, "路灯") == [entry]
    assert entry.detail.startswith("2026-11-19 · ")
    assert entry.detail.endswith("楼道的路灯不亮， 晚上老人出门看不见台阶…")


def test_a_petition_is_found_only_by_who_may_see_it(visits: Services) -> None:
    assert [entry.title for entry in found(visits, "赵来信")] == ["赵来信"]
    assert found(as_role(visits, Role.READER), "赵来信") == []


@pytest.mark.parametrize("typed", ["1", "0001", "走访单 1", "走访单0001"])
def test_a_sheet_is_found_by_its_number(services: Services, typed: str) -> None:
    settle_neighbours(services)
    services.walks.make(SheetKind.WALK, WalkFilter(), "王芳")
    sheets = [entry for entry in found(services, typed) if entry.kind is JumpKind.SHEET]
    assert [(entry.key, entry.title) for entry in sheets] == [(1, "走访单 0001")]
    assert sheets[0].detail.endswith("王芳 · 还没收回")
    services.walks.void(1, "丢失")
    (again,) = (entry for entry in found(services, typed) if entry.kind is JumpKind.SHEET)
    assert again.detail.endswith("已作废")


@pytest.mark.parametrize("typed", ["2", "1号楼", "13800000001", "0"])
def test_a_number_that_is_no_sheet_finds_none(services: Services, typed: str) -> None:
    settle_neighbours(services)
    services.walks.make(SheetKind.WALK, WalkFilter())
    assert all(entry.kind is not JumpKind.SHEET for entry in found(services, typed))


def test_a_label_of_the_picture_is_found_by_its_text(services: Services) -> None:
    box = Box(x=0, y=0, width=9, height=2)
    draft = LabelDraft(kind=LabelKind.ROAD, text="幸福路", box=box)
    services.community_map.save_label(None, draft)
    (entry,) = found(services, "xfl")
    assert (entry.kind, entry.title, entry.detail) == (JumpKind.LABEL, "幸福路", "道路")


@pytest.mark.parametrize(
    "typed", ["漏水", "买买提", "2026-1", "〔2026〕西人调字第1号", "雨水渗入两户", "aygl"]
)
def test_a_case_is_found_by_number_party_title_and_words(services: Services, typed: str) -> None:
    case = accepted(services)
    entries = [entry for entry in found(services, typed) if entry.kind is JumpKind.CASE]
    assert [(entry.key, entry.title) for entry in entries] == [(case.id, case.facts.title)]
    assert "〔2026〕西人调字第1号" in entries[0].detail


def test_a_case_is_found_only_by_who_may_mediate(services: Services) -> None:
    accepted(services)
    assert found(as_role(services, Role.READER), "漏水") == []


def test_figures_alone_find_no_case(services: Services) -> None:
    accepted(services)
    assert found(services, "3") == []
