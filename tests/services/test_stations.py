import pytest

from linli.domain.changes import Kind
from linli.domain.staff import STARTER_STATIONS, StaffDraft, StationDraft
from linli.errors import ConflictError, InvalidInput, NotFoundError, UserError

POLICE = StationDraft(
    name="警务室",
    phone="0994-4821110、110",
    advice_phone="4825180",
    place="服务大厅一楼东侧",
    hours="工作日 9:30–19:30\n节假日有人值班",
    services="报警求助\n户口咨询",
)


def names(services):
    return [station.facts.name for station in services.stations.list_all()]


def test_a_station_comes_back_as_it_was_given_with_who_works_there(services):
    station, changes = services.stations.add(POLICE)
    assert changes.kinds == {Kind.STAFF}
    services.staff.add(StaffDraft(name="赵警官", station_id=station))
    services.staff.add(StaffDraft(name="王芳"))
    found = services.stations.get(station)
    assert (found.facts, found.people, found.version) == (POLICE, 1, 1)


def test_blank_lines_and_words_for_nothing_are_left_out(services):
    station, _ = services.stations.add(
        StationDraft(name=" 棋牌室 ", phone="无", place="/", hours="\n 每天下午 \n\n")
    )
    assert services.stations.get(station).facts == StationDraft(name="棋牌室", hours="每天下午")


@pytest.mark.parametrize(
    ("draft", "field", "said"),
    [
        (StationDraft(name=" "), "name", "没有填写站点名称"),
        (StationDraft(name="警务室"), "name", "「警务室」已经有了"),
        (StationDraft(name="书屋", phone="12"), "phone", "「12」"),
        (StationDraft(name="书屋", phone="110、13"), "phone", "「13」"),
        (StationDraft(name="书屋", advice_phone="打前台"), "advice_phone", "打前台"),
    ],
)
def test_what_is_wrong_with_a_station_is_said_by_field(services, draft, field, said):
    services.stations.add(POLICE)
    with pytest.raises(InvalidInput) as caught:
        services.stations.add(draft)
    assert [problem.field for problem in caught.value.problems] == [field]
    assert said in caught.value.message
    assert names(services) == ["警务室"]


def test_the_eleven_points_are_added_once_and_undone_in_one_step(services):
    services.stations.add(POLICE)
    services.stations.add_starter_stations()
    assert sorted(names(services)) == sorted(STARTER_STATIONS)
    assert services.stations.list_all()[0].facts == POLICE
    assert services.stations.add_starter_stations().entry_id is None
    services.history.undo()
    assert names(services) == ["警务室"]


def test_a_station_is_moved_and_stops_at_the_ends(services):
    for name in ("甲站", "乙站", "丙站"):
        services.stations.add(StationDraft(name=name))
    first, _, last = (station.id for station in services.stations.list_all())
    services.stations.move(last, -1)
    assert names(services) == ["甲站", "丙站", "乙站"]
    services.stations.move(first, 5)
    assert names(services) == ["丙站", "乙站", "甲站"]
    assert services.stations.move(first, 1).entry_id is None
    services.history.undo()
    assert names(services) == ["甲站", "丙站", "乙站"]


def test_a_change_made_meanwhile_is_not_overwritten(services):
    station, _ = services.stations.add(POLICE)
    services.stations.update(station, StationDraft(name="社区警务室"), version=1)
    with pytest.raises(ConflictError):
        services.stations.update(station, POLICE, version=1)
    assert services.stations.get(station).facts.name == "社区警务室"


def test_a_station_with_people_is_not_removed(services):
    station, _ = services.stations.add(POLICE)
    person, _ = services.staff.add(StaffDraft(name="赵警官", station_id=station))
    with pytest.raises(UserError, match="「警务室」还有 1 位工作人员"):
        services.stations.remove(station)
    services.staff.update(person, StaffDraft(name="赵警官"), version=1)
    services.stations.remove(station)
    with pytest.raises(NotFoundError):
        services.stations.get(station)
    services.history.undo()
    assert services.stations.get(station).facts == POLICE
