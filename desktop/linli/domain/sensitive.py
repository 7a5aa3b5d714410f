"""Tags that not everybody may see: 重点人员, petitions (信访), belief, illness.

Which they are is data (`sensitive` in `resources/codes/care_tags.json`): a tag is sensitive if one
of the words stands in it, so that one that a ledger words differently is recognised as well.
"""

import json
from collections.abc import Iterable
from functools import cache, lru_cache

from linli.paths import resource


@lru_cache(8192)  # most tags are shared by many
def is_sensitive(tag: str) -> bool:
    """Whether only `Right.SENSITIVE` may see a tag. `storage.sight` asks the same of the ledger."""
    plain = tag.replace(" ", "")
    return any(word in plain for word in sensitive_words())


def without_sensitive(tags: Iterable[str]) -> tuple[str, ...]:
    """Return the tags that everybody may see, in their order."""
    return tuple(tag for tag in tags if not is_sensitive(tag))


def with_unseen(before: Iterable[str], typed: Iterable[str]) -> tuple[str, ...]:
    """Return what is to be saved of a form in which sensitive tags could not be seen.

    Args:
        before: the tags as they are recorded.
        typed: the tags of the form, without sensitive ones.

    Returns:
        The tags of the form; each sensitive one stays where it stood, so that a form that was only
        looked at changes nothing.
    """
    merged = list(typed)
    for place, tag in enumerate(before):
        if is_sensitive(tag):
            merged.insert(place, tag)
    return tuple(merged)


@cache
def sensitive_words() -> tuple[str, ...]:
    """Return the words that make a tag sensitive."""
    return tuple(_data()["words"])


@cache
def sensitive_suggestions() -> tuple[str, ...]:
    """Return the sensitive tags to offer to those who may see them."""
    return tuple(_data()["suggestions"])


@cache
def _data() -> dict[str, list[str]]:
    text = resource("codes/care_tags.json").read_text(encoding="utf-8")
    found: dict[str, list[str]] = json.loads(text)["sensitive"]
    return found
