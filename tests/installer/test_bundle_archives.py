"""Archives and packages come out the same, whatever machine and moment made them."""

import os
import shutil
import subprocess
import tarfile
from io import BytesIO

import pytest
from bundles import deb, desktop_files, payload, tree
from bundles.targets import LINUX_AARCH64, LINUX_X86_64
from support.chroots import foreign_sockets

MOMENT = 1_700_000_000


def _fill(root, names=("b/two", "a", "b/one")):
    for name in names:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(name)
    (root / "b/one").chmod(0o700)
    (root / "link").symlink_to("a")
    return root


def test_archive_does_not_depend_on_order_time_and_rights(tmp_path):
    one = _fill(tmp_path / "one")
    other = _fill(tmp_path / "other", ("a", "b/one", "b/two"))
    (other / "a").chmod(0o640)
    os.utime(other / "a", (1, 1))
    packed = [tree.xz(tree.tar(root, MOMENT, prefix="./")) for root in (one, other)]
    assert packed[0] == packed[1]


def test_archive_is_owned_by_root_and_keeps_what_may_be_started(tmp_path):
    with tarfile.open(fileobj=BytesIO(tree.tar(_fill(tmp_path), MOMENT, prefix="x/"))) as archive:
        members = {each.name: each for each in archive}
    assert {(each.uid, each.uname, each.mtime) for each in members.values()} == {
        (0, "root", MOMENT)
    }
    assert list(members) == ["x", "x/a", "x/b", "x/b/one", "x/b/two", "x/link"]
    assert (members["x/b/one"].mode, members["x/b/two"].mode) == (0o755, 0o644)
    assert members["x/link"].linkname == "a"


def test_stamp_gives_one_time_and_plain_rights(tmp_path):
    root = _fill(tmp_path / "tree")
    tree.stamp(root, MOMENT)
    assert {int(path.lstat().st_mtime) for path in [root, *tree.paths(root)]} == {MOMENT}
    assert (root / "b/one").stat().st_mode & 0o777 == 0o755
    assert (root / "a").stat().st_mode & 0o777 == 0o644


def test_bundle_over_its_budget_is_refused_with_both_figures():
    budget = tree.Budget(packed=2, unpacked=5)
    budget.check("fits", packed=2_000_000, unpacked=5_000_000)
    with pytest.raises(tree.OverBudget, match=r"large packed: 2\.5 MB, allowed 2 MB"):
        budget.check("large", packed=2_500_000, unpacked=1)
    with pytest.raises(tree.OverBudget, match="large unpacked"):
        budget.check("large", packed=1, unpacked=6_000_000)


@pytest.mark.skipif(shutil.which("dpkg-deb") is None, reason="needs dpkg-deb to read a package")
@pytest.mark.parametrize("flavour", deb.FLAVOURS, ids=lambda each: each.package)
def test_package_is_one_that_dpkg_reads(flavour, tmp_path, monkeypatch):
    monkeypatch.setattr(deb.source, "moment", lambda: MOMENT)
    root = tmp_path / "root"
    _fill(root / deb.HOME / "files")
    deb._present(root, flavour, LINUX_X86_64)
    packed = [deb._package(root, flavour, LINUX_X86_64, ["libc6 (>= 2.28)"]) for _ in range(2)]
    assert packed[0] == packed[1]
    file = tmp_path / "a.deb"
    file.write_bytes(packed[0])
    said = subprocess.run(
        ["dpkg-deb", "--field", file], capture_output=True, text=True, check=True
    ).stdout
    assert f"Package: {flavour.package}\n" in said
    assert "Depends: libc6 (>= 2.28)\n" in said
    listed = subprocess.run(
        ["dpkg-deb", "--contents", file], capture_output=True, text=True, check=True
    ).stdout
    assert f"./{deb.HOME}/files/a" in listed
    assert f"./{flavour.shared}/applications/{flavour.desktop}.desktop" in listed
    inside = subprocess.run(
        ["dpkg-deb", "--ctrl-tarfile", file], capture_output=True, check=True
    ).stdout
    with tarfile.open(fileobj=BytesIO(inside)) as control:
        assert control.getnames() == [".", "./control", "./md5sums"]  # nothing that is run


def test_package_of_uos_has_its_names_and_four_numbers():
    said = deb.control(deb.UOS, LINUX_AARCH64, ["libc6 (>= 2.31)"], 2048)
    assert f"Package: {desktop_files.APP_ID}\n" in said
    assert "Architecture: arm64\n" in said
    assert "Installed-Size: 2\n" in said
    assert deb.UOS.version.count(".") == 3
    assert "Conflicts: linli\n" in said


def test_menu_entry_starts_the_program_with_a_ledger():
    entry = desktop_files.entry("/opt/linli", "linli")
    assert "Exec=/opt/linli %f\n" in entry
    assert "Name[zh_CN]=邻里台\n" in entry
    assert "application/x-linli-ledger" in entry
    assert "application/x-linli-ledger" in desktop_files.types()


@pytest.fixture
def started(tmp_path):
    """Start the starter with a Python that only says what it is given; return its words."""
    (tmp_path / "bin").mkdir()
    (tmp_path / "python/bin").mkdir(parents=True)
    shutil.copyfile(payload.STARTER, tmp_path / "bin/linli")
    python = tmp_path / "python/bin/python3.11"
    python.write_text('#!/bin/sh\nprintf "%s\\n" "$@"\n')
    python.chmod(0o755)

    def start(*words):
        command = ["sh", tmp_path / "bin/linli", *words]
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()

    return start


def test_starter_hands_on_what_was_typed(started):
    assert started("find", "wxm") == ["-I", "-m", "linli", "find", "wxm"]


def test_starter_of_a_portable_folder_keeps_the_ledger_beside_it(started, tmp_path):
    (tmp_path / "portable.txt").touch()
    assert started("find")[3:] == ["--data-dir", f"{tmp_path}/data", "find"]


def test_ledger_that_is_double_clicked_is_opened_where_it_lies(started, tmp_path):
    assert started("/media/stick/ledger.db")[3:] == ["--data-dir", "/media/stick"]


@pytest.mark.parametrize(
    ("line", "is_foreign"),
    [
        ('9 connect(4, {sa_family=AF_UNIX, sun_path="/tmp/.X11-unix/X0"}, 20) = 0', False),
        ("9 socket(AF_NETLINK, SOCK_RAW, NETLINK_ROUTE) = 5", False),
        ('9 connect(4, {sa_family=AF_INET, sin_addr=inet_addr("127.0.0.1")}, 16) = 0', False),
        ('9 connect(4, {sa_family=AF_INET6, inet_pton(AF_INET6, "::1", &a)}, 28) = 0', False),
        ('9 connect(4, {sa_family=AF_INET, sin_addr=inet_addr("10.0.0.1")}, 16) = -1', True),
        ('9 bind(4, {sa_family=AF_INET, sin_addr=inet_addr("0.0.0.0")}, 16) = 0', True),
        ('9 sendto(4, "", 0, 0, {inet_pton(AF_INET6, "2001:db8::1", &a)}, 28) = 0', True),
        ("9 socket(AF_PACKET, SOCK_RAW, 768) = 3", True),
        ("9 socket(AF_BLUETOOTH, SOCK_RAW, 1) = 3", True),
    ],
)
def test_only_sockets_of_this_machine_are_let_pass(line, is_foreign, tmp_path):
    trace = tmp_path / "trace.txt"
    trace.write_text(f"{line}\n")
    assert bool(foreign_sockets(trace)) is is_foreign
