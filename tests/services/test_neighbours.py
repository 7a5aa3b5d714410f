"""Neighbours through the service: both directions, one to call first, the sheet, undo."""

from dataclasses import replace
from datetime import date

import pytest
from support.cards import page_texts
from support.trail import last_events
from support.window import settle

from linli.domain.neighbours import NeighbourDraft, NeighbourFilter
from linli.errors import ConflictError, InvalidInput, NotFoundError

TODAY = date(2026, 11, 23)
RUNNING = NeighbourFilter(running=True)


@pytest.fixture
def cast(services):
    return settle(services)


@pytest.fixture
def pair(services, cast):
    """The man alone is looked after by the head of another building."""
    draft = NeighbourDraft(
        resident_id=cast.alone,
        name="张建国",
        neighbour_id=cast.head,
        holds_key=True,
        call_first=True,
    )
    return services.neighbours.add(draft)[0]


def outsider(cast, **facts):
    plain = {"resident_id": cast.alone, "name": "王大妈", "phone": "13900000001"}
    return NeighbourDraft(**(plain | facts))


def names(services, **conditions):
    found = services.neighbours.list_all(NeighbourFilter(**conditions))
    return [(item.person.name, item.name) for item in found]


def test_pair_is_shown_from_both_ends(services, cast, pair):
    for person in (cast.alone, cast.head):
        assert names(services, resident_id=person) == [("买买提·艾力", "张建国")]
    assert names(services, resident_id=cast.wife) == []


def test_resident_is_called_on_the_number_of_the_ledger(services, cast, pair):
    item = services.neighbours.get(pair)
    assert (item.phone, item.place) == ("13812345678", "西河小区3号楼2单元501室")
    item = services.neighbours.get(
        services.neighbours.add(outsider(cast, neighbour_id=cast.wife, name="李秀英"))[0]
    )
    assert item.phone == "13900000001"


def test_only_one_is_called_first(services, cast, pair):
    services.neighbours.add(outsider(cast, call_first=True))
    found = services.neighbours.list_all(RUNNING)
    assert [(item.name, item.facts.call_first) for item in found] == [
        ("王大妈", True),
        ("张建国", False),
    ]
    services.history.undo()
    (item,) = services.neighbours.list_all(RUNNING)
    assert item.facts.call_first


def test_who_has_a_key_and_who_cannot_be_reached_are_found(services, cast, pair):
    services.neighbours.add(outsider(cast, phone=None))
    assert names(services, holds_key=True) == [("买买提·艾力", "张建国")]
    assert names(services, reachable=False) == [("买买提·艾力", "王大妈")]


def test_pair_is_made_once(services, cast, pair):
    item = services.neighbours.get(pair)
    with pytest.raises(InvalidInput, match="已经是"):
        services.neighbours.add(item.facts)
    services.neighbours.end(pair)
    services.neighbours.add(item.facts)


def test_nobody_looks_after_themselves(services, cast):
    with pytest.raises(InvalidInput, match="不能是本人"):
        services.neighbours.add(outsider(cast, neighbour_id=cast.alone))


def test_ending_keeps_the_record(services, pair):
    services.neighbours.end(pair)
    assert names(services, running=True) == []
    (item,) = services.neighbours.list_all(NeighbourFilter(running=False))
    assert (item.facts.until, item.facts.call_first) == (TODAY, False)


def test_old_form_does_not_overwrite_and_removed_is_gone(services, pair):
    item = services.neighbours.get(pair)
    services.neighbours.update(pair, replace(item.facts, note="甲"), version=item.version)
    with pytest.raises(ConflictError):
        services.neighbours.update(pair, item.facts, version=item.version)
    services.neighbours.remove(pair)
    with pytest.raises(NotFoundError):
        services.neighbours.get(pair)


def test_history_of_the_person_names_the_neighbour(services, cast, pair):
    said = {change.field: change.after for change in services.history.of_resident(cast.alone)}
    assert (said["守望邻居"], said["守望邻居有钥匙"]) == ("张建国", "是")


def test_the_dead_and_the_bin(services, cast, pair):
    services.residents.mark_deceased(cast.head, TODAY)
    assert names(services) == [("买买提·艾力", "张建国（已去世）")]
    services.residents.recycle([cast.alone])
    assert names(services) == []


def test_sheet_goes_building_by_building(services, cast, pair):
    services.neighbours.add(outsider(cast, resident_id=cast.head))
    register = services.neighbours.register(
        NeighbourFilter(), "联系表", revealed=False, page_per_building=True
    )
    assert [group.heading for group in register.groups] == [
        "西河小区1号楼　1 人，守望邻居 1 位",
        "西河小区3号楼　1 人，守望邻居 1 位",
    ]
    pages = page_texts(services.registers.pdf(register, across=True))
    assert len(pages) == 2
    assert "138****5678" in pages[0]
    full = services.neighbours.register(NeighbourFilter(), "联系表", revealed=True)
    assert full.groups[0].rows[0][7:] == ("13812345678", "有", "先打")
    assert full.foot_note == "守望 2 人，邻居 2 位，有邻居拿钥匙的 1 人"


def test_showing_the_number_is_recorded(services, pair):
    services.neighbours.reveal(pair, "联系本人")
    event = last_events(services, 1)[0]
    assert (event.subject, event.detail["事由"]) == ("居民 买买提·艾力", "联系本人")
