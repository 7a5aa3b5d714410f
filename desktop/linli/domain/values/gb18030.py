"""Decoding GB 18030 by the mapping of 2005 and 2022.

Python's codec still has the mapping of 2000, which puts characters that people's names use on
private-use points. These points never stand for anything else in text from GB 18030.

Windows before GB 18030 (GBK, code page 936) had 80 characters, mostly ideographs, on the points
U+E815 to U+E864; `standard_for` knows those too. HKSCS put others on the same points, so that
text from Hong Kong cannot be told apart and is not mapped.
"""

_PRIVATE_USE = str.maketrans(
    {
        0xE7C7: 0x1E3F,  # A8BC ḿ, since 2005
        # Vertical punctuation, since 2022.
        0xE78D: 0xFE10,
        0xE78E: 0xFE12,
        0xE78F: 0xFE11,
        0xE790: 0xFE13,
        0xE791: 0xFE14,
        0xE792: 0xFE15,
        0xE793: 0xFE16,
        0xE794: 0xFE17,
        0xE795: 0xFE18,
        0xE796: 0xFE19,
        # Components with a point in the basic plane, since 2022.
        0xE81E: 0x9FB4,
        0xE826: 0x9FB5,
        0xE82B: 0x9FB6,
        0xE82C: 0x9FB7,
        0xE832: 0x9FB8,
        0xE843: 0x9FB9,
        0xE854: 0x9FBA,
        0xE864: 0x9FBB,
        # Components with a point in extension B.
        0xE816: 0x20087,
        0xE817: 0x20089,
        0xE818: 0x200CC,
        0xE831: 0x215D7,
        0xE83B: 0x2298F,
        0xE855: 0x241FE,
    }
)


def decode_gb18030(data: bytes) -> str:
    """Return the text of GB 18030 bytes (also GBK and GB 2312, which it contains).

    Raises:
        UnicodeDecodeError: if the bytes are not GB 18030.
    """
    return map_private_use(data.decode("gb18030"))


def map_private_use(text: str) -> str:
    """Return `text` with the old private-use points of GB 18030 as today's characters."""
    return text.translate(_PRIVATE_USE)


_GBK_FIRST, _GBK_LAST = 0xE815, 0xE864
"""The points of FE50 to FEA0, in this order."""


def standard_for(char: str) -> str | None:
    """Return today's character for one on a private-use point of GB 18030 or GBK, else None."""
    standard = map_private_use(char)
    if _GBK_FIRST <= ord(char) <= _GBK_LAST:
        second_byte = 0x50 + ord(char) - _GBK_FIRST
        second_byte += second_byte >= 0x7F  # no GBK character ends in 7F
        standard = decode_gb18030(bytes((0xFE, second_byte)))
    return None if standard == char else standard
