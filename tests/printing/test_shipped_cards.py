"""The shipped kinds beside the contact cards: pairs, plates, badges, phone sheets, boards."""

from dataclasses import replace
from io import BytesIO

import pypdfium2
import pytest
from PIL import Image
from support.cards import GRID, HALL, MEMBERS, MM, make_card, page_texts, position_of

from linli.domain.boards import BoardEntry
from linli.domain.cards import CardRental, CardSubject, CardTenant, PlannedCard
from linli.domain.pairings import Helper
from linli.domain.paper import PaperSetup, single_sheet
from linli.domain.staff import StaffDraft, StationDraft
from linli.domain.templates.check import SAFE_MARGIN
from linli.domain.templates.pages import board_pages
from linli.domain.templates.shipped import load_sheets, template_of
from linli.printing.cards import render_cards
from linli.printing.fonts import FontLibrary

LONG = "阿卜杜热合曼·伊敏江·吐尔逊尼亚孜"
RARE = "李𬭎"
PHOTO = "photo"
HELPER = Helper(name="李卫民", post="社区党支部书记", phone="13909940007", photo=PHOTO)
RENTAL = CardRental(
    number="CZ001", landlord="马德福", landlord_phone="13909940013", rooms="3", occupants="2",
    management="",
    tenants=tuple(CardTenant(name=LONG, room=f"{n}号房", since="2024年3月") for n in range(1, 25)),
)  # fmt: skip
STATION = StationDraft(
    name="流动人口俱乐部", phone="0994-4821110", advice_phone="0994-4825180", place="一楼",
    hours="工作日 9:30–19:30\n节假日有人值班", services="办证指引\n租房信息\n务工介绍",
)  # fmt: skip


def of_source(holder="", **facts):
    """Return a card without a number."""
    plain = make_card(holder, place="", estate="", **facts)
    return PlannedCard(
        facts=replace(plain.facts, number=""), subject=CardSubject(), holder_id=1, issue=0
    )


def plate(name=LONG, **facts):
    staff = StaffDraft(name=name, post="社区党支部书记", number="XH-001", photo=PHOTO, **facts)
    return of_source(name, staff=staff, grid=None)


def board(people, photo=PHOTO):
    one = BoardEntry(
        name=LONG, post="环境卫生监督员、社区事务联络员", phone="13909940001",
        photo=photo, promise="每周巡查楼院两次，发现问题当天上报并跟踪到解决为止",
    )  # fmt: skip
    return of_source(board=(one,) * people)


CASES = {
    "party_helper": make_card(LONG, helpers=(HELPER, replace(HELPER, name=LONG), HELPER)),
    "party_household": make_card(LONG, helpers=(HELPER, replace(HELPER, name=LONG))),
    "household_a4": make_card(
        LONG, members=MEMBERS * 3, rental=RENTAL, helpers=(HELPER,), dwelling_note="出租房屋"
    ),
    "desk_plate": plate(office="综合服务窗口", party_member=True),
    "badge": plate(office="综合服务窗口", party_member=True),
    "badge_card": plate(office="综合服务窗口", party_member=True),
    "station_phones": of_source(
        STATION.name, station=STATION, grid=None,
        colleagues=(StaffDraft(name=LONG, phone="0994-4825181"), StaffDraft(name=RARE)) * 5,
    ),
    "grid_board": board(20),
    "grid_board_a4": board(20),
}  # fmt: skip
SIZES = [(kind, size) for kind in CASES for size in template_of(kind).kind.sizes]


@pytest.fixture(scope="module")
def library():
    return FontLibrary(folders=[])


@pytest.fixture(scope="module")
def photo():
    content = BytesIO()
    Image.new("RGB", (90, 120), "#4080c0").save(content, "JPEG")
    return content.getvalue()


@pytest.fixture
def render(library, photo):
    def make(card, kind, size=None, setup=None):
        template = template_of(kind)
        size = size or template.kind.sizes[0]
        cards = board_pages([card], template, size)
        setup = setup or PaperSetup(sheet=single_sheet(size))
        return render_cards(
            cards, template, setup, size=size, photos={PHOTO: photo}, library=library
        )

    return make


def characters(content):
    """Yield (page, x, y, right, bottom) of every character, mm from the top left corner."""
    with pypdfium2.PdfDocument(content) as document:
        for number, page in enumerate(document):
            layer, height = page.get_textpage(), page.get_height()
            for index in range(layer.count_chars()):
                if layer.get_text_range(index, 1).strip():
                    left, bottom, right, top = layer.get_charbox(index)
                    yield number, left / MM, (height - top) / MM, right / MM, (height - bottom) / MM


@pytest.mark.parametrize(("kind", "size"), SIZES, ids=lambda value: getattr(value, "id", value))
def test_long_names_and_full_lists_stay_whole_and_inside_the_safe_area(render, kind, size):
    printed = render(CASES[kind], kind, size)
    assert printed.warnings == ()
    pages = page_texts(printed.content)
    assert any(LONG in page for page in pages)
    for _, left, top, right, bottom in characters(printed.content):
        assert left >= SAFE_MARGIN
        assert top >= SAFE_MARGIN
        assert right <= size.width - SAFE_MARGIN
        assert bottom <= size.height - SAFE_MARGIN


@pytest.mark.parametrize(("kind", "size"), SIZES, ids=lambda value: getattr(value, "id", value))
def test_cards_with_hardly_any_facts_are_printed_too(render, kind, size):
    bare = {
        "hall": replace(HALL, hotline=None, hours=None, address=None, common_numbers=()),
        "grid": replace(GRID, officers=()),
    }
    facts = CASES[kind].facts
    facts = replace(
        facts,
        **bare,
        helpers=tuple(Helper(name=h.name) for h in facts.helpers[:1]),
        rental=None,
        staff=facts.staff and StaffDraft(name=facts.staff.name),
        station=facts.station and StationDraft(name=facts.station.name),
        colleagues=(),
        board=tuple(BoardEntry(name=b.name) for b in facts.board[:1]),
    )
    printed = render(replace(CASES[kind], facts=facts), kind, size)
    text = "".join(page_texts(printed.content))
    assert LONG in text or STATION.name in text
    assert not {"电话", "工号", "服务热线", "编号"} & {text[i : i + 2] for i in range(len(text))}
    assert printed.warnings == ()


def test_a_plate_shows_both_faces_and_the_upper_one_upside_down(render):
    printed = render(plate("王芳", party_member=True), "desk_plate")
    (page,) = page_texts(printed.content)
    for said in ("王芳", "社区党支部书记", "工号 XH-001", "共产党员", "西河社区一站式服务大厅"):
        assert page.count(said) == 2
    lower, upper = sorted(position_of(printed.content, 0, "王芳", count=2), key=lambda p: -p[1])
    assert lower[1] > 100 > upper[1]
    first, second = [
        [c for c in characters(printed.content) if c[4] < 100],
        [c for c in characters(printed.content) if c[2] > 100],
    ]
    turned = sorted((200 - right, 200 - bottom) for _, _, _, right, bottom in first)
    upright = sorted((left, top) for _, left, top, _, _ in second)
    assert len(turned) == len(upright)
    for one, other in zip(turned, upright, strict=True):
        assert one == pytest.approx(other, abs=0.05)


def test_a_plate_fits_its_sheet_and_four_badges_theirs(render, library, photo):
    sheets = {sheet.id: sheet for sheet in load_sheets()}
    on_plate = render(plate("王芳"), "desk_plate", setup=PaperSetup(sheet=sheets["a4x1-plate"]))
    alone = position_of(render(plate("王芳"), "desk_plate").content, 0, "王芳", count=2)
    for (x, y), (own_x, own_y) in zip(
        position_of(on_plate.content, 0, "王芳", count=2), alone, strict=True
    ):
        assert (x - own_x, y - own_y) == pytest.approx((48.5, 5), abs=0.01)
    badges = render_cards(
        [plate(f"王{c}") for c in "一二三四五"],
        template_of("badge"),
        PaperSetup(sheet=sheets["a4x4-badge"]),
        photos={PHOTO: photo},
        library=library,
    )
    assert (badges.pages, badges.sheets) == (2, 2)


def test_a_board_shows_pictures_or_a_place_for_them_and_its_officers_on_each_page(render):
    printed = render(board(16, photo=None), "grid_board")
    pages = page_texts(printed.content)
    assert [page.count("贴照片") for page in pages] == [15 + 3, 1 + 3]
    assert all("王建国" in page and "13909940001" in page for page in pages)


def test_every_tenant_of_a_full_house_is_on_its_card_and_more_are_counted(render):
    printed = render(make_card(rental=RENTAL), "household_a4")
    front = page_texts(printed.content)[0]
    assert all(f"{room}号房" in front for room in range(1, 25))
    assert printed.warnings == ()
    crowded = replace(RENTAL, tenants=(*RENTAL.tenants, replace(RENTAL.tenants[0], room="25号房")))
    printed = render(make_card(rental=crowded), "household_a4")
    assert "另有 2 位承租人" in page_texts(printed.content)[0]
    assert len(printed.warnings) == 1


def test_an_unlet_home_uses_the_place_of_the_letting_for_its_members(render):
    many = tuple(replace(MEMBERS[0], name=f"张{c}") for c in "一二三四五六七八九")
    at_home = render(make_card(members=many), "household_a4")
    assert at_home.warnings == ()
    let = render(make_card(members=many, rental=RENTAL), "household_a4")
    assert "另有 4 人" in page_texts(let.content)[0]
    assert len(let.warnings) == 1
