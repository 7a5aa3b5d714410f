"""Communities (社区) of one street whose grids are kept in one ledger."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class CommunityDraft:
    """A community beside the hall's own; `number` is its 12-digit code (统计用区划代码)."""

    name: str
    number: str | None = None
    street: str | None = None


@dataclass(frozen=True, kw_only=True)
class Community:
    """A saved community."""

    id: int
    version: int
    facts: CommunityDraft
