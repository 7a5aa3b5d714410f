"""The documents of cases (调解文书) as records, and the hall's own list of them."""

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

from sqlalchemy import Connection, select
from sqlalchemy.orm import Session

from linli.domain.case_paper_drafts import PaperState, SavedPaper
from linli.domain.case_paper_json import paper_from_json, paper_to_json
from linli.domain.case_paper_rules import PaperSetup, read_rules, write_rules
from linli.domain.case_papers import CasePaper, Issuer, PaperKind, PaperRef
from linli.errors import NotFoundError
from linli.storage import mediation_settings, settings
from linli.storage.case_paper_schema import CasePaperRecord
from linli.storage.versioned import record_for_change, save_record

_Record = CasePaperRecord
PAPER_SETUP = "case_papers"
"""The setting: the court, how long files are kept, the list of documents."""


def list_papers(connection: Connection, case_id: int) -> list[SavedPaper]:
    """Return all versions of the documents of a case, the first version first."""
    rows = connection.execute(
        select(_Record.__table__)
        .where(_Record.case_id == case_id)
        .order_by(_Record.paper_kind, _Record.subject, _Record.revision)
    )
    return [_paper(row) for row in rows]


def get_record(session: Session, paper_id: int, version: int | None = None) -> _Record:
    """Return a document's record for a change.

    Raises:
        NotFoundError: it is gone.
        ConflictError: it is no longer the `version` that was read.
    """
    return record_for_change(
        session, _Record, paper_id, version, missing=_missing, called=lambda _: "这份文书"
    )


def save_paper(
    session: Session,
    record: _Record | None,
    *,
    case_id: int,
    ref: PaperRef,
    revision: int,
    texts: Mapping[str, str],
    bases: Mapping[str, str],
    account: str,
    issued: tuple[CasePaper, date, str] | None = None,
) -> int:
    """Add a version or bring its record to these values; return its id.

    Args:
        session: the transaction's session.
        record: of the draft; None adds one.
        case_id: whose.
        ref: which document.
        revision: which version.
        texts: what its fields say.
        bases: what the case said of each.
        account: who saves it.
        issued: the document as it is issued, the day, and why it is another version.
    """
    said = {key: [text, bases.get(key, text)] for key, text in texts.items()}
    paper, day, reason = issued if issued is not None else (None, None, "")
    values = {
        "case_id": case_id,
        "paper_kind": ref.kind.value,
        "subject": ref.subject,
        "revision": revision,
        "state": (PaperState.DRAFT if issued is None else PaperState.ISSUED).value,
        "texts": json.dumps(said, ensure_ascii=False, sort_keys=True),
        "content": None if paper is None else paper_to_json(paper),
        "issued_on": None if day is None else day.isoformat(),
        "reason": reason or None,
        "account": account,
    }
    return save_record(session, _Record, record, values)


def get_setup(connection: Connection) -> PaperSetup:
    """Return what the hall says of its documents; the usual until it has said it."""
    kept: dict[str, Any] = settings.find_value(connection, PAPER_SETUP) or {}
    return PaperSetup(
        court=kept.get("court", ""),
        keeping=kept.get("keeping", ""),
        rules=read_rules(kept.get("rules")),
    )


def get_issuer(connection: Connection, *, account: str, today: date) -> Issuer:
    """Return who makes the documents: the committee, or the community's usual one."""
    setup, hall = get_setup(connection), settings.get_hall(connection)
    committee = mediation_settings.get_mediation_hall(connection).committee
    return Issuer(
        committee=committee or f"{hall.community}人民调解委员会",
        community=hall.community,
        today=today,
        court=setup.court,
        address=hall.address or "",
        phone=hall.hotline or "",
        account=account,
        keeping=setup.keeping,
    )


def save_setup(connection: Connection, setup: PaperSetup) -> None:
    """Keep what the hall says of its documents."""
    value = {"court": setup.court, "keeping": setup.keeping, "rules": write_rules(setup.rules)}
    settings.save_value(connection, PAPER_SETUP, value)


def _paper(row: Any) -> SavedPaper:
    said = json.loads(row.texts)
    return SavedPaper(
        id=row.id,
        version=row.version,
        ref=PaperRef(kind=PaperKind(row.paper_kind), subject=row.subject),
        revision=row.revision,
        state=PaperState(row.state),
        texts={key: text for key, (text, _) in said.items()},
        bases={key: base for key, (_, base) in said.items()},
        paper=paper_from_json(row.content) if row.content else None,
        issued_on=date.fromisoformat(row.issued_on) if row.issued_on else None,
        reason=row.reason or "",
        account=row.account,
    )


def _missing() -> NotFoundError:
    return NotFoundError("这份文书已经不在了，请重新打开文书列表。")
