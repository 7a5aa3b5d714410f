"""Beds through the service: many at once, moving in and out, sums that close, print, undo."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from support.cards import page_texts
from support.trail import last_events
from support.window import settle

from linli.domain.beds import BedDraft, BedFilter, BedRange, StayDraft
from linli.errors import ConflictError, InvalidInput, NotFoundError, UserError

TODAY = date(2026, 11, 23)
HOME = BedRange(facility="敬老中心", rooms="101-125，201-225，301-325", per_room=2)
SMALL = BedRange(facility="日间照料站", rooms="2、10", per_room=2)


@pytest.fixture
def cast(services):
    return settle(services)


@pytest.fixture
def ids(services):
    return services.beds.add_many(SMALL)[0]


def stay(bed_id, **facts):
    plain = {"name": "李大爷", "since": TODAY}
    return StayDraft(bed_id=bed_id, **(plain | facts))


def labels(services, **conditions):
    return [bed.facts.label for bed in services.beds.list_all(BedFilter(**conditions))]


def test_home_of_150_beds_is_set_up_in_one_step(services):
    plan = services.beds.plan(HOME)
    assert (plan.rooms, len(plan.beds), plan.existing) == (75, 150, 0)
    services.beds.add_many(HOME)
    (count,) = services.beds.facilities()
    assert (count.facility, count.total, count.taken, count.free) == ("敬老中心", 150, 0, 150)
    services.history.undo()
    assert services.beds.facilities() == []


def test_beds_that_are_there_are_left_as_they_are(services, ids):
    wider = replace(SMALL, rooms="2-3、10")
    plan = services.beds.plan(wider)
    assert (len(plan.beds), plan.existing) == (2, 4)
    services.beds.add_many(wider)
    assert labels(services) == ["2室 1床", "2室 2床", "3室 1床", "3室 2床", "10室 1床", "10室 2床"]
    with pytest.raises(UserError, match="都已经有了"):
        services.beds.add_many(wider)


def test_resident_and_outsider_move_in_and_sums_close(services, cast, ids):
    services.beds.admit(stay(ids[0], resident_id=cast.head, name="张建国"))
    services.beds.admit(stay(ids[2], contact="女儿 13812345678"))
    (count,) = services.beds.facilities()
    assert (count.total, count.taken, count.free) == (4, 2, 2)
    assert labels(services, free=True) == ["2室 2床", "10室 2床"]
    assert labels(services, free=False) == ["2室 1床", "10室 1床"]
    (bed,) = services.beds.of_resident(cast.head)
    assert bed.id == ids[0]
    assert bed.stay.person.name == "张建国"


def test_bed_and_person_are_given_once(services, cast, ids):
    services.beds.admit(stay(ids[0], resident_id=cast.head, name="张建国"))
    with pytest.raises(InvalidInput, match="住着「张建国」"):
        services.beds.admit(stay(ids[0]))
    with pytest.raises(InvalidInput, match="只占一张床"):
        services.beds.admit(stay(ids[1], resident_id=cast.head, name="张建国"))
    services.beds.admit(stay(ids[1], contact="13812345678"))
    with pytest.raises(InvalidInput, match="只占一张床"):
        services.beds.admit(stay(ids[2], contact="13812345678"))
    services.beds.admit(stay(ids[2], contact="13800000000"))


def test_the_dead_get_no_bed(services, cast, ids):
    services.residents.mark_deceased(cast.head, TODAY)
    with pytest.raises(InvalidInput, match="已登记去世"):
        services.beds.admit(stay(ids[0], resident_id=cast.head, name="张建国"))


def test_leaving_frees_the_bed_and_keeps_who_had_it(services, ids, clock):
    services.beds.admit(stay(ids[0]))
    clock.advance(days=30)
    with pytest.raises(InvalidInput, match="早于入住日期"):
        services.beds.leave(ids[0], TODAY - timedelta(days=1))
    services.beds.leave(ids[0], TODAY + timedelta(days=30), "回家")
    bed = services.beds.get(ids[0])
    assert (bed.stay, bed.earlier) == (None, 1)
    (past,) = services.beds.history(ids[0])
    assert (past.name, past.facts.until, past.facts.note) == ("李大爷", date(2026, 12, 23), "回家")
    with pytest.raises(InvalidInput, match="空床"):
        services.beds.leave(ids[0], TODAY)


def test_stays_in_one_bed_do_not_overlap(services, ids):
    early = TODAY - timedelta(days=20)
    services.beds.admit(stay(ids[0], since=early))
    services.beds.leave(ids[0], TODAY - timedelta(days=5))
    with pytest.raises(InvalidInput, match="请核对入住日期"):
        services.beds.admit(stay(ids[0], name="王芳", since=TODAY - timedelta(days=6)))
    services.beds.admit(stay(ids[0], name="王芳", since=TODAY - timedelta(days=5)))
    assert [each.name for each in services.beds.history(ids[0])] == ["王芳", "李大爷"]


def test_changing_beds_is_one_step(services, ids, clock):
    services.beds.admit(stay(ids[0], contact="13812345678"))
    services.beds.admit(stay(ids[1], name="王芳"))
    clock.advance(days=3)
    with pytest.raises(InvalidInput, match="住着「王芳」"):
        services.beds.move(ids[0], ids[1], TODAY)
    assert services.beds.get(ids[0]).stay is not None
    services.beds.move(ids[0], ids[2], TODAY + timedelta(days=3))
    assert services.beds.get(ids[0]).stay is None
    assert services.beds.get(ids[2]).stay.facts.contact == "13812345678"
    services.history.undo()
    assert services.beds.get(ids[0]).stay.name == "李大爷"
    assert services.beds.get(ids[2]).stay is None


def test_stay_is_corrected_and_an_old_form_does_not_overwrite(services, ids):
    stay_id, _ = services.beds.admit(stay(ids[0]))
    first = services.beds.get(ids[0]).stay
    services.beds.update_stay(stay_id, replace(first.facts, note="甲"), version=first.version)
    with pytest.raises(ConflictError):
        services.beds.update_stay(stay_id, first.facts, version=first.version)
    assert services.beds.get(ids[0]).stay.facts.note == "甲"


def test_bed_gets_another_number_but_not_anothers(services, ids):
    bed = services.beds.get(ids[0])
    with pytest.raises(InvalidInput, match="已经有 2室 2床"):
        services.beds.update(bed.id, replace(bed.facts, number="2"), version=bed.version)
    services.beds.update(bed.id, replace(bed.facts, number="3"), version=bed.version)
    assert services.beds.get(bed.id).facts == BedDraft(facility="日间照料站", room="2", number="3")


def test_only_free_beds_are_removed(services, ids):
    services.beds.admit(stay(ids[0]))
    with pytest.raises(UserError, match="住着「李大爷」"):
        services.beds.remove(ids[:2])
    services.beds.remove(ids[1:3])
    assert labels(services) == ["2室 1床", "10室 2床"]
    with pytest.raises(NotFoundError):
        services.beds.get(ids[1])


def test_list_names_the_standing_and_closes(services, cast, ids):
    services.beds.admit(stay(ids[0], resident_id=cast.head, name="张建国"))
    services.beds.admit(stay(ids[2], contact="女儿 13812345678"))
    services.residents.mark_deceased(cast.head, TODAY)
    register = services.beds.register(BedFilter(), "床位表", revealed=False)
    assert register.groups[0].heading == "日间照料站：4 张，在住 2，空床 2"
    assert [row[3] for row in register.groups[0].rows] == [
        "张建国（已去世）",
        "（空床）",
        "李大爷",
        "（空床）",
    ]
    text = "".join(page_texts(services.registers.pdf(register)))
    assert "138****5678" in text
    assert "13812345678" not in text


def test_log_names_the_bed_whose_number_was_shown(services, ids):
    services.beds.admit(stay(ids[0], contact="13812345678"))
    services.beds.reveal(ids[0], "联系本人")
    event = last_events(services, 1)[0]
    assert (event.subject, event.detail) == ("养老床位 日间照料站 2室 1床", {"事由": "联系本人"})
