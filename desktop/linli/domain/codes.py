"""Code tables (代码表) kept as data in `resources/codes`."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from linli.domain.values.text import squeeze
from linli.domain.values.variants import simplified
from linli.paths import resource


@dataclass(frozen=True, kw_only=True)
class CodeTable:
    """A table of codes with the names people use.

    `names` maps code to the shown name, in the table's order. `aliases` maps every spelling, in
    the form in which spellings are compared, to its code. `source` names the standard.
    """

    name: str
    source: str
    names: Mapping[str, str]
    aliases: Mapping[str, str]

    def label(self, code: str | None) -> str:
        """Return the name of `code`, "" for None, and the code itself if it is unknown."""
        return "" if code is None else self.names.get(code, code)

    def group(self, code: str) -> tuple[str, ...]:
        """Return the codes that `code` stands for: of 20 (已婚) also 21 (初婚), else only itself.

        So it is in GB/T 4658 and GB/T 2261.2; the nineties are no group there.
        """
        if len(code) != 2 or code[1] != "0" or code == "90":
            return (code,)
        return tuple(each for each in self.names if each[0] == code[0])

    def code_of(self, text: str) -> str | None:
        """Return the code of a name, an alias or a code as typed (1 is 01), or None."""
        key = _comparable(text)
        if not key:
            return None
        if key in self.aliases:
            return self.aliases[key]
        return next((code for code in (key, key.zfill(2)) if code in self.names), None)


def table_of(names: Mapping[str, str]) -> CodeTable:
    """Return a table of what the ledger has itself, such as people by their number."""
    aliases = {_comparable(name): code for code, name in names.items()}
    return CodeTable(name="", source="", names=names, aliases=aliases)


def _comparable(text: str) -> str:
    return simplified(squeeze(text).lower())


@cache
def code_table(name: str) -> CodeTable:
    """Load a table by its file name: ethnicity, education, politics, marriage, relation, …."""
    data = json.loads(resource(f"codes/{name}.json").read_text(encoding="utf-8"))
    rows = data["codes"]
    aliases = {_comparable(row["name"]): row["code"] for row in rows}
    for row in rows:
        for alias in row.get("aliases", ()):
            aliases.setdefault(_comparable(alias), row["code"])
    names = {row["code"]: row["name"] for row in rows}
    return CodeTable(name=name, source=data["source"], names=names, aliases=aliases)


@cache
def suggestions(name: str) -> tuple[str, ...]:
    """Return a list of words to choose from that has no codes: care_tags or skills."""
    data = json.loads(resource(f"codes/{name}.json").read_text(encoding="utf-8"))
    return tuple(data["suggestions"])
