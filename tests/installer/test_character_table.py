"""The table of characters is made from files as their packages have them, here a few lines each."""

import json
import lzma
from pathlib import Path

import pytest

INSTALLER = Path(__file__).resolve().parents[2] / "installer"


def _fact(char: str, radical: str, strokes: int) -> dict[str, str]:
    return {
        "codepoint": f"U+{ord(char):04X}",
        "kRSUnicode": radical,
        "kTotalStrokes": str(strokes),
    }


FACTS = [
    *(_fact("金", "167.0", 8), _fact("钅", "167'.0", 5), _fact("宏", "40.4", 7)),
    *(_fact("鋐", "167.7", 15), _fact("𬭎", "167'.7", 12), _fact("吉", "30.3", 6)),
    *(_fact("喆", "30.9", 12), _fact("一", "1.0", 1), _fact("㐀", "1.4", 5)),
    {**_fact("类", "181.10 119.3", 9)},
    _fact("\uf9d0", "181.10", 19),
]
DECOMPOSITIONS = (
    "module.exports = `10001:ra(吉)\n鋐:a(金,宏)\n喆:ra(吉)\n宏:me(一)\n㐀:d(10001,㇐)\n`;"
)


@pytest.fixture
def table(tmp_path, monkeypatch):
    """The written columns, by name of what they hold."""
    unicode_folder = tmp_path / "ucd"
    unicode_folder.mkdir()
    files = {
        "Unihan_IRGSources": FACTS,
        "Unihan_OtherMappings": [
            {"codepoint": "U+5409", "kTGH": "2013:500"},
            {"codepoint": "U+2CB4E", "kTGH": "2013:7700"},
        ],
        "Unihan_Variants": [{"codepoint": "U+2CB4E", "kTraditionalVariant": "U+92D0"}],
        "Unihan_Readings": [{"codepoint": "U+92D0", "kMandarin": "hóng"}],
        "EquivalentUnifiedIdeograph": [{"range": ["31D0"], "unified": "4E00"}],
        "USourceData": [
            {"status": "ExtA", "codepoint": "U+7C7B", "IDS": "⿱吉一"},
            {"status": "Rejected", "codepoint": "U+5409", "IDS": "⿱一一"},
        ],
    }
    for name, rows in files.items():
        (unicode_folder / f"{name}.json").write_text(json.dumps({name: rows}), encoding="utf-8")
    (unicode_folder / "package.json").write_text('{"version": "17.0.0"}', encoding="utf-8")
    decompositions = tmp_path / "cjk-decomp.txt.js"
    decompositions.write_text(DECOMPOSITIONS, encoding="utf-8")
    monkeypatch.syspath_prepend(str(INSTALLER))
    import character_table

    monkeypatch.setattr(character_table, "TARGET", tmp_path / "characters.xz")
    written = character_table.write(unicode_folder, decompositions)
    columns = lzma.decompress(written.read_bytes()).decode().split("\x1e")
    characters, strokes, *_, parts, readings = columns
    about = json.loads(written.with_suffix(".json").read_text(encoding="utf-8"))
    return {
        "about": about,
        "characters": characters,
        "strokes": dict(zip(characters, map(ord, strokes), strict=True)),
        "parts": dict(zip(characters, parts.split("\n"), strict=True)),
        "readings": dict(zip(characters, readings.split("\n"), strict=True)),
        "bytes": written.read_bytes(),
        "again": lambda: character_table.write(unicode_folder, decompositions).read_bytes(),
    }


def test_common_characters_come_first_and_compatibility_ideographs_not_at_all(table):
    assert table["characters"] == "吉𬭎㐀一喆宏类金鋐钅"
    assert table["about"]["tiers"] == [1, 1, 2]


def test_repeated_component_stands_there_repeatedly(table):
    assert table["parts"]["喆"] == "吉吉"


def test_shapes_without_code_are_taken_apart_and_strokes_become_characters(table):
    assert table["parts"]["㐀"] == "吉吉一"


def test_changed_shape_is_no_component(table):
    assert table["parts"]["宏"] == ""


def test_simplified_character_has_the_components_whose_strokes_add_up(table):
    assert table["parts"]["𬭎"] == "钅宏"


def test_only_descriptions_of_encoded_characters_count(table):
    assert table["parts"]["类"] == "吉一"
    assert table["parts"]["吉"] == ""


def test_numbers_and_readings_are_packed(table):
    assert table["strokes"]["𬭎"] == 0x20 + 12
    assert table["readings"]["鋐"].split(",")[0] == "hong2"


def test_same_input_makes_the_same_bytes(table):
    assert table["again"]() == table["bytes"]
