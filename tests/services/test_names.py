from dataclasses import replace

import pytest
from support.cards import SINGLE, page_texts
from support.people import make_draft

from linli.domain.grids import GridDraft, GridOfficer, GridRole
from linli.domain.name_troubles import NameKind, TroubleReason
from linli.domain.pairings import Helper, PairingDraft
from linli.domain.residents import HouseholdDraft, RentalDraft, Tenancy
from linli.domain.settings import CommonNumber
from linli.domain.staff import StaffDraft, StationDraft
from linli.domain.values.addresses import Address
from linli.errors import NotFoundError, UserError

PRIVATE = "\ue863"  # 䶮 in GBK
UNKNOWN = "\ue5e5"  # means nothing outside its own system
NOWHERE = "\U000323af"  # the last point of extension H
STROKES = (((0.1, 0.2), (0.9, 0.2)), ((0.5, 0.1), (0.5, 0.9)))


def name_of(services, resident_id):
    return services.residents.get(resident_id).facts.name


@pytest.fixture
def add(services):
    """Register somebody of that name and return the id."""
    count = iter(range(100, 900))
    return lambda name, **facts: services.residents.add(
        make_draft(name, sequence=next(count), **facts)
    )[0]


def test_names_that_can_be_printed_are_no_trouble(services, add):
    add("张三")
    add("𬍛刘䶮")
    assert services.names.check() == ()


@pytest.mark.parametrize(
    ("name", "character", "reason", "proposal"),
    [
        (f"刘{PRIVATE}", PRIVATE, TroubleReason.PRIVATE_USE, "䶮"),
        (f"刘{UNKNOWN}", UNKNOWN, TroubleReason.PRIVATE_USE, None),
        ("葛\U000e0100明", "葛\U000e0100", TroubleReason.NOT_DRAWABLE, "葛"),
        ("ئابلىز", "ئابلىز", TroubleReason.NOT_DRAWABLE, None),
    ],
)
def test_a_trouble_says_whose_which_and_why(services, add, name, character, reason, proposal):
    person = add(name)
    (trouble,) = services.names.check()
    assert trouble.resident_id == person
    assert (trouble.where.holder, trouble.where.label) == (name, "姓名")
    assert (trouble.character, trouble.reason) == (character, reason)
    assert trouble.proposal == proposal
    assert character not in trouble.shown


def test_a_character_without_a_font_is_told_apart_from_a_code(services, add, no_fonts):
    add(f"刘{NOWHERE}")
    (trouble,) = services.names.check()
    assert (trouble.reason, trouble.code_point) == (TroubleReason.NO_FONT, "U+323AF")
    assert trouble.proposal is None


@pytest.fixture
def no_fonts(monkeypatch):
    """A machine with the shipped fonts only."""
    from linli.printing import fonts

    monkeypatch.setattr(fonts, "system_font_folders", lambda: ())
    fonts.library_for.cache_clear()
    yield
    fonts.library_for.cache_clear()


def test_everything_printed_beside_residents_is_checked(services):
    services.settings.save_hall(
        _hall(services, hall=f"大厅{UNKNOWN}", numbers=(CommonNumber(name=UNKNOWN, number="1"),))
    )
    services.grids.add(
        GridDraft(
            number="1",
            name="第一网格",
            officers=(GridOfficer(role=GridRole.LEADER, name=f"王{UNKNOWN}"),),
        )
    )
    found = [(t.where.kind, t.where.label, t.where.place) for t in services.names.check()]
    assert found == [
        (NameKind.OFFICER, "姓名", "第一网格"),
        (NameKind.HALL, "大厅名称", ""),
        (NameKind.HALL, "常用电话", ""),
    ]


def test_a_code_is_found_and_replaced_wherever_it_is_printed(services, add):
    home, _ = services.dwellings.find_or_add(Address(estate=f"{UNKNOWN}园", room="101"))
    household = HouseholdDraft(dwelling_id=home)
    household_id, _ = services.households.add(household, [add("张三")])
    rental = RentalDraft(landlord_name=f"房{UNKNOWN}", tenancies=(Tenancy(name=f"租{UNKNOWN}"),))
    services.dwellings.set_rental(home, rental, version=services.dwellings.get(home).version)
    helper = Helper(name=f"帮{UNKNOWN}")
    services.pairings.add(PairingDraft(household_id=household_id, helper=helper))
    services.staff.add(StaffDraft(name="李四", post=f"主任{UNKNOWN}"))
    services.stations.add(StationDraft(name=f"站{UNKNOWN}", services=f"甲\n乙{UNKNOWN}"))
    services.grids.add(GridDraft(number="1", name=f"格{UNKNOWN}"))
    found = services.names.check()
    assert [(t.where.kind, t.where.text.replace(UNKNOWN, "")) for t in found] == [
        (NameKind.STAFF, "主任"),
        (NameKind.STATION, "站"),
        (NameKind.STATION, "甲\n乙"),
        (NameKind.HELPER, "帮"),
        (NameKind.LANDLORD, "房"),
        (NameKind.TENANT, "租"),
        (NameKind.GRID, "格"),
        (NameKind.DWELLING, "园"),
    ]
    assert found[0].where.holder == "李四"
    assert found[4].where.place == f"{UNKNOWN}园101室"
    version = services.dwellings.get(home).version
    services.names.map_code(UNKNOWN, "珺")
    assert services.names.check() == ()
    assert services.dwellings.get(home).version > version
    assert services.dwellings.find_or_add(Address(estate="珺园", room="101"))[0] == home
    services.history.undo()
    assert len(services.names.check()) == len(found)


def test_a_code_is_not_replaced_where_two_records_would_be_one(services):
    services.stations.add(StationDraft(name=f"站{UNKNOWN}"))
    services.stations.add(StationDraft(name="站珺"))
    with pytest.raises(UserError, match="同名"):
        services.names.map_code(UNKNOWN, "珺")
    assert len(services.names.check()) == 1


def _hall(services, *, hall, numbers=()):
    return replace(services.settings.hall(), hall=hall, common_numbers=numbers)


def test_a_check_of_some_leaves_the_others_out_but_not_their_household(services, add):
    first, second = add(f"甲{UNKNOWN}"), add(f"乙{UNKNOWN}")
    add(f"丙{UNKNOWN}")
    services.households.add(HouseholdDraft(), [first, second], first)
    found = services.names.check([second])
    assert [trouble.resident_id for trouble in found] == [first, second]


def test_people_in_the_recycle_bin_are_no_trouble(services, add):
    services.residents.recycle([add(f"刘{UNKNOWN}")])
    assert services.names.check() == ()


def test_a_code_is_replaced_in_all_names_and_can_be_undone(services, add):
    first = add(f"刘{UNKNOWN}", former_name=f"李{UNKNOWN}")
    second = add(f"王{UNKNOWN}")
    services.settings.save_hall(_hall(services, hall=f"{UNKNOWN}厅"))
    services.names.map_code(UNKNOWN, "珺")
    assert name_of(services, first) == "刘珺"
    assert services.residents.get(first).facts.former_name == "李珺"
    assert name_of(services, second) == "王珺"
    assert services.settings.hall().hall == "珺厅"
    assert services.names.check() == ()
    assert [row.id for row in services.residents.find("liujun")] == [first]
    services.history.undo()
    assert name_of(services, first) == f"刘{UNKNOWN}"
    assert len(services.names.check()) == 3


def test_a_code_once_told_is_known_in_later_entries(services, add):
    services.names.map_code(UNKNOWN, "珺")
    person = add(f"刘{UNKNOWN}")
    assert name_of(services, person) == "刘珺"
    services.history.undo()
    services.history.undo()
    assert name_of(services, add(f"刘{UNKNOWN}")) == f"刘{UNKNOWN}"


@pytest.mark.parametrize(
    ("private", "standard"), [("张", "章"), (PRIVATE, ""), (PRIVATE, "ab"), (PRIVATE, "\ue123")]
)
def test_only_a_private_code_is_mapped_and_only_to_one_character(services, private, standard):
    with pytest.raises(UserError):
        services.names.map_code(private, standard)


def test_one_name_is_put_right_and_the_others_stay(services, add):
    first, second = add(f"刘{UNKNOWN}"), add(f"王{UNKNOWN}")
    before = services.residents.get(first).version
    services.names.replace_in(first, UNKNOWN, "珺")
    assert services.residents.get(first).version == before + 1
    assert (name_of(services, first), name_of(services, second)) == ("刘珺", f"王{UNKNOWN}")
    with pytest.raises(NotFoundError):
        services.names.replace_in(first, UNKNOWN, "珺")


def test_an_officer_s_name_is_put_right(services):
    officer = GridOfficer(role=GridRole.LEADER, name=f"王{UNKNOWN}")
    grid_id, _ = services.grids.add(GridDraft(number="1", name="一", officers=(officer,)))
    (trouble,) = services.names.check()
    services.names.replace_in(trouble.where.record_id, UNKNOWN, "珺", kind=trouble.where.kind)
    grid = services.grids.get(grid_id)
    assert grid.facts.officers[0].name == "王珺"
    assert grid.version == 2


def test_a_drawn_code_gets_a_point_of_its_own_and_prints(services, add):
    person, other = add(f"刘{UNKNOWN}"), add(f"王{UNKNOWN}")
    services.names.keep_glyph(person, UNKNOWN, STROKES)
    own = name_of(services, person)[1]
    assert own == "\U000ff000"
    assert name_of(services, other) == f"王{UNKNOWN}"
    assert [t.resident_id for t in services.names.check()] == [other]
    (kept,) = services.names.glyphs()
    assert (kept.glyph.character, kept.resident_id, kept.holder) == (own, person, f"刘{own}")
    batch = services.cards.prepare([person], "resident")
    assert batch.missing == ()
    printed = services.cards.preview(batch, SINGLE)
    assert f"刘{own}" in page_texts(printed.content)[0]


def test_the_hand_over_sheet_prints_a_drawn_character_too(services, add):
    people = [add(f"刘{UNKNOWN}"), add("王明")]
    services.names.keep_glyph(people[0], UNKNOWN, STROKES)
    batch = services.cards.prepare(people, "resident")
    issued = services.cards.issue(batch, SINGLE)
    (page,) = page_texts(services.runs.handover(issued.run_id))
    assert name_of(services, people[0]) in page


def test_undo_takes_back_the_drawing_and_the_name_together(services, add):
    person = add(f"刘{UNKNOWN}")
    services.names.keep_glyph(person, UNKNOWN, STROKES)
    services.history.undo()
    assert name_of(services, person) == f"刘{UNKNOWN}"
    assert services.names.glyphs() == ()
    services.history.redo()
    assert services.names.check() == ()


def test_a_character_with_a_code_keeps_it_and_the_drawing_serves_for_all(services, add, no_fonts):
    person = add(f"刘{NOWHERE}")
    add(f"王{NOWHERE}")
    services.names.keep_glyph(person, NOWHERE, STROKES)
    assert name_of(services, person) == f"刘{NOWHERE}"
    assert services.names.check() == ()


def test_a_code_drawn_for_everybody_is_known_in_later_entries(services, add):
    person = add(f"刘{UNKNOWN}")
    services.names.keep_glyph(None, UNKNOWN, STROKES)
    later = add(f"王{UNKNOWN}")
    assert name_of(services, later)[1] == name_of(services, person)[1] != UNKNOWN
    (kept,) = services.names.glyphs()
    assert (kept.resident_id, kept.holder) == (None, "")
    assert services.names.check() == ()


def test_a_letter_with_its_mark_is_drawn_as_one(services, add):
    person = add("葛\U000e0100明")
    services.names.keep_glyph(person, "葛\U000e0100", STROKES)
    assert len(name_of(services, person)) == 2
    assert services.names.check() == ()


def test_drawing_again_changes_the_shape_and_not_the_code(services, add):
    person = add(f"刘{UNKNOWN}")
    services.names.keep_glyph(person, UNKNOWN, STROKES)
    own = name_of(services, person)[1]
    services.names.keep_glyph(person, own, STROKES[:1], 0.1)
    (kept,) = services.names.glyphs()
    assert (kept.glyph.character, len(kept.glyph.strokes), kept.glyph.width) == (own, 1, 0.1)
    assert name_of(services, person)[1] == own


def test_two_drawings_never_share_a_code(services, add):
    people = [add(f"刘{UNKNOWN}"), add(f"王{UNKNOWN}")]
    for person in people:
        services.names.keep_glyph(person, UNKNOWN, STROKES)
    assert len({name_of(services, person)[1] for person in people}) == 2


def test_a_drawing_that_a_name_uses_is_not_removed(services, add):
    person = add(f"刘{UNKNOWN}")
    services.names.keep_glyph(person, UNKNOWN, STROKES)
    own = name_of(services, person)[1]
    with pytest.raises(UserError, match="还在用"):
        services.names.remove_glyph(own)
    services.names.replace_in(person, own, "珺")
    services.names.remove_glyph(own)
    assert services.names.glyphs() == ()
    with pytest.raises(NotFoundError):
        services.names.remove_glyph(own)


def test_an_empty_drawing_is_refused_and_nothing_changes(services, add):
    person = add(f"刘{UNKNOWN}")
    with pytest.raises(UserError, match="还没有写字"):
        services.names.keep_glyph(person, UNKNOWN, ())
    assert name_of(services, person) == f"刘{UNKNOWN}"
