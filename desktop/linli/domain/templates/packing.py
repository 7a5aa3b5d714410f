"""A template as one file that goes from ledger to ledger: its JSON, and its own pictures in it."""

import base64
import binascii
import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from linli.domain.templates.elements import (
    OWN_PICTURE,
    CardTemplate,
    Element,
    ImageElement,
    ListElement,
)
from linli.domain.templates.reading import parse_draft, read_json
from linli.domain.templates.strict import TemplateError, read_dataclass
from linli.domain.templates.writing import template_object

FORMAT = "linli-card-template"
VERSION = 1
MOST_PICTURES = 20
_TITLE = 60


@dataclass(frozen=True, kw_only=True)
class PackedTemplate:
    """What a template file holds. `pictures` are the template's own by the digests it names."""

    template: CardTemplate
    pictures: Mapping[str, bytes]


@dataclass(frozen=True, kw_only=True)
class _File:
    """The keys of a template file."""

    format: str
    version: int
    template: Any
    pictures: dict[str, str]


def pack(template: CardTemplate, pictures: Mapping[str, bytes]) -> str:
    """Return the text of a template file with the template's own `pictures`."""
    raw = {
        "format": FORMAT,
        "version": VERSION,
        "template": template_object(template),
        "pictures": {d: base64.b64encode(c).decode() for d, c in sorted(pictures.items())},
    }
    return json.dumps(raw, ensure_ascii=False, indent=1) + "\n"


def unpack(text: str, where: str) -> PackedTemplate:
    """Read the text of a template file of unknown origin; the pictures are not looked into.

    Raises:
        TemplateError: it is no template file, of a newer version, or holds what none can hold.
    """
    raw = read_json(text, where)
    if not isinstance(raw, dict) or raw.get("format") != FORMAT:
        raise TemplateError(f"{where}不是卡片模板文件，请选择由“导出”得到的文件。")
    version = raw.get("version")
    if isinstance(version, int) and version > VERSION:
        raise TemplateError(f"{where}是较新版本的程序导出的，请先升级本机的程序再导入。")
    file = read_dataclass(_File, raw, where)
    try:
        template = parse_draft(file.template, where, own=True)
    except RecursionError as error:
        raise TemplateError(f"{where}不是有效的卡片模板文件，请换一个。") from error
    if len(template.kind.title) > _TITLE:
        raise TemplateError(f"{where}里的名称太长，最多 {_TITLE} 个字，请换一个文件。")
    if len(file.pictures) > MOST_PICTURES:
        raise TemplateError(f"{where}里的图片太多，最多 {MOST_PICTURES} 张，请换一个文件。")
    lost = template.own_pictures() - file.pictures.keys()
    if lost:
        raise TemplateError(f"{where}缺了 {len(lost)} 张图片，请重新导出一次。")
    pictures = {digest: _decoded(content, where) for digest, content in file.pictures.items()}
    return PackedTemplate(template=template, pictures=pictures)


def with_pictures(template: CardTemplate, digests: Mapping[str, str]) -> CardTemplate:
    """Return the template with its own pictures under other digests."""

    def renamed(element: Element) -> Element:
        match element:
            case ImageElement(own_picture=str(digest)):
                return replace(element, source=OWN_PICTURE + digests.get(digest, digest))
            case ListElement():
                return replace(element, elements=tuple(map(renamed, element.elements)))
            case _:
                return element

    sides = {side: tuple(map(renamed, elements)) for side, elements in template.sides.items()}
    return replace(template, sides=sides)


def _decoded(content: str, where: str) -> bytes:
    try:
        return base64.b64decode(content, validate=True)
    except (binascii.Error, ValueError) as error:
        raise TemplateError(f"{where}里的图片已损坏，请重新导出一次。") from error
