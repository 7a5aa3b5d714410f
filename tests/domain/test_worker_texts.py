"""Free times and certificates as people write them, and the sums of the list."""

from datetime import date, time

import pytest

from linli.domain.worker_lists import abilities, volunteer_register, worker_register
from linli.domain.worker_texts import (
    free_times_text,
    kind_text,
    parse_free_times,
    parse_qualifications,
    qualifications_text,
    sums_text,
    worker_sums,
)
from linli.domain.workers import (
    FreeTime,
    Qualification,
    VolunteerFacts,
    Worker,
    WorkerDraft,
    WorkerKind,
)
from linli.errors import UserError


def people(kind=WorkerKind.STAFF, **facts):
    draft = WorkerDraft(**({"name": "马兰", "kind": kind} | facts))
    return Worker(id=1, version=1, facts=draft)


def times(*spans):
    return tuple(
        FreeTime(weekday=day, begins=time(begins), ends=time(ends)) for day, begins, ends in spans
    )


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("周二 9:00—12:00", times((1, 9, 12))),
        ("周三、周四14:00-18:00", times((2, 14, 18), (3, 14, 18))),
        ("周末 10点到18点", times((5, 10, 18), (6, 10, 18))),
        ("周二 9—12，14：00至18：00", times((1, 9, 12), (1, 14, 18))),
        ("星期日 8:00~9:00；周一 8:00~9:00", times((0, 8, 9), (6, 8, 9))),
        ("周一到周三 9-10点", times((0, 9, 10), (1, 9, 10), (2, 9, 10))),
        ("", ()),
    ],
)
def test_free_times_are_read_as_people_write_them(text, wanted):
    assert parse_free_times(text) == wanted


@pytest.mark.parametrize(
    "text", ["随便", "周五到周一 9:00—12:00", "9:00—12:00", "周八 9:00—12:00", "周一 9:00"]
)
def test_free_times_that_say_too_little_are_refused(text):
    with pytest.raises(UserError, match="「"):
        parse_free_times(text)


def test_what_is_written_is_read_back():
    text = "周二 9:00—12:00，周三、周四 14:00—18:00，每天 19:30—20:30，周末 8:00—9:00"
    text += "，周一到周五 6:00—7:00"
    assert set(free_times_text(parse_free_times(text)).split("，")) == set(text.split("，"))
    again = parse_free_times(free_times_text(parse_free_times(text)))
    assert again == parse_free_times(text)


def test_certificates_have_a_name_and_may_have_number_and_last_day():
    text = "护士执业证 编号 2019001 到 2027-05-31\n驾驶证"
    found = parse_qualifications(text)
    assert found == (
        Qualification(name="护士执业证", number="2019001", until=date(2027, 5, 31)),
        Qualification(name="驾驶证"),
    )
    assert qualifications_text(found) == text
    with pytest.raises(UserError, match="没有写名称"):
        parse_qualifications("编号 12")
    with pytest.raises(UserError):
        parse_qualifications("健康证 到 2027年13月")


def test_sixteen_of_the_hall_are_summed_by_employment():
    codes = ["01"] * 6 + ["02"] * 5 + ["03"] + ["04"] * 4
    workers = [people(employment_code=code) for code in codes]
    workers.append(people(WorkerKind.VOLUNTEER, volunteer=VolunteerFacts(source_code="01")))
    workers.append(people(WorkerKind.VOLUNTEER, volunteer=VolunteerFacts()))
    workers.append(people(WorkerKind.HOUSEKEEPER))
    assert sums_text(worker_sums(workers)) == (
        "工作人员 16 人：在编 6、公益性岗位 5、三支一扶 1、警务室 4；"
        "志愿者 2 人：党员 1、没写 1；家政人员 1 人"
    )


def test_where_nobody_said_how_they_are_employed_the_sum_has_no_parts():
    assert sums_text(worker_sums([people(), people()])) == "工作人员 2 人"
    assert worker_sums([]) == []


def test_lists_name_what_people_can_do():
    one = people(skills=("急救",), qualifications=(Qualification(name="护士证"),), nights=False)
    assert abilities(one) == "急救，护士证"
    (row,) = worker_register([one], title="值班人员").groups[0].rows
    assert row[-1] == "不值"
    volunteer = people(
        WorkerKind.VOLUNTEER,
        volunteer=VolunteerFacts(number="A01", source_code="01", items=("义诊",)),
    )
    assert kind_text(volunteer.facts) == "志愿者（党员）"
    (row,) = volunteer_register([volunteer], title="志愿者").groups[0].rows
    assert row[:4] == ("1", "A01", "马兰", "党员")
