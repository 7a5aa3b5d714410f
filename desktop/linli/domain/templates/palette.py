"""The colours of a template (配色): named once, so that one change recolours the whole card."""

from dataclasses import replace
from typing import Any

from linli.domain.templates.elements import CardTemplate, Element, ListElement, RectElement

COLOUR_LABELS = {
    "ink": "正文",
    "muted": "说明",
    "line": "线条",
    "accent": "主色",
    "tint": "浅底",
    "paper": "白色",
}
"""How the clerk calls the usual colours; others go by their own name."""


def colour_label(name: str) -> str:
    """Return how the clerk calls a colour."""
    return COLOUR_LABELS.get(name, name)


def free_colour_name(template: CardTemplate) -> str:
    """Return a name for one more colour."""
    count = len(template.colours) + 1
    return next(name for n in range(1, count + 1) if (name := f"自选 {n}") not in template.colours)


def with_colour(template: CardTemplate, name: str, colour: str) -> CardTemplate:
    """Add a colour to the palette, or change it everywhere at once."""
    return replace(template, colours={**template.colours, name: colour})


def uses_colour(template: CardTemplate, name: str) -> bool:
    """Whether an element has the colour of that name."""
    return any(name in colours_of(element) for _, _, element in template.parts())


def without_colour(template: CardTemplate, name: str) -> CardTemplate:
    """Take a colour out of the palette; elements that use it keep it as their own."""
    colour = template.colours[name]

    def recoloured(element: Element) -> Element:
        values: dict[str, Any] = {
            key: colour
            for key in ("colour", "fill", "stroke")
            if getattr(element, key, None) == name
        }
        if isinstance(element, ListElement):
            values["elements"] = tuple(map(recoloured, element.elements))
            values["more"] = element.more and recoloured(element.more)
        return replace(element, **values)

    rest = {known: value for known, value in template.colours.items() if known != name}
    sides = {side: tuple(map(recoloured, elements)) for side, elements in template.sides.items()}
    return replace(template, colours=rest, sides=sides)


def colours_of(element: Element) -> list[str]:
    """Return the colours that an element names."""
    if isinstance(element, RectElement):
        return [colour for colour in (element.fill, element.stroke) if colour]
    return [colour] if (colour := getattr(element, "colour", None)) else []
