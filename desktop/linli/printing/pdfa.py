"""PDF/A-2b (ISO 19005-2): what an archive copy says of itself and of its colours.

The colour profile is made here from the numbers of IEC 61966-2-1 (sRGB), so that no file of
somebody else's has to be shipped.
"""

import struct
from functools import cache
from typing import Any
from xml.sax.saxutils import escape

from reportlab.pdfbase import pdfdoc

_CREATOR = "邻里台"
_START = b"startxref\n"
_TIGHT = b"endstream\nendobj\n"
_ROW = 20  # bytes of an entry of the table of objects
_CURVE = 1024  # points of the tone curve
_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/">
<pdfaid:part>2</pdfaid:part>
<pdfaid:conformance>B</pdfaid:conformance>
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<xmp:CreatorTool>{creator}</xmp:CreatorTool>
<pdf:Producer>{creator}</pdf:Producer>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"""


class _Info(pdfdoc.PDFInfo):  # type: ignore[misc]  # reportlab ships no types
    """The information that the metadata repeats: no dates, nobody's name."""

    def format(self, document: Any) -> Any:
        """Return the dictionary."""
        said = {"Title": self.title, "Creator": _CREATOR, "Producer": _CREATOR}
        texts = {name: pdfdoc.PDFString(text) for name, text in said.items()}
        return pdfdoc.PDFDictionary(texts).format(document)


class _Metadata(pdfdoc.PDFObject):  # type: ignore[misc]
    """The XMP packet, which must be readable as it is: without any filter."""

    def __init__(self, title: str) -> None:
        self._packet = _XMP.format(title=escape(title), creator=_CREATOR).encode()

    def format(self, _document: Any) -> bytes:
        """Return the stream as reportlab writes streams."""
        head = f"<< /Type /Metadata /Subtype /XML /Length {len(self._packet)} >>\nstream\n"
        return head.encode() + self._packet + b"endstream\n"


def declare_archival(document: Any, title: str) -> None:
    """Make a reportlab document say that it is PDF/A-2b; its colours are sRGB.

    Args:
        document: whose fonts are all embedded, and which has neither encryption nor transparency.
        title: what the document is; it must not name a person.
    """
    info = _Info()
    info.title = title
    document.info = info
    profile = pdfdoc.PDFStream(content=srgb_profile(), filters=[pdfdoc.PDFZCompress])
    profile.dictionary["N"] = 3
    intent = pdfdoc.PDFDictionary(
        {
            "Type": "/OutputIntent",
            "S": "/GTS_PDFA1",
            "OutputConditionIdentifier": pdfdoc.PDFString("sRGB IEC61966-2.1"),
            "Info": pdfdoc.PDFString("sRGB IEC61966-2.1"),
            "DestOutputProfile": document.Reference(profile, "srgb.profile"),
        }
    )
    catalog = document.Catalog
    catalog.Metadata = _Metadata(title)
    catalog.OutputIntents = pdfdoc.PDFArray([intent])
    catalog.__NoDefault__ = [*catalog.__NoDefault__, "OutputIntents"]


def end_streams_on_lines(content: bytes) -> bytes:
    """Put a line end before each `endstream` of a reportlab document (ISO 19005-2, 6.1.7.1).

    It leaves them out. All objects move, so that the table of their places is made anew.
    """
    table = int(content[content.rindex(_START) + len(_START) :].split()[0])
    first = content.index(b"\n", table + len(b"xref\n")) + 1  # behind "xref" and "0 n"
    count = int(content[table:first].split()[2])
    places = [int(content[at : at + 10]) for at in range(first + _ROW, first + count * _ROW, _ROW)]
    order = sorted(range(len(places)), key=places.__getitem__)
    whole = memoryview(content)  # long files are not copied more often than needed
    parts: list[bytes | memoryview] = [whole[: min(places)]]
    moved, size = [0] * len(places), min(places)
    for number, following in zip(order, [*order[1:], None], strict=True):
        end = table if following is None else places[following]
        moved[number] = size
        size += end - places[number]
        if content.endswith(_TIGHT, places[number], end):
            parts += [whole[places[number] : end - len(_TIGHT)], b"\n" + _TIGHT]
            size += 1
        else:
            parts.append(whole[places[number] : end])
    rows = b"".join(b"%010d 00000 n \n" % place for place in moved)
    trailer = content[first + count * _ROW : content.rindex(_START)]
    parts += [whole[table : first + _ROW], rows, trailer, _START, b"%d\n%%%%EOF\n" % size]
    return b"".join(parts)


@cache
def srgb_profile() -> bytes:
    """Return an ICC profile of sRGB, version 2.1, for displays.

    Primaries adapted to D50 and the tone curve after IEC 61966-2-1.
    """
    curve = struct.pack(">4s4xI", b"curv", _CURVE) + struct.pack(
        f">{_CURVE}H", *(round(65535 * _linear(i / (_CURVE - 1))) for i in range(_CURVE))
    )
    name = b"sRGB IEC61966-2.1\0"
    description = struct.pack(">4s4xI", b"desc", len(name)) + name + bytes(8 + 3 + 67)
    tags = {
        b"cprt": struct.pack(">4s4x", b"text") + b"No copyright, use freely\0",
        b"desc": description,
        b"wtpt": _xyz(0.9642, 1.0, 0.8249),
        b"rXYZ": _xyz(0.4360, 0.2225, 0.0139),
        b"gXYZ": _xyz(0.3851, 0.7169, 0.0971),
        b"bXYZ": _xyz(0.1431, 0.0606, 0.7139),
        b"rTRC": curve,
        b"gTRC": curve,
        b"bTRC": curve,
    }
    return _profile(tags)


def _profile(tags: dict[bytes, bytes]) -> bytes:
    """Put header, table and data together; equal data are stored once."""
    start = 128 + 4 + 12 * len(tags)
    table, data = struct.pack(">I", len(tags)), b""
    places: dict[bytes, int] = {}
    for name, content in tags.items():
        if content not in places:
            places[content] = start + len(data)
            data += content + bytes(-len(content) % 4)
        table += struct.pack(">4sII", name, places[content], len(content))
    header = struct.pack(
        ">I4s4s4s4s4s12s4s4sIIIQI3i4s44x",
        start + len(data), b"", b"\x02\x10\x00\x00", b"mntr", b"RGB ", b"XYZ ",
        struct.pack(">6H", 2026, 1, 1, 0, 0, 0), b"acsp", b"", 0, 0, 0, 0, 0,
        *map(_fixed, (0.9642, 1.0, 0.8249)), b"",
    )  # fmt: skip
    return header + table + data


def _linear(value: float) -> float:
    """Return the light of a value of sRGB, both 0 to 1."""
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4


def _xyz(*values: float) -> bytes:
    return struct.pack(">4s4x3i", b"XYZ ", *map(_fixed, values))


def _fixed(value: float) -> int:
    """Return a number as ICC's s15Fixed16."""
    return round(value * 65536)
