"""Files of changes between machines: carried, read, decided, taken back."""

import json
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support.homes import settle, settle_neighbours
from support.ledgers import PASSWORD
from support.machines import Machine, MakeMachines
from support.people import make_document, make_draft

from linli.domain.accounts import Role
from linli.domain.erasures import Ground
from linli.domain.exchange_rows import Side
from linli.domain.exchanges import Choices, Extent, LineKind, Rule
from linli.domain.residents import HouseholdDraft
from linli.domain.values.addresses import Address
from linli.errors import ConflictError, NotAllowedError, UserError
from linli.paths import DataDir
from linli.progress import Cancelled, Progress
from linli.services.context import Context
from linli.services.exchange_files import ExchangeFileService
from linli.storage import sync_apply, sync_file, sync_identity
from linli.storage.bulk import BulkWriter
from linli.storage.journal_tables import JOURNALED
from linli.storage.sync_file import open_sealed, write_sealed
from linli.storage.sync_payload import read_payload
from linli.storage.sync_tables import KEPT_HERE, SENT, sent_tables
from linli.storage.sync_words import TABLES


def test_a_new_person_arrives_with_all_that_is_theirs(make_machines: MakeMachines) -> None:
    one, other = make_machines("甲", "乙")
    one.services.residents.add(make_draft("张三"))
    path = one.write(other)
    preview = other.preview(path)
    assert preview.sender == "甲窗口"
    assert preview.people == 1
    assert not preview.conflicts
    other.read(path)
    assert other.records() == one.records()
    assert [row.name for row in other.services.residents.find("张三")] == ["张三"]


def test_the_same_file_twice_changes_nothing(make_machines: MakeMachines) -> None:
    one, other = make_machines("甲", "乙")
    one.services.residents.add(make_draft("张三"))
    path = one.write(other)
    other.read(path)
    assert other.preview(path).changes_nothing
    assert other.read(path).entry_id is None


def test_reading_a_file_is_one_step_that_is_undone_and_read_again(
    make_machines: MakeMachines,
) -> None:
    one, other = make_machines("甲", "乙")
    one.services.residents.add(make_draft("张三"))
    path = one.write(other)
    other.read(path)
    state = other.services.history.state()
    assert state.undo is not None
    assert state.undo.action == "读入交换文件：甲窗口"
    other.services.history.undo()
    assert not other.services.residents.find("张三")
    assert other.preview(path).counts[LineKind.ADDED]
    other.read(path)
    assert other.records() == one.records()


def _change(machine: Machine, number: int, **facts: object) -> None:
    """Change some facts of a person."""
    resident = machine.services.residents.get(number)
    machine.clock.advance(seconds=1)
    machine.services.residents.update(
        number, replace(resident.facts, **facts), version=resident.version
    )


def _id_of(machine: Machine, name: str) -> int:
    (row,) = machine.services.residents.find(name)
    return row.id


def _occupation(machine: Machine) -> str | None:
    return machine.services.residents.get(_id_of(machine, "张三")).facts.occupation


@pytest.fixture
def pair(make_machines: MakeMachines) -> tuple[Machine, Machine]:
    """Two machines that both know 张三 and each other's state."""
    one, other = make_machines("甲", "乙")
    one.services.residents.add(make_draft("张三"))
    one.meet(other)
    return one, other


def test_only_what_changed_since_the_last_meeting_is_sent(
    pair: tuple[Machine, Machine],
) -> None:
    one, other = pair
    one.services.residents.add(make_draft("李四", sequence=125))
    (machine,) = one.exchange.machines()
    scope = one.exchange.scope([machine.id], Extent.SINCE)
    assert (scope.people, scope.is_all) == (1, False)
    other.read(one.write(other))
    assert other.records() == one.records()


def test_a_change_of_one_side_is_taken_and_one_of_both_sides_is_asked(
    pair: tuple[Machine, Machine],
) -> None:
    one, other = pair
    _change(one, _id_of(one, "张三"), occupation="教师", note="甲记的")
    _change(other, _id_of(other, "张三"), occupation="医生")
    found = other.preview(one.write(other))
    assert [(line.field, line.ours, line.theirs) for line in found.conflicts] == [
        ("职业", "医生", "教师")
    ]
    changed = [line for line in found.lines if line.kind is LineKind.CHANGED]
    assert [(line.subject, line.field, line.theirs) for line in changed] == [
        ("张三", "备注", "甲记的")
    ]


@pytest.mark.parametrize(
    ("choices", "result"),
    [
        (Choices(rule=Rule.OURS), "医生"),
        (Choices(rule=Rule.THEIRS), "教师"),
        (Choices(rule=Rule.NEWER), "医生"),
    ],
)
def test_a_rule_decides_conflicts_and_the_decision_travels(
    pair: tuple[Machine, Machine], choices: Choices, result: str
) -> None:
    one, other = pair
    _change(one, _id_of(one, "张三"), occupation="教师")
    other.clock.advance(hours=1)
    _change(other, _id_of(other, "张三"), occupation="医生")
    other.read(one.write(other), choices)
    assert _occupation(other) == result
    answer = other.write(one)
    assert not one.preview(answer).conflicts
    one.read(answer)
    assert _occupation(one) == result


def test_one_conflict_is_decided_against_the_rule(pair: tuple[Machine, Machine]) -> None:
    one, other = pair
    _change(one, _id_of(one, "张三"), occupation="教师")
    _change(other, _id_of(other, "张三"), occupation="医生")
    path = one.write(other)
    (line,) = other.preview(path).conflicts
    other.read(path, Choices(rule=Rule.OURS, sides={line.key: Side.THEIRS}))
    assert _occupation(other) == "教师"


def test_undoing_a_meeting_brings_the_conflict_back(pair: tuple[Machine, Machine]) -> None:
    one, other = pair
    _change(one, _id_of(one, "张三"), occupation="教师")
    _change(other, _id_of(other, "张三"), occupation="医生")
    path = one.write(other)
    other.read(path, Choices(rule=Rule.THEIRS))
    other.services.history.undo()
    assert _occupation(other) == "医生"
    assert len(other.preview(path).conflicts) == 1


def test_the_same_person_entered_on_both_machines_is_one(make_machines: MakeMachines) -> None:
    one, other = make_machines("甲", "乙")
    one.services.residents.add(make_draft("张三", note="甲记的"))
    other.services.residents.add(make_draft("张三"))
    path = one.write(other)
    assert other.preview(path).counts[LineKind.SAME] == 1
    other.read(path)
    assert len(other.services.residents.find("张三")) == 1
    one.read(other.write(one))
    assert one.records() == other.records()


def test_two_households_that_were_given_one_number_stay_two(make_machines: MakeMachines) -> None:
    one, other = make_machines("甲", "乙")
    for machine, room in ((one, "101"), (other, "102")):
        with machine.context.writing("登记一户") as work:
            bulk = BulkWriter(work.connection, machine.clock())
            home = bulk.add_dwelling(Address(building="3号楼", room=room))
            bulk.add_household(HouseholdDraft(number="12", dwelling_id=home))
            bulk.flush()
        other.clock.advance(seconds=5)
    path = one.write(other)
    assert other.preview(path).counts[LineKind.FIXED] == 1
    other.read(path)
    one.read(other.write(one))
    assert one.records() == other.records()
    assert len(one.records()["household"]) == 2


def test_a_grid_travels_with_its_homes_and_people_and_nothing_else(
    make_machines: MakeMachines,
) -> None:
    one, other = make_machines("甲", "乙")
    settle_neighbours(one.services)
    settle(one.services, [("外人", Address(building="99号楼", room="1"))])
    (grid,) = one.services.grids.list_all()
    other.read(one.write(other, extent=Extent.GRID, grid_id=grid.id))
    assert len(other.records()["resident"]) == 12
    assert not other.services.residents.find("外人")


def test_sensitive_tags_travel_though_whoever_carries_them_does_not_see_them(
    pair: tuple[Machine, Machine],
) -> None:
    one, other = pair
    _change(one, _id_of(one, "张三"), care_tags=("信访人员",))
    context = Context(one.db.limited(), one.context.actor, one.clock, one.data_dir)
    files = ExchangeFileService(context)
    (machine,) = files.machines()
    other.read(files.write(one.data_dir.root / "x", [machine.id]).path)
    assert other.records() == one.records()
    assert other.records()["resident_tag"]


def test_an_erased_person_does_not_come_back(pair: tuple[Machine, Machine]) -> None:
    one, other = pair
    other.services.erasures.erase(_id_of(other, "张三"), ground=Ground.WITHDRAWN, password=PASSWORD)
    path = one.write(other, extent=Extent.ALL)
    assert other.preview(path).barred == 1
    other.read(path)
    assert not other.services.residents.find("张三")


def test_a_copied_ledger_begins_a_life_of_its_own(
    pair: tuple[Machine, Machine], tmp_path: Path
) -> None:
    one, other = pair
    copied = tmp_path / "copy"
    with one.db.reading() as connection:
        before = sync_identity.find_own(connection)
    key = bytes(one.key)
    one.db.close()
    shutil.copytree(one.data_dir.root, copied)
    twin = Machine("丙", DataDir(copied), key, tmp_path / "stick")
    assert twin.exchange.own_card().is_new
    with twin.db.reading() as connection:
        after = sync_identity.find_own(connection)
    assert before is not None
    assert after is not None
    assert after.machine != before.machine
    twin.services.residents.add(make_draft("赵六", sequence=127))
    other.read(twin.write(other))
    assert other.records() == twin.records()
    twin.db.close()


def test_a_ledger_that_came_less_far_begins_a_new_life(pair: tuple[Machine, Machine]) -> None:
    one, _ = pair
    mark = one.data_dir.root / "exchange.json"
    said = json.loads(mark.read_text())
    mark.write_text(json.dumps({**said, "entry": said["entry"] + 5}))
    assert one.exchange.own_card().is_new
    assert not one.exchange.own_card().is_new


def test_what_was_previewed_is_not_taken_in_after_another_change(
    pair: tuple[Machine, Machine],
) -> None:
    one, other = pair
    one.services.residents.add(make_draft("李四", sequence=125))
    path = one.write(other)
    found = other.preview(path)
    other.services.residents.add(make_draft("王五", sequence=127))
    with pytest.raises(ConflictError, match="预览之后"):
        other.exchange.apply(path, in_force=found.in_force)


def test_whoever_has_no_right_is_refused(make_machines: MakeMachines) -> None:
    (one,) = make_machines("甲")
    reader = replace(one.context.actor, role=Role.READER)
    files = ExchangeFileService(Context(one.db, reader, one.clock, one.data_dir))
    for work in (files.own_card, files.machines, lambda: files.preview(Path("x"))):
        with pytest.raises(NotAllowedError):
            work()


def test_a_stopped_reading_leaves_nothing(pair: tuple[Machine, Machine]) -> None:
    one, other = pair
    one.services.residents.add(make_draft("李四", sequence=125))
    path, before = one.write(other), other.records()
    with pytest.raises(Cancelled):
        other.exchange.apply(path, progress=Progress(is_cancelled=lambda: True))
    assert other.records() == before


def test_what_breaks_half_way_leaves_nothing(
    pair: tuple[Machine, Machine], monkeypatch: pytest.MonkeyPatch
) -> None:
    one, other = pair
    one.services.residents.add(make_draft("李四", sequence=125))
    path, before = one.write(other), other.records()

    def pull_the_plug(*_: object) -> None:
        raise OSError("no power")

    with monkeypatch.context() as patch:
        patch.setattr(sync_apply, "note_read", pull_the_plug)
        with pytest.raises(OSError, match="no power"):
            other.read(path)
    assert other.records() == before
    assert other.db.damage() == []
    other.read(path)
    assert other.records() == one.records()


# ---- files that are not taken in ----------------------------------------------------------


def test_a_machine_that_is_not_trusted_is_refused(make_machines: MakeMachines) -> None:
    one, other = make_machines("甲", "乙")
    path = one.write(other)
    (machine,) = other.exchange.machines()
    other.exchange.revoke(machine.id)
    with pytest.raises(UserError, match="已不再信任"):
        other.preview(path)


def test_an_unknown_machine_is_refused(make_machines: MakeMachines) -> None:
    one, other = make_machines("甲", "乙")
    (stranger,) = make_machines("丙")[2:]
    path = stranger.write(other)
    with stranger.db.noting() as connection:
        connection.exec_driver_sql("SELECT 1")
    with other.db.noting() as connection:
        connection.exec_driver_sql("DELETE FROM trusted_machine WHERE name = '丙窗口'")
    with pytest.raises(UserError, match="没有登记的电脑"):
        other.preview(path)
    assert one.name == "甲"


def test_a_file_for_another_machine_is_refused(make_machines: MakeMachines) -> None:
    one, other, third = make_machines("甲", "乙", "丙")
    with pytest.raises(UserError, match="不是做给这台电脑的"):
        third.preview(one.write(other))


def test_ones_own_file_is_refused(make_machines: MakeMachines) -> None:
    one, other = make_machines("甲", "乙")
    with pytest.raises(UserError, match="自己做的"):
        one.preview(one.write(other))


@pytest.mark.parametrize("share", [0.0, 0.01, 0.1, 0.3, 0.5, 0.7, 0.9, 0.99, 1.0])
def test_any_changed_bit_is_noticed(pair: tuple[Machine, Machine], share: float) -> None:
    one, other = pair
    path = one.write(other, extent=Extent.ALL)
    content = bytearray(path.read_bytes())
    content[int(share * (len(content) - 1))] ^= 1
    path.write_bytes(content)
    before = other.records()
    with pytest.raises(UserError):
        other.read(path)
    assert other.records() == before


@pytest.mark.parametrize("left", [0, 5, 11, 100, 600, -1])
def test_a_file_that_was_cut_short_is_refused(pair: tuple[Machine, Machine], left: int) -> None:
    one, other = pair
    path = one.write(other, extent=Extent.ALL)
    path.write_bytes(path.read_bytes()[:left])
    with pytest.raises(UserError, match=r"不完整|不是交换文件|已损坏"):
        other.preview(path)


def test_another_version_is_named(pair: tuple[Machine, Machine]) -> None:
    one, other = pair
    path = one.write(other, extent=Extent.ALL)
    path.write_bytes(path.read_bytes().replace(b'"version":2', b'"version":3', 1))
    with pytest.raises(UserError, match="第 3 版"):
        other.preview(path)


@given(content=st.binary(max_size=300), kept=st.integers(0, 400))
@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_bytes_bring_it_down(tmp_path: Path, content: bytes, kept: int) -> None:
    path = tmp_path / "x.linli-x"
    key = X25519PrivateKey.generate()
    write_sealed(path, [b"{}"], Ed25519PrivateKey.generate(), [key.public_key().public_bytes_raw()])
    path.write_bytes(path.read_bytes()[:kept] + content)
    with pytest.raises(UserError):
        open_sealed(path, key, lambda _: None)


@pytest.mark.parametrize(
    "lines",
    [
        [b"{}"],
        [b"[" * 5_000],
        [b'{"manifest":{}}'],
        [b"\xff\xfe"],
        [b"1" * 9_000],
    ],
)
def test_what_no_program_of_ours_writes_is_refused(tmp_path: Path, lines: list[bytes]) -> None:
    path, key, signer = tmp_path / "x", X25519PrivateKey.generate(), Ed25519PrivateKey.generate()
    write_sealed(path, lines, signer, [key.public_key().public_bytes_raw()])
    with pytest.raises(UserError, match="已损坏"):
        read_payload(open_sealed(path, key, lambda _: None))


def test_a_bomb_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sync_file, "MOST_UNPACKED", 10_000_000)
    path, key, signer = tmp_path / "x", X25519PrivateKey.generate(), Ed25519PrivateKey.generate()
    lines = (b"0" * 1_000_000 for _ in range(20))
    write_sealed(path, lines, signer, [key.public_key().public_bytes_raw()])
    assert path.stat().st_size < 100_000
    opened = open_sealed(path, key, lambda _: None)
    with pytest.raises(UserError, match="已损坏"):
        sum(len(line) for line in opened.lines())


def test_every_journaled_table_travels_or_says_why_not() -> None:
    assert set(SENT) | set(KEPT_HERE) == set(JOURNALED)
    assert set(SENT).isdisjoint(KEPT_HERE)
    assert set(SENT) == set(TABLES)


def test_what_a_record_refers_to_comes_before_it() -> None:
    for sent in sent_tables().values():
        for target in sent.refers.values():
            assert SENT.index(target) <= SENT.index(sent.name)


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        (b'"birth":["19', b'"birth":["{}'),
        (b'"status":["present"', b'"status":["nowhere"'),
        (b'"created_at":["2026', b'"created_at":["xxxx'),
        (b'"position":[0]', b'"position":[99999999999999999999]'),
    ],
)
def test_a_text_that_means_nothing_is_refused_however_well_it_is_signed(
    make_machines: MakeMachines, right: bytes, wrong: bytes
) -> None:
    one, other = make_machines("甲", "乙")
    one.services.residents.add(make_draft("张三", documents=(make_document(),)))
    path = one.write(other)
    with one.db.reading() as connection, other.db.reading() as there:
        sender, receiver = sync_identity.find_own(connection), sync_identity.find_own(there)
    assert sender is not None
    assert receiver is not None
    lines = list(open_sealed(path, receiver.seal_key, lambda _: None).lines())
    spoilt = [line.replace(right, wrong) for line in lines]
    assert spoilt != lines
    write_sealed(path, spoilt, sender.sign_key, [receiver.public.seal])
    before = other.records()
    for work in (other.preview, other.read):
        with pytest.raises(UserError, match="已损坏"):
            work(path)
    assert other.records() == before
