"""Inputs of attendance and hours: hours in quarters, who it is."""

from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from typing import Any

from linli.domain.hours import hours_text
from linli.domain.workers import WorkerFilter, WorkerKind
from linli.errors import UserError
from linli.gui.desk import Desk
from linli.gui.i18n import tr
from linli.gui.inputs import ParsedInput


def hours_input() -> ParsedInput[int]:
    """Return an input for hours; its value is in quarters of an hour."""

    def parse(text: str) -> int:
        try:
            quarters = Decimal(text) * 4
        except InvalidOperation:
            quarters = Decimal("NaN")
        if not quarters.is_finite() or quarters != quarters.to_integral_value():
            raise UserError(
                tr("“{text}”不是时长，请填小时数，最细到一刻钟，如 2、1.5、0.25。").format(
                    text=text
                )
            )
        return int(quarters)

    return ParsedInput(parse, hours_text, tr("如 2.5"))


def worker_names(desk: Desk, kind: WorkerKind | None = None) -> dict[int, str]:
    """Return everybody who can be on duty, or those of one kind, by number."""
    found = desk.services.workers.list_all(WorkerFilter(kind=kind))
    return {each.id: each.facts.name for each in found}


def worker_choices(
    desk: Desk, none: str | None, kind: WorkerKind | None = None
) -> Mapping[Any, str]:
    """Return the same to choose from; `none` is what no choice is called, if there is one."""
    first: dict[Any, str] = {} if none is None else {None: none}
    return first | worker_names(desk, kind)
