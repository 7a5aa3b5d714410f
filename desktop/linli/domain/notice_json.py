"""Drafts of notices as text for the ledger, and back."""

import json
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from linli.domain.notice_templates import read_template, write_template
from linli.domain.notices import NoticeDraft, NoticeRecipient

_KEPT = "存下的通知"


def draft_text(draft: NoticeDraft) -> str:
    """Return a draft without its recipients as JSON."""
    return _text(_draft(draft))


def read_draft(text: str, recipients: Sequence[NoticeRecipient] = ()) -> NoticeDraft:
    """Return a draft that was kept."""
    return _read(json.loads(text), recipients)


def _draft(draft: NoticeDraft) -> dict[str, Any]:
    return {
        "template": write_template(draft.template),
        "issuer": draft.issuer,
        "values": dict(draft.values),
        "station_id": draft.station_id,
        "signed_on": draft.signed_on.isoformat() if draft.signed_on else None,
        "urgency": draft.urgency,
        "signers": list(draft.signers),
        "copies_numbered": draft.copies_numbered,
    }


def _read(raw: Mapping[str, Any], recipients: Sequence[NoticeRecipient]) -> NoticeDraft:
    signed_on = raw["signed_on"]
    template = read_template(raw["template"], _KEPT, checked=False)
    return NoticeDraft(
        template=template,
        issuer=raw["issuer"],
        values=raw["values"],
        station_id=raw["station_id"],
        signed_on=date.fromisoformat(signed_on) if signed_on else None,
        recipients=tuple(recipients),
        urgency=raw.get("urgency", ""),
        signers=tuple(raw.get("signers", ())),
        copies_numbered=raw.get("copies_numbered", False),
    )


def _text(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)
