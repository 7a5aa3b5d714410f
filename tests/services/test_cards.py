from dataclasses import replace
from datetime import date

import pytest
from support.cards import SINGLE, TEN, page_texts
from support.people import make_draft

from linli.domain.card_choices import CardOrder, CardUnit
from linli.domain.cards import MissingCharacterError, card_number
from linli.domain.changes import Kind
from linli.domain.grids import GridDraft, GridOfficer, GridRole
from linli.domain.residents import HouseholdDraft, RentalDraft
from linli.domain.settings import HallFacts
from linli.domain.values.addresses import Address
from linli.domain.values.dates import PartialDate
from linli.errors import ConflictError, InvalidInput, NotFoundError, UserError

RARE = "\U000f0000"  # private use: no font will ever draw it
GRID = GridDraft(
    number="1",
    name="第一网格",
    buildings=(Address(estate="幸福小区", building="3号楼"),),
    officers=(GridOfficer(role=GridRole.LIAISON, name="刘敏", phone="13909940002"),),
)


class Town:
    """A community built through the services."""

    def __init__(self, services):
        self.services = services
        self._sequence = 100

    def person(self, name, relation=None, birth="1960", **facts):
        self._sequence += 1
        resident_id, _ = self.services.residents.add(
            make_draft(
                name,
                documents=(),
                relation_code=relation,
                birth=PartialDate.from_iso(birth) if birth else None,
                **facts,
            )
        )
        return resident_id

    def household(self, room, *members, number=None):
        """Add (name, relation), or (name, relation, birth), at 幸福小区3号楼2单元`room`.

        Return household and people.
        """
        address = Address(estate="幸福小区", building="3号楼", unit="2单元", room=room)
        dwelling_id, _ = self.services.dwellings.find_or_add(address)
        people = [self.person(*member) for member in members]
        household_id, _ = self.services.households.add(
            HouseholdDraft(number=number, dwelling_id=dwelling_id), people
        )
        for person, (_, relation, *_) in zip(people, members, strict=True):
            self._set_relation(person, relation)
        return household_id, people

    def _set_relation(self, person, relation):
        resident = self.services.residents.get(person)
        if resident.facts.relation_code != relation:
            facts = replace(resident.facts, relation_code=relation)
            self.services.residents.update(person, facts, version=resident.version)


@pytest.fixture
def town(services):
    services.settings.save_hall(HallFacts(community="西河社区", hotline="85180111"))
    services.grids.add(GRID)
    return Town(services)


@pytest.fixture
def cards(services):
    return services.cards


def numbers(batch):
    return [card.facts.number for card in batch.cards]


def holders(batch):
    return [card.facts.holder for card in batch.cards]


def test_each_household_gets_one_card_in_the_order_asked_for(town, cards):
    _, (wang, wife) = town.household("501", ("王强", "02"), ("李梅", "12"))
    _, (zhao,) = town.household("301", ("赵刚", "02"))
    lone = town.person("孙丽")
    batch = cards.prepare([zhao, wife, lone, wang], "resident")
    assert holders(batch) == ["赵刚", "王强", "孙丽"]
    assert numbers(batch) == ["0000018", "0000026", "0000034"]
    assert batch.cards[1].facts.place == "3号楼2单元501室"
    assert batch.cards[1].facts.estate == "幸福小区"
    assert batch.cards[1].facts.grid.name == "第一网格"
    assert batch.cards[2].facts.grid is None


def test_each_person_gets_one_when_asked(town, cards):
    _, (wang, wife) = town.household("501", ("王强", "02"), ("李梅", "12"))
    batch = cards.prepare([wang, wife, wang], "resident", CardUnit.PERSON)
    assert holders(batch) == ["王强", "李梅"]


def test_without_a_head_the_first_of_the_register_holds_the_card(town, cards):
    household, (son, _) = town.household("501", ("王小", "20"), ("李梅", "12"))
    batch = cards.prepare([son], "resident")
    members = town.services.households.get(household).members
    assert not any(member.is_head for member in members)
    assert holders(batch) == ["李梅"] == [members[0].name]


def test_children_are_listed_by_age_and_those_of_unknown_age_after_them(town, cards):
    _, (head, *_) = town.household(
        "501",
        ("王强", "02"),
        ("王知", "20", None),
        ("王小", "20", "1995"),
        ("王大", "20", "1990-05"),
        ("王中", "20", "1990-08"),
    )
    (card,) = cards.prepare([head], "household").cards
    assert [member.name for member in card.facts.members] == [
        "王强",
        "王大",
        "王中",
        "王小",
        "王知",
    ]
    assert card.facts.members[-1].birth_year == ""


def test_who_no_longer_lives_here_is_skipped_with_the_reason(town, cards, services):
    gone, dead, binned, here = (town.person(name) for name in ("甲一", "乙二", "丙三", "丁四"))
    services.residents.move_out([gone], date(2026, 1, 1))
    services.residents.mark_deceased(dead, date(2026, 1, 1))
    services.residents.recycle([binned])
    batch = cards.prepare([gone, dead, binned, here], "resident")
    assert holders(batch) == ["丁四"]
    assert [(p.name, p.reason) for p in batch.skipped] == [
        ("甲一", "已迁出"),
        ("乙二", "已去世"),
        ("丙三", "在回收站里"),
    ]


def test_when_the_head_dies_the_card_names_the_next(town, cards, services):
    _, (wang, wife) = town.household("501", ("王强", "02"), ("李梅", "12"))
    first = cards.prepare([wife], "resident")
    cards.issue(first, SINGLE)
    services.residents.mark_deceased(wang, date(2026, 11, 20))
    assert holders(cards.prepare([wife], "resident")) == ["李梅"]
    assert [card.holder for card in cards.outdated()] == ["王强"]


def test_the_preview_is_what_is_issued_byte_for_byte(town, cards):
    _, (wang,) = town.household("501", ("王强", "02"))
    batch = cards.prepare([wang, town.person("孙丽")], "resident")
    preview = cards.preview(batch, TEN)
    done = cards.issue(batch, TEN)
    printed = done.printed
    assert printed == preview
    assert done.changes.touches(Kind.CARDS)
    assert batch.cards[0].facts.number in page_texts(printed.content)[0]
    assert (printed.cards, printed.pages) == (2, 2)


def test_a_preview_leaves_no_trace(town, cards):
    batch = cards.prepare([town.person("孙丽")], "resident")
    cards.preview(batch, SINGLE)
    assert cards.issued_to(batch.cards[0].holder_id) == []
    assert numbers(cards.prepare([town.person("王二")], "resident")) == ["0000018"]


def test_a_household_keeps_its_number_and_counts_its_printings(town, cards, clock):
    household, (wang, wife) = town.household("501", ("王强", "02"), ("李梅", "12"))
    cards.issue(cards.prepare([wang], "resident"), SINGLE)
    again = cards.prepare([wife], "resident")
    assert numbers(again) == ["0000018"]
    cards.issue(again, SINGLE)
    other = cards.prepare([wife], "grid_worker")
    assert numbers(other) == ["0000026"], "another kind of card has another number"
    cards.issue(other, TEN)
    issued = cards.issued_to(wife)
    assert [(c.kind, c.number, c.issue) for c in issued] == [
        ("grid_worker", "0000026", 1),
        ("resident", "0000018", 2),
        ("resident", "0000018", 1),
    ]
    last = issued[0]
    assert (last.household_id, last.resident_id, last.holder) == (household, None, "王强")
    assert (last.kind_title, last.account, last.issued_at) == ("网格员联系卡", "王芳", clock())
    assert town.services.households.get(household).card_numbers == ("0000018", "0000026")


def test_a_number_on_paper_never_becomes_somebody_elses(town, cards, services):
    first, second = town.person("孙丽"), town.person("王二")
    cards.issue(cards.prepare([first], "resident"), SINGLE)
    services.history.undo()
    assert cards.issued_to(first) == []
    assert numbers(cards.prepare([second], "resident")) == ["0000026"]
    services.history.redo()
    assert [c.number for c in cards.issued_to(first)] == ["0000018"]
    assert numbers(cards.prepare([second], "resident")) == ["0000026"]


def test_facts_that_changed_after_the_preview_stop_the_run(town, cards, services):
    batch = cards.prepare([town.person("孙丽")], "resident")
    services.settings.save_hall(HallFacts(community="西河社区", hotline="12345678"))
    with pytest.raises(ConflictError, match="重新预览"):
        cards.issue(batch, SINGLE)
    assert cards.outdated() == []
    assert cards.issued_to(batch.cards[0].holder_id) == []


def test_a_number_taken_meanwhile_stops_the_run(town, cards):
    one = cards.prepare([town.person("孙丽")], "resident")
    two = cards.prepare([town.person("王二")], "resident")
    cards.issue(one, SINGLE)
    with pytest.raises(ConflictError):
        cards.issue(two, SINGLE)


def test_a_name_that_cannot_be_printed_stops_the_run_until_left_out(town, cards):
    bad, good = town.person("张" + "䶮"), town.person("王二")
    _rename(town, bad, "张" + RARE)
    batch = cards.prepare([bad, good], "resident")
    assert [(m.resident_id, m.code_point) for m in batch.missing] == [(bad, "U+F0000")]
    with pytest.raises(MissingCharacterError):
        cards.issue(batch, SINGLE)
    without = cards.prepare([bad, good], "resident", left_out=[bad])
    assert holders(without) == ["王二"]
    assert [p.resident_id for p in without.skipped] == [bad]
    assert cards.issue(without, SINGLE).printed.cards == 1


def _rename(town, resident_id, name):
    """Write a name past the form's checks, as an old import may have left it."""
    from linli.storage.schema import ResidentRecord

    with town.services.context.writing("试") as work:
        work.session.get(ResidentRecord, resident_id).name = name


def test_nobody_to_print_for_is_said(town, cards, services):
    gone = town.person("孙丽")
    services.residents.move_out([gone], date(2026, 1, 1))
    with pytest.raises(UserError, match="没有可以发卡的"):
        cards.issue(cards.prepare([gone], "resident"), SINGLE)


def test_the_household_card_tells_members_and_dwelling(town, cards):
    _, (wang, _) = town.household("501", ("王强", "02"), ("李梅", "12"), number="西河-7")
    (card,) = cards.prepare([wang], "household", CardUnit.PERSON).cards
    assert card.subject.household_id is not None
    assert [(m.name, m.relation, m.birth_year) for m in card.facts.members] == [
        ("王强", "户主", "1960"),
        ("李梅", "妻", "1960"),
    ]
    assert card.facts.household_number == "西河-7"
    (plain,) = cards.prepare([wang], "resident").cards
    assert plain.facts.members == ()


@pytest.mark.parametrize(
    ("rental", "note", "said"),
    [
        (None, None, ""),
        (None, "一楼门面", "一楼门面"),
        (RentalDraft(rooms=2), None, "出租房屋"),
        (RentalDraft(rooms=2), "一楼门面", "出租房屋，一楼门面"),
    ],
)
def test_the_household_card_alone_tells_of_the_dwelling(town, cards, services, rental, note, said):
    household, (wang,) = town.household("501", ("王强", "02"))
    home = services.households.get(household).facts.dwelling_id
    dwelling = services.dwellings.get(home)
    services.dwellings.update(
        home, dwelling.address, dwelling.grid_id, version=dwelling.version, note=note
    )
    if rental is not None:
        version = services.dwellings.get(home).version
        services.dwellings.set_rental(home, rental, version=version)
    assert [
        cards.prepare([wang], kind).cards[0].facts.dwelling_note
        for kind in ("household", "resident")
    ] == [said, ""]


def test_a_lodger_of_a_household_gets_the_card_of_the_household_at_its_home(town, cards, services):
    _, (wang, son) = town.household("501", ("王强", "02"), ("王小", "20"))
    flat, _ = services.dwellings.find_or_add(Address(estate="阳光小区", building="1号楼"))
    resident = services.residents.get(wang)
    services.residents.update(
        wang, replace(resident.facts, dwelling_id=flat), version=resident.version
    )
    (household,) = cards.prepare([son], "resident").cards
    own = cards.prepare([wang], "resident", CardUnit.PERSON).cards[0]
    assert (household.facts.holder, household.facts.place) == ("王强", "3号楼2单元501室")
    assert (own.facts.estate, own.facts.place) == ("阳光小区", "1号楼")


def test_a_new_phone_of_the_grid_outdates_its_cards_only(town, cards, services):
    _, (inside,) = town.household("501", ("王强", "02"))
    outside = town.person("孙丽")
    cards.issue(cards.prepare([inside, outside], "resident"), SINGLE)
    assert cards.outdated() == []
    (grid,) = services.grids.list_all()
    officers = (replace(GRID.officers[0], phone="13909949999"),)
    services.grids.update(grid.id, replace(GRID, officers=officers), version=grid.version)
    (old,) = cards.outdated()
    assert (old.holder, old.outdated) == ("王强", True)
    assert cards.issued_to(inside)[0].outdated
    assert not cards.issued_to(outside)[0].outdated
    cards.issue(cards.reprint(old.id), SINGLE)
    assert cards.outdated() == []


def test_outdated_cards_are_counted_by_kind_household_and_card(town, cards, services):
    home, (wang, wife) = town.household("501", ("王强", "02"), ("李梅", "12"))
    _, (zhao,) = town.household("301", ("赵刚", "02"))
    lone = town.person("孙丽")
    cards.issue(cards.prepare([wang, wife, zhao, lone], "resident", CardUnit.PERSON), TEN)
    cards.issue(cards.prepare([wang], "grid_worker"), SINGLE)
    assert cards.outdated_summary() == []
    (grid,) = services.grids.list_all()
    officers = (replace(GRID.officers[0], phone="13909949999"),)
    services.grids.update(grid.id, replace(GRID, officers=officers), version=grid.version)
    services.residents.move_out([lone], date(2026, 11, 20))
    first, second = cards.outdated_summary()
    assert (first.kind.id, first.households, first.cards, first.to_take_back) == (
        "resident",
        3,
        4,
        1,
    )
    assert (second.kind.id, second.households, second.cards, second.to_take_back) == (
        "grid_worker",
        1,
        1,
        0,
    )
    assert services.households.get(home).card_numbers == ("0000059",)


def test_outdated_cards_are_prepared_as_one_walks_and_of_who_left_taken_back(town, cards, services):
    _, (high,) = town.household("1001", ("赵刚", "02"))
    _, (low,) = town.household("301", ("王强", "02"))
    _, (gone,) = town.household("401", ("周芳", "02"))
    outside = town.person("孙丽")
    first = cards.prepare([high, low, gone, outside], "resident")
    cards.issue(first, TEN)
    services.residents.move_out([gone], date(2026, 11, 20))
    (grid,) = services.grids.list_all()
    officers = (replace(GRID.officers[0], phone="13909949999"),)
    services.grids.update(grid.id, replace(GRID, officers=officers), version=grid.version)
    assert {card.holder: card.to_take_back for card in cards.outdated()} == {
        "赵刚": False,
        "王强": False,
        "周芳": True,
    }
    batch = cards.prepare_outdated("resident")
    assert holders(batch) == ["王强", "赵刚"]
    assert [card.issue for card in batch.cards] == [2, 2]
    assert [(p.resident_id, p.name) for p in batch.skipped] == [(gone, "周芳")]
    assert "收回" in batch.skipped[0].reason
    assert cards.prepare_outdated("grid_worker").cards == ()
    without = cards.prepare_outdated("resident", left_out=[high])
    assert (holders(without), len(without.skipped)) == (["王强"], 2)
    cards.issue(batch, TEN)
    assert [card.holder for card in cards.outdated()] == ["周芳"]


def test_a_reprint_keeps_the_number_and_says_what_is_true_today(town, cards, services):
    person = town.person("孙丽")
    cards.issue(cards.prepare([person], "resident"), SINGLE)
    (issued,) = cards.issued_to(person)
    services.settings.save_hall(HallFacts(community="西河社区", hotline="12345678"))
    batch = cards.reprint(issued.id)
    assert (numbers(batch), batch.cards[0].issue) == (["0000018"], 2)
    printed = cards.issue(batch, SINGLE).printed
    assert "12345678" in page_texts(printed.content)[0]


def test_a_card_of_people_who_left_is_not_reprinted(town, cards, services):
    person = town.person("孙丽")
    cards.issue(cards.prepare([person], "resident"), SINGLE)
    (issued,) = cards.issued_to(person)
    services.residents.move_out([person], date(2026, 11, 1))
    assert [c.id for c in cards.outdated()] == [issued.id]
    with pytest.raises(NotFoundError, match=issued.number):
        cards.reprint(issued.id)


def test_a_withdrawn_card_bears_reason_and_time_and_is_not_outdated(town, cards, services, clock):
    person = town.person("孙丽")
    cards.issue(cards.prepare([person], "resident"), SINGLE)
    (issued,) = cards.issued_to(person)
    with pytest.raises(InvalidInput, match="原因"):
        cards.withdraw(issued.id, " ")
    clock.advance(days=1)
    cards.withdraw(issued.id, "遗失")
    (void,) = cards.issued_to(person)
    assert (void.withdrawn_reason, void.withdrawn_at) == ("遗失", clock())
    with pytest.raises(ConflictError):
        cards.withdraw(issued.id, "遗失")
    services.residents.move_out([person], date(2026, 11, 1))
    assert cards.outdated() == []
    services.history.undo()
    services.history.undo()
    assert cards.issued_to(person)[0].withdrawn_at is None


@pytest.mark.parametrize("call", ["reprint", "withdraw"])
def test_an_unknown_record_is_said(cards, call):
    with pytest.raises(NotFoundError):
        getattr(cards, call)(*([99] if call == "reprint" else [99, "遗失"]))


def test_a_scanned_number_finds_the_card(town, cards):
    person = town.person("孙丽")
    cards.issue(cards.prepare([person], "resident"), SINGLE)
    assert cards.find_number(" 0000018\n").holder == "孙丽"
    cards.issue(cards.prepare([person], "resident"), SINGLE)
    assert cards.find_number("0000018").issue == 2
    assert cards.find_number("0000019") is None
    assert cards.find_number("0000026") is None


def test_a_grid_is_walked_by_building_unit_and_room(town, cards, services):
    town.person("孙丽")
    _, (late,) = town.household("1001", ("赵刚", "02"))
    _, (early, wife) = town.household("301", ("王强", "02"), ("李梅", "12"))
    _, (gone,) = town.household("401", ("周芳", "02"))
    services.residents.move_out([gone], date(2026, 1, 1))
    elsewhere, _ = services.dwellings.find_or_add(Address(estate="阳光小区", building="1号楼"))
    town.person("吴桐", dwelling_id=elsewhere)
    (grid,) = services.grids.list_all()
    assert cards.ids_for_grid(grid.id) == [early, wife, late]
    assert holders(cards.prepare(cards.ids_for_grid(grid.id), "resident")) == ["王强", "赵刚"]


def test_a_community_is_walked_grid_by_grid_and_who_has_no_home_comes_last(town, cards, services):
    lone = town.person("孙丽")
    for number, name, building in (("10", "第十网格", "1号楼"), ("2", "第二网格", "10号楼")):
        services.grids.add(
            GridDraft(
                number=number,
                name=name,
                buildings=(Address(estate="阳光小区", building=building),),
            )
        )

    def lodger(name, **address):
        home, _ = services.dwellings.find_or_add(Address(**address))
        return town.person(name, dwelling_id=home)

    nowhere = lodger("吴桐", estate="河滩", building="1号楼")
    tenth = lodger("郑秋", estate="阳光小区", building="1号楼", room="101")
    second = lodger("冯春", estate="阳光小区", building="10号楼", room="101")
    _, (wang, wife) = town.household("1002", ("王强", "02"), ("李梅", "12"))
    _, (zhao,) = town.household("301", ("赵刚", "02"))
    ids = [lone, nowhere, tenth, second, wife, wang, zhao]
    batch = cards.prepare(ids, "resident", order=CardOrder.WALK)
    assert holders(batch) == ["赵刚", "王强", "冯春", "郑秋", "吴桐", "孙丽"]
    assert numbers(batch) == [card_number(running) for running in range(1, 7)]
    assert [card.building for card in batch.cards[:3]] == [
        "幸福小区3号楼",
        "幸福小区3号楼",
        "阳光小区10号楼",
    ]
    each = cards.prepare(ids, "resident", CardUnit.PERSON, order=CardOrder.WALK)
    assert holders(each)[:3] == ["赵刚", "王强", "李梅"]
    assert holders(cards.prepare(ids, "resident"))[:2] == ["孙丽", "吴桐"]


def test_every_card_is_in_the_audit_trail_as_one_step(town, cards, services):
    before = len(services.history.entries())
    batch = cards.prepare([town.person(f"孙{c}") for c in "一二三"], "resident")
    added = len(services.history.entries())
    cards.issue(batch, TEN)
    entries = services.history.entries()
    assert len(entries) == added + 1 > before
    assert entries[0].action == "发居民联系卡 3 张"


def test_a_photo_of_the_officer_reaches_the_card(town, cards, services):
    from io import BytesIO

    from PIL import Image

    content = BytesIO()
    Image.new("RGB", (60, 80), (200, 30, 30)).save(content, "PNG")
    digest = services.settings.add_photo(content.getvalue())
    (grid,) = services.grids.list_all()
    officers = (replace(GRID.officers[0], photo=digest),)
    services.grids.update(grid.id, replace(GRID, officers=officers), version=grid.version)
    _, (wang,) = town.household("501", ("王强", "02"))
    printed = cards.preview(cards.prepare([wang], "grid_worker"), SINGLE)
    assert b"/Subtype /Image" in printed.content
