"""Rows of the journal in words, continued: time limits (办理期限)."""

from typing import TYPE_CHECKING

from linli.domain.limits import AREA, BASIS, UNIT, Area, Basis, Unit, events
from linli.storage import readable_says as says

if TYPE_CHECKING:
    from linli.storage.readable import Say, Words


def _unit(_: "Words", value: str) -> str:
    return UNIT[Unit(value)]


def _event(_: "Words", key: str) -> str:
    return next((event.words for event in events().values() if event.key == key), key)


FIELDS: dict[str, dict[str, tuple[str, "Say"]]] = {
    "time_limit": {
        "title": ("事项", says.text),
        "area": ("用在哪里", lambda _, value: AREA[Area(value)]),
        "starts": ("从哪天算起", _event),
        "ends": ("到什么为止", _event),
        "amount": ("期限", says.text),
        "unit": ("期限单位", _unit),
        "roll_forward": ("遇休息日顺延", says.yes_no),
        "extension": ("可延长", says.text),
        "extension_unit": ("延长的单位", _unit),
        "extended_by": ("延长由谁同意", says.text),
        "warn_days": ("提前几天提醒", says.text),
        "lapses": ("当事人的权利", says.yes_no),
        "basis": ("依据的性质", lambda _, value: BASIS[Basis(value)]),
        "source": ("依据", says.text),
        "valid_from": ("从哪天起适用", says.text),
        "valid_until": ("适用到哪天", says.text),
    },
}
"""By table and column: the field's name and how its value is said."""
