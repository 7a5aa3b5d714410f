"""Doubles: whom to compare, merging two records, telling apart, and taking it back."""

from dataclasses import replace

import pytest
from support.cards import TEN
from support.merging import HOME, attach_all, differences, everything, house, make_people
from support.people import make_document, make_draft, make_id, make_phone

from linli.domain.doubles import DoubleReason
from linli.domain.merges import MergeChoices, MergeState, Side
from linli.domain.residents import (
    FloatingStay,
    HomeDraft,
    ResidentDraft,
    ResidentFilter,
    ResidentStatus,
    Sex,
)
from linli.domain.values.dates import PartialDate
from linli.domain.values.identity import DocumentKind, IdentityDocument
from linli.errors import ConflictError, InvalidInput, NotFoundError, UserError
from linli.services.ledger import verify
from linli.storage.merge_links import LABELS, STAYING
from linli.storage.schema import Base

BORN = PartialDate(1960, 5, 1)
GONE = {"gone": Side.GONE}


def add(services, name="王伟", home=None, **facts):
    return services.residents.add(ResidentDraft(name=name, **facts), home)[0]


def pairs(services, reason=None, **how):
    page = services.doubles.candidates(reason, **how)
    return {(double.first.id, double.second.id) for double in page.doubles}


def get(services, person):
    return services.residents.get(person)


def choose(**fields):
    return MergeChoices(fields=fields)


@pytest.fixture
def two(services):
    """Two records of one man: the second has another name, phone, home and note."""
    kept = add(
        services,
        birth=PartialDate(1960),
        phones=(make_phone("13800000001"),),
        relation_code="02",
        note="旧",
        home=house("0001", "101"),
    )
    gone = add(
        services,
        "王玮",
        birth=BORN,
        phones=(make_phone("13800000002"),),
        relation_code="02",
        note="新",
        occupation="司机",
        skills=("水电维修",),
        floating=FloatingStay(origin="甘肃省"),
        home=house("0002", "102"),
    )
    return kept, gone


# ---- candidates ---------------------------------------------------------------------------


def test_each_way_finds_its_pair(services):
    number = make_id()
    short = IdentityDocument(kind=DocumentKind.LEGACY_15, number=number[:6] + number[8:17])
    phone, home = (make_phone(),), HomeDraft(address=HOME)
    expected = {
        DoubleReason.NUMBER: (
            add(services, "赵一", documents=(make_document(number),)),
            add(services, "赵乙", documents=(short,)),
        ),
        DoubleReason.NAME_BIRTH: (add(services, birth=BORN), add(services, birth=BORN)),
        DoubleReason.NAME_PHONE: (
            add(services, "李四", phones=phone),
            add(services, "李四", phones=phone),
        ),
        DoubleReason.NAME_ADDRESS: (add(services, "周五", home), add(services, "周五", home)),
        DoubleReason.SIMILAR_NAME: (
            add(services, "郑国", birth=PartialDate(1971, 2, 3)),
            add(services, "郑果", birth=PartialDate(1971, 2, 3)),
        ),
        DoubleReason.SIMILAR_NUMBER: (
            services.residents.add(make_draft("孙六", documents=(make_document(sequence=201),)))[0],
            services.residents.add(make_draft("孙六", documents=(make_document(sequence=203),)))[0],
        ),
    }
    for reason, pair in expected.items():
        assert pair in pairs(services, reason), reason
    assert set(expected.values()) <= pairs(services)
    assert DoubleReason.NUMBER in services.doubles.candidates().doubles[0].verdict.reasons


def test_births_that_differ_in_one_place_are_found_by_the_number(services):
    people = [
        services.residents.add(make_draft("孙六", documents=(make_document(birth=day),)))[0]
        for day in (BORN.as_date(), BORN.as_date().replace(day=11))
    ]
    assert pairs(services, DoubleReason.SIMILAR_NUMBER) == {tuple(people)}


def test_namesakes_without_more_are_not_compared(services):
    for _ in range(40):
        add(services)
    assert pairs(services) == set()


def test_large_block_is_compared_with_neighbours_only(services):
    for place in range(40):
        add(services, birth=PartialDate(1960, 1, 1), occupation=str(place))
    found = pairs(services)
    assert 40 * 7 < len(found) <= 40 * 8


def test_page_follows_page(services):
    for place in range(6):
        add(services, f"王{'一二三四五六'[place]}", birth=BORN)
        add(services, f"王{'一二三四五六'[place]}", birth=BORN)
    assert len(pairs(services)) == 6
    first, last = (services.doubles.candidates(limit=4, page=page) for page in (0, 1))
    assert (len(first.doubles), first.more, len(last.doubles), last.more) == (4, True, 2, False)


def test_recycled_and_merged_are_no_candidates(services):
    one, other = add(services, birth=BORN), add(services, birth=BORN)
    third = add(services, birth=BORN)
    services.residents.recycle([third])
    assert pairs(services) == {(one, other)}
    services.doubles.merge(one, other)
    assert pairs(services) == set()


def test_who_was_told_apart_is_not_proposed_again(services):
    one, other, third = (add(services, birth=BORN) for _ in range(3))
    services.doubles.not_same(other, one)
    services.doubles.not_same(one, other)
    assert pairs(services) == {(one, third), (other, third)}
    assert [(a.id, b.id) for a, b in services.doubles.list_not_same()] == [(one, other)]
    services.doubles.merge(third, one)
    assert pairs(services) == set(), "the record that took one in is told apart too"
    services.doubles.forget_not_same(third, other)
    assert pairs(services) == {(other, third)}


# ---- while entering -----------------------------------------------------------------------


def test_known_person_is_told_with_the_reason(services):
    known = add(services, birth=BORN, phones=(make_phone(),), home=house("0001", "101"))
    household = get(services, known).facts.household_id
    address = house("", "101").address

    def ask(name="王伟", address=None, **facts):
        found = services.doubles.known(ResidentDraft(name=name, **facts), address)
        return [(each.row.id, each.verdict.words[0]) for each in found]

    assert ask() == [(known, "姓名相同")]
    assert ask("王玮") == []
    assert ask("王玮", phones=(make_phone(),)) == [(known, "姓名同音（王玮、王伟）")]
    assert ask("王玮", address=address) == [(known, "姓名同音（王玮、王伟）")]
    assert ask("王玮", household_id=household) == [(known, "姓名同音（王玮、王伟）")]
    assert ask("王玮", birth=BORN) == [(known, "姓名同音（王玮、王伟）")]
    assert ask(sex=Sex.MALE) == [(known, "姓名相同")]
    assert ask(birth=PartialDate(1975)) == []
    assert ask("") == []


def test_the_same_number_is_known_whatever_the_name(services):
    known = services.residents.add(make_draft("张三"))[0]
    found = services.doubles.known(make_draft("张山"))
    assert [(each.row.id, each.verdict.words[0]) for each in found] == [(known, "证件号码相同")]


def test_a_common_name_alone_warns_of_nobody(services):
    for _ in range(6):
        add(services)
    assert services.doubles.known(ResidentDraft(name="王伟")) == []


def test_nobody_is_warned_of_themselves_or_of_who_was_told_apart(services):
    one, other = add(services, birth=BORN), add(services, birth=BORN)
    draft = get(services, one).facts
    assert [each.row.id for each in services.doubles.known(draft, exclude_id=one)] == [other]
    services.doubles.not_same(one, other)
    assert services.doubles.known(draft, exclude_id=one) == []


# ---- comparing ----------------------------------------------------------------------------


def test_comparison_shows_both_sides_and_suggests(services, two):
    comparison = services.doubles.compare(*two)
    fields = {field.label: field for field in comparison.fields}
    assert (fields["姓名"].kept, fields["姓名"].gone) == ("王伟", "王玮")
    assert fields["出生日期"].suggested is Side.GONE, "the fuller date"
    assert fields["职业"].suggested is Side.GONE
    assert fields["备注"].suggested is Side.BOTH
    assert "0001" in fields["住在哪一户"].kept
    assert comparison.alike == ()
    assert [item.text for item in comparison.items if item.label == "电话"] == [
        "138****0001",
        "138****0002",
    ]


def test_full_numbers_are_compared_for_a_reason_and_recorded(services, two):
    comparison = services.doubles.compare(*two, reason="核对资料")
    assert [item.text for item in comparison.items if item.label == "电话"] == [
        "13800000001",
        "13800000002",
    ]
    assert {event.subject for event in services.history.events(2)} == {
        f"resident/{person}" for person in two
    }


def test_second_identity_card_is_not_suggested(services):
    one = services.residents.add(make_draft("孙六", documents=(make_document(sequence=201),)))[0]
    other = services.residents.add(make_draft("孙六", documents=(make_document(sequence=203),)))[0]
    items = services.doubles.compare(one, other).items
    assert [(item.side, item.suggested) for item in items] == [
        (Side.KEPT, True),
        (Side.GONE, False),
    ]
    with pytest.raises(InvalidInput, match="只有一个"):
        services.doubles.merge(one, other, MergeChoices())
    services.doubles.merge(one, other)
    assert len(get(services, one).facts.documents) == 1


# ---- merging ------------------------------------------------------------------------------


def test_merge_takes_what_was_suggested_and_hides_the_other(services, two):
    kept, gone = two
    services.doubles.merge(kept, gone)
    facts = get(services, kept).facts
    assert facts.name == "王伟"
    assert facts.birth == BORN
    assert facts.occupation == "司机"
    assert facts.note == "旧；新"
    assert facts.skills == ("水电维修",)
    assert facts.floating.origin == "甘肃省"
    assert [phone.number for phone in facts.phones] == ["13800000001", "13800000002"]
    assert services.residents.find_ids("13800000002") == [kept]
    assert list(services.residents.list_ids(ResidentFilter())) == [kept]
    assert list(services.residents.list_ids(ResidentFilter(recycled=True))) == []
    assert services.residents.counts().recycled == 0
    assert services.residents.counts().households == 1


def test_merge_takes_what_was_chosen(services, two):
    kept, gone = two
    household = get(services, gone).facts.household_id
    services.doubles.merge(
        kept,
        gone,
        choose(name=Side.GONE, former_name=Side.BOTH, birth=Side.KEPT, home=Side.GONE),
    )
    facts = get(services, kept).facts
    assert (facts.name, facts.former_name, facts.birth) == ("王玮", "王伟", PartialDate(1960))
    assert facts.household_id == household
    assert services.residents.find_ids("王伟") == [kept], "by the former name"


def test_empty_household_is_dissolved_and_its_number_free(services, two):
    kept, gone = two
    left = get(services, gone).facts.household_id
    services.doubles.merge(kept, gone)
    with pytest.raises(NotFoundError):
        services.households.get(left)
    add(services, "李四", house("0002", "103"))


def test_head_who_goes_hands_the_household_over(services, two):
    kept, gone = two
    left = get(services, gone).facts.household_id
    wife = add(services, "李秀英", household_id=left, relation_code="10", sex=Sex.FEMALE)
    merge, _ = services.doubles.merge(kept, gone)
    assert get(services, wife).is_head
    services.doubles.unmerge(merge)
    assert get(services, gone).is_head
    assert get(services, wife).facts.relation_code == "10"


def test_head_in_one_household_stays_head(services, two):
    _, head = two
    home = get(services, head).facts.household_id
    son = add(services, "王小玮", household_id=home, relation_code="20")
    double = add(services, "王纬", household_id=home, relation_code="20")
    services.doubles.merge(double, head)
    assert get(services, double).is_head
    assert get(services, son).facts.relation_code == "20"


def test_values_that_do_not_go_together_are_refused(services):
    one = services.residents.add(make_draft("孙六"))[0]
    other = add(services, "孙六", birth=PartialDate(1950, 1, 1))
    before = everything(services)
    with pytest.raises(InvalidInput):
        services.doubles.merge(one, other, choose(birth=Side.GONE))
    assert not differences(before, everything(services))


def test_merge_refuses_what_cannot_be_merged(services, two):
    kept, gone = two
    third = add(services, "李四")
    with pytest.raises(UserError, match="同一条登记"):
        services.doubles.merge(kept, kept)
    with pytest.raises(NotFoundError):
        services.doubles.merge(kept, 999)
    with pytest.raises(ConflictError):
        services.doubles.merge(kept, gone, kept_version=99)
    services.residents.recycle([third])
    with pytest.raises(UserError, match="回收站"):
        services.doubles.compare(kept, third)
    services.residents.restore([third])
    services.doubles.merge(kept, gone)
    with pytest.raises(UserError, match="已经并入「王伟」"):
        services.doubles.merge(third, gone)


def test_merged_record_is_changed_by_nothing_else(services, two):
    kept, gone = two
    services.doubles.merge(kept, gone)
    draft = replace(get(services, gone).facts, household_id=None)
    for change in (
        lambda: services.residents.restore([gone]),
        lambda: services.residents.recycle([gone]),
        lambda: services.residents.update(gone, draft, version=get(services, gone).version),
    ):
        with pytest.raises(UserError, match="已并入「王伟」"):
            change()


def test_number_left_with_the_merged_record_is_explained(services):
    one = services.residents.add(make_draft("孙六", documents=(make_document(sequence=201),)))[0]
    other = services.residents.add(make_draft("孙六", documents=(make_document(sequence=203),)))[0]
    services.doubles.merge(one, other)
    with pytest.raises(InvalidInput, match="已并入「孙\\*」"):
        services.residents.add(make_draft("赵一", documents=(make_document(sequence=203),)))


def test_history_of_both_tells_of_the_merge(services, two):
    kept, gone = two
    services.doubles.merge(kept, gone)
    told = {(c.field, c.after) for c in services.history.of_resident(kept)}
    assert ("合并进来的人", "王玮") in told
    assert ("并入", "王伟") in {(c.field, c.after) for c in services.history.of_resident(gone)}


def test_everything_that_refers_to_a_person_is_known_here():
    found = {
        (table.name, column.name)
        for table in Base.metadata.tables.values()
        for column in table.columns
        if any(key.column.table.name == "resident" for key in column.foreign_keys)
    }
    assert found == set(LABELS) | STAYING, (
        "say in merge_links what it is called and whether it moves"
    )


def test_everything_attached_moves_along(services):
    people = make_people(services)
    attach_all(services, people)
    kept, gone = people[4], people[1]
    services.doubles.merge(kept, gone)
    attached = services.doubles.compare(people[0], kept).attachments
    labels = {attachment.label for attachment in attached}
    assert {"租住", "救助保障", "走访", "床位", "结对帮扶", "手绘字", "发卡记录"} <= labels
    assert not [a for a in services.doubles.compare(people[0], kept).attachments if not a.text]


def test_cards_of_the_merged_record_are_shown_and_scanned_as_of_the_kept(services):
    one, other = add(services, "王伟"), add(services, "王玮")
    batch = services.cards.prepare([one, other], "resident")
    services.cards.issue(batch, TEN)
    services.doubles.merge(one, other)
    cards = services.cards.issued_to(one)
    assert len(cards) == 2
    old = next(card for card in cards if card.resident_id == other)
    assert services.cards.find_number(old.number).resident_id == one
    assert [card.number for card in services.cards.outdated() if card.to_take_back] == [old.number]


def test_card_moves_to_who_has_none(services):
    one, other = add(services, "王伟"), add(services, "王玮")
    services.cards.issue(services.cards.prepare([other], "resident"), TEN)
    merge, _ = services.doubles.merge(one, other)
    (card,) = services.cards.issued_to(one)
    assert card.resident_id == one
    services.doubles.unmerge(merge)
    assert services.cards.issued_to(one) == []


# ---- taking back --------------------------------------------------------------------------


def test_whole_merge_is_taken_back(services, two):
    before = everything(services)
    merge, _ = services.doubles.merge(*two)
    done, _ = services.doubles.unmerge(merge)
    assert done.kept_as_is == ()
    assert not differences(before, everything(services))
    assert services.doubles.list_merges()[0].state is MergeState.UNDONE
    with pytest.raises(UserError, match="已经全部撤回"):
        services.doubles.unmerge(merge)


def test_parts_are_taken_back_one_by_one(services, two):
    kept, gone = two
    before = everything(services)
    merge, _ = services.doubles.merge(kept, gone)
    parts = {part.label: part.id for part in services.doubles.report(merge).parts}
    services.doubles.unmerge(merge, [parts["职业"]])
    assert not get(services, gone).recycled
    assert get(services, kept).facts.occupation is None
    assert get(services, kept).facts.birth == BORN
    assert services.doubles.list_merges()[0].state is MergeState.PARTLY_UNDONE
    services.doubles.unmerge(merge)
    assert not differences(before, everything(services))


def test_what_was_changed_since_is_kept_and_told_beforehand(services, two):
    kept, gone = two
    merge, _ = services.doubles.merge(kept, gone)
    person = get(services, kept)
    changed = replace(person.facts, occupation="教师", phones=person.facts.phones[:1])
    services.residents.update(kept, changed, version=person.version)
    told = {part.label: part.obstacle for part in services.doubles.report(merge).parts}
    assert told["职业"] == "后来改过，保留现在的"
    assert told["电话"] == "后来删掉了，没有带回"
    done, _ = services.doubles.unmerge(merge)
    assert set(done.kept_as_is) == {
        "职业：后来改过，保留现在的。",
        "电话：后来删掉了，没有带回。",
    }
    assert get(services, kept).facts.occupation == "教师"
    assert not get(services, gone).recycled


def test_earlier_merge_is_taken_back_out_of_a_later_one(services, two):
    kept, gone = two
    last = add(services, "王纬", phones=(make_phone("13800000003"),))
    first_merge, _ = services.doubles.merge(kept, gone)
    services.doubles.merge(last, kept)
    assert "后来并入了「王纬」" in services.doubles.report(first_merge).notes[0]
    services.doubles.unmerge(first_merge)
    assert [p.number for p in get(services, gone).facts.phones] == ["13800000002"]
    assert [p.number for p in get(services, last).facts.phones] == ["13800000003", "13800000001"]
    assert get(services, kept).recycled


def test_what_must_come_first_is_said(services, two):
    kept, gone = two
    merge, _ = services.doubles.merge(kept, gone)
    part = next(p.id for p in services.doubles.report(merge).parts if p.label == "职业")
    services.doubles.unmerge(merge, [part])
    other = add(services, "王纬")
    services.doubles.merge(other, gone)
    with pytest.raises(UserError, match="请先撤回「王玮」并入「王纬」"):
        services.doubles.unmerge(merge)


def test_merge_and_taking_back_are_steps_of_undo(services, two):
    kept, gone = two
    before = everything(services)
    merge, _ = services.doubles.merge(kept, gone)
    merged = everything(services)
    services.history.undo()
    assert not differences(before, everything(services))
    with pytest.raises(NotFoundError):
        services.doubles.report(merge)
    services.history.redo()
    assert not differences(merged, everything(services))
    services.doubles.unmerge(merge)
    services.history.undo()
    assert not differences(merged, everything(services))
    assert services.doubles.list_merges()[0].state is MergeState.IN_FORCE
    services.history.redo()
    assert not differences(before, everything(services))
    assert verify(services.context).problems == ()


def test_kept_record_in_the_recycle_bin_gives_back_all_the_same(services, two):
    kept, gone = two
    merge, _ = services.doubles.merge(kept, gone)
    services.residents.recycle([kept])
    services.doubles.unmerge(merge)
    assert not get(services, gone).recycled
    assert get(services, kept).recycled
    assert [p.number for p in get(services, gone).facts.phones] == ["13800000002"]


def test_household_keeps_the_head_that_the_clerk_gave_it_since(services, two):
    kept, gone = two
    home = get(services, gone).facts.household_id
    wife = add(services, "李秀英", household_id=home, relation_code="10")
    son = add(services, "王小玮", household_id=home, relation_code="20")
    merge, _ = services.doubles.merge(kept, gone)
    assert get(services, wife).is_head
    services.households.set_head(home, son)
    done, _ = services.doubles.unmerge(merge)
    assert "「王玮」与户主关系：后来改过，保留现在的。" in done.kept_as_is
    assert not get(services, gone).is_head
    assert get(services, son).is_head


def test_returned_head_finds_another_one(services, two):
    kept, gone = two
    home = get(services, gone).facts.household_id
    services.cards.issue(services.cards.prepare([gone], "resident"), TEN)
    merge, _ = services.doubles.merge(kept, gone)
    other = add(services, "李四", household_id=home, relation_code="02")
    done, _ = services.doubles.unmerge(merge)
    assert done.kept_as_is == ("「王玮」：户主现在是「李四」，与户主关系请另填。",)
    assert get(services, gone).facts.relation_code is None
    assert get(services, other).is_head


def test_household_that_is_gone_since_is_not_brought_back(services, two):
    kept, gone = two
    merge, _ = services.doubles.merge(kept, gone, choose(home=Side.GONE))
    add(services, "李四", house("0001", "103"))
    done, _ = services.doubles.unmerge(merge)
    assert any("编号" in said for said in done.kept_as_is)
    assert not get(services, gone).recycled
    assert verify(services.context).problems == ()


def test_dead_and_moved_are_merged_with_their_standing(services, two, clock):
    kept, gone = two
    services.residents.mark_deceased(gone, clock().date())
    services.doubles.merge(kept, gone)
    assert get(services, kept).status is ResidentStatus.DECEASED
