from itertools import product

import pypdfium2
import pytest
from support.cards import MM, page_texts, position_of
from support.pdf_lines import lines_of

from linli.domain.calibration import REACH, rulers
from linli.domain.paper import A3, A4, A5, CardSize, Correction, Duplex, Pass, Side
from linli.errors import UserError
from linli.printing.calibration import calibration_sheet
from linli.printing.fonts import FontLibrary

PAPERS = [A4, A5, A3, CardSize(width=176, height=250), CardSize(width=297, height=210)]
FAULT = Correction(dx=-1.5, dy=0.75, scale_x=1.004, scale_y=0.997, rotation=0.4)
HALVES = [number / 2 for number in range(round(-2 * REACH), round(2 * REACH) + 1)]


@pytest.fixture(scope="module")
def make():
    library = FontLibrary(folders=[])

    def sheet(paper=A4, title="办公室打印机 · 纸盒 2", **more):
        return calibration_sheet(
            width=paper.width, height=paper.height, printer_title=title, library=library, **more
        )

    return sheet


def put(affine, x, y):
    a, b, c, d, e, f = affine
    return a * x + c * y + e, b * x + d * y + f


def nearest(point, points):
    return min(max(abs(point[0] - x), abs(point[1] - y)) for x, y in points)


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("correction", [Correction(), FAULT], ids=["plain", "corrected"])
def test_every_mark_ends_where_the_reading_says(make, paper, correction):
    content = make(paper, corrections=dict.fromkeys(Side, correction))
    for page in (0, 1):
        starts = [start for start, _ in lines_of(content, page)]
        for ruler, value in product(rulers(paper.width, paper.height), HALVES):
            expected = put(correction.matrix(), *ruler.mark(value))
            assert nearest(expected, starts) < 0.02, (ruler.letter, value)


@pytest.mark.parametrize("paper", PAPERS)
def test_lines_to_fold_along_run_across_the_paper(make, paper):
    found = lines_of(make(paper))
    for ruler in rulers(paper.width, paper.height):
        limit = paper.height if ruler.edge.upright else paper.width
        ends = [(ruler.fold, 6), (ruler.fold, limit - 6)]
        if not ruler.edge.upright:
            ends = [end[::-1] for end in ends]
        assert any(
            max(nearest(ends[0], [line[0]]), nearest(ends[1], [line[1]])) < 0.02 for line in found
        )


@pytest.mark.parametrize("paper", PAPERS)
def test_each_number_stands_beside_its_own_line(make, paper):
    content = make(paper)
    with pypdfium2.PdfDocument(content) as document:
        sheet = document[0]
        layer = sheet.get_textpage()
        numbers = {}
        for i in range(layer.count_rects(0, -1)):
            left, bottom, right, top = (edge / MM for edge in layer.get_rect(i))
            text = layer.get_text_bounded(*layer.get_rect(i)).strip().replace("−", "-")
            middle = ((left + right) / 2, paper.height - (top + bottom) / 2)
            numbers.setdefault(text, []).append(middle)
    for ruler, value in product(rulers(paper.width, paper.height), range(-6, 7)):
        along = ruler.along(value)
        beside = [
            (x, y) for x, y in numbers[str(value)]
            if abs((y if ruler.edge.upright else x) - along) < 0.6
            and abs((x if ruler.edge.upright else y) - ruler.zero) < 24
        ]  # fmt: skip
        assert len(beside) == 1, (ruler.letter, value)


@pytest.mark.parametrize("paper", PAPERS)
def test_printing_stays_off_the_edge_that_printers_cannot_reach(make, paper):
    with pypdfium2.PdfDocument(make(paper)) as document:
        for sheet in document:
            for item in sheet.get_objects():
                left, bottom, right, top = (edge / MM for edge in item.get_bounds())
                assert min(left, bottom) >= 5.7
                assert right <= paper.width - 5.7
                assert top <= paper.height - 5.7


@pytest.mark.parametrize("paper", PAPERS)
def test_nothing_is_printed_over_anything_else(make, paper):
    """Words neither touch each other nor a line, seen by where their boxes lie."""
    with pypdfium2.PdfDocument(make(paper)) as document:
        layer = document[0].get_textpage()
        boxes = [
            tuple(edge / MM for edge in layer.get_rect(i)) for i in range(layer.count_rects(0, -1))
        ]
    areas = [(l, paper.height - t, r, paper.height - b) for l, b, r, t in boxes]  # noqa: E741
    for number, (l1, t1, r1, b1) in enumerate(areas):
        for l2, t2, r2, b2 in areas[number + 1 :]:
            over = (min(r1, r2) - max(l1, l2), min(b1, b2) - max(t1, t2))
            assert min(over) < 0.2, ((l1, t1, r1, b1), (l2, t2, r2, b2))
    upright = [ruler for ruler in rulers(paper.width, paper.height) if ruler.edge.upright]
    for ruler in upright:
        low, high = ruler.along(-REACH) - 1.5, ruler.along(REACH) + 1.5
        near, far = sorted((ruler.zero, 2 * ruler.zero - ruler.fold))
        inside = [a for a in areas if low < (a[1] + a[3]) / 2 < high and near < a[0] < far - 4]
        assert len(inside) <= 13, f"only the numbers of {ruler.letter}"


def test_crosses_of_both_sides_coincide_against_the_light(make):
    for turned in (lambda x, y: (A4.width - x, y), lambda x, y: (x, A4.height - y)):
        front, back = (
            {tuple(round(v, 2) for v in start) for start, _ in lines_of(make(), page)}
            for page in (0, 1)
        )
        for x, y in ((28, 28), (182, 28), (28, 269), (182, 269)):
            through = turned(x, y)
            assert (round(x - 4, 2), y) in front
            assert (round(through[0] - 4, 2), through[1]) in back


def test_each_side_says_which_it_is_and_with_what_it_was_printed(make):
    front, back = page_texts(make(corrections={Side.BACK: FAULT}))
    for said, name in ((front, "正面"), (back, "背面")):
        assert name in said
        assert "办公室打印机 · 纸盒 2" in said
        assert all(step in said for step in ("1. ", "2. ", "3. ", "4. 对着光"))
    assert "没有带校准" in front
    assert "右移 −1.5、下移 0.75 毫米，转 0.4 度" in back


def test_small_paper_says_the_same_in_short(make):
    said, _ = page_texts(make(A5))
    for text in ("办公室打印机 · 纸盒 2", "没有带校准", "向里折虚线", "正面", "就读那条线的数"):
        assert text in said
    assert "…" not in said


@pytest.mark.parametrize(("sides", "names"), [
    (Pass.BOTH, ["正面", "背面"]), (Pass.FRONTS, ["正面"]), (Pass.BACKS, ["背面"]),
])  # fmt: skip
def test_sides_can_be_printed_one_at_a_time(make, sides, names):
    texts = page_texts(make(sides=sides))
    assert len(texts) == len(names)
    assert all(name in said for name, said in zip(names, texts, strict=True))
    assert ("对着光" in texts[0]) is (sides is not Pass.FRONTS)


@pytest.mark.parametrize(("duplex", "wish"), [
    (Duplex.LONG, b"/DuplexFlipLongEdge"), (Duplex.SHORT, b"/DuplexFlipShortEdge"),
    (Duplex.MANUAL, b"/Simplex"),
])  # fmt: skip
def test_the_printer_is_asked_to_turn_sheets_as_for_cards(make, duplex, wish):
    assert wish in make(duplex=duplex)
    assert b"/Simplex" in make(duplex=duplex, sides=Pass.FRONTS)


def test_the_letter_of_each_ruler_is_not_under_the_folded_paper(make):
    content = make()
    for ruler in rulers(A4.width, A4.height):
        covered = REACH if ruler.fold < ruler.zero else -REACH
        there = []
        for x, y in position_of(content, 0, ruler.letter, count=3):
            across, along = (x, y) if ruler.edge.upright else (y, x)
            if abs(along - ruler.middle) < 37 and abs(across - ruler.zero) < 26:
                there.append((across - ruler.zero) / covered)
        (times,) = there
        assert times > 1, ruler.letter


def test_paper_too_small_for_rulers_is_refused(make):
    with pytest.raises(UserError, match="90×54 毫米"):
        make(CardSize(width=90, height=54))


def test_a_title_that_no_font_draws_is_refused_with_its_code(make):
    with pytest.raises(UserError, match=r"U\+30000"):
        make(title="\U00030000机")


def test_the_same_sheet_gives_the_same_bytes(make):
    assert make() == make()
