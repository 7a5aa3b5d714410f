"""Sheets and printer profiles as JSON: the clerk's own are settings, and runs keep theirs."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from sqlalchemy import Connection

from linli.domain.paper import Correction, PaperSetup, PrinterProfile, Sheet
from linli.domain.templates.strict import TemplateError, read_dataclass
from linli.storage.settings import find_value, save_value

_SHEETS = "sheets"
_PROFILES = "printer_profiles"
_SHEETS_WHERE = "自己加的纸张"
_PROFILES_WHERE = "打印机档案"


def list_sheets(connection: Connection) -> list[Sheet]:
    """Return the sheets that the clerk described, in the order in which they came.

    Raises:
        TemplateError: what was kept is something else.
    """
    kept = find_value(connection, _SHEETS) or []
    return [read_sheet(value, _SHEETS_WHERE) for value in kept]


def save_sheets(connection: Connection, sheets: Sequence[Sheet]) -> None:
    """Keep these sheets instead of those kept so far."""
    save_value(connection, _SHEETS, [json_of(sheet) for sheet in sheets])


def list_profiles(connection: Connection) -> list[PrinterProfile]:
    """Return the printer profiles, in the order in which they came.

    Raises:
        TemplateError: what was kept is something else.
    """
    kept = find_value(connection, _PROFILES) or []
    return [read_profile(value, _PROFILES_WHERE) for value in kept]


def save_profiles(connection: Connection, profiles: Sequence[PrinterProfile]) -> None:
    """Keep these profiles instead of those kept so far."""
    save_value(connection, _PROFILES, [json_of(profile) for profile in profiles])


def json_of(part: Sheet | PrinterProfile | PaperSetup) -> dict[str, Any]:
    """Return what JSON holds of a description of paper; what is absent is left out."""
    return _present(asdict(part))


def read_sheet(value: object, where: str) -> Sheet:
    """Read the JSON object of a sheet; `where` begins the sentence of an error.

    Raises:
        TemplateError: it is something else.
    """
    return read_dataclass(Sheet, json_object(value, where), where)


def read_profile(value: object, where: str) -> PrinterProfile:
    """Read the JSON object of a profile; what an earlier version did not know is as usual.

    Raises:
        TemplateError: it is something else.
    """
    values = json_object(value, where)
    for side in values.keys() & {"front", "back"}:
        inner = f"{where} {side}"
        values[side] = read_dataclass(Correction, json_object(values[side], inner), inner)
    return read_dataclass(PrinterProfile, values, where)


def json_object(value: object, where: str) -> dict[str, Any]:
    """Return a copy of a JSON object.

    Raises:
        TemplateError: it is none.
    """
    if not isinstance(value, dict):
        raise TemplateError(f"{where}：读不出来，请删去后重新建立。")
    return dict(value)


def _present(values: Mapping[str, Any]) -> dict[str, Any]:
    return {
        key: _present(value) if isinstance(value, dict) else value
        for key, value in values.items()
        if value is not None
    }
