"""A run of 437 cards over days: a jam, a new phone, spoiled cards, and every card where it belongs.

The kind of card bears the holder's number on both sides, so that each back can be told to belong to
its front.
"""

import random
from dataclasses import replace
from itertools import product

import pypdfium2
import pytest
from support.cards import MM, TEN
from support.homes import settle

from linli.domain.card_choices import CardOrder
from linli.domain.grids import GridDraft, GridOfficer, GridRole
from linli.domain.paper import BUSINESS, Side
from linli.domain.runs import RunCardState
from linli.domain.templates.elements import TextElement
from linli.domain.values.addresses import Address

COUNT = 437
JAM = 212
OLD_PHONE, NEW_PHONE = "13909940002", "13909949999"
_SURNAMES, _FIRST, _SECOND = "赵钱孙李周吴郑王冯陈", "建国秀英桂兰志强玉", "梅华军芳伟敏静丽平"
_BUILDINGS = (
    *(("阳光小区", "2号楼", 5), ("阳光小区", "10号楼", 6)),
    *(("幸福小区", "3号楼", 6), ("幸福小区", "12号楼", 5)),
)
_LANE = "团结巷"


@pytest.fixture
def homes(services):
    """437 households in two grids, entered in no order; the first grid has the lane's doors too."""
    for number, name, estates in (
        ("1", "第一网格", ("幸福小区", _LANE)),
        ("2", "第二网格", ("阳光小区",)),
    ):
        liaison = GridOfficer(role=GridRole.LIAISON, name=f"刘敏{number}", phone=OLD_PHONE)
        buildings = tuple(Address(estate=estate) for estate in estates)
        services.grids.add(
            GridDraft(number=number, name=name, buildings=buildings, officers=(liaison,))
        )
    flats = [
        Address(estate=estate, building=building, unit=f"{unit}单元", room=f"{floor}0{door}")
        for estate, building, floors in _BUILDINGS
        for unit, floor, door in product(range(1, 5), range(1, floors + 1), range(1, 5))
    ]
    doors = [Address(estate=_LANE, building=f"{n}号") for n in range(1, COUNT - len(flats) + 1)]
    addresses = [*flats, *doors]
    random.Random(437).shuffle(addresses)
    names = map("".join, product(_SURNAMES, _FIRST, _SECOND))
    return settle(services, zip(names, addresses, strict=False))


@pytest.fixture
def kind(services):
    """A kind of the clerk's own whose back has the card's number."""
    kind_id, _ = services.templates.duplicate("resident", "两面有号的联系卡")
    template = services.templates.get(kind_id)
    number = TextElement(text="{number}", x=60, y=4, w=20, h=5, size=8)
    back = tuple(e for e in template.sides[Side.BACK] if getattr(e, "text", "") != "请放在电话旁")
    sides = {**template.sides, Side.BACK: (*back, number)}
    services.templates.save(replace(template, sides=sides), template)
    return kind_id


class Stack:
    """Printed sheets: what stands on the two sides of each slot."""

    def __init__(self, content):
        self.cards = []
        with pypdfium2.PdfDocument(content) as document:
            sides = [page.get_textpage() for page in document]
            height = document[0].get_height()
            for sheet, (front, back) in enumerate(zip(sides[::2], sides[1::2], strict=True)):
                for slot in range(TEN.sheet.slots):
                    said = [
                        _text_at(front, height, slot, Side.FRONT),
                        _text_at(back, height, slot, Side.BACK),
                    ]
                    if any(said):
                        self.cards.append((sheet, slot, *said))

    @property
    def places(self):
        """Where cards lie: sheet and slot, both counted from 0."""
        return [(sheet, slot) for sheet, slot, _, _ in self.cards]

    def check(self, cards):
        """Make sure that these cards of a run are here, in order, each back behind its front."""
        assert len(self.cards) == len(cards)
        for card, (_, _, front, back) in zip(cards, self.cards, strict=True):
            assert card.number in front
            assert card.holder in front
            assert card.number in back


def _text_at(page, height, slot, side):
    x, y = TEN.sheet.corner(slot, side)
    left, top = x * MM, height - y * MM
    text = page.get_text_bounded(
        left, top - TEN.sheet.card_height * MM, left + TEN.sheet.card_width * MM, top
    )
    return "".join(text.split())


def waiting(record):
    return [card.position for card in record.cards if card.state is RunCardState.WAITING]


def print_next(runs, run_id, clock, **which):
    """Print a portion and return its stack."""
    clock.advance(minutes=20)
    printed, _ = runs.print_portion(runs.portion(run_id, **which))
    return Stack(printed.content)


def test_four_hundred_cards_come_out_right_over_days(services, homes, kind, clock):
    runs, cards = services.runs, services.cards

    # The first morning: all of them, as one walks.
    batch = cards.prepare(homes, kind, order=CardOrder.WALK)
    assert len(batch.cards) == COUNT
    run_id, _ = runs.start(batch, TEN, BUSINESS)
    listed = runs.get(run_id).cards
    numbers = [card.number for card in listed]
    assert numbers == sorted(numbers)
    assert list(dict.fromkeys(card.building for card in listed)) == [
        *("团结巷", "幸福小区3号楼", "幸福小区12号楼", "阳光小区2号楼", "阳光小区10号楼")
    ]
    whole = print_next(runs, run_id, clock)
    whole.check(listed)
    assert whole.places == [divmod(index, 10) for index in range(COUNT)]

    # The printer jams in card 212: what came out before is good, the rest waits.
    runs.stopped_after(run_id, listed[JAM - 2].number)
    record = runs.get(run_id)
    assert waiting(record) == list(range(JAM, COUNT + 1))
    assert record.run.closed_at is None
    assert cards.find_number(listed[JAM - 1].number).withdrawn_reason == "卡纸，没有印出"
    assert cards.find_number(listed[JAM - 2].number).withdrawn_at is None

    # A part of the rest, on a fresh sheet; then the paper is out.
    assert runs.next_slot(run_id) == 1
    part = print_next(runs, run_id, clock, most=104)
    part.check(listed[JAM - 1 : JAM + 103])
    assert part.places[0] == (0, 0)
    assert runs.next_slot(run_id) == 5

    # Two days later the second grid has a new phone. What is printed now has it.
    clock.advance(days=2)
    (_, second) = services.grids.list_all()
    officers = tuple(replace(officer, phone=NEW_PHONE) for officer in second.facts.officers)
    facts = replace(second.facts, officers=officers)
    services.grids.update(second.id, facts, version=second.version)
    slot = runs.next_slot(run_id)
    rest = print_next(runs, run_id, clock, setup=replace(TEN, start_slot=slot))
    rest.check(listed[JAM + 103 :])
    assert rest.places[:7] == [(0, 4), (0, 5), (0, 6), (0, 7), (0, 8), (0, 9), (1, 0)]
    assert runs.get(run_id).run.closed_at == clock()
    for (*_, back), card in zip(rest.cards, listed[JAM + 103 :], strict=True):
        assert card.building.startswith("阳光小区")
        assert NEW_PHONE in back.replace("-", "")
    old = [c.number for c in listed[: JAM + 103] if c.building.startswith("阳光小区")]
    assert len(old) > 20
    assert [card.number for card in cards.outdated()] == old

    # Three cards were cut badly: they are printed by number, where the last sheet has room.
    spoiled = [listed[index] for index in (3, 199, 430)]
    bad = [card.number for card in spoiled]
    runs.spoiled(run_id, reversed(bad))
    assert waiting(runs.get(run_id)) == [4, 200, 431]
    slot = runs.next_slot(run_id)
    assert slot == 7, "four slots, then 122 cards"
    again = print_next(runs, run_id, clock, numbers=bad, setup=replace(TEN, start_slot=slot))
    again.check(spoiled)
    assert again.places == [(0, 6), (0, 7), (0, 8)]

    # All is on paper, once; the good cards were printed once, the others once more.
    record = runs.get(run_id)
    assert (record.run.printed, record.run.waiting) == (COUNT, 0)
    assert record.run.closed_at == clock()
    for position, card in enumerate(record.cards, 1):
        issued = cards.find_number(card.number)
        assert issued.id == card.issue_id
        assert issued.withdrawn_at is None
        assert issued.issue == 1 + (position >= JAM) + (position in (4, 200, 431))

    # Each household signs, building by building.
    check_handover(runs.handover(run_id), record.cards)

    # Those with the old phone are printed again, and nobody else.
    batch = cards.prepare_outdated(kind)
    assert [card.facts.number for card in batch.cards] == old
    cards.issue(batch, TEN)
    assert cards.outdated() == []


def check_handover(content, cards):
    """Make sure that the sheet has every card once, under its building, in the order of the run."""
    with pypdfium2.PdfDocument(content) as document:
        words = [word for page in document for word in page.get_textpage().get_text_range().split()]
    numbers = {card.number for card in cards}
    assert [word for word in words if word in numbers] == [card.number for card in cards]
    holders = {card.holder for card in cards}
    assert [word for word in words if word in holders] == [card.holder for card in cards]
    buildings = dict.fromkeys(card.building for card in cards)
    headings = {building: words.index(building) for building in buildings}
    assert list(headings.values()) == sorted(headings.values())
    for card in cards:
        assert headings[card.building] < words.index(card.number)
    assert f"{COUNT} 户，{COUNT} 份" in " ".join(words)
