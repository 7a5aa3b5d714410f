"""Code tables (代码表) kept as data in `resources/codes`."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from linli.paths import resource


@dataclass(frozen=True, kw_only=True)
class CodeTable:
    """A table of codes with the names people use.

    `names` maps code to the shown name, in the table's order. `aliases` maps other spellings
    to codes. `source` names the standard.
    """

    name: str
    source: str
    names: Mapping[str, str]
    aliases: Mapping[str, str]

    def label(self, code: str | None) -> str:
        """Return the name of `code`, "" for None, and the code itself if it is unknown."""
        return "" if code is None else self.names.get(code, code)

    def code_of(self, text: str) -> str | None:
        """Return the code of a name, an alias or a code as typed, or None."""
        key = "".join(text.split())
        if not key:
            return None
        if key in self.names:
            return key
        return self.aliases.get(key)


@cache
def code_table(name: str) -> CodeTable:
    """Load a table by its file name: ethnicity, education, politics, marriage, relation, …"""
    data = json.loads(resource(f"codes/{name}.json").read_text(encoding="utf-8"))
    names = {row["code"]: row["name"] for row in data["codes"]}
    aliases = {row["name"]: row["code"] for row in data["codes"]}
    for row in data["codes"]:
        for alias in row.get("aliases", ()):
            aliases.setdefault(alias, row["code"])
    return CodeTable(name=name, source=data["source"], names=names, aliases=aliases)
