"""The engines that `bench_cards.py` sets side by side: each draws the same cards its usual way.

A card has a title, six labels, seven values (four of the household, three of its grid) and the QR
code of its number; ten stand on an A4 sheet. Run as a program, this file makes one document:
`card_engines.py ENGINE COUNT FILE FONT`, and says how many MB of memory it took at most.
"""

import re
import sys
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[2] / "desktop"))

TITLE = "居民联系卡"
_HOMES_PER_GRID = 400
_NAMES = ("张桂兰", "李建国", "阿依古丽·买买提", "欧阳建平", "王秀英", "古丽巴哈尔·吐尔逊")
_WORKERS = ("王建国", "李卫民", "努尔古丽", "赵春梅", "陈志强")


class Card(NamedTuple):
    """What one card says."""

    holder: str
    home: str
    number: str
    household: str
    grid: str
    worker: str
    phone: str


# What stands on a card: label, value or None, x, y (mm to the baseline), size (pt).
TEXTS: tuple[tuple[str, str | None, float, float, float], ...] = (
    (TITLE, None, 5, 10, 14),
    ("", "holder", 5, 21, 18),
    ("住址", None, 5, 29, 7),
    ("", "home", 16, 29, 10),
    ("网格", None, 5, 36, 7),
    ("", "grid", 16, 36, 10),
    ("网格员", None, 5, 42, 7),
    ("", "worker", 16, 42, 10),
    ("电话", None, 5, 49, 7),
    ("", "phone", 16, 49, 14),
    ("卡号", None, 62, 36, 7),
    ("", "number", 69, 36, 9),
    ("户号", None, 62, 42, 7),
    ("", "household", 69, 42, 9),
)
QR_X, QR_Y, QR_SIDE = 63.0, 7.0, 20.0  # mm, without the white zone


def cards(count: int) -> Iterator[Card]:
    """Yield the cards of fictitious households."""
    from linli.domain.cards import card_number

    for i in range(count):
        grid = i // _HOMES_PER_GRID
        yield Card(
            holder=_NAMES[i % len(_NAMES)],
            home=f"幸福小区{i // 40 % 90 + 1}号楼{i % 4 + 1}单元{i % 40 // 4 + 1}0{i % 3 + 1}室",
            number=card_number(i + 1),
            household=f"西河-{i + 1}",
            grid=f"第{grid + 1}网格",
            worker=_WORKERS[grid % len(_WORKERS)],
            phone=f"1390994{grid + 1:04d}",
        )


def corner(place: int) -> tuple[float, float]:
    """Return the top left corner of a card on the sheet, mm."""
    row, column = divmod(place, 2)
    return 15 + column * 90, 13.5 + row * 54


def ours(count: int, _font: Path) -> bytes:
    """This program, from the facts of the cards to the file."""
    from linli.domain.cards import CardFacts, CardSubject, PlannedCard
    from linli.domain.grids import GridDraft, GridOfficer, GridRole
    from linli.domain.paper import PaperSetup
    from linli.domain.settings import HallFacts
    from linli.domain.templates.reading import parse_template
    from linli.domain.templates.shipped import load_sheets
    from linli.printing.cards import render_cards

    hall = HallFacts(community="西河社区")
    grids: dict[str, GridDraft] = {}
    planned = []
    for running, card in enumerate(cards(count), 1):
        if card.grid not in grids:
            officer = GridOfficer(role=GridRole.LIAISON, name=card.worker, phone=card.phone)
            number = str(len(grids) + 1)
            grids[card.grid] = GridDraft(number=number, name=card.grid, officers=(officer,))
        facts = CardFacts(
            number=card.number, holder=card.holder, place=card.home, estate="",
            household_number=card.household, hall=hall, grid=grids[card.grid],
        )  # fmt: skip
        subject = CardSubject(household_id=running)
        planned.append(PlannedCard(facts=facts, subject=subject, holder_id=running, issue=1))
    fields = {"household": "household_number", "worker": "worker_name", "phone": "worker_phone"}
    front: list[dict[str, object]] = [
        {
            "type": "text", "text": f"{{{fields.get(value, value)}}}" if value else label,
            "size": size, "x": x, "y": y - size * 0.31, "h": size * 0.36,
            "w": 53 if x < QR_X - 10 else 17,
        }
        for label, value, x, y, size in TEXTS
    ]  # fmt: skip
    zone = QR_SIDE / 21 * 4
    side = QR_SIDE + 2 * zone
    front.append({"type": "qr", "x": QR_X - zone, "y": QR_Y - zone, "w": side, "h": side})
    raw = {
        "id": "bench", "title": TITLE, "sizes": ["90x54"], "styles": {},
        "colours": {"ink": "#000000"}, "front": front,
    }  # fmt: skip
    sheet = next(sheet for sheet in load_sheets() if sheet.id == "a4x10-90x54")
    template = parse_template(raw, "bench")
    return render_cards(planned, template, PaperSetup(sheet=sheet)).content


def typst(count: int, font: Path) -> bytes:
    """PyPI `typst`: data as JSON, codes as raw pictures (its quickest way)."""
    import json

    import segno
    import typst as compiler

    data = [
        [*card, [255 * (1 - bit) for row in _code(segno, card.number).matrix for bit in row]]
        for card in cards(count)
    ]
    lines = [
        '#set page(width: 210mm, height: 297mm, margin: 0mm)',
        '#set text(font: "LXGW WenKai", top-edge: "baseline", cjk-latin-spacing: none)',
        '#let data = json(bytes(sys.inputs.data))',
        '#for (i, card) in data.enumerate() {',
        ' if i > 0 and calc.rem(i, 10) == 0 { pagebreak() }',
        ' let x = 15mm + calc.rem(i, 2) * 90mm',
        ' let y = 13.5mm + calc.quo(calc.rem(i, 10), 2) * 54mm',
    ]  # fmt: skip
    for label, value, x, y, size in TEXTS:
        said = f"card.at({Card._fields.index(value)})" if value else f'"{label}"'
        lines.append(f" place(dx: x + {x}mm, dy: y + {y}mm, text(size: {size}pt, {said}))")
    lines += [
        f' place(dx: x + {QR_X}mm, dy: y + {QR_Y}mm,',
        '  image(bytes(card.at(7)), format: (encoding: "luma8", width: 21, height: 21),',
        f'  width: {QR_SIDE}mm, scaling: "pixelated"))',
        '}',
    ]  # fmt: skip
    source = "\n".join(lines).encode()
    made: bytes = compiler.compile(
        source,
        format="pdf",
        font_paths=[str(font.parent)],
        ignore_system_fonts=True,
        sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
    )
    return made


def fpdf2(count: int, font: Path) -> bytes:
    """fpdf2 after its tutorial: one `text` per text, codes as pictures."""
    import segno
    from fpdf import FPDF

    pdf = FPDF(unit="mm", format="A4")
    pdf.add_font("face", fname=str(font))
    for i, card in enumerate(cards(count)):
        if i % 10 == 0:
            pdf.add_page()
        left, top = corner(i % 10)
        for label, value, x, y, size in TEXTS:
            pdf.set_font("face", size=size)
            pdf.text(left + x, top + y, getattr(card, value) if value else label)
        picture = BytesIO()
        _code(segno, card.number).save(picture, kind="png", border=0, scale=8)
        pdf.image(picture, left + QR_X, top + QR_Y, QR_SIDE, QR_SIDE)
    return bytes(pdf.output())


def reportlab(count: int, font: Path) -> bytes:
    """Reportlab as its manual shows it: TTFont, drawString and the QR widget."""
    from reportlab.graphics import renderPDF
    from reportlab.graphics.barcode.qr import QrCodeWidget
    from reportlab.graphics.shapes import Drawing
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.units import mm
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.pdfgen.canvas import Canvas

    pdfmetrics.registerFont(TTFont("face", str(font)))
    file = BytesIO()
    canvas = Canvas(file, pagesize=A4)
    for i, card in enumerate(cards(count)):
        if i and i % 10 == 0:
            canvas.showPage()
        left, top = corner(i % 10)
        for label, value, x, y, size in TEXTS:
            canvas.setFont("face", size)
            said = getattr(card, value) if value else label
            canvas.drawString((left + x) * mm, (297 - top - y) * mm, said)
        side = QR_SIDE * mm
        widget = QrCodeWidget(
            card.number, barWidth=side, barHeight=side, barBorder=0, barLevel="H", qrVersion=1
        )
        drawing = Drawing(side, side)
        drawing.add(widget)
        renderPDF.draw(drawing, canvas, (left + QR_X) * mm, (297 - top - QR_Y) * mm - side)
    canvas.save()
    return file.getvalue()


ENGINES: dict[str, Callable[[int, Path], bytes]] = {
    "ours": ours,
    "typst": typst,
    "fpdf2": fpdf2,
    "reportlab": reportlab,
}


def _peak_memory() -> float:
    """Return MB; getrusage would count what the starting process held before this one began."""
    (line,) = re.findall(r"VmHWM:\s+(\d+) kB", Path("/proc/self/status").read_text())
    return int(line) / 1024


def _code(segno, number):
    return segno.make(number, version=1, error="h", mask=3, boost_error=False, micro=False)


if __name__ == "__main__":
    engine, count, target, face = sys.argv[1:]
    try:
        content = ENGINES[engine](int(count), Path(face))
    except ModuleNotFoundError as missing:
        sys.exit(f"{missing.name} is not installed")
    Path(target).write_bytes(content)
    print(_peak_memory())
