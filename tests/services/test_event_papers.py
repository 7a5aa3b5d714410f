"""Papers of events and venues: what they say, masked as their place asks, and recorded."""

import pytest
from support.cards import page_texts
from support.events import at, with_booking, with_lecture, with_room
from support.people import make_draft
from support.roles import as_role
from support.trail import last_events

from linli.domain.accounts import Role
from linli.domain.events import GuestDraft
from linli.domain.events import Role as Part
from linli.errors import NotAllowedError, UserError

PHONE = "13812345678"


def read(content):
    return "".join("".join(page_texts(content)).split())


@pytest.fixture
def lecture(services):
    """An event with a resident, a guest and a volunteer on its list."""
    event_id = with_lecture(services)
    person = services.residents.add(make_draft("张桂兰"))[0]
    drafts = services.event_guests.of_residents([person])
    drafts += [
        GuestDraft(name="王磊", phone=PHONE),
        GuestDraft(name="马兰", role=Part.HELPER),
    ]
    services.event_guests.add_guests(event_id, drafts)
    return event_id


def test_the_sheet_to_sign_masks_numbers_unless_revealed(services, lecture):
    masked = services.event_papers.sign_in(lecture, blank=3, revealed=False)
    guests, helpers = masked.groups
    assert [row[1] for row in guests.rows] == ["张桂兰", "王磊", "", "", ""]
    assert guests.rows[1][3] == "138****5678"
    assert [row[1] for row in helpers.rows] == ["马兰"]
    full = services.event_papers.sign_in(lecture, blank=0, revealed=True)
    assert full.groups[0].rows[1][3] == PHONE
    assert full.revealed


def test_the_sheet_to_sign_is_printed(services, lecture):
    register = services.event_papers.sign_in(lecture, blank=3, revealed=False)
    text = read(services.registers.pdf(register))
    for words in ("普法讲座签到表", "张桂兰", "138****5678", "住址/单位", "签名", "志愿者"):
        assert words in text, words
    assert PHONE not in text


def test_who_came_is_listed(services, lecture):
    register = services.event_papers.attendance(lecture, revealed=False)
    assert register.foot_note == "合计：名单 3 人，到场 0 人"


def test_the_notice_says_where_and_when(services):
    room = with_room(services)
    text = read(services.event_papers.notice(with_lecture(services, room)))
    for words in ("活动通知", "普法讲座", "15:00—17:00", "党员活动室", "0994-4821234"):
        assert words in text, words


def test_no_notice_is_printed_of_what_was_called_off(services, lecture):
    services.events.call_off(lecture, "天气不好")
    with pytest.raises(UserError, match="已取消"):
        services.event_papers.notice(lecture)


def test_the_door_has_the_week_without_numbers_and_given_names(services):
    room = with_room(services)
    person = services.residents.add(make_draft("张桂兰"))[0]
    with_booking(services, room, at(1, 9), at(1, 11), purpose=f"学习 {PHONE}")
    with_booking(
        services, room, at(2, 9), at(2, 11), borrower="张桂兰", resident_id=person, phone=None
    )
    text = read(services.event_papers.door(room, at(4).date()))
    for words in ("党员活动室使用安排", "2026年11月30日—12月6日", "西河社区党总支", "张**", "空闲"):
        assert words in text, words
    assert PHONE not in text
    assert "桂兰" not in text


def test_the_plan_of_the_week_has_a_line_for_each_venue(services):
    room, _ = with_room(services), with_room(services, "会议室")
    with_booking(services, room, at(1, 9), at(1, 11))
    register = services.event_papers.week(at(4).date(), "场地使用安排")
    rows = {row[0]: row[1:] for row in register.groups[0].rows}
    assert set(rows) == {"党员活动室", "会议室"}
    assert rows["党员活动室"][1] == "9:00—11:00\n党员学习　西河社区党总支"
    assert not any(rows["会议室"])


def test_the_slip_has_the_number_in_full_for_who_may_see_it(services):
    room = with_room(services, keeper="马兰", terms="免费使用。")
    booking = with_booking(services, room, at(1, 9), at(1, 11))
    text = read(services.event_papers.slip(booking))
    for words in ("场地使用单", "免费使用", PHONE, "使用人签名", "不超过60人"):
        assert words in text, words
    others = as_role(services, Role.ROSTER_KEEPER)
    assert PHONE not in read(others.event_papers.slip(booking))


def test_no_slip_is_printed_of_what_was_called_off(services):
    booking = with_booking(services, with_room(services), at(1, 9), at(1, 11))
    services.bookings.call_off(booking, "改期")
    with pytest.raises(UserError, match="已经取消"):
        services.event_papers.slip(booking)


def test_prints_are_recorded_without_names_of_people(services):
    room = with_room(services)
    booking = with_booking(services, room, at(1, 9), at(1, 11), borrower="张桂兰")
    services.event_papers.slip(booking)
    services.event_papers.door(room, at(1).date())
    entries = last_events(services, 2)
    assert [each.action for each in entries] == ["打印场地使用安排", "打印场地使用单"]
    assert "张桂兰" not in str(entries)


def test_a_reader_prints_nothing(services):
    room = with_room(services)
    with pytest.raises(NotAllowedError):
        as_role(services, Role.READER).event_papers.door(room, at(1).date())
