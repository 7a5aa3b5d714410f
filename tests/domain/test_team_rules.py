"""Teams: sums that close, nobody twice, plans with today's names."""

from dataclasses import replace
from datetime import date

import pytest

from linli.domain.team_pasting import ListDefaults, read_members
from linli.domain.team_plans import filled_plan, plan_values, starter_plan, unknown_fields
from linli.domain.team_rules import check_member, check_team, clean_member, clean_team, double_of
from linli.domain.team_sums import figures, gaps, sums_of, sums_text
from linli.domain.teams import Member, MemberDraft, Quota, Rank, Team, TeamDraft
from linli.errors import UserError

PATROL = TeamDraft(
    kind_code="01",
    name="治安巡逻队",
    expected=173,
    quotas=tuple(
        Quota(source=source, count=count)
        for source, count in (("社区干部", 6), ("楼栋长", 24), ("党员", 29), ("居民", 114))
    ),
)
ZHANG = MemberDraft(team_id=1, name="张伟", source="党员", phone="13900000001")


def team_of(counts):
    members = [
        Member(id=n, version=1, facts=MemberDraft(team_id=1, name="张伟", source=source))
        for source, count in counts.items()
        for n in range(count)
    ]
    return Team(id=1, version=1, facts=PATROL, sums=sums_of(members, PATROL.quotas, ()))


def test_sums_are_written_as_the_report_has_them():
    team = team_of({"社区干部": 6, "楼栋长": 24, "党员": 29, "居民": 114})
    assert figures([each.count for each in team.sums]) == "6+24+29+114=173"
    assert sums_text(team.sums).startswith("6+24+29+114=173（社区干部 6、")
    assert gaps(team) == []


def test_each_figure_that_does_not_close_has_a_sentence():
    team = team_of({"社区干部": 6, "楼栋长": 25, "党员": 28, "居民": 113, "志愿者": 2})
    assert gaps(team) == [
        "楼栋长应有 24 人，现有 25 人，多 1 人。",
        "党员应有 29 人，现有 28 人，少 1 人。",
        "居民应有 114 人，现有 113 人，少 1 人。",
        "总数应有 173 人，现有 174 人，多 1 人。",
        "志愿者有 2 人，不在应有的类别里。",
    ]


@pytest.mark.parametrize(("counts", "said"), [([], "0"), ([7], "7"), ([1, 0], "1+0=1")])
def test_short_sums(counts, said):
    assert figures(counts) == said


def test_quotas_that_do_not_make_the_total_are_refused():
    assert check_team(PATROL) == []
    (problem,) = check_team(replace(PATROL, expected=170))
    assert "6+24+29+114=173，与应有总人数 170 不符" in problem.message


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"name": ""}, "name"),
        ({"kind_code": "88"}, "kind_code"),
        ({"quotas": (), "expected": -1}, "expected"),
        ({"quotas": (Quota(source="党员", count=1),) * 2, "expected": None}, "quotas"),
        ({"quotas": (Quota(source="党员", count=-1),), "expected": None}, "quotas"),
        ({"plan_text": "请{司令}下令"}, "plan_text"),
    ],
)
def test_broken_rule_of_a_team_is_said_beside_its_field(facts, field):
    assert field in {each.field for each in check_team(clean_team(replace(PATROL, **facts)))}


def test_member_needs_a_name_a_source_and_days_in_order():
    wrong = replace(
        ZHANG, name="", source="", phone="12", since=date(2026, 3, 1), until=date(2026, 2, 1)
    )
    fields = {each.field for each in check_member(clean_member(wrong))}
    assert fields == {"name", "source", "phone", "until"}
    assert check_member(clean_member(ZHANG)) == []


@pytest.mark.parametrize(
    ("other", "doubled"),
    [
        (ZHANG, True),
        (replace(ZHANG, phone=None), True),
        (replace(ZHANG, phone="13900000002"), False),
        (replace(ZHANG, name="李娜"), False),
        (replace(ZHANG, until=date(2026, 2, 28)), False),
        (replace(ZHANG, until=date(2026, 3, 1)), True),
    ],
)
def test_one_person_is_in_a_team_once_at_a_time(other, doubled):
    draft = replace(ZHANG, since=date(2026, 3, 1))
    assert (double_of(draft, [other]) is not None) is doubled


def test_two_records_are_two_people_whatever_they_are_called():
    one, two = replace(ZHANG, resident_id=1), replace(ZHANG, resident_id=2)
    assert double_of(one, [two]) is None
    assert double_of(one, [replace(one, name="张玮")]) is not None


def test_plan_names_who_leads_today():
    title, text = starter_plan()
    members = [
        Member(id=1, version=1, facts=replace(ZHANG, rank=Rank.LEADER)),
        Member(id=2, version=1, facts=replace(ZHANG, name="李娜")),
    ]
    team = Team(id=1, version=1, facts=TeamDraft(kind_code="02", name="应急分队"))
    values = plan_values(team, members, community="西河社区", today=date(2026, 11, 23))
    said = "\n".join(filled_plan(text, values))
    assert title == "处置突发性事件预案"
    assert "队长：张伟。副队长：（暂缺）。队员：李娜。" in said
    assert "{" not in said
    assert unknown_fields(text) == []


DEFAULTS = ListDefaults(
    team_id=1,
    source="居民",
    since=None,
    grids={4: "第一网格", 5: "第二网格"},
    sources=("党员", "居民"),
)


def test_list_with_heads_is_read_by_its_columns():
    rows = [
        ["序号", "姓名", "联系电话", "来源", "网格"],
        ["1", "张 伟", "13900000001", "党员", "2网格"],
        ["", "", "", "", ""],
        ["2", "李娜", "", "", ""],
        ["3", "", "13900000003", "", ""],
    ]
    found = read_members(rows, DEFAULTS)
    zhang, li = found.members
    assert (zhang.name, zhang.phone, zhang.source, zhang.grid_id) == (
        "张伟",
        "13900000001",
        "党员",
        5,
    )
    assert (li.name, li.phone, li.source, li.grid_id) == ("李娜", None, "居民", None)
    assert found.unread == ("第 5 行：没有文字",)


def test_list_without_heads_is_read_by_what_stands_in_it():
    rows = [["1", "买买提·艾力", "13900000001", "第一网格", "司机"], ["李娜", "党员"]]
    first, second = read_members(rows, DEFAULTS).members
    assert (first.name, first.phone, first.grid_id, first.duty) == (
        "买买提·艾力",
        "13900000001",
        4,
        "司机",
    )
    assert (second.name, second.source) == ("李娜", "党员")


def test_list_without_anybody_is_refused():
    with pytest.raises(UserError, match="没有认出姓名"):
        read_members([["1", "13900000001"]], DEFAULTS)
