"""The shipped templates and sheets: data in `resources/templates`.

A new kind of card is one more file in `cards`, a new sheet one more line of `sheets.json`.
"""

import json
from functools import cache

from linli.domain.paper import Sheet
from linli.domain.templates.elements import CardTemplate
from linli.domain.templates.reading import read_template
from linli.errors import NotFoundError
from linli.paths import resource


@cache
def load_templates() -> tuple[CardTemplate, ...]:
    """Read all shipped templates, in the order of their menu.

    Raises:
        TemplateError: one of them cannot be used.
    """
    files = sorted(resource("templates/cards").glob("*.json"))
    templates = (read_template(f.read_text("utf-8"), f"卡片模板“{f.name}”") for f in files)
    return tuple(sorted(templates, key=lambda template: template.order))


def template_of(kind_id: str) -> CardTemplate:
    """Return the shipped template of a kind of card.

    Raises:
        NotFoundError: there is none.
    """
    return find_template(kind_id, load_templates())


def find_template(kind_id: str, templates: tuple[CardTemplate, ...]) -> CardTemplate:
    """Return the template of a kind of card among `templates`.

    Raises:
        NotFoundError: there is none.
    """
    for template in templates:
        if template.kind.id == kind_id:
            return template
    known = "、".join(f"{t.kind.id}（{t.kind.title}）" for t in templates)
    raise NotFoundError(f"没有名为“{kind_id}”的卡片种类，可以选：{known}。", field="kind")


@cache
def load_sheets() -> tuple[Sheet, ...]:
    """Read the shipped sheets, in the order of their menu."""
    raw = json.loads(resource("templates/sheets.json").read_text("utf-8"))
    return tuple(Sheet(**sheet) for sheet in raw["sheets"])
