"""Cards of every source: plates, phone sheets, boards, pairs, and household cards of let homes."""

from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest
from PIL import Image
from support.cards import page_texts
from support.people import make_draft, make_phone

from linli.domain.boards import BoardEntry, MissingPhoto
from linli.domain.cards import LEFT_OUT, CardSource, SkippedPerson
from linli.domain.grids import GridDraft, GridOfficer, GridRole
from linli.domain.imports import RowRef
from linli.domain.merging import Comparison, merge_person
from linli.domain.pairings import Helper, PairingDraft
from linli.domain.paper import A3, A4, PaperSetup, Side, single_sheet
from linli.domain.residents import HomeDraft, HouseholdDraft, RentalDraft, ResidentDraft, Tenancy
from linli.domain.staff import StaffDraft, StationDraft
from linli.domain.templates.edit import Anchor, Level, anchored, with_elements, with_kind
from linli.domain.templates.elements import Box
from linli.domain.values.addresses import Address
from linli.domain.values.dates import PartialDate
from linli.errors import NotFoundError, UserError

RARE = "\U000f0000"  # private use: no font will ever draw it


def paper(batch):
    return PaperSetup(sheet=single_sheet(batch.kind.sizes[0]))


def texts(services, batch, **more):
    return page_texts(services.cards.preview(batch, paper(batch), **more).content)


def picture():
    content = BytesIO()
    Image.new("RGB", (30, 40), "#7a9").save(content, "JPEG")
    return content.getvalue()


def rows(context, sql):
    with context.db.reading() as connection:
        return connection.exec_driver_sql(sql).all()


@pytest.fixture
def grid(services):
    draft = GridDraft(
        number="1",
        name="第一网格",
        buildings=(Address(building="3号楼"),),
        officers=(GridOfficer(role=GridRole.LEADER, name="王建国", phone="13909940001"),),
    )
    return services.grids.add(draft)[0]


@pytest.fixture
def settle(services, grid):
    """Add somebody with a household of their own at 3号楼; return the person's id."""

    def add(name, sequence, room, **facts):
        home = HomeDraft(
            address=Address(building="3号楼", unit="1单元", room=room),
            new_household=HouseholdDraft(),
        )
        draft = make_draft(name, sequence=sequence, relation_code="02", **facts)
        return services.residents.add(draft, home)[0]

    return add


@pytest.fixture
def pair(services, settle):
    """A helper from the ledger, and the household of 张桂兰; returns (family, helper, pairing)."""
    helper = settle("李卫民", 1, "101", phones=(make_phone("13909940002"),), politics_code="01")
    family = settle("张桂兰", 2, "501", phones=(make_phone("13909949999"),))
    household = services.residents.get(family).facts.household_id
    draft = PairingDraft(
        household_id=household, helper=Helper(name="李卫民", post="党员", resident_id=helper)
    )
    return family, helper, services.pairings.add(draft)[0]


# ---- staff, stations, boards ---------------------------------------------------------------


def test_plates_name_staff_in_the_order_asked_for(services):
    first, _ = services.staff.add(StaffDraft(name="王芳", post="主任", party_member=True))
    second, _ = services.staff.add(StaffDraft(name="赵强", number="XH-002"))
    batch = services.cards.prepare([second, first, second, 99], "desk_plate")
    assert batch.kind.source is CardSource.STAFF
    assert [(c.holder_id, c.facts.holder, c.issue) for c in batch.cards] == [
        (second, "赵强", 0),
        (first, "王芳", 0),
    ]
    plain, member = texts(services, batch)
    assert plain.count("赵强") == 2
    assert plain.count("XH-002") == 2
    assert "共产党员" not in plain
    assert member.count("王芳") == 2
    assert member.count("共产党员") == 2


def test_a_badge_says_where_somebody_works_and_lists_who_has_no_picture(services):
    station, _ = services.stations.add(StationDraft(name="警务室"))
    seen, _ = services.staff.add(
        StaffDraft(name="王芳", photo=services.settings.add_photo(picture()))
    )
    unseen, _ = services.staff.add(StaffDraft(name="赵强", station_id=station))
    other, _ = services.staff.add(StaffDraft(name="周海"))
    batch = services.cards.prepare([seen, unseen, other], "badge")
    assert batch.missing_photos == (
        MissingPhoto(name="赵强", where="警务室"),
        MissingPhoto(name="周海", where="工作人员"),
    )
    assert services.cards.prepare([seen], "badge").missing_photos == ()
    assert services.cards.prepare([unseen], "station_phones").missing_photos == ()


def test_a_character_that_no_font_draws_is_told_and_left_out_for_staff_too(services):
    bad, _ = services.staff.add(StaffDraft(name="王" + RARE))
    good, _ = services.staff.add(StaffDraft(name="赵强"))
    batch = services.cards.prepare([bad, good], "badge")
    assert [(m.resident_id, m.character) for m in batch.missing] == [(bad, RARE)]
    without = services.cards.prepare([bad, good], "badge", left_out=[bad])
    assert [card.holder_id for card in without.cards] == [good]
    assert without.missing == ()
    assert [(s.name, s.reason) for s in without.skipped] == [("王" + RARE, LEFT_OUT)]


def test_a_phone_sheet_has_all_lines_of_its_station_and_its_people(services):
    station, _ = services.stations.add(
        StationDraft(
            name="警务室",
            phone="0994-4821110、110",
            hours="工作日 9:30\n节假日值班",
            services="报警",
        )
    )
    services.staff.add(StaffDraft(name="赵强", phone="13909940003", station_id=station))
    services.staff.add(StaffDraft(name="周海", phone="13909940004"))
    (page,) = texts(services, services.cards.prepare([station], "station_phones"))
    for said in ("警务室", "0994-4821110、110", "工作日 9:30", "节假日值班", "赵强", "13909940003"):
        assert said in page
    assert "周海" not in page


def entries(count):
    return [BoardEntry(name=f"党员{chr(0x4E00 + i)}", post="巡逻岗") for i in range(count)]


@pytest.mark.parametrize(("kind", "size"), [("grid_board", A3), ("grid_board_a4", A4)])
@pytest.mark.parametrize(("people", "pages"), [(1, 1), (15, 1), (16, 2), (31, 3)])
def test_a_board_takes_as_many_pages_as_its_people_need(services, grid, kind, size, people, pages):
    services.boards.save(grid, entries(people))
    batch = services.cards.prepare([grid], kind)
    assert (len(batch.cards), batch.kind.sizes) == (1, (size,))
    printed = services.cards.preview(batch, PaperSetup(sheet=single_sheet(size)))
    found = page_texts(printed.content)
    assert (printed.pages, len(found)) == (pages, pages)
    for entry in entries(people):
        assert sum(entry.name in page for page in found) == 1
    assert all("第一网格公示栏" in page and "王建国" in page for page in found)
    assert [f"第 {n + 1} 页，共 {pages} 页" in page for n, page in enumerate(found)] == [
        pages > 1
    ] * pages
    assert printed.warnings == ()


def test_a_board_of_several_sizes_takes_the_pages_of_the_size_that_is_printed(services, grid):
    services.boards.save(grid, entries(22))
    template = with_kind(services.templates.get("grid_board_a4"), sizes=(A4, A3))
    area = Box(0, 0, A4.width, A4.height)
    down = (anchored(e, Anchor.BOTH, area, across=False) for e in template.sides[Side.FRONT])
    template = with_elements(template, Level(), down)
    own, _ = services.templates.save_as_new(template)
    batch = services.cards.prepare([grid], own)
    for size, pages in ((None, 2), (A4, 2), (A3, 1)):
        setup = PaperSetup(sheet=single_sheet(size or A4))
        assert services.cards.preview(batch, setup, size).pages == pages


def test_a_grid_without_a_board_is_skipped_and_told(services, grid):
    batch = services.cards.prepare([grid], "grid_board")
    assert batch.cards == ()
    assert batch.skipped == (
        SkippedPerson(resident_id=grid, name="第一网格", reason="没有公示人员"),
    )
    with pytest.raises(UserError, match="没有可以打印的"):
        services.cards.preview(batch, paper(batch))


def test_a_board_lists_who_has_no_picture(services, grid):
    services.boards.save(grid, entries(1))
    batch = services.cards.prepare([grid], "grid_board")
    assert batch.missing_photos == (
        MissingPhoto(name="党员一", where="第一网格 公示栏"),
        MissingPhoto(name="王建国", where="第一网格 网格长"),
    )


def test_printing_without_numbers_leaves_a_line_in_the_trail_and_no_name(services, context):
    staff = [services.staff.add(StaffDraft(name=name))[0] for name in ("王芳", "赵强")]
    batch = services.cards.prepare(staff, "badge")
    issued = services.cards.issue(batch, paper(batch))
    assert issued.run_id is None
    assert not issued.changes.kinds
    assert rows(context, "SELECT count(*) FROM card") == [(0,)]
    event = services.history.events(1)[0]
    assert (event.action, event.subject, event.detail) == ("打印", "胸卡 70×100（亮牌） 2 份", {})


# ---- pairs ---------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", ["party_helper", "party_household"])
def test_only_households_with_a_helper_get_a_pair_card(services, pair, settle, kind):
    family, helper, _ = pair
    alone = settle("赵六", 3, "502")
    batch = services.cards.prepare([helper, alone, family], kind)
    assert [card.facts.holder for card in batch.cards] == ["张桂兰"]
    assert [(s.name, s.reason) for s in batch.skipped] == [
        ("李卫民", "没有结对党员"),
        ("赵六", "没有结对党员"),
    ]
    assert batch.cards[0].facts.number == "0000018"


def test_the_two_cards_of_a_pair_say_what_each_side_needs(services, pair):
    family = pair[0]
    front, back = texts(services, services.cards.prepare([family], "party_helper"))
    assert all(said in front for said in ("李卫民", "13909940002", "您家的结对党员 · 党员"))
    assert "张桂兰" in back
    both = "".join(texts(services, services.cards.prepare([family], "party_household")))
    assert all(said in both for said in ("张桂兰", "3号楼1单元501室", "李卫民"))
    assert "13909949999" not in both
    assert "13909940002" not in both


def test_a_pair_card_is_outdated_when_the_helpers_number_changes_or_the_pairing_ends(
    services, pair
):
    family, helper, pairing = pair
    batch = services.cards.prepare([family], "party_helper")
    services.cards.issue(batch, paper(batch))
    assert services.cards.outdated() == []
    person = services.residents.get(helper)
    services.residents.update(
        helper,
        replace(person.facts, phones=(make_phone("13909940008"),)),
        version=person.version,
    )
    assert [card.holder for card in services.cards.outdated()] == ["张桂兰"]
    again = services.cards.prepare_outdated("party_helper")
    assert again.cards[0].facts.helpers[0].phone == "13909940008"
    issued = services.cards.issue(again, paper(again))
    assert services.cards.outdated() == []
    services.pairings.end(pairing, date(2026, 11, 23))
    (old,) = services.cards.outdated()
    gone = services.cards.prepare_outdated("party_helper")
    assert gone.cards == ()
    assert "旧卡请收回" in gone.skipped[0].reason
    assert issued.printed.cards == 1
    with pytest.raises(NotFoundError, match="没有结对党员"):
        services.cards.reprint(old.id)


def test_several_helpers_stand_on_one_card(services, pair):
    family = pair[0]
    household = services.residents.get(family).facts.household_id
    services.pairings.add(
        PairingDraft(household_id=household, helper=Helper(name="赵强", phone="0994-4821110"))
    )
    front, back = texts(services, services.cards.prepare([family], "party_helper"))
    assert "赵强" not in front
    assert "赵强" in back
    assert "0994-4821110" in back


# ---- let dwellings -------------------------------------------------------------------------


@pytest.fixture
def let(services, settle):
    """A let home; returns who lives there."""
    person = settle("张桂兰", 5, "502")
    gone = settle("吴远", 6, "503")
    services.residents.move_out([gone], date(2026, 11, 1))
    dwelling = services.dwellings.get(
        services.households.get(services.residents.get(person).facts.household_id).facts.dwelling_id
    )
    services.dwellings.set_rental(
        dwelling.id,
        RentalDraft(
            number="CZ001",
            landlord_name="马德福",
            landlord_phone="13909940013",
            rooms=3,
            occupants=2,
            tenancies=(
                Tenancy(name="周海", room="1号房", since=PartialDate(2024, 3, 1)),
                Tenancy(name="吴远", resident_id=gone),
                Tenancy(name="旧名", resident_id=person),
            ),
        ),
        version=dwelling.version,
    )
    return person


def test_the_a4_household_card_tells_of_the_letting_under_todays_names(services, let):
    batch = services.cards.prepare([let], "household_a4")
    front, _ = texts(services, batch)
    for said in (
        "出租房屋",
        "编号 CZ001",
        "马德福",
        "13909940013",
        "3 间",
        "2 人",
        "周海",
        "1号房",
    ):
        assert said in front
    assert front.count("张桂兰") == 3  # head, member, tenant
    assert "吴远" not in front
    assert "旧名" not in front


def test_no_other_card_names_the_landlord(services, let, pair):
    household = services.residents.get(let).facts.household_id
    services.pairings.add(PairingDraft(household_id=household, helper=Helper(name="赵强")))
    for kind in services.cards.kinds():
        if kind.source is CardSource.HOME and kind.id != "household_a4":
            said = "".join(texts(services, services.cards.prepare([let], kind.id)))
            assert "13909940013" not in said
            assert "马德福" not in said


def test_a_home_that_is_not_let_has_no_place_for_a_letting(services, settle):
    front, _ = texts(services, services.cards.prepare([settle("赵六", 3, "601")], "household_a4"))
    assert "出租房屋" not in front
    assert "房主" not in front


# ---- photos of residents -------------------------------------------------------------------


def test_a_residents_picture_is_kept_told_in_the_history_and_undone(services):
    digest = services.settings.add_photo(picture())
    person, _ = services.residents.add(make_draft("张三"))
    draft = replace(services.residents.get(person).facts, photo=digest)
    services.residents.update(person, draft, version=1)
    assert services.residents.get(person).facts.photo == digest
    change = services.history.of_resident(person)[0]
    assert (change.field, change.before, change.after) == ("照片", None, f"照片 {digest[:6]}")
    services.history.undo()
    assert services.residents.get(person).facts.photo is None


def test_a_helpers_own_picture_is_printed_before_the_ledgers(services, pair, settle):
    family, helper, pairing = pair
    assert services.cards.prepare([family], "party_helper").missing_photos == (
        MissingPhoto(name="李卫民", where="结对党员"),
    )
    digest = services.settings.add_photo(picture())
    person = services.residents.get(helper)
    services.residents.update(helper, replace(person.facts, photo=digest), version=person.version)
    batch = services.cards.prepare([family], "party_helper")
    assert batch.missing_photos == ()
    assert batch.cards[0].facts.helpers[0].photo == digest
    assert services.pairings.get(pairing).facts.helper.photo == digest


def test_a_draft_without_a_picture_takes_it_away(services):
    person, _ = services.residents.add(
        make_draft("张三", photo=services.settings.add_photo(picture()))
    )
    facts: ResidentDraft = services.residents.get(person).facts
    services.residents.update(person, replace(facts, photo=None), version=1)
    assert services.residents.get(person).facts.photo is None


def test_a_ledger_that_is_brought_in_leaves_a_picture_alone():
    comparison = Comparison(at=RowRef(sheet="表", number=2), person="张三", decisions={})
    ours = make_draft("张三", photo="ours")
    assert merge_person(ours, make_draft("张三", occupation="教师"), comparison) == replace(
        ours, occupation="教师"
    )
    assert comparison.differences == []
