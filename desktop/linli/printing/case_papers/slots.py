"""Labels with their values underlined, side by side; those without room go to the next line."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from linli.domain.case_papers import Field, Slots
from linli.printing.case_papers.page import (
    BLANK_VALUE,
    EM,
    GAP,
    LEAST_VALUE,
    LEFT,
    PITCH,
    RIGHT,
    RULE,
    RULE_GAP,
)
from linli.printing.case_papers.setter import Setter
from linli.printing.notices.flow import Item, Mark, Stroke
from linli.printing.notices.grid import MM
from linli.printing.notices.setting import plain, words

_AIR = 0.4 * EM  # within the line under a value, beside its text


def slot_items(slots: Slots, setter: Setter) -> Iterator[Item]:
    """Set the labels and values."""
    left, right = LEFT + slots.inset * MM, RIGHT - slots.inset * MM
    shares = slots.shares or (1.0,) * len(slots.fields)
    for row in _rows(list(zip(slots.fields, shares, strict=True)), setter, right - left):
        item = _item(row, setter, left, right)
        yield replace(item, height=item.height + slots.pitch - PITCH)


def _need(field: Field, setter: Setter) -> float:
    """Return the width that a field wants, pt."""
    text = field.text.replace("\n", " ")
    value = max(setter.width(text) + 2 * _AIR, LEAST_VALUE if text else BLANK_VALUE)
    return _label(field, setter) + value + setter.width(field.unit)


def _label(field: Field, setter: Setter) -> float:
    return setter.width(f"{field.title}：")


def _rows(
    fields: Sequence[tuple[Field, float]], setter: Setter, width: float
) -> list[list[tuple[Field, float]]]:
    """Part the fields into as few rows as they fit in, evenly where that goes."""
    needs = [_need(field, setter) for field, _ in fields]
    rows: list[list[tuple[Field, float]]] = [[]]
    used = 0.0
    for (field, share), need in zip(fields, needs, strict=True):
        if rows[-1] and used + GAP + need > width:
            rows.append([])
            used = 0.0
        used += need + (GAP if rows[-1] else 0.0)
        rows[-1].append((field, share))
    each = -(-len(fields) // len(rows))
    starts = range(0, len(fields), each)
    even = [sum(needs[start : start + each]) + GAP * (each - 1) for start in starts]
    if len(even) == len(rows) and max(even) <= width:
        return [list(fields[start : start + each]) for start in starts]
    return rows


def _item(row: Sequence[tuple[Field, float]], setter: Setter, left: float, right: float) -> Item:
    """Set one row; what is left over is shared among the values."""
    needs = [_need(field, setter) for field, _ in row]
    slack = right - left - sum(needs) - GAP * (len(row) - 1)
    shares = sum(share for _, share in row)
    marks: list[Mark] = []
    x, tall = left, 1
    for (field, share), need in zip(row, needs, strict=True):
        width = need + slack * share / shares
        lines = _field(marks, field, setter, x, min(x + width, right))
        tall = max(tall, lines)
        x += width + GAP
    ink = setter.pitch * (tall - 1) + EM + RULE_GAP
    return Item(height=setter.pitch * tall, marks=tuple(marks), ink=ink, body=True)


def _field(marks: list[Mark], field: Field, setter: Setter, x: float, right: float) -> int:
    """Add a label with its value; return how many lines it takes."""
    marks.append(plain(x, f"{field.title}：", size=EM))
    begin = x + _label(field, setter)
    end = right - setter.width(field.unit)
    lines = setter.lines(field.text, end - begin - 2 * _AIR) if field.text else []
    for number, line in enumerate(lines):
        marks.append(words(begin + _AIR, line, y=number * setter.pitch, size=EM))
    count = max(len(lines), 1)
    for number in range(count):
        y = number * setter.pitch + EM + RULE_GAP
        marks.append(Stroke(begin, y, end, y, width=RULE))
    if field.unit:
        marks.append(plain(end, field.unit, y=(count - 1) * setter.pitch, size=EM))
    return count
