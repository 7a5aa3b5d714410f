"""Traditional characters in the words of heads and code tables (戶主, 證件號碼), never in names."""

import json
from collections.abc import Mapping
from functools import cache

from linli.paths import resource


def simplified(text: str) -> str:
    """Return a word of a head or a code table in simplified characters: 戶主 is 户主."""
    return text if text.isascii() else text.translate(_characters())


@cache
def _characters() -> Mapping[int, str]:
    data = json.loads(resource("codes/traditional.json").read_text(encoding="utf-8"))
    return str.maketrans(data["characters"])
