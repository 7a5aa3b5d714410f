"""Writing a template as JSON that `reading` reads back to the same template."""

import json
from collections.abc import Mapping
from dataclasses import MISSING, Field, fields
from enum import Enum
from typing import Any

from linli.domain.templates.elements import TYPE_NAMES, CardTemplate, Element


def template_object(template: CardTemplate) -> dict[str, Any]:
    """Return the JSON object of a template: styles are spelled out in each element."""
    kind = template.kind
    return {
        "id": kind.id,
        "title": kind.title,
        "description": kind.description,
        "order": template.order,
        "sizes": [size.id for size in kind.sizes],
        "source": kind.source.value,
        "by_household": kind.by_household,
        "needs": list(kind.needs),
        "colours": dict(template.colours),
        "styles": {},
        **{side.value: list(map(_element, elements)) for side, elements in template.sides.items()},
    }


def template_text(template: CardTemplate) -> str:
    """Return the text of a template file."""
    return json.dumps(template_object(template), ensure_ascii=False, indent=1) + "\n"


def _element(element: Element) -> dict[str, Any]:
    written: dict[str, Any] = {"type": TYPE_NAMES[type(element)]}
    for spec in fields(element):
        value = getattr(element, spec.name)
        if value is not None and not _is_default(spec, value):
            written[spec.name] = _plain(value)
    return written


def _is_default(spec: "Field[Any]", value: Any) -> bool:
    return spec.default is not MISSING and bool(value == spec.default)


def _plain(value: Any) -> Any:
    if isinstance(value, Element):
        return _element(value)
    if isinstance(value, tuple | list):
        return [_plain(item) for item in value]
    if isinstance(value, Mapping):
        return {key: _plain(item) for key, item in value.items()}
    return value.value if isinstance(value, Enum) else value
