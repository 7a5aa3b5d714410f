from io import BytesIO

import pytest
from PIL import Image

from linli.domain.changes import Kind
from linli.domain.staff import StaffDraft, StationDraft
from linli.errors import ConflictError, InvalidInput, NotFoundError


def picture(colour="#7a9", size=(30, 40)):
    content = BytesIO()
    Image.new("RGB", size, colour).save(content, "PNG")
    return content.getvalue()


def make(services, name="王芳", **facts):
    return services.staff.add(StaffDraft(name=name, **facts))[0]


def test_a_member_of_staff_comes_back_as_given(services):
    station, _ = services.stations.add(StationDraft(name="一站式服务大厅"))
    draft = StaffDraft(
        name="阿依古丽·买买提",
        post="综合窗口",
        number="XH-007",
        office="3号窗口",
        phone="13909940007",
        photo=services.settings.add_photo(picture()),
        promise="一次说清\n马上就办",
        party_member=True,
        station_id=station,
    )
    staff_id, changes = services.staff.add(draft)
    found = services.staff.get(staff_id)
    assert (found.facts, found.station) == (draft, "一站式服务大厅")
    assert changes.kinds == {Kind.STAFF}
    assert services.staff.list_all() == [found]


@pytest.mark.parametrize(
    ("draft", "field", "said"),
    [
        (StaffDraft(name=""), "name", "没有填写姓名"),
        (StaffDraft(name="王（小）芳"), "name", "括号"),
        (StaffDraft(name="李四", phone="1390994000"), "phone", "1390994000"),
        (StaffDraft(name="李四", number="001"), "number", "工号「001」已经是「王芳」的"),
    ],
)
def test_what_is_wrong_is_said_by_field(services, draft, field, said):
    make(services, number="001")
    with pytest.raises(InvalidInput) as caught:
        services.staff.add(draft)
    assert [problem.field for problem in caught.value.problems] == [field]
    assert said in caught.value.message


def test_a_number_stays_free_for_its_owner(services):
    staff_id = make(services, number="001")
    services.staff.update(staff_id, StaffDraft(name="王芳", number="001", post="主任"), version=1)
    assert services.staff.get(staff_id).facts.post == "主任"


def test_a_station_that_is_gone_is_refused(services):
    with pytest.raises(NotFoundError):
        make(services, station_id=99)


def test_a_change_made_meanwhile_is_not_overwritten(services):
    staff_id = make(services)
    services.staff.update(staff_id, StaffDraft(name="王芳", post="主任"), version=1)
    with pytest.raises(ConflictError):
        services.staff.update(staff_id, StaffDraft(name="王芳", post="书记"), version=1)


def test_order_removal_and_undo(services):
    first, second = make(services, "甲一"), make(services, "乙二")
    services.staff.move(second, -1)
    assert [one.id for one in services.staff.list_all()] == [second, first]
    services.staff.remove(second)
    services.history.undo()
    assert [one.id for one in services.staff.list_all()] == [second, first]
    services.history.undo()
    assert [one.id for one in services.staff.list_all()] == [first, second]
