"""How cards were laid on paper, as JSON: frozen with a print run, whatever becomes of its parts."""

import json

from linli.domain.paper import PaperSetup
from linli.domain.templates.strict import TemplateError, read_dataclass
from linli.storage.paper import json_object, json_of, read_profile, read_sheet

_WHERE = "打印批次的纸张"


def setup_text(setup: PaperSetup) -> str:
    """Return `setup` as JSON; what is absent is left out."""
    return json.dumps(json_of(setup), ensure_ascii=False, sort_keys=True)


def read_setup(text: str) -> PaperSetup:
    """Read the JSON of `setup_text`; what an earlier version did not know has its usual value.

    Raises:
        TemplateError: it is something else.
    """
    try:
        raw = json.loads(text)
    except ValueError as error:
        raise TemplateError(f"{_WHERE}读不出来，请另开一批。") from error
    values = json_object(raw, _WHERE)
    values["sheet"] = read_sheet(values.get("sheet"), f"{_WHERE} sheet")
    if "profile" in values:
        values["profile"] = read_profile(values["profile"], f"{_WHERE} profile")
    return read_dataclass(PaperSetup, values, _WHERE)
