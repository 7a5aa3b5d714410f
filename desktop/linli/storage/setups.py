"""How cards were laid on paper, as JSON: frozen with a print run, whatever becomes of its parts."""

import json
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from linli.domain.paper import Correction, PaperSetup, PrinterProfile, Sheet
from linli.domain.templates.strict import TemplateError, read_dataclass

_WHERE = "打印批次的纸张"


def setup_text(setup: PaperSetup) -> str:
    """Return `setup` as JSON; what is absent is left out."""
    return json.dumps(_present(asdict(setup)), ensure_ascii=False, sort_keys=True)


def read_setup(text: str) -> PaperSetup:
    """Read the JSON of `setup_text`; what an earlier version did not know has its usual value.

    Raises:
        TemplateError: it is something else.
    """
    try:
        raw = json.loads(text)
    except ValueError as error:
        raise TemplateError(f"{_WHERE}读不出来，请另开一批。") from error
    values = _object(raw, _WHERE)
    values["sheet"] = read_dataclass(Sheet, _object(values.get("sheet"), "sheet"), _WHERE)
    if "profile" in values:
        values["profile"] = _profile(_object(values["profile"], "profile"))
    return read_dataclass(PaperSetup, values, _WHERE)


def _profile(values: dict[str, Any]) -> PrinterProfile:
    for side in ("front", "back"):
        if side in values:
            values[side] = read_dataclass(Correction, _object(values[side], side), _WHERE)
    return read_dataclass(PrinterProfile, values, _WHERE)


def _object(value: object, name: str) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise TemplateError(f"{_WHERE}：“{name}”不是这里要的内容，请另开一批。")
    return dict(value)


def _present(values: Mapping[str, Any]) -> dict[str, Any]:
    return {
        key: _present(value) if isinstance(value, dict) else value
        for key, value in values.items()
        if value is not None
    }
