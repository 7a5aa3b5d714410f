import json
from dataclasses import replace

import pytest
from support.templates import make_template

from linli.domain.paper import Side
from linli.domain.templates.elements import ImageElement, ListElement
from linli.domain.templates.packing import MOST_PICTURES, pack, unpack, with_pictures
from linli.domain.templates.strict import TemplateError

DIGEST = "d" * 64
PICTURE = ImageElement(source=f"photo:{DIGEST}", x=5, w=10, y=5, h=10)
TEMPLATE = make_template(PICTURE)


def packed(**changes):
    raw = json.loads(pack(TEMPLATE, {DIGEST: b"picture"}))
    return json.dumps(raw | changes)


def test_file_holds_the_template_and_its_pictures():
    found = unpack(pack(TEMPLATE, {DIGEST: b"picture"}), "文件")
    assert found.template == TEMPLATE
    assert found.pictures == {DIGEST: b"picture"}


HOSTILE = {
    "empty": "",
    "no json": "{",
    "another json": '{"a": 1}',
    "a list": "[]",
    "null": "null",
    "deep": "[" * 100_000,
    "number of too many digits": '{"format": ' + "9" * 5000 + "}",
    "half a character": packed(author="\ud800"),
    "newer": packed(version=2),
    "version no number": packed(version="1"),
    "unknown key": packed(author="x"),
    "no template": packed(template=None),
    "template a text": packed(template="x"),
    "pictures no object": packed(pictures=[]),
    "picture no text": packed(pictures={DIGEST: 1}),
    "picture not base64": packed(pictures={DIGEST: "%%%"}),
    "picture not ASCII": packed(pictures={DIGEST: "图"}),
    "picture missing": packed(pictures={}),
    "too many pictures": packed(pictures={str(n): "" for n in range(MOST_PICTURES + 1)}),
    "title of a thousand": pack(
        replace(TEMPLATE, kind=replace(TEMPLATE.kind, title="卡" * 1000)), {DIGEST: b""}
    ),
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_file_that_is_no_sound_template_is_refused_with_a_sentence(text):
    with pytest.raises(TemplateError, match=r"^文件“a”.*。$") as caught:
        unpack(text, "文件“a”")
    assert len(caught.value.message) < 120


def test_newer_version_says_what_to_do():
    with pytest.raises(TemplateError, match="升级"):
        unpack(packed(version=2), "文件")


def test_lists_cannot_be_nested():
    template = json.loads(pack(make_template(), {}))
    cell = {"type": "text", "text": "x", "size": 8, "x": 0, "w": 5, "y": 0, "h": 5}
    for _ in range(300):
        cell = {
            "type": "list", "items": "officers", "cell_h": 5, "x": 5, "w": 50, "y": 5, "h": 20,
            "elements": [cell],
        }  # fmt: skip
    template["template"]["front"] = [cell]
    with pytest.raises(TemplateError, match="不能再放列表"):
        unpack(json.dumps(template), "文件")


def test_pictures_get_other_digests_in_lists_too():
    cells = ListElement(items="officers", cell_h=9, x=5, w=50, y=5, h=20, elements=(PICTURE,))
    found = with_pictures(make_template(PICTURE, cells), {DIGEST: "new"})
    assert found.own_pictures() == {"new"}
    assert [path for _, path, _ in found.parts()] == [(0,), (1,), (1, 0)]
    assert found.sides[Side.FRONT][0] == replace(PICTURE, source="photo:new")
