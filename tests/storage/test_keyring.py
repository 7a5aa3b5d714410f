"""The keyring: one key, wrapped per account and for recovery; nothing in a slot can be swapped."""

import json
import re
import stat
from pathlib import Path

import pytest
from support.ledgers import CHEAP

from linli.errors import StorageProblem
from linli.storage import recovery
from linli.storage.keyring import STANDARD_COST, Keyring, new_key

KEY = bytes(range(32))


@pytest.fixture
def ring() -> Keyring:
    return Keyring().with_password("王芳", "xihe-2026", KEY, CHEAP)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "ledger.keys"


def test_keys_are_random_and_256_bits() -> None:
    assert len(new_key()) == 32
    assert new_key() != new_key()


def test_a_standard_try_costs_128_mib_and_three_passes() -> None:
    assert (STANDARD_COST.memory_kib, STANDARD_COST.passes, STANDARD_COST.lanes) == (131072, 3, 2)


@pytest.mark.parametrize(
    "password", ["xihe-2026", "ｘｉｈｅ－２０２６"], ids=["plain", "full width"]
)
def test_the_password_opens_in_any_width(ring: Keyring, password: str) -> None:
    assert ring.open_with_password("王芳", password) == KEY


@pytest.mark.parametrize(
    ("name", "password"),
    [("王芳", "Xihe-2026"), ("王芳", ""), ("李明", "xihe-2026"), ("", "xihe-2026")],
)
def test_anything_else_opens_nothing(ring: Keyring, name: str, password: str) -> None:
    assert ring.open_with_password(name, password) is None


def test_each_account_has_its_own_password(ring: Keyring) -> None:
    both = ring.with_password("李明", "another-one", KEY, CHEAP)
    assert both.account_names() == ["王芳", "李明"]
    assert both.open_with_password("李明", "another-one") == KEY
    assert both.open_with_password("李明", "xihe-2026") is None
    assert both.open_with_password("王芳", "xihe-2026") == KEY


def test_a_new_password_keeps_the_accounts_place(ring: Keyring) -> None:
    both = ring.with_password("李明", "another-one", KEY, CHEAP)
    assert both.with_password("王芳", "newer-2026", KEY, CHEAP).account_names() == ["王芳", "李明"]


def test_without_an_account_the_others_and_the_recovery_stay(ring: Keyring) -> None:
    both, _ = ring.with_password("李明", "another-one", KEY, CHEAP).with_recovery(KEY)
    left = both.without("王芳")
    assert left.account_names() == ["李明"]
    assert len(left.slots) == 2
    assert left.open_with_password("王芳", "xihe-2026") is None


def test_a_new_password_voids_the_old_one(ring: Keyring) -> None:
    changed = ring.with_password("王芳", "new-password", KEY, CHEAP)
    assert changed.account_names() == ["王芳"]
    assert changed.open_with_password("王芳", "xihe-2026") is None
    assert changed.open_with_password("王芳", "new-password") == KEY


def test_the_recovery_code_opens_until_a_newer_one_is_made(ring: Keyring) -> None:
    first, code = ring.with_recovery(KEY)
    assert first.open_with_recovery(recovery.read_code(code)) == KEY
    assert first.account_names() == ["王芳"]
    second, newer = first.with_recovery(KEY)
    assert newer != code
    assert second.open_with_recovery(recovery.read_code(code)) is None
    assert second.open_with_recovery(recovery.read_code(newer)) == KEY


def test_without_a_recovery_slot_no_code_opens(ring: Keyring) -> None:
    assert ring.open_with_recovery(recovery.new_secret()) is None


def test_saved_and_loaded_it_is_the_same(ring: Keyring, path: Path) -> None:
    full, code = ring.with_recovery(KEY)
    full.save(path)
    loaded = Keyring.load(path)
    assert loaded == full
    assert loaded.open_with_recovery(recovery.read_code(code)) == KEY
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [p.name for p in path.parent.iterdir()] == ["ledger.keys"]


def test_neither_key_nor_password_lies_in_the_file(ring: Keyring, path: Path) -> None:
    ring.save(path)
    content = path.read_bytes()
    assert KEY not in content
    assert KEY.hex().encode() not in content
    assert b"xihe-2026" not in content


def _altered(path: Path, **fields: object) -> Keyring:
    data = json.loads(path.read_text("utf-8"))
    data["slots"][0].update(fields)
    path.write_text(json.dumps(data), "utf-8")
    return Keyring.load(path)


@pytest.mark.parametrize(
    ("fields", "name"),
    [
        ({"name": "李明"}, "李明"),
        ({"cost": {"memory_kib": 32, "passes": 1, "lanes": 1}}, "王芳"),
        ({"salt": "AAAAAAAAAAAAAAAAAAAAAA=="}, "王芳"),
        ({"nonce": "AAAAAAAAAAAAAAAA"}, "王芳"),
    ],
    ids=["swapped name", "cheaper cost", "salt", "nonce"],
)
def test_a_tampered_slot_opens_nothing(
    ring: Keyring, path: Path, fields: dict[str, object], name: str
) -> None:
    ring.save(path)
    assert _altered(path, **fields).open_with_password(name, "xihe-2026") is None


@pytest.mark.parametrize(
    "cost",
    [
        {"memory_kib": 10**9, "passes": 1, "lanes": 1},
        {"memory_kib": 64, "passes": 0, "lanes": 1},
        {"memory_kib": 64, "passes": 1, "lanes": 999},
        {"memory_kib": "64", "passes": 1, "lanes": 1},
        {"memory": 64},
        "cheap",
        7,
    ],
)
def test_a_cost_that_no_program_writes_is_damage(ring: Keyring, path: Path, cost: object) -> None:
    ring.save(path)
    with pytest.raises(StorageProblem, match="已损坏"):
        _altered(path, cost=cost)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"hello",
        b"\xff\xfe",
        b"[]",
        b'{"linli_keyring": 1}',
        b'{"linli_keyring": 1e309, "slots": []}',
        b'{"slots": []}',
        b"null",
    ],
)
def test_a_damaged_file_is_told_with_advice(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    said = re.escape(f"钥匙文件「{path}」已损坏。请从最近的备份")
    with pytest.raises(StorageProblem, match=said):
        Keyring.load(path)


def test_a_newer_keyring_is_refused_naming_both_versions(path: Path) -> None:
    path.write_text('{"linli_keyring": 2, "slots": []}')
    with pytest.raises(StorageProblem, match="第 2 版，本程序只认识到第 1 版"):
        Keyring.load(path)


def test_a_missing_file_is_a_storage_problem(path: Path) -> None:
    with pytest.raises(StorageProblem, match="打不开"):
        Keyring.load(path)
