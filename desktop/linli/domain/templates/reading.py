"""Reading a template from JSON, checked before use.

Lengths are mm, type sizes pt, colours `#rrggbb` or a name from the template's own `colours`.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from linli.domain.cards import CardKind, CardSource
from linli.domain.paper import CardSize, Side
from linli.domain.templates.check import SIDES, check_template
from linli.domain.templates.elements import CardTemplate, read_elements
from linli.domain.templates.strict import TemplateError, read_dataclass


@dataclass(frozen=True, kw_only=True)
class _Head:
    """The keys of a template beside its elements."""

    id: str
    title: str
    description: str = ""
    order: int = 100
    sizes: tuple[str, ...]
    source: CardSource = CardSource.HOME
    by_household: bool = False
    needs: tuple[str, ...] = ()
    colours: dict[str, str]
    styles: dict[str, dict[str, Any]]


def read_template(text: str, where: str, *, own: bool = False) -> CardTemplate:
    """Read the text of a template file and check it.

    Raises:
        TemplateError: it is no JSON, or breaks a rule; the sentence names the place and the remedy.
    """
    template = read_draft(text, where, own=own)
    check_template(template, where)
    return template


def read_draft(text: str, where: str, *, own: bool = False) -> CardTemplate:
    """Read a template that may break rules of the linter, to be put right in the editor.

    Raises:
        TemplateError: it is no JSON, or has keys or values that no template can have.
    """
    return parse_draft(read_json(text, where), where, own=own)


def read_json(text: str, where: str) -> Any:
    """Read JSON of unknown origin.

    Raises:
        TemplateError: it is none.
    """
    try:
        raw = json.loads(text)
        json.dumps(raw, ensure_ascii=False).encode()  # half a character (U+D800) is no text
    except (ValueError, RecursionError) as error:  # also a number of too many digits
        raise TemplateError(f"{where}不是有效的 JSON 文件，请换一个。") from error
    return raw


def read_kind(text: str, where: str) -> tuple[int, CardKind]:
    """Read which kind of card a template is for, after its place in the menu.

    The elements are not looked at.

    Raises:
        TemplateError: it is no JSON, or its head has keys or values that no template can have.
    """
    raw = read_json(text, where)
    head = _head(raw, where)
    return head.order, _kind(head, raw, where, own=False)


def parse_template(raw: Any, where: str, *, own: bool = False) -> CardTemplate:
    """Make a template of a JSON object and check it.

    Args:
        raw: the object.
        where: how the error's sentence calls the template.
        own: the clerk made it.

    Raises:
        TemplateError: it breaks a rule.
    """
    template = parse_draft(raw, where, own=own)
    check_template(template, where)
    return template


def parse_draft(raw: Any, where: str, *, own: bool = False) -> CardTemplate:
    """Make a template of a JSON object without asking the linter.

    Raises:
        TemplateError: it has keys or values that no template can have.
    """
    head = _head(raw, where)
    sides = {
        side: read_elements(raw[side], head.styles, f"{where}{SIDES[side]}")
        for side in Side
        if side in raw
    }
    kind = _kind(head, raw, where, own=own)
    return CardTemplate(kind=kind, order=head.order, colours=head.colours, sides=sides)


def _head(raw: Any, where: str) -> _Head:
    if not isinstance(raw, dict) or Side.FRONT not in raw:
        raise TemplateError(f"{where}：缺少正面 front，请补上。")
    return read_dataclass(_Head, {k: v for k, v in raw.items() if k not in tuple(Side)}, where)


def _kind(head: _Head, raw: Mapping[str, Any], where: str, *, own: bool) -> CardKind:
    return CardKind(
        id=head.id,
        title=head.title,
        description=head.description,
        sizes=tuple(dict.fromkeys(_size(size, where) for size in head.sizes)),
        two_sided=Side.BACK in raw,
        by_household=head.by_household,
        source=head.source,
        needs=head.needs,
        own=own,
    )


def _size(text: str, where: str) -> CardSize:
    try:
        return CardSize.parse(text)
    except ValueError as error:
        raise TemplateError(
            f"{where}：大小“{text}”不对，可以写 90x54、id1、a5、a4、a3，"
            "或宽x高（毫米）如 63.5x38.1。"
        ) from error
