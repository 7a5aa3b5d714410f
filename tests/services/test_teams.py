"""Teams through the service: 西河社区's figures, members from everywhere, patrols, equipment."""

from dataclasses import replace
from datetime import date, time

import openpyxl
import pytest
from support.cards import page_texts
from support.homes import settle_neighbours
from support.ledgers import PASSWORD
from support.people import make_draft, make_phone
from support.roles import as_role
from support.teams import add_grids, add_members, add_team, informants, patrol

from linli.domain.accounts import Role
from linli.domain.equipment import DrillDraft, EquipmentDraft, IssueDraft, stock_text
from linli.domain.erasures import ERASED, Ground
from linli.domain.patrol_rules import FillRule
from linli.domain.patrols import Outcome, ShiftDraft, ShiftFilter
from linli.domain.residents import ResidentFilter
from linli.domain.staff import StaffDraft
from linli.domain.team_sums import figures, gaps
from linli.domain.teams import MemberDraft, MemberFilter, Rank, TeamDraft, TeamFilter
from linli.errors import ConflictError, InvalidInput, NotAllowedError, NotFoundError, UserError

TODAY = date(2026, 11, 23)


@pytest.fixture
def team(services):
    return add_team(services, "02", "应急分队")


def members(services, team_id, **conditions):
    return services.team_members.list_all(MemberFilter(team_id=team_id, **conditions))


def joined(services, team_id):
    return [member.facts.name for member in members(services, team_id, on=TODAY)]


# ---- the figures of the community -----------------------------------------------------------


def test_teams_of_the_community_close(services):
    add_grids(services)
    patrol_id = patrol(services)
    emergency = add_team(services, "02", "处突应急分队", expected=40)
    add_members(services, emergency, 40, start=200, source="居民")
    heads = add_team(services, "04", "巷道、楼栋长队伍", expected=24)
    add_members(services, heads, 24, start=300, source="楼栋长")
    informants(services)
    strengths = {team.facts.name: team.strength for team in services.teams.list_all()}
    assert strengths == {
        "治安巡逻队": 173,
        "处突应急分队": 40,
        "信息员队伍": 40,
        "巷道、楼栋长队伍": 24,
    }
    team = services.teams.get(patrol_id)
    assert figures([each.count for each in team.sums]) == "6+24+29+114=173"
    assert [gaps(team) for team in services.teams.list_all()] == [[]] * 4
    (one,) = [m for m in members(services, patrol_id) if m.facts.phone == "13900000100"]
    services.team_members.end([one.id], date(2026, 11, 22))
    assert gaps(services.teams.get(patrol_id)) == [
        "居民应有 114 人，现有 113 人，少 1 人。",
        "总数应有 173 人，现有 172 人，少 1 人。",
    ]
    register = services.teams.member_register(patrol_id, revealed=False)
    assert "6+24+29+113=172" in register.foot_note
    assert "少 1 人" in register.foot_note
    assert all("****" in row[4] for row in register.groups[0].rows)


# ---- teams ----------------------------------------------------------------------------------


def test_team_is_kept_whole_and_an_old_form_does_not_overwrite(services, team):
    found = services.teams.get(team)
    draft = replace(found.facts, purpose="处突", plan_title="预案", plan_text="队长{队长}")
    services.teams.update(team, draft, version=found.version)
    assert services.teams.get(team).facts == draft
    with pytest.raises(ConflictError):
        services.teams.update(team, draft, version=found.version)
    services.history.undo()
    assert services.teams.get(team).facts == found.facts


def test_two_teams_do_not_share_a_name(services, team):
    with pytest.raises(InvalidInput, match="已经有队伍叫「应急分队」"):
        services.teams.add(TeamDraft(kind_code="99", name="应急分队"))


def test_team_with_members_is_dissolved_not_removed(services, team):
    add_members(services, team, 1)
    with pytest.raises(UserError, match="登记过 1 名队员"):
        services.teams.remove(team)
    found = services.teams.get(team)
    services.teams.update(
        team, replace(found.facts, until=date(2026, 11, 1)), version=found.version
    )
    assert services.teams.list_all() == []
    assert len(services.teams.list_all(TeamFilter(running=False))) == 1


def test_empty_team_is_removed(services, team):
    services.teams.remove(team)
    with pytest.raises(NotFoundError):
        services.teams.get(team)


def test_sources_are_the_halls_own(services):
    assert services.teams.sources()[:3] == ["社区干部", "楼栋长", "党员"]
    services.teams.save_sources(["民警", " 低保 ", ""])
    assert services.teams.sources() == ["民警", "低保"]
    for wrong in ([], ["民警", "民警"]):
        with pytest.raises(InvalidInput):
            services.teams.save_sources(wrong)


# ---- members --------------------------------------------------------------------------------


def test_member_follows_the_resident(services, team):
    person = services.residents.add(make_draft("李娜", phones=(make_phone("13911112222"),)))[0]
    draft = MemberDraft(team_id=team, name="", source="党员", resident_id=person)
    member_id, _ = services.team_members.add(draft)
    member = services.team_members.get(member_id)
    assert (member.facts.name, member.phone, member.facts.phone) == ("李娜", "13911112222", None)


def test_who_died_is_said_on_the_lists(services, team):
    person = services.residents.add(make_draft("李娜"))[0]
    services.team_members.add(MemberDraft(team_id=team, name="", source="党员", resident_id=person))
    services.residents.mark_deceased(person, date(2026, 11, 1))
    (row,) = services.teams.callout_register(team, revealed=False).groups[0].rows
    assert row[1] == "李娜（已去世）"


def test_member_of_staff_brings_name_and_number(services, team):
    person = services.staff.add(StaffDraft(name="陈明", phone="13922223333"))[0]
    draft = MemberDraft(team_id=team, name="", source="社区干部", staff_id=person)
    member = services.team_members.get(services.team_members.add(draft)[0])
    assert (member.facts.name, member.phone) == ("陈明", "13922223333")


def test_one_person_is_refused_twice_in_a_team_and_shown_in_several(services, team):
    person = services.residents.add(make_draft("李娜"))[0]
    draft = MemberDraft(team_id=team, name="", source="党员", resident_id=person)
    first, _ = services.team_members.add(draft)
    with pytest.raises(InvalidInput, match="「李娜」已经在这支队伍里"):
        services.team_members.add(draft)
    other = add_team(services, "01", "治安巡逻队")
    services.team_members.add(replace(draft, team_id=other))
    assert services.team_members.get(first).others == ("治安巡逻队",)
    services.team_members.end([first], date(2026, 11, 1))
    services.team_members.add(replace(draft, since=date(2026, 11, 2)))
    assert joined(services, team) == ["李娜"]


def test_leaders_come_first(services, team):
    add_members(services, team, 3)
    found = members(services, team)
    last = found[-1]
    services.team_members.update(
        last.id, replace(last.facts, rank=Rank.DEPUTY), version=last.version
    )
    ranks = [member.facts.rank for member in members(services, team)]
    assert ranks == [Rank.LEADER, Rank.DEPUTY, Rank.MEMBER]
    assert services.teams.get(team).leaders == (found[0].facts.name,)


def test_several_residents_join_in_one_step_with_the_grid_of_their_home(services, team):
    people = settle_neighbours(services)
    draft = MemberDraft(team_id=team, name="", source="居民", since=TODAY)
    added = services.team_members.add_residents(people[:5], draft)
    assert (added.count, added.skipped) == (5, ())
    again = services.team_members.add_residents(people[:6], draft)
    assert (again.count, len(again.skipped)) == (1, 5)
    assert all(member.grid for member in members(services, team))
    services.history.undo()
    services.history.undo()
    assert members(services, team) == []


def test_everybody_of_a_filter_joins(services, team):
    for number, name in enumerate(("李娜", "王强"), 1):
        services.residents.add(make_draft(name, sequence=number, skills=("消防",)))
    draft = MemberDraft(team_id=team, name="", source="居民")
    added = services.team_members.add_found(ResidentFilter(skills=("消防",)), draft)
    assert added.count == 2
    with pytest.raises(UserError, match="没有找到人"):
        services.team_members.add_found(ResidentFilter(skills=("潜水",)), draft)


def test_pasted_list_joins_and_says_who_was_there(services, team):
    draft = MemberDraft(team_id=team, name="", source="居民")
    found = services.team_members.read_text("姓名\t电话\n李娜\t13900000001\n王强\t\n", draft)
    assert services.team_members.add_list(found.members).count == 2
    typed = services.team_members.read_text("李娜 13900000001\n赵敏 党员", draft)
    added = services.team_members.add_list(typed.members)
    assert (added.count, added.skipped) == (1, ("李娜",))
    assert joined(services, team) == ["李娜", "王强", "赵敏"]


def test_workbook_with_a_list_is_read(services, team, tmp_path):
    book = openpyxl.Workbook()
    for line in (("序号", "姓名", "联系电话"), (1, "李娜", 13900000001)):
        book.active.append(line)
    book.save(tmp_path / "list.xlsx")
    draft = MemberDraft(team_id=team, name="", source="居民")
    (member,) = services.team_members.read_file(tmp_path / "list.xlsx", draft).members
    assert (member.name, member.phone) == ("李娜", "13900000001")


def test_member_that_something_names_is_ended_not_removed(services, team):
    first, second = add_members(services, team, 2)
    services.patrols.add(
        ShiftDraft(team_id=team, day=TODAY, begins=time(20), ends=time(22), member_ids=(first,))
    )
    with pytest.raises(UserError, match="已有巡逻班次的记录"):
        services.team_members.remove(first)
    services.team_members.remove(second)
    assert len(members(services, team)) == 1


def test_who_may_not_see_numbers_gets_them_masked(services, team):
    add_members(services, team, 1)
    (member,) = members(as_role(services, Role.READER), team)
    assert "****" in member.phone
    assert "****" in member.facts.phone


# ---- call-out and plan ----------------------------------------------------------------------


def test_callout_list_has_forty_on_one_page_in_large_type(services, team):
    add_members(services, team, 40)
    register = services.teams.callout_register(team, revealed=True)
    assert register.groups[0].rows[0][0] == "队长"
    assert {column.size for column in register.columns if column.title} == {22.0}
    pages = page_texts(services.registers.pdf(register, reason="应急集结"))
    assert len(pages) == 1
    assert "13900000039" in pages[0].replace("\n", "")
    masked = services.teams.callout_register(team, revealed=False)
    assert "13900000039" not in "".join(map("".join, masked.groups[0].rows))
    with pytest.raises(NotAllowedError):
        as_role(services, Role.ROSTER_KEEPER).teams.callout_register(team, revealed=True)


def test_plan_is_printed_with_the_names_of_today(services, team):
    with pytest.raises(UserError, match="还没有预案"):
        services.teams.plan_pdf(team)
    title, text = services.teams.starter_plan()
    found = services.teams.get(team)
    draft = replace(found.facts, plan_title=title, plan_text=text)
    services.teams.update(team, draft, version=found.version)
    add_members(services, team, 2)
    leader = members(services, team)[0].facts.name
    said = "".join(page_texts(services.teams.plan_pdf(team))).replace("\n", "")
    assert title in said
    assert f"队长：{leader}" in said


# ---- patrols --------------------------------------------------------------------------------


def rule(team_id, **facts):
    month = {"since": date(2026, 12, 1), "until": date(2026, 12, 31)}
    shape = {"weekdays": frozenset(range(7)), "begins": time(20), "ends": time(22), "size": 4}
    return FillRule(team_id=team_id, **(month | shape | facts))


def test_month_is_filled_in_one_step_and_printed(services, team):
    add_members(services, team, 9)
    planned, _ = services.patrols.fill(rule(team))
    wanted = ShiftFilter(team_id=team, since=date(2026, 12, 1), until=date(2026, 12, 31))
    shifts = services.patrols.list_all(wanted)
    assert len(shifts) == len(planned.shifts) == 31
    assert all(len(shift.turns) == 4 for shift in shifts)
    roster = services.patrols.roster(wanted, "排班表")
    assert "31 班，124 人次" in roster.foot_note
    ticks = services.patrols.ticks(wanted, "签到表")
    assert len(ticks.groups) == 31
    assert services.registers.pdf(ticks).startswith(b"%PDF")
    assert services.patrols.fill(rule(team))[0].shifts == ()
    services.history.undo()
    assert services.patrols.list_all(wanted) == []


def test_short_team_is_said_and_an_empty_one_refused(services, team):
    with pytest.raises(InvalidInput, match="还没有队员"):
        services.patrols.plan(rule(team))
    add_members(services, team, 3)
    assert len(services.patrols.plan(rule(team)).shortages) == 31


def test_nobody_is_on_two_shifts_at_a_time_whatever_the_team(services, team):
    person = services.residents.add(make_draft("李娜"))[0]
    other = add_team(services, "01", "治安巡逻队")
    draft = MemberDraft(team_id=team, name="", source="居民", resident_id=person)
    first, _ = services.team_members.add(draft)
    second, _ = services.team_members.add(replace(draft, team_id=other))
    shift = ShiftDraft(team_id=team, day=TODAY, begins=time(22), ends=time(2), member_ids=(first,))
    shift_id, _ = services.patrols.add(shift)
    clashing = replace(shift, team_id=other, day=date(2026, 11, 24), begins=time(1), ends=time(3))
    with pytest.raises(InvalidInput, match="李娜这个时间已经排在别的班上"):
        services.patrols.add(replace(clashing, member_ids=(second,)))
    services.patrols.add(replace(clashing, begins=time(2), member_ids=(second,)))
    kept = services.patrols.get(shift_id)
    services.patrols.update(shift_id, replace(shift, route="沿河路"), version=kept.version)


def test_who_left_is_not_put_on_a_shift(services, team):
    (member,) = add_members(services, team, 1)
    services.team_members.end([member], date(2026, 11, 1))
    shift = ShiftDraft(
        team_id=team, day=TODAY, begins=time(20), ends=time(22), member_ids=(member,)
    )
    with pytest.raises(InvalidInput, match="不在这支队伍里"):
        services.patrols.add(shift)


def test_what_happened_is_entered_and_counted(services, team):
    first, second = add_members(services, team, 2)
    shift = ShiftDraft(
        team_id=team, day=TODAY, begins=time(20), ends=time(22), member_ids=(first, second)
    )
    shift_id, _ = services.patrols.add(shift)
    outcome = Outcome(present_ids=frozenset({first}), incident="路灯不亮")
    services.patrols.enter(shift_id, outcome, version=services.patrols.get(shift_id).version)
    kept = services.patrols.get(shift_id)
    assert (kept.is_entered, kept.present, kept.incident) == (True, 1, "路灯不亮")
    with pytest.raises(UserError, match="已登记到岗"):
        services.patrols.remove([shift_id])
    register = services.patrols.turns(ShiftFilter(team_id=team), "巡逻次数")
    assert "排班 2 次，到岗 1 次" in register.foot_note
    later, _ = services.patrols.add(replace(shift, day=date(2026, 12, 1)))
    with pytest.raises(UserError, match="还没有到"):
        services.patrols.enter(later, outcome, version=1)
    services.patrols.remove([later])


# ---- equipment and drills -------------------------------------------------------------------


def test_what_is_out_and_what_is_left_add_up(services, team):
    people = add_members(services, team, 40)
    helmets, _ = services.equipment.add(
        EquipmentDraft(team_id=team, item="头盔", quantity=40, unit="顶")
    )
    drafts = [
        IssueDraft(equipment_id=helmets, member_id=member, quantity=1, issued_on=TODAY)
        for member in people
    ]
    ids, _ = services.equipment.issue(drafts)
    assert stock_text(services.equipment.list_all(team)) == "头盔 40 顶（发出 40，库存 0）"
    with pytest.raises(InvalidInput, match="库存只有 0 顶"):
        services.equipment.issue(drafts[:1])
    services.equipment.take_back(ids[:2], TODAY)
    assert stock_text(services.equipment.list_all(team)) == "头盔 40 顶（发出 38，库存 2）"
    assert len(services.equipment.issues(team, out_only=True)) == 38
    found = services.equipment.list_all(team)[0]
    fewer = replace(found.facts, quantity=10)
    with pytest.raises(InvalidInput, match="比已经发出的 38 少"):
        services.equipment.update(helmets, fewer, version=found.version)
    with pytest.raises(UserError, match="有领用记录"):
        services.equipment.remove(helmets)
    with pytest.raises(InvalidInput, match="已经登记了「头盔」"):
        services.equipment.add(EquipmentDraft(team_id=team, item="头盔", quantity=1))
    register = services.equipment.register(team, "装备领用登记")
    assert "发出 38，库存 2" in register.foot_note


def test_drill_is_recorded_with_its_time(services, team):
    draft = DrillDraft(
        team_id=team,
        day=TODAY,
        topic="消防疏散",
        expected=40,
        present=38,
        called_at=time(9),
        minutes=12,
    )
    drill_id, _ = services.equipment.add_drill(draft)
    (drill,) = services.equipment.drills(team)
    assert drill.facts == draft
    services.equipment.update_drill(
        drill_id, replace(draft, summary="路口拥堵"), version=drill.version
    )
    register = services.equipment.drill_register(team, "演练登记")
    assert register.groups[0].rows[0][5] == "12 分"
    with pytest.raises(InvalidInput, match="还没有到"):
        services.equipment.add_drill(replace(draft, day=date(2026, 12, 1)))
    services.equipment.remove_drill(drill_id)
    assert services.equipment.drills(team) == []


# ---- merging, erasing -----------------------------------------------------------------------


def test_two_records_in_one_team_are_not_made_one_membership(services, team):
    one = services.residents.add(make_draft("李娜", sequence=2))[0]
    two = services.residents.add(make_draft("李娜", sequence=4, documents=()))[0]
    for person in (one, two):
        services.team_members.add(
            MemberDraft(team_id=team, name="", source="居民", resident_id=person)
        )
    services.doubles.merge(one, two)
    ids = {member.facts.resident_id for member in members(services, team)}
    assert ids == {one, two}


# ---- other machines, erasing ----------------------------------------------------------------


def test_team_travels_with_its_members_shifts_and_equipment(make_machines):
    one, other = make_machines("甲", "乙")
    team_id = add_team(one.services, "02", "应急分队")
    people = add_members(one.services, team_id, 3)
    one.services.patrols.fill(rule(team_id, until=date(2026, 12, 2), size=2))
    helmets, _ = one.services.equipment.add(
        EquipmentDraft(team_id=team_id, item="头盔", quantity=3)
    )
    one.services.equipment.issue(
        [IssueDraft(equipment_id=helmets, member_id=people[0], quantity=1, issued_on=TODAY)]
    )
    other.read(one.write(other))
    (team,) = other.services.teams.list_all()
    assert team.strength == 3
    shifts = other.services.patrols.list_all(ShiftFilter(team_id=team.id))
    assert [len(shift.turns) for shift in shifts] == [2, 2]
    assert stock_text(other.services.equipment.list_all(team.id)) == "头盔 3 件（发出 1，库存 2）"


def test_membership_of_somebody_who_is_erased_names_nobody(services, team):
    person = services.residents.add(make_draft("李娜", phones=(make_phone("13911112222"),)))[0]
    services.team_members.add(
        MemberDraft(team_id=team, name="", source="党员", resident_id=person, phone="13911112222")
    )
    services.erasures.erase(person, ground=Ground.REQUEST, password=PASSWORD)
    (member,) = members(services, team)
    assert (member.facts.name, member.phone, member.facts.resident_id) == (ERASED, "", None)
