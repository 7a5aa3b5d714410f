"""Files from outside before they are taken in: by what stands in them, never by their names."""

import zlib

import pytest
from support import scans

from linli.domain import case_files
from linli.domain.case_files import MediaType
from linli.errors import UserError
from linli.printing import scan_check
from linli.printing.scan_check import Checked, check_scan
from linli.progress import Cancelled, Progress

PAGE = b"q 500 0 0 500 10 10 cm /I Do Q"


@pytest.mark.parametrize(
    ("content", "media_type", "pages"),
    [
        (scans.make_pdf((210, 297), (148, 210)), MediaType.PDF, 2),
        (b"\n%some scanner\n" + scans.make_pdf((210, 297)), MediaType.PDF, 1),
        (scans.jpeg(), MediaType.JPEG, 1),
        (scans.png(), MediaType.PNG, 1),
        (scans.tiff(), MediaType.TIFF, 1),
        (scans.tiff(7), MediaType.TIFF, 7),
        (scans.tiff(2, mode="L", compression="jpeg"), MediaType.TIFF, 2),
        (scans.tiff(2, big_tiff=True), MediaType.TIFF, 2),
    ],
)
def test_a_file_is_what_stands_in_it(content, media_type, pages):
    assert check_scan("身份证.doc", content) == Checked(media_type=media_type, pages=pages)


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "是空文件"),
        (b"PK\x03\x04 a document of an office program", "不是 PDF、JPEG、PNG 或 TIFF"),
        (b"GIF89a" + bytes(50), "不是 PDF、JPEG、PNG 或 TIFF"),
        (scans.jpeg()[:3000], "已损坏"),
        (scans.png()[:400], "已损坏"),
        (scans.tiff(3)[:700], "已损坏"),
        (scans.make_pdf((210, 297))[:300], "不是完好的 PDF"),
        (b"%PDF-1.7 and nothing else", "不是完好的 PDF"),
        (scans.locked_pdf(), "有密码"),
    ],
)
def test_what_cannot_be_read_is_refused_by_name(content, why):
    with pytest.raises(UserError, match=why) as told:
        check_scan("收条.pdf", content)
    assert str(told.value).startswith("「收条.pdf」")


def test_a_page_that_is_broken_is_named():
    whole = scans.tiff(3, mode="L", compression="raw")
    with pytest.raises(UserError, match="「收条」的第 3 页已损坏"):
        check_scan("收条", whole[:-2000])


def test_a_file_that_is_too_large_is_refused_with_its_size(monkeypatch):
    monkeypatch.setattr(scan_check, "LARGEST_FILE", 1024 * 1024)
    with pytest.raises(UserError, match="「录像」有 2 MB，一个附件最大 50 MB"):
        check_scan("录像", bytes(2 * 1024 * 1024))
    assert case_files.LARGEST_FILE == 50 * 1024 * 1024


def test_a_picture_that_claims_to_be_enormous_is_not_decoded(monkeypatch):
    small = scans.page((100, 100), "RGB")
    content = bytearray(scans.png(small))
    content[16:24] = (60_000).to_bytes(4, "big") * 2
    content[29:33] = zlib.crc32(content[12:29]).to_bytes(4, "big")
    with pytest.raises(UserError, match="「地图」的像素太多"):
        check_scan("地图", bytes(content))
    monkeypatch.setattr(scan_check, "LARGEST_IMAGE", 9_999)
    with pytest.raises(UserError, match="「地图」的像素太多（100×100）"):
        check_scan("地图", scans.png(small))


def test_too_many_pages_are_refused(monkeypatch):
    monkeypatch.setattr(scan_check, "MOST_PAGES", 2)
    with pytest.raises(UserError, match="有 3 页，一个附件最多 2 页"):
        check_scan("卷", scans.make_pdf(*[(210, 297)] * 3))
    with pytest.raises(UserError, match="超过 2 页"):
        check_scan("卷", scans.tiff(3))
    assert check_scan("卷", scans.tiff(2)).pages == 2


def test_a_pdf_that_swells_is_refused_before_it_is_opened(monkeypatch):
    monkeypatch.setattr(scan_check, "_LARGEST_STREAM", 2 * 1024 * 1024)
    with pytest.raises(UserError, match="解开后大得不正常"):
        check_scan("卷", scans.pdf_of_stream(b"q Q " * 1024 * 1024))
    assert check_scan("卷", scans.pdf_of_stream(b"q Q " * 1024)).pages == 1


def test_an_image_of_a_pdf_may_claim_what_it_likes():
    said = b"/Width 60000 /Height 60000 /ColorSpace /DeviceRGB /BitsPerComponent 8"
    assert check_scan("卷", scans.pdf_of_stream(PAGE, dictionary=said)).pages == 1


def test_the_check_of_a_long_scan_can_be_stopped():
    asked = []

    def stop():
        asked.append(1)
        return len(asked) > 3

    with pytest.raises(Cancelled):
        check_scan("卷", scans.tiff(6), Progress(is_cancelled=stop))
