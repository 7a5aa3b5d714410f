"""Remember what a clerk made of a head, under the head's fingerprint."""

import json
from collections.abc import Mapping
from dataclasses import replace

from linli.domain.imports import ImportPlan, LedgerField, LedgerShape, SheetPlan

_SHAPES = {shape.value: shape for shape in LedgerShape}
_FIELDS = {field.value: field for field in LedgerField}


def mapping_text(plan: SheetPlan) -> str:
    """Return the kind of ledger and each column's field, as JSON."""
    columns = {
        str(column.index): column.field.value if column.field else None for column in plan.columns
    }
    return json.dumps({"shape": plan.shape.value, "columns": columns}, ensure_ascii=False)


def apply_mappings(plan: ImportPlan, kept: Mapping[str, str]) -> ImportPlan:
    """Return the plan with the kept mapping of each known head.

    Args:
        plan: as proposed.
        kept: texts of `mapping_text` by fingerprint.
    """
    sheets = (
        _apply(sheet, kept[sheet.fingerprint]) if sheet.fingerprint in kept else sheet
        for sheet in plan.sheets
    )
    return replace(plan, sheets=tuple(sheets))


def _apply(plan: SheetPlan, text: str) -> SheetPlan:
    data = json.loads(text)
    fields = data["columns"]
    return replace(
        plan,
        shape=_SHAPES.get(data["shape"], plan.shape),
        columns=tuple(
            replace(column, field=_FIELDS.get(fields[str(column.index)] or ""), confidence=1.0)
            if str(column.index) in fields
            else column
            for column in plan.columns
        ),
        included=True,
        skipped="",
        remembered=True,
    )
