"""What a row says of a party member (党员), and of the village before the community (原村)."""

from linli.domain.imports import LedgerField
from linli.domain.labels import PARTY_BELONGING, PARTY_MANAGEMENT
from linli.domain.party import PartyBelonging, PartyManagement, PartyMembership
from linli.domain.values.dates import PartialDate
from linli.exchange import cells
from linli.exchange.cells import Leftovers
from linli.exchange.ledger_row import LedgerRow

_F = LedgerField

_FIELDS = frozenset(
    {
        _F.PARTY_BRANCH,
        _F.PARTY_JOINED,
        _F.PARTY_MANAGEMENT,
        _F.PARTY_BELONGING,
        _F.PARTY_ORGANISATION,
        _F.PARTY_CERTIFICATE,
        _F.PARTY_REGISTERED,
        _F.PARTY_DIFFICULTY,
        _F.PARTY_POST,
    }
)
_WAYS = {label: way for way, label in PARTY_MANAGEMENT.items()}
_PLACES = {label: place for place, label in PARTY_BELONGING.items()} | {
    "本社区": PartyBelonging.LOCAL,
    "本地": PartyBelonging.LOCAL,
    "在本社区": PartyBelonging.LOCAL,
    "是": PartyBelonging.LOCAL,
    "其它": PartyBelonging.OTHER,
    "外地": PartyBelonging.OTHER,
    "外单位": PartyBelonging.OTHER,
    "不在本社区": PartyBelonging.OTHER,
    "否": PartyBelonging.OTHER,
}


def part_management(row: LedgerRow) -> LedgerRow:
    """Return the row with 直管, 协管 or 托管 where it belongs: 管理方式 has two meanings."""
    text = row.text(_F.MANAGEMENT) if _F.MANAGEMENT in row.cells else None
    if text not in _WAYS:
        return row
    return row.with_cell(_F.MANAGEMENT, "").with_cell(_F.PARTY_MANAGEMENT, text)


def read_party(row: LedgerRow, left: Leftovers) -> PartyMembership | None:
    """Return what a row says of a party member, None if nothing; what cannot be read is noted."""
    if row.cells.keys().isdisjoint(_FIELDS):
        return None  # as nearly always
    party = PartyMembership(
        branch=row.text(_F.PARTY_BRANCH),
        joined=_date(row, _F.PARTY_JOINED, "入党日期", left),
        management=_management(row, left),
        belonging=_belonging(row, left),
        home_organisation=row.text(_F.PARTY_ORGANISATION),
        certificate=row.text(_F.PARTY_CERTIFICATE),
        registered=_date(row, _F.PARTY_REGISTERED, "流动党员登记日期", left),
        difficulty=_yes(row, _F.PARTY_DIFFICULTY, "困难党员", left),
        post=row.text(_F.PARTY_POST),
    )
    return None if party == PartyMembership() else party


def read_returned(row: LedgerRow, left: Leftovers) -> bool:
    """Return whether a row says that the person has come back to live here (返迁)."""
    return _F.RETURNED in row.cells and _yes(row, _F.RETURNED, "返迁", left)


def _management(row: LedgerRow, left: Leftovers) -> PartyManagement | None:
    text = row.text(_F.PARTY_MANAGEMENT)
    way = next((way for label, way in _WAYS.items() if text and text.startswith(label)), None)
    if text is not None and way is None:
        left.keep("党员管理方式", text, f"党员管理方式「{text}」不认识，")
    return way


def _belonging(row: LedgerRow, left: Leftovers) -> PartyBelonging | None:
    text = row.text(_F.PARTY_BELONGING)
    if text is not None and text not in _PLACES:
        left.keep("组织关系", text, f"组织关系「{text}」分不清是属地还是其他，")
    return None if text is None else _PLACES.get(text)


def _date(row: LedgerRow, field: LedgerField, label: str, left: Leftovers) -> PartialDate | None:
    if row.text(field) is None:
        return None
    return cells.read_partial_date(label, row.cell(field), left)


def _yes(row: LedgerRow, field: LedgerField, label: str, left: Leftovers) -> bool:
    text = row.text(field)
    said = None if text is None else cells.read_yes(text)
    if text is not None and said is None and label not in text:
        left.keep(label, text)
        return False
    return text is not None and said is not False
