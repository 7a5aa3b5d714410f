"""Readings (读音) of single characters, with tones; names are read in `domain.pinyin`."""

import unicodedata

_TONES = {"\u0304": 1, "\u0301": 2, "\u030c": 3, "\u0300": 4}
_MARKS = {str(tone): mark for mark, tone in _TONES.items()}


def numbered_reading(text: str) -> str:
    """Return a reading with its tone as a number: hóng is hong2, lǜ and lu:4 are lv4."""
    plain, tone = "", ""
    for char in unicodedata.normalize("NFD", text.strip().lower()):
        if char in _TONES:
            tone = str(_TONES[char])
        elif char in {"\u0308", ":"}:
            plain = plain[:-1] + "v"
        elif char.isascii() and char.isalpha():
            plain += char
        elif char in _MARKS:
            tone = char
    return plain + tone


def marked_reading(numbered: str) -> str:
    """Return a reading as it is printed: hong2 is hóng.

    The mark stands on a or e, on the o of ou, else on the last vowel (GB/T 16159).
    """
    syllable, mark = numbered.rstrip("12345"), _MARKS.get(numbered[-1:], "")
    vowels = [place for place, char in enumerate(syllable) if char in "aeiouv"]
    carriers = [place for place in vowels if syllable[place] in "ae"] or vowels[-1:]
    if "ou" in syllable:
        carriers = [syllable.index("ou")]
    if mark and carriers:
        end = carriers[0] + 1
        syllable = syllable[:end] + mark + syllable[end:]
    return unicodedata.normalize("NFC", syllable.replace("v", "u\u0308"))
