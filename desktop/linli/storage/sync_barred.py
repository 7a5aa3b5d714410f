"""Who is not taken in from a file: people who were erased here at their own wish."""

from collections.abc import Iterator, Mapping

from linli.storage import erasures
from linli.storage.sync_known import Known, Name
from linli.storage.sync_match import Matcher, column_of
from linli.storage.sync_payload import Received
from linli.storage.sync_tables import sent_tables

Barred = dict[str, set[Name]]
"""By table the names of records that are left out."""


def find_barred(known: Known, rows: Mapping[str, list[Received]], matcher: Matcher) -> Barred:
    """Return the erased people of a file, and all that cannot be without them."""
    people = {*_erased_records(known, rows, matcher), *_erased_numbers(known, rows, matcher)}
    found: Barred = {"resident": people}
    if not people:
        return found
    for sent in sent_tables().values():
        for received in rows[sent.name]:
            if received.row.fields and any(
                sent.needs(column)
                and column_of(sent, received.row, column) in found.get(target, ())
                for column, target in sent.refers.items()
            ):
                found.setdefault(sent.name, set()).update(received.names)
    return found


def _erased_records(
    known: Known, rows: Mapping[str, list[Received]], matcher: Matcher
) -> Iterator[Name]:
    """Yield people who were here until an erasure took them out of the journal too."""
    there = known.ids("resident")
    for received in rows["resident"]:
        target = matcher.target("resident", received)
        if target is not None and target not in there:
            history = known.clock.history("resident", target)
            if history is not None and history.erased is not None:
                yield from received.names


def _erased_numbers(
    known: Known, rows: Mapping[str, list[Received]], matcher: Matcher
) -> Iterator[Name]:
    """Yield people who are not here and have the number of one who was erased."""
    connection = known.connection
    if connection.exec_driver_sql("SELECT 1 FROM erased_mark LIMIT 1").first() is None:
        return
    sent = sent_tables()["identity_document"]
    for received in rows["identity_document"]:
        if not received.row.fields:
            continue
        kind, number = (column_of(sent, received.row, c) for c in ("kind", "number"))
        found = connection.exec_driver_sql(
            f"SELECT 1 FROM erased_mark WHERE digest = {erasures.MARK}(?)",  # noqa: S608 - a constant
            (f"document/{kind}/{number}",),
        ).first()
        owner = column_of(sent, received.row, "resident_id")
        if found is not None and matcher.targets["resident"].get(owner) is None:
            yield owner
