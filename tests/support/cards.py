"""Cards of fictitious people, and ways to look into a PDF."""

from dataclasses import replace

import pypdfium2

from linli.domain.cards import CardFacts, CardPerson, CardSubject, PlannedCard, card_number
from linli.domain.grids import GridDraft, GridOfficer, GridRole
from linli.domain.paper import BUSINESS, PaperSetup, single_sheet
from linli.domain.settings import HallFacts
from linli.domain.templates.shipped import load_sheets

MM = 72 / 25.4

HALL = HallFacts(
    community="西河社区",
    hotline="0994-4825180",
    hours="周一至周五 10:00—14:00",
    address="西河路12号一楼",
)
GRID = GridDraft(
    number="1",
    name="第一网格",
    officers=(
        GridOfficer(role=GridRole.POLICE, name="李卫民", phone="0994-4821110"),
        GridOfficer(role=GridRole.LEADER, name="王建国", phone="13909940001"),
        GridOfficer(role=GridRole.LIAISON, name="阿依古丽·买买提", phone="13909940002"),
    ),
)
MEMBERS = (
    CardPerson(name="张桂兰", relation="户主", sex="女", birth_year="1954"),
    CardPerson(name="李建国", relation="配偶", sex="男", birth_year="1951"),
)

SINGLE = PaperSetup(sheet=single_sheet(BUSINESS))
TEN = PaperSetup(sheet=next(sheet for sheet in load_sheets() if sheet.id == "a4x10-90x54"))


def make_facts(holder: str = "张桂兰", running: int = 1, **facts: object) -> CardFacts:
    """Return what a card says."""
    plain = CardFacts(
        number=card_number(running),
        holder=holder,
        place="3号楼2单元501室",
        estate="幸福小区",
        household_number="",
        hall=HALL,
        grid=GRID,
    )
    return replace(plain, **facts)


def make_card(holder: str = "张桂兰", running: int = 1, **facts: object) -> PlannedCard:
    """Return a card to print; its household and holder bear the running number."""
    return PlannedCard(
        facts=make_facts(holder, running, **facts),
        subject=CardSubject(household_id=running),
        holder_id=running,
        issue=1,
    )


def page_texts(content: bytes) -> list[str]:
    """Return the text of each page without line ends."""
    with pypdfium2.PdfDocument(content) as document:
        return [
            page.get_textpage().get_text_range().replace("\r", "").replace("\n", "")
            for page in document
        ]


def position_of(
    content: bytes, page: int, text: str, *, count: int = 1
) -> list[tuple[float, float]]:
    """Return where `text` stands on a page: left and top of its first characters, mm."""
    with pypdfium2.PdfDocument(content) as document:
        sheet = document[page]
        layer = sheet.get_textpage()
        search = layer.search(text)
        found = []
        while (hit := search.get_next()) is not None:
            left, _, _, top = layer.get_charbox(hit[0], loose=True)
            found.append((left / MM, (sheet.get_height() - top) / MM))
        assert len(found) == count, (text, found)
        return found
