"""A template in the clerk's words: fields by their Chinese names, elements by what they show.

`{holder}` in a template is 「持卡人」 on the screen.
"""

import re
from collections.abc import Mapping, Sequence

from linli.domain.card_fields import LISTS, Field
from linli.domain.templates.elements import (
    ITEM,
    Element,
    ImageElement,
    LineElement,
    ListElement,
    QrElement,
    RectElement,
    TextElement,
)

OPEN, CLOSE = "「", "」"
_LONGEST = 16
_CHIP = re.compile(f"{OPEN}([^{OPEN}{CLOSE}]+){CLOSE}")


def labels_of(fields: Mapping[str, Field]) -> dict[str, str]:
    """Return a name in the clerk's words for each field, no two the same.

    Fields of a list's row come first; a field outside with the same words gets a mark.
    """
    labels: dict[str, str] = {}
    for name, field in fields.items():
        label = field.label
        labels[name] = f"{label}（卡上的）" if label in labels.values() else label
    return labels


def shown_text(text: str, labels: Mapping[str, str]) -> str:
    """Return a template's text as the clerk reads it; an unknown field keeps its own name."""
    element = TextElement(text=text, size=1)
    return "".join(
        literal + (f"{OPEN}{labels.get(name, name)}{CLOSE}" if name else "")
        for literal, name in element.parts
    )


def stored_text(text: str, labels: Mapping[str, str]) -> str:
    """Return what the clerk wrote as a template's text."""
    names = {label: name for name, label in labels.items()}
    parts = []
    place = 0
    for chip in _CHIP.finditer(text):
        name = names.get(chip[1])
        if name is not None:
            parts += [_escaped(text[place : chip.start()]), f"{{{name}}}"]
            place = chip.end()
    return "".join((*parts, _escaped(text[place:])))


def chips_in(text: str, labels: Mapping[str, str]) -> list[tuple[int, int]]:
    """Return where fields stand in a text as the clerk reads it: start and length."""
    known = set(labels.values())
    return [(c.start(), len(c[0])) for c in _CHIP.finditer(text) if c[1] in known]


def describe(element: Element, labels: Mapping[str, str]) -> str:
    """Return in a few words what an element is."""
    match element:
        case TextElement():
            words = " ".join(shown_text(element.text, labels).split())
            return f"文字 {words[:_LONGEST]}{'…' if len(words) > _LONGEST else ''}"
        case ImageElement(own_picture=None):
            return f"照片 {labels.get(element.source, element.source)}"
        case ImageElement():
            return "图片"
        case QrElement():
            return "二维码"
        case LineElement():
            return "线"
        case RectElement():
            return "框"
        case ListElement():
            known = LISTS.get(element.items)
            return f"列表 {known.label if known else element.items}"
        case _:
            raise TypeError(type(element).__name__)


def row_fields(items: str) -> dict[str, Field]:
    """Return the fields of a list's row, under the names that its cells use."""
    return {ITEM + name: field for name, field in LISTS[items].columns.items()}


def name_in(elements: Sequence[Element], path: Sequence[int], known: Mapping[str, Field]) -> str:
    """Return in a few words which element it is, with its place in order where several are alike.

    Args:
        elements: of a side.
        path: the element's place among them from 0, with those inside of lists behind it.
        known: the fields of the side.
    """
    names = []
    for number in path:
        element = elements[number]
        labels = labels_of(known)
        name = describe(element, labels)
        alike = [each for each in elements if type(each) is type(element)]
        if sum(1 for each in alike if describe(each, labels) == name) > 1:
            name += f"（第 {number + 1} 个元素）"
        names.append(name)
        if isinstance(element, ListElement):
            elements = element.inner()
            if element.items in LISTS:
                known = {**row_fields(element.items), **known}
    return " 格内 ".join(names)


def _escaped(text: str) -> str:
    return text.replace("{", "{{").replace("}", "}}")
