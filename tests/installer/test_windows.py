"""What the bundles for Windows are made of, as far as it shows without Windows."""

import struct
import zipfile

import icon
import pytest
from bundles import pe, windows, windows_launcher, windows_python
from PySide6.QtGui import QImage, QImageReader

MOMENT = 1_700_000_000
_LARGEST_DIFFERENCE = 2  # of a colour, in 255: what versions of Qt round differently


@pytest.fixture
def root(tmp_path):
    """A folder to be installed, with another folder inside."""
    root = tmp_path / "tree"
    (root / "runtime" / "inner").mkdir(parents=True)
    for name in ("linli.exe", "runtime/b.dll", "runtime/a.dll", "runtime/inner/c.txt"):
        (root / name).write_text(name, encoding="utf-8")
    return root


def library(path, *wanted):
    """Write a library of Windows that wants others, with nothing else in it."""
    head, optional, start, base = 64, 240, 512, 0x1000
    names = [f"{name}\0".encode("ascii") for name in wanted]
    texts = base + (len(names) + 1) * 20
    table = b""
    for name in names:
        table += struct.pack("<IIIII", 1, 0, 0, texts, 1)
        texts += len(name)
    body = table + bytes(20) + b"".join(names)
    data = bytearray(start)
    struct.pack_into("<I", data, 60, head)
    data[head : head + 4] = b"PE\0\0"
    struct.pack_into("<H", data, head + 6, 1)
    struct.pack_into("<H", data, head + 20, optional)
    struct.pack_into("<I", data, head + 24 + 120, base if wanted else 0)
    section = (b".idata", len(body), base, len(body), start)
    struct.pack_into("<8sIIII", data, head + 24 + optional, *section)
    path.write_bytes(bytes(data) + body)


def test_every_file_is_installed_into_its_folder_in_one_order(root):
    lines = windows.install_lines(root).removeprefix("\ufeff").splitlines()
    assert lines == [
        'SetOutPath "$INSTDIR"',
        f'File "{root}/linli.exe"',
        'SetOutPath "$INSTDIR\\runtime"',
        f'File "{root}/runtime/a.dll"',
        f'File "{root}/runtime/b.dll"',
        'SetOutPath "$INSTDIR\\runtime\\inner"',
        f'File "{root}/runtime/inner/c.txt"',
    ]


def test_only_what_was_installed_is_removed_and_inner_folders_first(root):
    lines = windows.remove_lines(root).removeprefix("\ufeff").splitlines()
    assert sorted(lines[:4]) == [
        'Delete "$INSTDIR\\linli.exe"',
        'Delete "$INSTDIR\\runtime\\a.dll"',
        'Delete "$INSTDIR\\runtime\\b.dll"',
        'Delete "$INSTDIR\\runtime\\inner\\c.txt"',
    ]
    assert lines[4:] == ['RMDir "$INSTDIR\\runtime\\inner"', 'RMDir "$INSTDIR\\runtime"']


def test_the_same_folder_gives_the_same_archive(root, tmp_path):
    one, other = tmp_path / "one.zip", tmp_path / "other.zip"
    windows.write_zip(one, root, MOMENT)
    (root / "linli.exe").touch()
    windows.write_zip(other, root, MOMENT)
    assert one.read_bytes() == other.read_bytes()
    with zipfile.ZipFile(one) as archive:
        assert archive.read("tree/runtime/inner/c.txt") == b"runtime/inner/c.txt"
        assert {each.date_time for each in archive.infolist()} == {(2023, 11, 14, 22, 13, 20)}


def test_a_library_that_is_neither_inside_nor_of_windows_is_found(tmp_path):
    library(tmp_path / "one.dll", "KERNEL32.dll", "two.dll", "api-ms-win-crt-math-l1-1-0.dll")
    library(tmp_path / "TWO.dll", "msvcp140.dll")
    library(tmp_path / "three.pyd")
    assert pe.imports(tmp_path / "one.dll")[:2] == ["kernel32.dll", "two.dll"]
    assert pe.imports(tmp_path / "three.pyd") == []
    assert pe.unresolved(tmp_path) == {"msvcp140.dll": ["TWO.dll"]}


def test_a_python_that_is_not_the_pinned_one_is_refused(tmp_path, monkeypatch):
    monkeypatch.setenv("LINLI_CACHE", str(tmp_path))
    (tmp_path / "windows").mkdir()
    with zipfile.ZipFile(tmp_path / "windows" / windows_python.ARCHIVE, "w") as archive:
        for name in windows_python.FILES:
            archive.writestr(name, "changed")
    with pytest.raises(windows_python.NotPinned, match=windows_python.VERSION):
        windows_python.install(tmp_path / "runtime")


def test_the_cpp_library_lies_once_where_all_find_it(tmp_path):
    site, runtime = tmp_path / "site", tmp_path / "runtime"
    runtime.mkdir()
    for package in ("PySide6", "shiboken6"):
        (site / package).mkdir(parents=True)
        for name in (*windows_python.CPP_LIBRARY, "concrt140.dll", "vcamp140.dll", "Qt6Core.dll"):
            (site / package / name).write_text(package, encoding="utf-8")
    windows_python.move_cpp_library(site, runtime)
    assert sorted(path.name for path in runtime.iterdir()) == sorted(windows_python.CPP_LIBRARY)
    left = {path.relative_to(site).as_posix() for path in site.rglob("*.dll")}
    assert left == {"PySide6/Qt6Core.dll", "shiboken6/Qt6Core.dll"}


@pytest.mark.parametrize(
    ("version", "numbers"), [("1.2", "1.2.0.0"), ("0.1.0", "0.1.0.0"), ("1.2.3.4", "1.2.3.4")]
)
def test_windows_gets_four_numbers(version, numbers):
    assert windows_launcher.numbers(version) == numbers


def test_a_version_with_letters_is_refused():
    with pytest.raises(ValueError, match=r"1\.0rc1"):
        windows_launcher.numbers("1.0rc1")


def test_the_icon_is_the_drawing_in_every_size():
    reader = QImageReader(str(windows_launcher.ICON))
    sizes = []
    for number in range(reader.imageCount()):
        assert reader.jumpToImage(number)
        kept = reader.read().convertToFormat(QImage.Format.Format_ARGB32)
        sizes.append(kept.width())
        drawn = icon.draw(kept.width())
        pairs = zip(bytes(kept.constBits()), bytes(drawn.constBits()), strict=True)
        assert max(abs(one - other) for one, other in pairs) <= _LARGEST_DIFFERENCE
    assert tuple(sizes) == icon.SIZES
