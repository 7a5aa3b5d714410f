"""Erasing a person: nothing of them is left, the trail still proves, and they are known again."""

import json
import os
import subprocess
import sys
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from sqlalchemy import Boolean, Connection, String
from sqlalchemy.exc import IntegrityError
from support.ledgers import ACTOR
from support.pages import clear_pages
from support.people import make_document, make_draft, make_id, make_phone

import linli
from linli.domain.dispatches import DispatchDraft, DispatchMove, DispatchState
from linli.domain.erasures import ERASED, Ground
from linli.domain.neighbours import NeighbourDraft
from linli.domain.staff import StaffDraft
from linli.domain.workers import WorkerDraft, WorkerKind
from linli.errors import ConflictError, UserError
from linli.services.container import Services
from linli.storage import erasing, erasures, undo
from linli.storage.database import Database
from linli.storage.erasure_traces import NOT_TEXT
from linli.storage.erasure_work import FATES
from linli.storage.journal import every_table
from linli.storage.journal_tables import JOURNALED
from linli.storage.schema import Base

TODAY = date(2026, 11, 23)
NAME = "欧阳雪松"
NUMBER = make_id(sequence=321)
PHONE = "13912345678"
_TEXTS = (NAME, NUMBER, PHONE, "爱下象棋")


@pytest.fixture
def person(services: Services) -> int:
    """Somebody with a document, a phone and a neighbour."""
    draft = make_draft(
        NAME, documents=(make_document(NUMBER),), phones=(make_phone(PHONE),), note="爱下象棋"
    )
    return services.residents.add(draft)[0]


def _erase(services: Services, person: int, left=()) -> int:
    context = services.context
    with context.db.writing(erasures.ACTION, ACTOR, context.clock(), undoable=False) as work:
        number = erasing.erase(
            work,
            person,
            ground=Ground.REQUEST,
            left=left,
            at=context.clock(),
            account=ACTOR.name,
        )
    erasures.sweep(context.db)
    return number


def _forms(text: str) -> set[bytes]:
    """How a text may stand in the file: as it is, in UTF-16, and escaped by JSON."""
    return {text.encode(), text.encode("utf-16-le"), json.dumps(text)[1:-1].encode()}


def _file(db: Database) -> bytes:
    """Every page of the file, the log folded in first."""
    with db.structure():
        pass
    raw = db._connect()
    assert raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone() is not None
    raw.close()
    log = db.path.with_name(f"{db.path.name}-wal")
    assert not log.exists() or not log.stat().st_size
    return clear_pages(db.path, db._key)


class _Filler:
    """Makes rows of any table that name the person wherever a text may stand."""

    def __init__(self, bystander: int) -> None:
        self._bystander = bystander
        self._count = 0

    def row(
        self, connection: Connection, name: str, values: dict[str, object], said: str = NAME
    ) -> int:
        """Add a row, with the parents that it needs, and return its id."""
        table, found = Base.metadata.tables[name], dict(values)
        for column in table.columns:
            if column.name in found or column.primary_key:
                continue
            self._count += 1
            if column.foreign_keys:
                if not column.nullable:
                    (key,) = column.foreign_keys
                    found[column.name] = self._parent(connection, key.column.table.name)
            elif isinstance(column.type, String):
                text = "x" if column.name in NOT_TEXT else said
                found[column.name] = _VALID.get((name, column.name), f"{text}{self._count}")
            elif not column.nullable:
                found[column.name] = False if isinstance(column.type, Boolean) else self._count
        return int(connection.execute(table.insert().values(found)).inserted_primary_key[0])

    def draft(self) -> dict[str, object]:
        """A form that was left unsaved with the name in it."""
        content = json.dumps({"name": NAME}, ensure_ascii=False)
        return {"id": "1", "account_id": 1, "at": "2026-11-23", "content": content}

    def _parent(self, connection: Connection, name: str) -> int:
        if name == "resident":
            return self._bystander
        whose = {"household_id": self._parent(connection, "household")} if name == "card" else {}
        return self.row(connection, name, whose, "别的")


_VALID = {("resident_tag", "kind"): "skill"}


def _picture(colour: str) -> bytes:
    target = BytesIO()
    Image.new("RGB", (40, 60), colour).save(target, "JPEG")
    return target.getvalue()


def test_every_reference_to_a_person_says_what_becomes_of_it() -> None:
    assert erasing.uncovered() == set()


def test_nothing_of_the_person_is_left_in_the_file(
    services: Services, person: int, db: Database
) -> None:
    other = services.residents.add(make_draft("李四", sequence=5, note=f"{NAME}的邻居"))[0]
    services.neighbours.add(
        NeighbourDraft(resident_id=other, name=NAME, neighbour_id=person, phone=PHONE)
    )
    services.residents.reveal(person, "核对资料")
    before = _file(db)
    assert all(text.encode() in before for text in _TEXTS)
    _erase(services, person)
    left = _file(db)
    assert not [text for text in _TEXTS for form in _forms(text) if form in left]
    assert "李四".encode() in left
    assert services.residents.get(other).facts.note == f"{ERASED}的邻居"


def test_whatever_refers_to_the_person_goes_or_loses_the_name(
    services: Services, person: int, db: Database
) -> None:
    filler = _Filler(services.residents.add(make_draft("旁人", sequence=5, documents=()))[0])
    with db.writing("x", ACTOR, services.context.clock()) as work:
        for name, column in FATES:
            filler.row(work.connection, name, {column: person})
        work.connection.execute(Base.metadata.tables["draft"].insert().values(filler.draft()))
        glyph = {"resident_id": person, "character": "\U0003106c"}
        filler.row(work.connection, "drawn_glyph", glyph)
    with db.reading() as connection:
        planned = erasing.plan(connection, person)
    assert sum(line.count for line in planned.goes) >= len(FATES)
    _erase(services, person)
    left = _file(db)
    assert not [text for text in _TEXTS for form in _forms(text) if form in left]
    assert db.damage() == []
    assert db.audit_problems() == []
    with db.reading() as connection:
        assert not connection.exec_driver_sql("SELECT count(*) FROM drawn_glyph").scalar_one()
        assert not connection.exec_driver_sql("SELECT count(*) FROM draft").scalar_one()


def test_a_photo_goes_unless_somebody_else_shows_it(services: Services, db: Database) -> None:
    own, shared = (services.settings.add_photo(_picture(colour)) for colour in ("red", "blue"))
    first = services.residents.add(make_draft(NAME, photo=own))[0]
    second = services.residents.add(make_draft("李四", sequence=5, photo=shared))[0]
    third = services.residents.add(make_draft("王五", sequence=7, photo=shared))[0]
    _erase(services, first)
    _erase(services, second)
    assert services.settings.photo(own) is None
    assert services.settings.photo(shared) is not None
    assert services.residents.get(third).facts.photo == shared


def test_the_trail_still_proves_the_whole_chain(
    services: Services, person: int, db: Database
) -> None:
    services.residents.reveal(person, "核对资料")
    _erase(services, person)
    assert db.audit_problems() == []
    assert db.index_problems() == []
    assert db.damage() == []


def test_what_is_changed_after_an_erasure_is_found_as_ever(
    services: Services, person: int, db: Database
) -> None:
    _erase(services, person)
    with db.structure() as connection:
        connection.exec_driver_sql("DROP TRIGGER keep_audit_event_update")
        connection.exec_driver_sql(
            "UPDATE audit_event SET action = '登记居民 别人' WHERE action LIKE '登记居民%'"
        )
    assert any("审计记录第" in said for said in db.audit_problems())


def test_journal_and_trail_lose_nothing_outside_an_erasure(person: int, db: Database) -> None:
    for statement in (
        "UPDATE journal_change SET before = NULL, after = NULL",
        "UPDATE audit_event SET detail = '{}'",
        "INSERT INTO erasure_open (id, erasure_id) VALUES (1, 1)",
        "INSERT INTO erasure VALUES (1, '', '', '', '', 0, 9)",
    ):
        with pytest.raises(IntegrityError), db.structure() as connection:
            connection.exec_driver_sql(statement)


def test_an_open_erasure_cannot_outlive_its_entry(
    services: Services, person: int, db: Database
) -> None:
    context = services.context
    with (
        pytest.raises(IntegrityError, match="an erasure ends before its entry"),
        db.writing("x", ACTOR, context.clock(), undoable=False) as work,
    ):
        erasures.open_erasure(
            work.connection, work.entry_id, "resident/1", Ground.REQUEST, context.clock(), "王芳"
        )


def test_a_step_that_lost_the_person_is_not_undone(services: Services, person: int) -> None:
    entry = services.history.entries()[0]
    assert entry.action.startswith("登记居民")
    services.residents.add(make_draft("李四", sequence=5))
    _erase(services, person)
    context = services.context
    with pytest.raises(ConflictError, match="已经按规定删除的个人信息"):
        undo.take_back(context.db, entry.id, "撤销", ACTOR, context.clock())
    undoable = services.history.state().undo
    assert undoable is not None
    assert undoable.action == "登记居民 李四"


def test_somebody_of_the_same_name_keeps_what_is_said_of_them(
    services: Services, person: int
) -> None:
    other = services.residents.add(make_draft(NAME, sequence=7, documents=()))[0]
    third = services.residents.add(make_draft("李四", sequence=5, note=f"找{NAME}"))[0]
    with services.context.db.reading() as connection:
        found = erasing.plan(connection, person)
    assert found.namesakes == 1
    (mention,) = found.mentions
    assert not mention.certain
    _erase(services, person, left=[mention.key])
    assert services.residents.get(other).facts.name == NAME
    assert services.residents.get(third).facts.note == f"找{NAME}"
    assert services.history.of_resident(other)[0].after is not None
    assert services.context.db.audit_problems() == []


def test_who_also_holds_a_post_keeps_it_unless_told_so(services: Services, person: int) -> None:
    services.staff.add(StaffDraft(name=NAME, post="主任"))
    with services.context.db.reading() as connection:
        (mention,) = erasing.plan(connection, person).mentions
    assert (mention.label, mention.certain) == ("工作人员", False)
    _erase(services, person, left=[mention.key])
    (row,) = services.staff.list_all()
    assert row.facts.name == NAME
    actions = [entry.action for entry in services.history.entries()]
    assert f"添加工作人员 {NAME}" in actions
    assert f"登记居民 {ERASED}" in actions
    assert services.context.db.audit_problems() == []


def test_a_phone_of_the_whole_family_stays_with_the_others(services: Services, person: int) -> None:
    other = services.residents.add(make_draft("李四", sequence=5, phones=(make_phone(PHONE),)))[0]
    with services.context.db.reading() as connection:
        assert any("139****5678" in said for said in erasing.plan(connection, person).stays)
    _erase(services, person)
    assert services.residents.get(other).facts.phones[0].number == PHONE


def test_a_merged_record_goes_with_the_one_that_was_kept(
    services: Services, person: int, db: Database
) -> None:
    twin = services.residents.add(make_draft("欧阳雪", documents=()))[0]
    services.doubles.merge(person, twin)
    with db.reading() as connection, pytest.raises(UserError, match="已经并入"):
        erasing.plan(connection, twin)
    _erase(services, person)
    left = _file(db)
    assert not [text for text in (NAME, "欧阳雪") for form in _forms(text) if form in left]
    assert db.audit_problems() == []


def test_who_was_erased_is_known_again(services: Services, person: int) -> None:
    _erase(services, person)
    with services.context.db.reading() as connection:
        assert erasures.pending_again(connection) == []
        assert all(NUMBER not in each.digest for each in erasures.marks(connection))
    services.residents.add(make_draft("换了名字", documents=(make_document(NUMBER),)))
    services.residents.add(make_draft(NAME, documents=(), birth=None))
    with services.context.db.reading() as connection:
        (again,) = erasures.pending_again(connection)
    assert (again.name, again.certain) == ("换了名字", True)


def test_digests_are_carried_into_an_older_state(
    services: Services, person: int, db: Database, tmp_path: Path
) -> None:
    older = tmp_path / "older.db"
    db.copy_to(older)
    _erase(services, person)
    with db.reading() as connection:
        some = erasures.marks(connection)
    restored = db.beside(older)
    try:
        with restored.noting() as connection:
            assert erasures.adopt(connection, some) == len(some)
            assert erasures.adopt(connection, some) == 0
        with restored.reading() as connection:
            (again,) = erasures.pending_again(connection)
        assert again.resident_id == person
        assert again.certain
    finally:
        restored.close()


def test_an_erasure_on_a_full_disk_can_be_swept_later(services: Services, person: int) -> None:
    db = services.context.db
    context = services.context
    with context.db.writing(erasures.ACTION, ACTOR, context.clock(), undoable=False) as work:
        erasing.erase(
            work,
            person,
            ground=Ground.PERIOD,
            left=(),
            at=context.clock(),
            account=ACTOR.name,
        )
    with db.reading() as connection:
        assert erasures.unswept(connection)
    erasures.sweep(db)
    with db.reading() as connection:
        assert not erasures.unswept(connection)


def test_all_tables_are_looked_into_whatever_else_the_program_has_loaded() -> None:
    asked = (
        "from linli.storage.erasure_traces import every_table\n"
        "print(*(table.name for table in every_table()))"
    )
    found = subprocess.run(
        [sys.executable, "-c", asked],
        env={**os.environ, "PYTHONPATH": str(Path(linli.__file__).parents[1])},
        capture_output=True,
        text=True,
        check=True,
    )
    assert set(found.stdout.split()) == {table.name for table in every_table()}
    assert set(JOURNALED) <= set(found.stdout.split())


def test_what_was_said_with_the_steps_of_a_dispatch_goes(services: Services, person: int) -> None:
    draft = DispatchDraft(
        received_on=TODAY,
        name="李梅",
        resident_id=person,
        phone=PHONE,
        address="3号楼501",
        what="擦玻璃",
    )
    keeper = WorkerDraft(kind=WorkerKind.HOUSEKEEPER, name="孙强")
    worker, _ = services.workers.add(keeper)
    for resident_id in (person, None):
        number, _ = services.dispatches.add(replace(draft, resident_id=resident_id))
        said = DispatchMove(
            to=DispatchState.SENT, day=TODAY, person="王芳", worker_id=worker, words="老人耳背"
        )
        services.dispatches.move(number, said, version=1)
    _erase(services, person)
    others, own = services.dispatches.list_all()
    assert [step.words for step in own.steps if step.words] == []
    assert [step.words for step in others.steps if step.words] == ["老人耳背"]
    assert own.steps[-1].whom == "孙强"
