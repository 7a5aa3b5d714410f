"""What a screen reader says where the screen shows something for the eye: masked numbers."""

import re

from linli.gui.i18n import tr

_STARS = re.compile(r"\*{2,}")


def spoken(text: str) -> str:
    """Return a text with words for masked places: 138****4140 → 138（遮住 4 位）4140."""
    if "**" not in text:
        return text
    return _STARS.sub(lambda stars: tr("（遮住 {count} 位）").format(count=len(stars[0])), text)
