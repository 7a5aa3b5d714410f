"""Which drives count as removable, read from lists as Linux writes them."""

from pathlib import Path

import pytest

from linli.storage import drives


@pytest.fixture
def system(tmp_path, monkeypatch):
    """A system whose lists the test writes."""
    blocks = tmp_path / "block"
    blocks.mkdir()
    monkeypatch.setattr(drives, "_MOUNTS", tmp_path / "mounts")
    monkeypatch.setattr(drives, "_BLOCKS", blocks)
    monkeypatch.setattr(drives, "_PLACES", (f"{tmp_path}/media/",))
    monkeypatch.setattr(drives.sys, "platform", "linux")
    return tmp_path


def mount(system: Path, *lines: str) -> None:
    (system / "mounts").write_text("\n".join(lines) + "\n")


def test_what_the_desktop_mounts_is_found_with_its_name_and_room(system):
    stick = system / "media" / "wang" / "红色 U盘"
    stick.mkdir(parents=True)
    escaped = str(stick).replace(" ", r"\040")
    mount(system, f"/dev/sdb1 {escaped} vfat rw 0 0", "/dev/sda1 / ext4 rw 0 0")
    found = drives.removable()
    assert [(each.root, each.name) for each in found] == [(stick, "红色 U盘")]
    assert found[0].free > 0


@pytest.mark.parametrize(("flag", "count"), [("1\n", 1), ("0\n", 0)])
def test_a_disk_that_the_kernel_calls_removable_counts_wherever_it_is_mounted(system, flag, count):
    disk = system / "sys" / "sdb"
    (disk / "sdb1").mkdir(parents=True)
    (disk / "removable").write_text(flag)
    (system / "block" / "sdb1").symlink_to(disk / "sdb1")
    place = system / "somewhere"
    place.mkdir()
    mount(system, f"/dev/sdb1 {place} vfat rw 0 0")
    assert len(drives.removable()) == count


def test_a_drive_that_was_pulled_is_passed_over(system):
    mount(system, f"/dev/sdb1 {system}/media/gone vfat rw 0 0")
    assert drives.removable() == []


def test_without_a_list_there_are_none(system):
    assert drives.removable() == []
