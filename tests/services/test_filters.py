import pytest
from support.people import make_draft, make_phone

from linli.domain.changes import Kind
from linli.domain.grids import GridDraft
from linli.domain.residents import FilterCount, HomeDraft, HouseholdDraft, ResidentFilter, Sex
from linli.domain.values.addresses import Address
from linli.errors import InvalidInput, NotFoundError, UserError

ELDERS = ResidentFilter(age_from=60, alone=True)
WOMEN = ResidentFilter(sex=Sex.FEMALE)


def kept(services):
    return [(each.name, each.wanted) for each in services.filters.list_all()]


def people_of(services, estate, building, *names, start=1):
    """Put people into one household and return their ids."""
    home = HomeDraft(
        address=Address(estate=estate, building=building, room="101"),
        new_household=HouseholdDraft(),
    )
    first, _ = services.residents.add(
        make_draft(names[0], sequence=start, relation_code="02", phones=(make_phone(),)), home
    )
    household = services.residents.get(first).facts.household_id
    others = [
        services.residents.add(make_draft(name, sequence=start + 2 * n, household_id=household))[0]
        for n, name in enumerate(names[1:], start=1)
    ]
    return [first, *others]


def test_a_kept_filter_is_there_again_until_it_is_undone(services):
    _, changes = services.filters.save(" 独居老人 ", ELDERS)
    assert changes.kinds == {Kind.FILTERS}
    assert kept(services) == [("独居老人", ELDERS)]
    assert services.filters.find("独居老人") == ELDERS
    assert services.history.state().undo.action == "保存常用筛选 独居老人"
    services.history.undo()
    assert kept(services) == []
    services.history.redo()
    assert kept(services) == [("独居老人", ELDERS)]


def test_a_kept_filter_is_changed_renamed_moved_and_removed_as_steps(services):
    first, _ = services.filters.save("老人", ELDERS)
    services.filters.save("妇女", ResidentFilter(has_card=True))
    second = services.filters.list_all()[1].id
    services.filters.replace(second, WOMEN)
    services.filters.rename(first, "独居老人")
    services.filters.move(second, -1)
    assert kept(services) == [("妇女", WOMEN), ("独居老人", ELDERS)]
    services.filters.remove(second)
    assert kept(services) == [("独居老人", ELDERS)]
    assert services.history.state().undo.action == "删除常用筛选 妇女"
    for _ in range(2):
        services.history.undo()
    assert kept(services) == [("独居老人", ELDERS), ("妇女", WOMEN)]


def test_two_filters_cannot_have_one_name(services):
    first, _ = services.filters.save("老人", ELDERS)
    second, _ = services.filters.save("妇女", WOMEN)
    for do in (
        lambda: services.filters.save("老人", WOMEN),
        lambda: services.filters.rename(second, " 老人"),
    ):
        with pytest.raises(InvalidInput, match="已经有一个常用筛选叫「老人」"):
            do()
    services.filters.rename(first, "老人")
    assert kept(services) == [("老人", ELDERS), ("妇女", WOMEN)]


def test_what_cannot_be_meant_is_not_kept(services):
    wrong = ResidentFilter(age_from=70, age_to=60)
    with pytest.raises(InvalidInput, match="反的"):
        services.filters.save("老人", wrong)
    with pytest.raises(InvalidInput, match="起个名字"):
        services.filters.save(" ", ELDERS)
    filter_id, _ = services.filters.save("老人", ELDERS)
    with pytest.raises(InvalidInput, match="反的"):
        services.filters.replace(filter_id, wrong)
    assert kept(services) == [("老人", ELDERS)]


def test_a_filter_that_is_gone_cannot_be_changed(services):
    filter_id, _ = services.filters.save("老人", ELDERS)
    services.filters.remove(filter_id)
    for do in (
        lambda: services.filters.replace(filter_id, WOMEN),
        lambda: services.filters.rename(filter_id, "妇女"),
        lambda: services.filters.move(filter_id, 1),
        lambda: services.filters.remove(filter_id),
    ):
        with pytest.raises(NotFoundError, match="已经不在了"):
            do()


def test_a_filter_of_a_grid_that_is_gone_says_so_and_works_again_after_undo(services):
    grid, _ = services.grids.add(GridDraft(number="01", name="第一网格"))
    services.filters.save("一网格", ResidentFilter(grid_ids=(grid,)))
    services.grids.remove(grid)
    (broken,) = services.filters.list_all()
    assert (broken.name, broken.wanted) == ("一网格", None)
    assert "网格已经删除" in broken.problem
    with pytest.raises(UserError, match=r"一网格.*网格已经删除"):
        services.filters.find("一网格")
    services.history.undo()
    assert services.filters.find("一网格") == ResidentFilter(grid_ids=(grid,))


def test_a_filter_of_a_newer_program_is_not_used_without_what_it_asks_for(services, context):
    filter_id, _ = services.filters.save("老人", ELDERS)
    with context.writing("升级") as work:
        work.connection.exec_driver_sql(
            """UPDATE saved_filter SET content = '{"alone": true, "pets": 2}'"""
        )
    (broken,) = services.filters.list_all()
    assert broken.wanted is None
    assert "pets" in broken.problem
    services.filters.replace(filter_id, WOMEN)
    assert kept(services) == [("老人", WOMEN)]


def test_a_name_that_is_not_there_names_those_that_are(services):
    with pytest.raises(UserError, match="还没有存过"):
        services.filters.find("老人")
    services.filters.save("独居老人", ELDERS)
    with pytest.raises(UserError, match="现有：独居老人"):
        services.filters.find("老人")


def test_people_and_households_are_counted(services):
    people_of(services, "西河小区", "1号楼", "张三", "李四")
    people_of(services, "西河小区", "2号楼", "王五", start=21)
    services.residents.add(make_draft("赵六", sequence=41))
    assert services.filters.count(ResidentFilter()) == FilterCount(people=4, households=2)


def test_an_estate_is_all_its_buildings_and_no_other_estate_of_a_longer_name(services):
    here = people_of(services, "幸福里", "1号楼", "张三") + people_of(
        services, "幸福里", "10号楼", "李四", start=21
    )
    people_of(services, "幸福里二期", "1号楼", "王五", start=41)
    estate = Address(estate="幸福里")
    assert list(services.residents.list_ids(ResidentFilter(buildings=(estate,)))) == here
    assert [place for place in services.filters.places() if place.estate == "幸福里"] == [
        estate,
        Address(estate="幸福里", building="1号楼"),
        Address(estate="幸福里", building="10号楼"),
    ]
    first = ResidentFilter(buildings=(Address(estate="幸福里", building="1号楼"),))
    assert list(services.residents.list_ids(first)) == here[:1]


def test_choices_are_what_is_recorded_before_what_is_usual(services):
    services.residents.add(make_draft("张三", care_tags=("自家的标签",), origin_village="东庄"))
    tags = services.filters.choices("care_tags")
    assert tags[0] == "自家的标签"
    assert len(tags) > 3
    assert services.filters.choices("origin_village") == ["东庄"]
    assert services.filters.choices("branch") == []


def test_the_list_to_print_walks_by_building_with_masked_phones(services):
    people_of(services, "西河小区", "10号楼", "王五", start=21)
    people_of(services, "西河小区", "2号楼", "张三", "李四")
    services.residents.add(make_draft("赵六", sequence=41))
    made = services.filters.register(ResidentFilter(), "居民名册")
    assert [group.heading for group in made.groups] == [
        "西河小区2号楼　2 人",
        "西河小区10号楼　1 人",
        "没有登记住址　1 人",
    ]
    lines = [row for group in made.groups for row in group.rows]
    assert [row[:2] for row in lines] == [
        ("1", "张三"),
        ("2", "李四"),
        ("3", "王五"),
        ("4", "赵六"),
    ]
    assert lines[0][4] == "138****0000"
    assert (made.subtitle, made.foot_note) == ("全部在住居民", "共 4 人，2 户")


def test_phones_are_full_only_where_they_are_asked_for(services):
    people_of(services, "西河小区", "2号楼", "张三")
    made = services.filters.register(ResidentFilter(), "居民名册", revealed=True)
    assert made.groups[0].rows[0][4].replace(" ", "") == "13800000000"
