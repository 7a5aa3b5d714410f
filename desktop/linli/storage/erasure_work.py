"""What an erasure (删除) removes and what it writes over: row by row, from the foreign keys.

A table that is added later is refused by a test until it is said here what becomes of its rows.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import cast

from sqlalchemy import Connection, Table

from linli.domain.erasures import ERASED
from linli.domain.notice_frozen import without_recipients
from linli.storage.case_file_schema import CaseVolumeRecord
from linli.storage.erasure_traces import id_list
from linli.storage.merge_rows import read_rows, tables
from linli.storage.notice_schema import NoticeFileRecord


class Fate(Enum):
    """What becomes of a row that refers to the person."""

    GOES = auto()
    """It is removed."""
    BLANKED = auto()
    """It stays without what tells who it was."""


FATES = {
    ("identity_document", "resident_id"): Fate.GOES,
    ("phone", "resident_id"): Fate.GOES,
    ("resident_tag", "resident_id"): Fate.GOES,
    ("floating_stay", "resident_id"): Fate.GOES,
    ("party_membership", "resident_id"): Fate.GOES,
    ("entitlement", "resident_id"): Fate.GOES,
    ("visit", "resident_id"): Fate.GOES,
    ("neighbour", "resident_id"): Fate.GOES,
    ("neighbour", "neighbour_id"): Fate.GOES,
    ("consent", "resident_id"): Fate.GOES,
    ("retention_decision", "resident_id"): Fate.GOES,
    ("board_entry", "resident_id"): Fate.GOES,
    ("grid_officer", "resident_id"): Fate.GOES,
    ("tenancy", "resident_id"): Fate.GOES,
    ("pairing", "resident_id"): Fate.GOES,
    ("drawn_glyph", "resident_id"): Fate.GOES,
    ("bed_stay", "resident_id"): Fate.GOES,
    ("card", "resident_id"): Fate.GOES,
    ("card_issue", "holder_id"): Fate.BLANKED,
    ("privacy_request", "resident_id"): Fate.BLANKED,
    ("notice_recipient", "resident_id"): Fate.BLANKED,
    ("team_member", "resident_id"): Fate.BLANKED,
    ("report", "resident_id"): Fate.BLANKED,
    ("reception_visit", "resident_id"): Fate.GOES,
    ("post_claim", "resident_id"): Fate.GOES,
    ("sweep_person", "resident_id"): Fate.BLANKED,
    ("petition", "resident_id"): Fate.BLANKED,
    ("suggestion", "resident_id"): Fate.BLANKED,
    ("walk_line", "resident_id"): Fate.BLANKED,
    ("allowance_line", "resident_id"): Fate.BLANKED,
    ("worker", "resident_id"): Fate.BLANKED,
    ("agency_case", "resident_id"): Fate.BLANKED,
    ("dispatch", "resident_id"): Fate.BLANKED,
    ("voucher", "resident_id"): Fate.BLANKED,
    ("booking", "resident_id"): Fate.BLANKED,
    ("event_guest", "resident_id"): Fate.BLANKED,
    ("case_party", "resident_id"): Fate.BLANKED,
    ("case_mediator", "resident_id"): Fate.BLANKED,
    ("not_same", "first_id"): Fate.GOES,
    ("not_same", "second_id"): Fate.GOES,
    ("merge", "kept_id"): Fate.GOES,
    ("merge", "gone_id"): Fate.GOES,
}
"""What becomes of each row that refers to a person; the person's own record goes last."""

_BLANK: dict[str, dict[str, object]] = {
    "walk_line": {"resident_id": None, "household_id": None, "note": None},
    "card_issue": {"holder": ERASED, "holder_id": None, "fingerprint": ""},
    "privacy_request": {
        "resident_id": None,
        "name": ERASED,
        "agent": None,
        "contact": None,
        "content": ERASED,
        "answer": None,
        "refusal": None,
    },
    "notice_recipient": {"resident_id": None, "name": ERASED, "place": "", "facts": "{}"},
    "team_member": {
        "resident_id": None,
        "name": ERASED,
        "phone": None,
        "duty": None,
        "note": None,
    },
    "report": {"resident_id": None, "informant": ERASED},
    "sweep_person": {"resident_id": None, "name": ERASED},
    "petition": {
        "resident_id": None,
        "name": ERASED,
        "phone": None,
        "address": None,
        "representatives": None,
        "matter": ERASED,
        "content": None,
    },
    "suggestion": {"resident_id": None, "name": None, "phone": None},
    "allowance_line": {"resident_id": None, "name": ERASED},
    "case_party": {
        "resident_id": None,
        "name": ERASED,
        **dict.fromkeys(("sex_code", "ethnicity_code", "birth", "occupation", "id_number")),
        **dict.fromkeys(("phone", "address")),
    },
    "agency_case": {
        "resident_id": None,
        "name": ERASED,
        **dict.fromkeys(("phone", "materials", "result", "taken_by")),
    },
    "dispatch": {"resident_id": None, "name": ERASED, "phone": None, "address": None},
    "voucher": {"resident_id": None, "name": ERASED},
    "booking": {
        "resident_id": None,
        **dict.fromkeys(("borrower", "purpose"), ERASED),
        **dict.fromkeys(("phone", "reason", "note")),
    },
    "event_guest": {
        "resident_id": None,
        "name": ERASED,
        **dict.fromkeys(("phone", "note")),
    },
    "worker": {
        "resident_id": None,
        "name": ERASED,
        **dict.fromkeys(("phone", "sex_code", "note", "volunteer_number", "source_code")),
        **dict.fromkeys(("employment_code", "keeps_festivals")),
        **dict.fromkeys(("document_kind", "document_number")),
        **dict.fromkeys(("skills", "qualifications", "free_times", "items"), "[]"),
    },
    "service_record": dict.fromkeys(("content", "place", "note")),
    "hours_certificate": {
        "name": ERASED,
        **dict.fromkeys(("document_kind", "document_number", "volunteer_number")),
    },
    "case_mediator": {"resident_id": None, "name": ERASED, "phone": None},
}
"""What is written over in rows that stay."""

_STEPS = (("dispatch", "dispatch_step", "dispatch_id"), ("agency_case", "agency_step", "case_id"))
"""Matters of a person, and the steps in which something was said about them."""
_LANDLORD = {
    "landlord_name": None,
    "landlord_document_kind": None,
    "landlord_document": None,
    "landlord_phone": None,
}


_FILES = cast("Table", NoticeFileRecord.__table__)
_VOLUMES = cast("Table", CaseVolumeRecord.__table__)
_SCANS_TAKEN_OUT = """
SELECT row_id, json_extract(before, '$.digest') AS digest FROM journal_change
WHERE table_name = 'case_file' AND json_extract(before, '$.party_id') = ? AND after IS NULL
"""
_DRAFTS_TAKEN_OUT = """
SELECT DISTINCT row_id FROM journal_change
WHERE table_name = 'case_paper' AND json_extract(before, '$.case_id') = ? AND after IS NULL
"""


_WHOSE = "纠纷卷宗里没有写明是谁的附件保留，请打开卷宗核对，有这个人的请取出"


@dataclass
class Work:
    """What there is to do."""

    ids: tuple[int, ...]
    goes: dict[tuple[str, str], Table] = field(default_factory=dict)
    blanked: dict[tuple[str, str], tuple[Table, dict[str, object]]] = field(default_factory=dict)
    photos: set[str] = field(default_factory=set)
    scans: set[str] = field(default_factory=set)
    stays: list[str] = field(default_factory=list)

    def remove(self, table: Table, row_id: object) -> None:
        """Let a row go."""
        self.blanked.pop((table.name, str(row_id)), None)
        self.goes[table.name, str(row_id)] = table

    def blank(self, table: Table, row_id: object, values: dict[str, object]) -> None:
        """Write over some columns of a row, unless it goes."""
        if (table.name, str(row_id)) not in self.goes:
            self.blanked[table.name, str(row_id)] = (table, values)


def gather(connection: Connection, ids: Sequence[int]) -> Work:
    """Return what there is to do to erase the records `ids` of one person."""
    work = Work(ids=tuple(ids))
    known = tables()
    for number in ids:
        for (name, column), fate in FATES.items():
            for row in read_rows(connection, known[name], {column: number}):
                if fate is Fate.BLANKED:
                    work.blank(known[name], row["id"], dict(_BLANK[name]))
                elif name == "drawn_glyph" and _is_needed(connection, row["character"], ids):
                    work.blank(known[name], row["id"], {"resident_id": None})
                else:
                    work.remove(known[name], row["id"])
                _note_photo(work, row)
        work.remove(known["resident"], number)
        for row in read_rows(connection, known["resident"], {"id": number}):
            _note_photo(work, row)
    _cards(connection, work, known)
    _merges(connection, work, known)
    _households(connection, work, known)
    _landlords(connection, work, known)
    _notice_files(connection, work, known)
    _case_files(connection, work, known)
    _hours(connection, work, known)
    _steps(connection, work, known)
    return work


def _note_photo(work: Work, row: dict[str, object]) -> None:
    if isinstance(row.get("photo"), str):
        work.photos.add(str(row["photo"]))


def _cards(connection: Connection, work: Work, known: dict[str, Table]) -> None:
    """A card of the person alone goes with its printings; of a household's the name goes."""
    for (name, row_id), _ in list(work.goes.items()):
        if name != "card":
            continue
        for table in ("print_run_card", "card_issue"):
            for row in read_rows(connection, known[table], {"card_id": int(row_id)}):
                work.remove(known[table], row["id"])
    issues = [int(row_id) for name, row_id in work.blanked if name == "card_issue"]
    for number in _print_lines(connection, work.ids, issues):
        work.blank(known["print_run_card"], number, {"holder": ERASED})


def _print_lines(connection: Connection, ids: Sequence[int], issues: Sequence[int]) -> list[int]:
    """Return the lines of print runs that name the person: of their cards, printed or waiting."""
    return list(
        connection.exec_driver_sql(
            f"SELECT id FROM print_run_card WHERE issue_id IN {id_list(issues)} UNION "  # noqa: S608 - ids
            "SELECT c.id FROM print_run_card c JOIN card k ON k.id = c.card_id "
            "JOIN resident r ON r.household_id = k.household_id AND r.name = c.holder "
            f"WHERE r.id IN {id_list(ids)}"
        ).scalars()
    )


def _merges(connection: Connection, work: Work, known: dict[str, Table]) -> None:
    for (name, row_id), _ in list(work.goes.items()):
        if name == "merge":
            for row in read_rows(connection, known["merge_step"], {"merge_id": int(row_id)}):
                work.remove(known["merge_step"], row["id"])


def _households(connection: Connection, work: Work, known: dict[str, Table]) -> None:
    """What is said of a household is said of the person once nobody else is in it."""
    some = id_list(work.ids)
    for number, others in connection.exec_driver_sql(
        "SELECT h.id, (SELECT count(*) FROM resident o WHERE o.household_id = h.id "  # noqa: S608 - ids
        f"AND o.id NOT IN {some}) FROM household h "
        f"WHERE h.id IN (SELECT household_id FROM resident WHERE id IN {some})"
    ).all():
        if others:
            work.stays.append(f"户里还有另外 {others} 人，户的登记、住所和这一户的走访保留")
            continue
        for row in read_rows(connection, known["walk_line"], {"household_id": number}):
            work.blank(known["walk_line"], row["id"], dict(_BLANK["walk_line"]))
        for table in ("pairing", "visit"):
            for row in read_rows(connection, known[table], {"household_id": number}):
                work.remove(known[table], row["id"])
        cards = read_rows(connection, known["card"], {"household_id": number})
        if cards:
            work.blank(known["household"], number, {"note": None})
            work.stays.append("户编号和印过的卡号保留，免得同一个号再发给别人；户里没有人的资料")
        else:
            work.remove(known["household"], number)


def _landlords(connection: Connection, work: Work, known: dict[str, Table]) -> None:
    """A rental whose landlord has one of the person's documents loses its landlord."""
    for row_id in connection.exec_driver_sql(
        "SELECT r.id FROM rental r JOIN identity_document d ON d.number = r.landlord_document "  # noqa: S608 - ids
        f"WHERE d.resident_id IN {id_list(work.ids)}"
    ).scalars():
        work.blank(known["rental"], row_id, dict(_LANDLORD))


def _notice_files(connection: Connection, work: Work, known: dict[str, Table]) -> None:
    """Of what was printed, the person's own copy goes, and with it the bytes of the whole."""
    copies: dict[int, list[tuple[int, str]]] = {}
    for name, row_id in work.blanked:
        if name == "notice_recipient":
            (row,) = read_rows(connection, known[name], {"id": int(row_id)})
            copies.setdefault(row["notice_id"], []).append((row["position"], row["name"]))
    for notice_id, gone in copies.items():
        for file_id, frozen in connection.exec_driver_sql(
            "SELECT id, frozen FROM notice_file WHERE notice_id = ?", (notice_id,)
        ).all():
            left: dict[str, object] = {
                "content": None,
                "frozen": without_recipients(frozen, gone),
            }
            work.blank(_FILES, file_id, left)


def _case_files(connection: Connection, work: Work, known: dict[str, Table]) -> None:
    """Of a case's file go the party's own attachments, what was bound, and what papers say.

    Drafts, which name all parties, are made anew from the case when they are wanted.
    """
    files = known["case_file"]
    cases = set()
    for party_id in [int(row_id) for name, row_id in work.blanked if name == "case_party"]:
        (party,) = read_rows(connection, known["case_party"], {"id": party_id})
        cases.add(int(party["case_id"]))
        taken_out = connection.exec_driver_sql(_SCANS_TAKEN_OUT, (party_id,)).all()
        own = [
            (row["id"], row["digest"])
            for row in read_rows(connection, files, {"party_id": party_id})
        ]
        for row_id, digest in (*own, *taken_out):
            work.remove(files, row_id)
            work.scans.add(str(digest))
    for case_id in cases:
        if any(
            row["party_id"] is None for row in read_rows(connection, files, {"case_id": case_id})
        ):
            work.stays.append(_WHOSE)
        _case_papers(connection, work, known["case_paper"], case_id)
        for volume_id in connection.exec_driver_sql(
            "SELECT id FROM case_volume WHERE case_id = ?", (case_id,)
        ).scalars():
            work.blank(_VOLUMES, volume_id, {"content": None})


def _case_papers(connection: Connection, work: Work, papers: Table, case_id: int) -> None:
    """Drafts of a case go, also those that were discarded; of what was issued the words go."""
    for row_id in connection.exec_driver_sql(_DRAFTS_TAKEN_OUT, (case_id,)).scalars():
        work.remove(papers, row_id)
    for row in read_rows(connection, papers, {"case_id": case_id}):
        if row["content"] is None:
            work.remove(papers, row["id"])
        else:
            work.blank(papers, row["id"], {"texts": "{}", "content": None})


def _hours(connection: Connection, work: Work, known: dict[str, Table]) -> None:
    """Of somebody who was on duty, hours stay as figures; what tells of the person goes."""
    for worker_id in [int(row_id) for name, row_id in work.blanked if name == "worker"]:
        for row in read_rows(connection, known["volunteer_note"], {"worker_id": worker_id}):
            work.remove(known["volunteer_note"], row["id"])
        for name in ("service_record", "hours_certificate", "event_guest"):
            for row in read_rows(connection, known[name], {"worker_id": worker_id}):
                work.blank(known[name], row["id"], dict(_BLANK[name]))


def _steps(connection: Connection, work: Work, known: dict[str, Table]) -> None:
    """Of what was done for the person, the steps stay; what was said with them goes."""
    for name, steps, column in _STEPS:
        for row_id in [int(row_id) for table, row_id in work.blanked if table == name]:
            for row in read_rows(connection, known[steps], {column: row_id}):
                work.blank(known[steps], row["id"], {"words": None})


def _is_needed(connection: Connection, character: str, ids: Sequence[int]) -> bool:
    """Whether a drawn character is in the name of somebody else."""
    found = connection.exec_driver_sql(
        f"SELECT 1 FROM resident WHERE instr(name, ?) > 0 AND id NOT IN {id_list(ids)} LIMIT 1",  # noqa: S608 - ids
        (character,),
    )
    return found.first() is not None
