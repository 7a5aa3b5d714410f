"""The sample community's attachments of cases: drawn here, with 示例 on each, of nobody."""

from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING

from linli.domain.case_files import CaseFileDraft, MediaType
from linli.domain.case_papers import PaperKind

if TYPE_CHECKING:
    from datetime import date

    from linli.storage.database import Writing

_CASES = """
SELECT id FROM mediation_case
WHERE number_sequence IS NOT NULL AND stage IN ('written', 'performing', 'archived') ORDER BY id
"""
_SCANS = (
    CaseFileDraft(kind=PaperKind.IDENTITY, name="双方身份证复印件", note="复印件"),
    CaseFileDraft(kind=PaperKind.EVIDENCE, name="现场照片"),
)
_SIZE = (826, 1169)  # pixels: A4 at 100 dpi
_DPI = 100


def add_case_files(work: "Writing", today: "date") -> None:
    """Put two scans into the file of each case that was agreed on or is archived.

    Args:
        work: the transaction.
        today: the day they are put in.
    """
    from linli.storage import case_files

    for case_id in list(work.connection.exec_driver_sql(_CASES).scalars()):
        for draft in _SCANS:
            content = _page(draft.name)
            digest = case_files.add_scan(work.connection, content, MediaType.TIFF, 1)
            case_files.add_file(work.session, case_id, draft, digest, today)


@cache
def _page(title: str) -> bytes:
    """Return a page in black and white on which there is a frame and its title."""
    from PIL import Image, ImageDraw, ImageFont
    from pylopdf_fonts_zh_cn import sans_path

    page = Image.new("1", _SIZE, 1)
    drawing = ImageDraw.Draw(page)
    font = ImageFont.truetype(str(sans_path()), 36)
    drawing.rectangle((120, 160, 706, 520), outline=0, width=3)
    drawing.text((150, 200), f"{title}\n（示例，不是真的）", fill=0, font=font, spacing=20)
    content = BytesIO()
    page.save(content, "TIFF", compression="group4", dpi=(_DPI, _DPI))
    return content.getvalue()
