"""Doubles (重复人员) in the ledger: pairs of records worth a look, found block by block.

A block is a set of people with something in common that one query finds: a number, name and birth,
pinyin and birth, home, phone or home and birth, or a name with the area and sequence of the number.
Only within a block are people compared, and in a large one only those next to each other, so that
nobody is compared with all. The surest ways come first, so the first page of a million people takes
seconds.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from datetime import date
from itertools import chain, combinations, groupby
from typing import Any

from sqlalchemy import Connection, text

from linli.domain.doubles import (
    DoubleFacts,
    DoubleReason,
    NameMatch,
    Verdict,
    against,
    as_eighteen,
    differ_by_slip,
    judge,
    lookup_numbers,
    match_names,
    same_name_only,
)
from linli.domain.pinyin import sort_pinyin
from linli.domain.residents import ResidentDraft, ResidentRow, Sex
from linli.domain.values.addresses import Address
from linli.domain.values.dates import PartialDate
from linli.domain.values.identity import DocumentKind, IdentityDocument
from linli.progress import SILENT, Progress
from linli.storage import dwellings, households, resident_lists, told_apart
from linli.storage.ids import among
from linli.storage.schema import IdentityDocumentRecord, PhoneRecord, ResidentRecord

Pair = tuple[int, int]
Found = tuple[int, int, Verdict]

_AT_ONCE = 400
"""People whose facts are read together."""
_LARGE_BLOCK = 30
_NEIGHBOURS = 8
"""In a large block, in order of names: how many of those that follow a person is compared with."""
_MOST_NAMESAKES = 5
"""A name that more people have says nothing by itself."""
_MOST_OF_A_KIND = 200


def find_doubles(
    connection: Connection, reason: DoubleReason | None = None, progress: Progress = SILENT
) -> Iterator[Found]:
    """Yield (id, id, why) of records that may be one person, the surest ways first.

    Who was told apart (不是同一人) is left out, and whoever lies in the recycle bin.

    Args:
        connection: a consistent state of the ledger.
        reason: only pairs with this reason; all if None.
        progress: told the ways that are done.

    Raises:
        Cancelled: the clerk stops it.
    """
    seen = told_apart.all_pairs(connection)
    ways = [way for reasons, way in _WAYS if reason is None or reason in reasons]
    for done, way in enumerate(ways):
        progress.report(done, len(ways), "正在比对")
        for blocks in _bundled(way(connection)):
            progress.report(done, len(ways), "正在比对")
            facts = load_facts(connection, set(chain.from_iterable(blocks)))
            for pair in chain.from_iterable(_pairs(block, facts) for block in blocks):
                if pair in seen:
                    continue
                seen.add(pair)
                verdict = judge(facts[pair[0]], facts[pair[1]])
                if verdict is not None and (reason is None or reason in verdict.reasons):
                    yield *pair, verdict


def find_known(connection: Connection, draft: DoubleFacts, limit: int) -> list[tuple[int, Verdict]]:
    """Return who may be the person that is being entered, the surest first, and why.

    Args:
        connection: the ledger.
        draft: what is typed so far; with an id, nobody it was told apart from is returned.
        limit: how many are wanted.
    """
    people = load_facts(connection, _near(connection, draft))
    people.pop(draft.id or 0, None)
    if draft.id is not None:
        for apart in told_apart.of_person(connection, draft.id):
            people.pop(apart, None)
    found = {i: verdict for i, facts in people.items() if (verdict := judge(draft, facts))}
    namesakes = [
        i
        for i, facts in people.items()
        if i not in found
        and match_names(draft, facts) in (NameMatch.SAME, NameMatch.FORM)
        and not against(draft, facts)
    ]
    if len(namesakes) <= _MOST_NAMESAKES:
        found |= dict.fromkeys(namesakes, same_name_only())
    return sorted(found.items(), key=lambda item: (-item[1].likelihood, item[0]))[:limit]


def load_facts(connection: Connection, ids: Collection[int]) -> dict[int, DoubleFacts]:
    """Return what is compared of people; those in the recycle bin are left out."""
    wanted = among(sorted(ids))
    documents = _listed(connection, IdentityDocumentRecord, wanted)
    phones = _listed(connection, PhoneRecord, wanted)
    person = ResidentRecord
    rows = connection.execute(
        person.__table__.select()
        .with_only_columns(
            person.id, person.name, person.former_name, person.sex, person.birth, person.home_id
        )
        .where(person.id.in_(wanted), person.recycled_at.is_(None))
    )
    return {
        row.id: DoubleFacts(
            id=row.id,
            name=row.name,
            former_name=row.former_name,
            sex=Sex(row.sex),
            birth=None if row.birth is None else PartialDate.from_iso(row.birth),
            documents=tuple(
                IdentityDocument(kind=DocumentKind(each.kind), number=each.number)
                for each in documents.get(row.id, ())
            ),
            phones=frozenset(each.number for each in phones.get(row.id, ())),
            home=row.home_id,
        )
        for row in rows
    }


def lines_of(connection: Connection, ids: Sequence[int], today: date) -> dict[int, ResidentRow]:
    """Return the lines of people by their ids, numbers masked."""
    return {row.id: row for row in resident_lists.list_rows(connection, ids, today)}


def home_of(connection: Connection, draft: ResidentDraft, address: Address | None) -> int | None:
    """Return the dwelling of a draft: by its address, of its own, or the household's."""
    if address is not None:
        return dwellings.find_dwelling(connection, address)
    if draft.dwelling_id is not None or draft.household_id is None:
        return draft.dwelling_id
    return households.get_household(connection, draft.household_id).facts.dwelling_id


# ---- blocks -------------------------------------------------------------------------------

_SAME_NUMBER = """
WITH g AS MATERIALIZED (SELECT number FROM identity_document GROUP BY number HAVING count(*) > 1)
SELECT d.number AS block, d.resident_id AS id FROM g CROSS JOIN identity_document d
  ON d.number = g.number ORDER BY 1
"""
_NAME_AND_BIRTH = """
WITH g AS MATERIALIZED (SELECT name, birth FROM resident INDEXED BY ix_resident_name_birth
  WHERE length(birth) = 10 GROUP BY name, birth HAVING count(*) > 1)
SELECT g.name || g.birth AS block, r.id FROM g CROSS JOIN resident r
  ON r.name = g.name AND r.birth = g.birth ORDER BY 1
"""
_BIRTH_AND_SOUND = """
WITH g AS MATERIALIZED (SELECT birth, name_pinyin FROM resident NOT INDEXED
  WHERE length(birth) = 10
  GROUP BY birth, name_pinyin HAVING count(*) > 1)
SELECT g.birth || g.name_pinyin AS block, r.id FROM g CROSS JOIN resident r
  ON r.birth = g.birth AND r.name_pinyin = g.name_pinyin ORDER BY 1
"""
_SHARED_PHONE = """
WITH g AS MATERIALIZED (SELECT number FROM phone GROUP BY number HAVING count(*) > 1),
p AS MATERIALIZED (SELECT DISTINCT g.number, r.id, r.name_pinyin, r.birth
  FROM g CROSS JOIN phone p ON p.number = g.number CROSS JOIN resident r ON r.id = p.resident_id)
SELECT number || {key} AS block, id FROM p WHERE (number, {key}) IN
  (SELECT number, {key} FROM p WHERE {key} IS NOT NULL GROUP BY number, {key} HAVING count(*) > 1)
ORDER BY 1
"""
_SHARED_HOME = """
WITH g AS MATERIALIZED (SELECT home_id, {key} FROM resident
  WHERE home_id IS NOT NULL AND {key} IS NOT NULL GROUP BY home_id, {key} HAVING count(*) > 1)
SELECT g.home_id || ' ' || g.{key} AS block, r.id FROM g CROSS JOIN resident r
  ON r.home_id = g.home_id AND r.{key} = g.{key} ORDER BY 1
"""
_LEGACY = "SELECT resident_id AS id, number FROM identity_document WHERE kind = 'legacy_15'"
_PLACE_AND_SEQUENCE = """
WITH g AS MATERIALIZED (
  SELECT r.id, d.number, r.name || substr(d.number, 1, 6) || substr(d.number, 15, 3) AS block
  FROM identity_document d NOT INDEXED CROSS JOIN resident r ON r.id = d.resident_id
  WHERE d.kind = 'resident_id')
SELECT block, id, number FROM g
WHERE block IN (SELECT block FROM g GROUP BY block HAVING count(*) > 1) ORDER BY 1
"""

Block = list[int]
_Way = Callable[[Connection], Iterable[Block]]


def _in_common(sql: str, **parts: str) -> _Way:
    """Return the way that reads blocks by a query of (block, id)."""
    statement = text(sql.format(**parts))

    def way(connection: Connection) -> Iterator[Block]:
        rows = connection.execute(statement)
        for _, members in groupby(rows, key=lambda row: row.block):
            yield [row.id for row in members]

    return way


def _two_forms(connection: Connection) -> Iterator[Block]:
    """Yield who has the 15-digit form of a number, with who has its 18-digit form."""
    for row in connection.exec_driver_sql(_LEGACY).all():
        number = as_eighteen(row.number) if row.number.isdigit() else row.number
        owner = connection.exec_driver_sql(
            "SELECT resident_id FROM identity_document WHERE number = ?", (number,)
        ).scalar()
        if owner is not None:
            yield [row.id, owner]


def _births_by_slip(connection: Connection) -> Iterator[Block]:
    """Yield namesakes whose numbers differ by a slip in the birth."""
    rows = connection.execute(text(_PLACE_AND_SEQUENCE))
    for _, members in groupby(rows, key=lambda row: row.block):
        for one, other in combinations(members, 2):
            if differ_by_slip(one.number, other.number):
                yield [one.id, other.id]


_SOUND, _BIRTH = "name_pinyin", "birth"
_WAYS: tuple[tuple[frozenset[DoubleReason], _Way], ...] = (
    (frozenset({DoubleReason.NUMBER}), _in_common(_SAME_NUMBER)),
    (frozenset({DoubleReason.NUMBER}), _two_forms),
    (
        frozenset({DoubleReason.NAME_BIRTH, DoubleReason.SIMILAR_NUMBER}),
        _in_common(_NAME_AND_BIRTH),
    ),
    (
        frozenset({DoubleReason.NAME_PHONE, DoubleReason.SIMILAR_NAME}),
        _in_common(_SHARED_PHONE, key=_SOUND),
    ),
    (frozenset({DoubleReason.SIMILAR_NAME}), _in_common(_SHARED_PHONE, key=_BIRTH)),
    (
        frozenset({DoubleReason.NAME_ADDRESS, DoubleReason.SIMILAR_NAME}),
        _in_common(_SHARED_HOME, key=_SOUND),
    ),
    (frozenset({DoubleReason.SIMILAR_NAME}), _in_common(_SHARED_HOME, key=_BIRTH)),
    (frozenset({DoubleReason.SIMILAR_NUMBER}), _births_by_slip),
    (
        frozenset({DoubleReason.SIMILAR_NAME, DoubleReason.SIMILAR_NUMBER}),
        _in_common(_BIRTH_AND_SOUND),
    ),
)


def _bundled(blocks: Iterable[Block]) -> Iterator[list[Block]]:
    """Bundle blocks so that the facts of many are read at once."""
    bundle: list[Block] = []
    count = 0
    for block in blocks:
        bundle.append(block)
        count += len(block)
        if count >= _AT_ONCE:
            yield bundle
            bundle, count = [], 0
    if bundle:
        yield bundle


def _pairs(block: Block, facts: dict[int, DoubleFacts]) -> Iterator[Pair]:
    """Yield the pairs of a block to compare: all, or in a large one those next to each other."""
    people = sorted({person for person in block if person in facts})
    if len(people) > _LARGE_BLOCK:
        people.sort(key=lambda person: (facts[person].name, person))
        reach = _NEIGHBOURS
    else:
        reach = len(people)
    for place, one in enumerate(people):
        for other in people[place + 1 : place + 1 + reach]:
            yield min(one, other), max(one, other)


# ---- around a draft -----------------------------------------------------------------------


def _near(connection: Connection, draft: DoubleFacts) -> set[int]:
    """Return who has something in common with a draft that an index finds."""
    asked: list[tuple[str, dict[str, Any]]] = [
        ("SELECT id FROM resident WHERE name = :name", {"name": draft.name}),
    ]
    if draft.birth is not None:
        by_birth = "SELECT id FROM resident WHERE birth = :birth AND name_pinyin = :sound"
        sound = sort_pinyin(draft.name)
        asked.append((by_birth, {"birth": draft.birth.iso(), "sound": sound}))
    by_number = "SELECT resident_id FROM identity_document WHERE number = :number"
    numbers = sorted(lookup_numbers(draft.documents))
    asked += [(by_number, {"number": number}) for number in numbers]
    by_phone = "SELECT resident_id FROM phone WHERE number = :phone"
    asked += [(by_phone, {"phone": phone}) for phone in sorted(draft.phones)]
    if draft.home is not None:
        asked.append(("SELECT id FROM resident WHERE home_id = :home", {"home": draft.home}))
    found: set[int] = set()
    for sql, values in asked:
        limited = text(f"{sql} LIMIT {_MOST_OF_A_KIND}")
        found.update(connection.execute(limited, values).scalars())
    return found


def _listed(connection: Connection, record: Any, wanted: Any) -> dict[int, list[Any]]:
    found: dict[int, list[Any]] = {}
    for row in connection.execute(
        record.__table__.select().where(record.resident_id.in_(wanted)).order_by(record.position)
    ):
        found.setdefault(row.resident_id, []).append(row)
    return found
