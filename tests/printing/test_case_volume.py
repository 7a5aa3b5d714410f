"""A case's file bound: in the order of the list, numbered as its contents say, as an archive wants.

What is compared is read back from the PDF.
"""

import re
import subprocess
import sys
import tracemalloc
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support import scans
from support.case_papers import leaking_case
from support.volumes import (
    MM,
    attachment,
    contents_rows,
    lines_of,
    parts_of,
    stamps,
    texts,
)

from linli.domain.case_file_rules import UNNUMBERED, leaves
from linli.domain.case_files import Sides
from linli.domain.case_paper_rules import shipped_rules
from linli.domain.case_papers import PaperKind, PaperRef
from linli.domain.registers import UnprintableTextError
from linli.errors import UserError
from linli.printing.case_volume import bind_volume
from linli.progress import Cancelled, Progress

TITLE = "调解卷宗"
IDENTITY = attachment(1, name="王𬭎身份证", note="复印件")
SIGNED = attachment(2, PaperKind.AGREEMENT, pages=3, name="签字的协议书", replaces=True)
RECEIPT = attachment(3, PaperKind.PERFORMANCE, name="收条")


def bound(case=None, files=(IDENTITY, SIGNED, RECEIPT), sides=Sides.ONE, **more):
    parts = parts_of(case or leaking_case(), files, **more)
    return bind_volume(parts, title=TITLE, sides=sides)


# ---- order and numbers ---------------------------------------------------------------------


def test_the_volume_follows_the_list_and_the_contents_name_what_is_in_it():
    volume = bound()
    assert contents_rows(volume.content) == [
        (1, "人民调解申请书", "1", ""),
        (2, "当事人权利义务告知书", "2—3", ""),
        (3, "王𬭎身份证", "4", "复印件"),
        (4, "授权委托书", "5", ""),
        (5, "人民调解调查记录", "6", ""),
        (6, "人民调解记录（第一次）", "7", ""),
        (7, "人民调解记录（第二次）", "8", ""),
        (8, "签字的协议书", "9—11", ""),
        (9, "收条", "12", ""),
        (10, "人民调解回访记录", "13", ""),
        (11, "移交单（一）", "14", ""),
        (12, "移交单（二）", "15", ""),
    ]
    pages = texts(volume.content)
    assert "调解卷宗" in pages[0]
    assert "人民调解申请书" in pages[2]
    assert pages[-1].strip() == ""
    assert volume.pages == len(pages) == 18


def test_each_page_has_its_number_at_the_right_and_cover_contents_and_back_have_none():
    found = stamps(bound().content)
    assert found[:2] == [None, None]
    assert found[2:-1] == [(number, True) for number in range(1, 16)]
    assert found[-1] is None


def test_the_page_that_the_contents_name_is_the_page_of_the_document():
    volume = bound()
    pages, marked = texts(volume.content), stamps(volume.content)
    for _, name, numbers, _ in contents_rows(volume.content):
        heading = re.sub(r"（.*", "", name)
        if heading in ("王𬭎身份证", "签字的协议书", "收条"):
            continue
        first = int(numbers.split("—")[0])
        (place,) = [at for at, mark in enumerate(marked) if mark == (first, True)]
        assert heading in pages[place], name


def test_printed_on_both_sides_documents_begin_on_fronts_and_backs_mirror():
    one, both = bound(), bound(sides=Sides.BOTH)
    assert contents_rows(both.content) == contents_rows(one.content)
    marked = stamps(both.content)
    assert both.pages == len(marked)
    assert both.pages % 2 == 0
    firsts = {int(row[2].split("—")[0]) for row in contents_rows(both.content)}
    for place, mark in enumerate(marked):
        if mark is None:
            continue
        number, right = mark
        is_front = place % 2 == 0
        assert right is is_front, "the number stands at the outer corner"
        assert is_front or number not in firsts
    assert [mark[0] for mark in marked if mark] == list(range(1, 16))


def test_a_back_keeps_its_binding_edge_free():
    content = bound(sides=Sides.BOTH).content
    place = next(at for at, mark in enumerate(stamps(content)) if mark and not mark[1])
    with pypdfium2.PdfDocument(content) as document:
        wide = document[place].get_width()
        boxes = [item.get_bounds() for item in document[place].get_objects()]
    assert max(right for _, _, right, _ in boxes) <= wide - 24 * MM
    assert min(left for left, _, _, _ in boxes) >= 9 * MM


def test_a_signed_scan_stands_for_the_paper_only_if_the_clerk_says_so():
    beside = attachment(2, PaperKind.AGREEMENT, pages=3, name="签字的协议书")
    names = [row[1] for row in contents_rows(bound(files=[IDENTITY, beside]).content)]
    assert names.count("人民调解协议书") == names.count("签字的协议书") == 1
    names = [row[1] for row in contents_rows(bound(files=[IDENTITY, SIGNED]).content)]
    assert "人民调解协议书" not in names


def test_a_signed_scan_of_one_meeting_leaves_the_other_as_it_is():
    case = leaking_case()
    second = [each for each in case.meetings if not each.is_inquiry][1]
    scan = attachment(
        9,
        PaperKind.MEETING,
        name="第二次调解记录（签字件）",
        replaces=True,
        subject=f"meeting:{second.id}",
    )
    names = [row[1] for row in contents_rows(bound(case, [IDENTITY, scan]).content)]
    assert names[5:7] == ["人民调解记录（第一次）", "第二次调解记录（签字件）"]


def test_the_hall_may_change_the_order():
    rules = list(shipped_rules())
    moved = [rule for rule in rules if rule.kind is PaperKind.CLOSING]
    rules = [*rules[:2], *moved, *[rule for rule in rules[2:] if rule not in moved]]
    saved = {PaperRef(kind=PaperKind.CLOSING)}
    names = [row[1] for row in contents_rows(bound(rules=rules, saved=saved).content)]
    assert names[0] == "人民调解结案报告表"


def test_contents_of_many_documents_go_on_and_stay_without_numbers():
    files = [attachment(n, PaperKind.EVIDENCE, name=f"证据之{n}") for n in range(1, 45)]
    volume = bound(files=[IDENTITY, *files])
    first = stamps(volume.content).index((1, True))
    assert first > 2, "more than a page of contents"
    pages = texts(volume.content)
    assert "证据之44" in "".join(pages[1:first])
    assert "人民调解申请书" in pages[first]


# ---- an archive copy -----------------------------------------------------------------------


@pytest.fixture(scope="module")
def archive():
    coloured = scans.page((600, 400), "RGB")
    coloured.paste((220, 20, 20), (300, 100, 400, 200))
    kinds = (
        (scans.tiff(2), 2),
        (scans.jpeg(coloured), 1),
        (scans.png(scans.page((600, 400), "RGBA")), 1),
        (scans.make_pdf((210, 297)), 1),
    )
    parts = []
    for number, (content, pages) in enumerate(kinds, 1):
        file = attachment(number, PaperKind.EVIDENCE, pages=pages)
        (part,) = [p for p in parts_of(leaking_case(), [file]) if p.line.file]
        parts.append(replace(part, read=lambda content=content: content))
    papers = parts_of(leaking_case(), [IDENTITY])
    return bind_volume([*papers[:-1], *parts, papers[-1]], title=TITLE).content


def test_it_says_that_it_is_pdf_a_2b(archive):
    assert b"<pdfaid:part>2</pdfaid:part>" in archive
    assert b"<pdfaid:conformance>B</pdfaid:conformance>" in archive
    assert b"/GTS_PDFA1" in archive
    with pypdfium2.PdfDocument(archive) as document:
        said = document.get_metadata_dict(skip_empty=True)
    assert said == {"Title": TITLE, "Creator": "邻里台", "Producer": "邻里台"}


def test_nothing_in_it_is_forbidden_in_an_archive(archive):
    for forbidden in (b"/Encrypt", b"/JavaScript", b"/SMask", b"/ca ", b"/LZWDecode", b"/Group"):
        assert forbidden not in archive
    assert archive.count(b"/Subtype /Type0") > 0
    assert len(re.findall(rb"/FontFile[23]", archive)) == archive.count(b"/Subtype /Type0")
    assert archive.count(b"/ToUnicode") == archive.count(b"/Subtype /Type0")
    assert b"Helvetica" not in archive
    assert len(re.findall(rb"[^\n]endstream\n", archive)) == 0
    assert set(re.findall(rb"/ColorSpace (/\w+)", archive)) == {b"/DeviceGray", b"/DeviceRGB"}


def test_the_same_file_gives_the_same_bytes():
    assert bound().content == bound().content


# ---- what goes wrong -----------------------------------------------------------------------


def test_an_attachment_that_broke_is_named():
    parts = parts_of(leaking_case(), [IDENTITY])
    for broken in (b"II*\0 nothing", scans.tiff()[:200]):
        wrong = [replace(p, read=lambda b=broken: b) if p.line.file else p for p in parts]
        with pytest.raises(UserError, match=r"附件「王𬭎身份证」不能装订：.*读不出来"):
            bind_volume(wrong, title=TITLE)


def test_an_attachment_with_fewer_pages_than_it_had_is_refused():
    parts = parts_of(leaking_case(), [attachment(1, pages=3, name="收条")])
    wrong = [replace(p, read=lambda: scans.tiff(2)) if p.line.file else p for p in parts]
    with pytest.raises(UserError, match="「收条」的页数和添加时不一样"):
        bind_volume(wrong, title=TITLE)


def test_a_name_that_no_font_draws_is_refused_and_not_left_out():
    with pytest.raises(UnprintableTextError):
        bound(files=[replace(IDENTITY, facts=replace(IDENTITY.facts, name="\U000f0001证"))])


def test_binding_can_be_stopped():
    told = []
    progress = Progress(
        on_report=lambda done, total, _: told.append((done, total)),
        is_cancelled=lambda: len(told) > 5,
    )
    with pytest.raises(Cancelled):
        bind_volume(parts_of(leaking_case(), [IDENTITY]), title=TITLE, progress=progress)
    assert told[5][0] == 5


# ---- long files ----------------------------------------------------------------------------


def test_two_hundred_pages_need_little_more_memory_than_their_pdf():
    file = attachment(1, pages=200)
    content = scans.tiff(200)
    parts = [
        replace(part, read=lambda: content) if part.line.file else part
        for part in parts_of(leaking_case(), [file])
    ]
    bind_volume(parts_of(leaking_case(), [IDENTITY]), title=TITLE)  # fonts and libraries
    tracemalloc.start()
    volume = bind_volume(parts, title=TITLE)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert volume.pages > 200
    assert most < 5 * len(volume.content) + 20_000_000


_LONG = """
import resource, sys
sys.path.insert(0, sys.argv[1])
from support import scans
from linli.printing.scan_pages import page_images
content = scans.tiff(200, mode="L", compression="jpeg")
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
pages = sum(1 for _ in page_images(content, (175.0, 267.0)))
grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
print(pages, grown // 1024)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no rusage there")
def test_a_long_scan_is_decoded_one_page_at_a_time():
    tests = Path(__file__).parents[1]
    done = subprocess.run(
        [sys.executable, "-c", _LONG, str(tests)],
        env={"PYTHONPATH": str(tests.parent / "desktop"), "PATH": ""},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    pages, grown = map(int, done.stdout.split())
    assert pages == 200
    assert grown < 80, "MB; all pages at once have 435 MB"


# ---- whatever is put in --------------------------------------------------------------------

_KINDS = [kind for kind in PaperKind if kind not in UNNUMBERED]
_FILES = st.lists(st.tuples(st.sampled_from(_KINDS), st.integers(1, 4), st.booleans()), max_size=8)


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)
@given(_FILES, st.sampled_from(list(Sides)))
def test_the_contents_and_the_stamps_agree_whatever_is_put_in(chosen, sides):
    files = [
        attachment(number, kind, pages=pages, name=f"附件之{number}", replaces=replaces)
        for number, (kind, pages, replaces) in enumerate(chosen, 1)
    ]
    volume = bound(files=files, sides=sides)
    rows = contents_rows(volume.content)
    lines = [line for line in lines_of(leaking_case(), files) if line.is_numbered]
    assert [row[1] for row in rows] == [line.name for line in lines if line.ref or line.file]
    assert [row[0] for row in rows] == list(range(1, len(rows) + 1))
    spans = [tuple(map(int, (row[2].split("—") * 2)[:2])) for row in rows]
    spans = [(first, last) for first, last in spans]
    follow = 1
    for first, last in spans:
        assert first == follow
        follow = last + 1
    numbers = [mark[0] for mark in stamps(volume.content) if mark]
    assert numbers == list(range(1, follow))
    placed = {row[1]: span for row, span in zip(rows, spans, strict=True)}
    for file in files:
        first, last = placed[file.facts.name]
        assert last - first + 1 == file.pages


@given(st.lists(st.integers(0, 9), max_size=12), st.sampled_from(list(Sides)))
def test_no_page_is_lost_and_each_document_begins_on_a_front(pages, sides):
    order = list(leaves(pages, sides))
    drawn = [leaf for leaf in order if leaf is not None]
    assert drawn == [(d, page) for d, count in enumerate(pages) for page in range(count)]
    if sides is Sides.BOTH:
        assert len(order) % 2 == 0
        assert all(order.index((d, 0)) % 2 == 0 for d, count in enumerate(pages) if count)
    else:
        assert None not in order
