"""Volumes of cases for tests: their parts, and what is read back from the PDF."""

import re
from datetime import date

import pypdfium2
from support import scans
from support.case_papers import ISSUER

from linli.domain.case_file_rules import file_lines, is_bound
from linli.domain.case_files import CaseFile, CaseFileDraft, MediaType
from linli.domain.case_paper_rules import shipped_rules, wanted_papers
from linli.domain.case_paper_texts import compose
from linli.domain.case_papers import PaperKind, missing_fields
from linli.printing.case_volume import VolumePart

MM = 72 / 25.4


def attachment(number, kind=PaperKind.IDENTITY, *, pages=1, name="", **facts):
    """Return an attachment that is kept; its scan is `scan_of` it."""
    return CaseFile(
        id=number,
        version=1,
        case_id=1,
        facts=CaseFileDraft(kind=kind, name=name or f"附件{number}", **facts),
        media_type=MediaType.TIFF,
        size=1000,
        pages=pages,
        digest=f"{number:064}",
        added_on=date(2026, 9, 3),
    )


def scan_of(file):
    """Return what stands in an attachment of `attachment`."""
    return scans.tiff(file.pages)


def lines_of(case, files=(), saved=(), rules=None):
    """Return the lines of a case's file."""
    rules = rules or shipped_rules()
    wanted = wanted_papers(case, rules)
    made = {
        each.ref: [field.title for field in missing_fields(compose(case, each.ref, ISSUER))]
        for each in wanted
        if is_bound(each, saved)
    }
    return file_lines(rules, wanted, made, files)


def parts_of(case, files=(), saved=(), rules=None):
    """Return the parts of a case's volume."""
    return [
        VolumePart(
            line=line,
            paper=compose(case, line.ref, ISSUER) if line.ref else None,
            pages=line.file.pages if line.file else 0,
            read=(lambda file=line.file: scan_of(file)) if line.file else None,
        )
        for line in lines_of(case, files, saved, rules)
    ]


def texts(content):
    """Return the text of each page."""
    with pypdfium2.PdfDocument(content) as document:
        return [document[i].get_textpage().get_text_bounded() for i in range(len(document))]


def stamps(content):
    """Return of each page the number in its upper corner, and whether it stands at the right."""
    found = []
    with pypdfium2.PdfDocument(content) as document:
        for page in document:
            top, wide = page.get_height(), page.get_width()
            text = page.get_textpage()
            band = (top - 22 * MM, top - 8 * MM)
            sides = {
                right: text.get_text_bounded(left, band[0], end, band[1]).strip()
                for right, left, end in ((False, 0, 40 * MM), (True, wide - 40 * MM, wide))
            }
            number = [(int(said), right) for right, said in sides.items() if said.isdigit()]
            found.append(number[0] if number else None)
    return found


def contents_rows(content):
    """Return (number, name, pages, note) of each line of the contents."""
    (page,) = [text for text in texts(content) if "卷内目录" in text and "文书名称" in text]
    rows = []
    for line in page.splitlines():
        found = re.fullmatch(r"(\d+)\s+(.+?)\s+(\d+(?:—\d+)?)(?:\s+(\S+))?\s*", line.strip())
        if found:
            rows.append((int(found[1]), found[2], found[3], found[4] or ""))
    return rows
