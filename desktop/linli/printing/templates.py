"""Card templates: data in `resources/templates/cards`, read strictly and checked before use.

A new kind of card is one more file there. Lengths are mm, type sizes pt, colours `#rrggbb` or a
name from the template's own `colours`.
"""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from linli.domain.cards import CardKind, CardSize
from linli.errors import NotFoundError
from linli.paths import resource
from linli.printing.elements import CardTemplate, read_elements
from linli.printing.sheet import Side
from linli.printing.strict import TemplateError, read_dataclass
from linli.printing.template_check import check_template

_SIDES = {Side.FRONT: "正面", Side.BACK: "背面"}


@dataclass(frozen=True, kw_only=True)
class _Head:
    """The keys of a template file beside its elements."""

    id: str
    title: str
    description: str
    order: int
    sizes: tuple[CardSize, ...]
    by_household: bool = False
    colours: dict[str, str]
    styles: dict[str, dict[str, Any]]


@cache
def load_templates() -> tuple[CardTemplate, ...]:
    """Read all shipped templates, in the order of their menu.

    Raises:
        TemplateError: one of them cannot be used.
    """
    files = sorted(resource("templates/cards").glob("*.json"))
    return tuple(sorted(map(read_template, files), key=lambda t: t.order))


def template_of(kind_id: str) -> CardTemplate:
    """Return the template of a kind of card.

    Raises:
        NotFoundError: there is none.
    """
    for template in load_templates():
        if template.kind.id == kind_id:
            return template
    known = "、".join(f"{t.kind.id}（{t.kind.title}）" for t in load_templates())
    raise NotFoundError(f"没有名为“{kind_id}”的卡片种类，可以选：{known}。", field="kind")


def read_template(path: Path) -> CardTemplate:
    """Read one template file.

    Raises:
        TemplateError: it is no JSON, or breaks a rule; the sentence names file, place and remedy.
    """
    try:
        raw = json.loads(path.read_text("utf-8"))
    except (UnicodeDecodeError, json.JSONDecodeError) as error:
        raise TemplateError(f"卡片模板“{path.name}”不是有效的 JSON 文件，请换一个。") from error
    return parse_template(raw, f"卡片模板“{path.name}”")


def parse_template(raw: Any, where: str) -> CardTemplate:
    """Make a template of a JSON object and check it.

    Raises:
        TemplateError: it breaks a rule.
    """
    if not isinstance(raw, dict) or Side.FRONT not in raw:
        raise TemplateError(f"{where}：缺少正面 front，请补上。")
    head = read_dataclass(_Head, {k: v for k, v in raw.items() if k not in tuple(Side)}, where)
    sides = {
        side: read_elements(raw[side], head.styles, f"{where}{_SIDES[side]}")
        for side in Side
        if side in raw
    }
    kind = CardKind(
        id=head.id,
        title=head.title,
        description=head.description,
        sizes=head.sizes,
        two_sided=Side.BACK in sides,
        by_household=head.by_household,
    )
    template = CardTemplate(kind=kind, order=head.order, colours=head.colours, sides=sides)
    check_template(template, where)
    return template
