"""What the hall says of its committee: cleaned, checked, and hinted at by the law."""

from dataclasses import replace
from datetime import date

import pytest
from support.cases import HALL

from linli.domain.mediation_hall import (
    JOINT_LABEL,
    CommitteeMember,
    Helper,
    MediationHall,
    MediatorGroup,
    Office,
    check_hall,
    clean_hall,
    committee_hints,
)

TODAY = date(2026, 11, 23)


def hints(*members: CommitteeMember, mixed: bool = False) -> str:
    return "".join(committee_hints(replace(HALL, members=members, is_mixed=mixed), TODAY))


def member(number: int, **facts: object) -> CommitteeMember:
    made = CommitteeMember(name=f"委员{'甲乙丙丁戊己庚辛壬癸'[number]}", is_woman=True)
    return replace(made, **facts)  # type: ignore[arg-type]


def test_lines_without_a_name_and_double_spaces_go() -> None:
    typed = MediationHall(
        committee=" 西河社区人民调解委员会 ",
        mark=" 西 ",
        groups=(MediatorGroup(name="一组", members=("王芳", " ", "王芳")), MediatorGroup(name=" ")),
        members=(CommitteeMember(name=" "),),
        joint_label=" ",
        helpers=(Helper(name=""),),
    )
    clean = clean_hall(typed)
    assert clean == MediationHall(
        committee="西河社区人民调解委员会",
        mark="西",
        groups=(MediatorGroup(name="一组", members=("王芳",)),),
        joint_label=JOINT_LABEL,
    )


def test_who_mediates_is_named_once() -> None:
    assert HALL.mediators == ("王芳", "马力", "李和")


@pytest.mark.parametrize("mark", ["西1", "第西", "〔西〕", "西号", "西" * 9])
def test_a_mark_is_a_short_name_and_nothing_of_the_number(mark: str) -> None:
    assert [problem.field for problem in check_hall(replace(HALL, mark=mark))] == ["mark"]


def test_two_chairs_and_two_groups_of_one_name_are_refused() -> None:
    chairs = tuple(member(number, office=Office.CHAIR) for number in range(2))
    groups = (MediatorGroup(name="一组"), MediatorGroup(name="一组"))
    problems = check_hall(replace(HALL, members=chairs, groups=groups))
    assert [problem.field for problem in problems] == ["groups", "members"]


@pytest.mark.parametrize("count", [2, 10])
def test_fewer_than_three_or_more_than_nine_are_hinted_at(count: int) -> None:
    people = [member(number) for number in range(count)]
    assert f"有 {count} 名委员，按人民调解法第八条应为 3 至 9 名" in hints(*people)


def test_chair_woman_and_minority_are_hinted_at() -> None:
    men = [member(number, is_woman=False) for number in range(3)]
    said = hints(*men, mixed=True)
    assert "还没有主任" in said
    assert "没有妇女" in said
    assert "人数较少民族" in said
    chair = member(0, office=Office.CHAIR, is_minority=True)
    assert hints(chair, member(1), member(2), mixed=True) == ""


@pytest.mark.parametrize(
    ("since", "over"),
    [(date(2023, 11, 23), True), (date(2023, 11, 24), False), (date(2024, 2, 29), False)],
)
def test_a_term_ends_after_three_years(since: date, over: bool) -> None:
    said = hints(member(0, office=Office.CHAIR, since=since), member(1), member(2))
    assert ("任期已满 3 年" in said) is over


def test_a_hall_that_has_said_nothing_is_not_hinted_at() -> None:
    assert committee_hints(MediationHall(), TODAY) == []
