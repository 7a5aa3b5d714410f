"""What bundles are made of: wheels by target, what is left out, floors, dependencies, licences."""

import dataclasses
import json
import subprocess
import sys
from pathlib import Path

import pytest
from bundles import contents, debian, elf, licences, packages, runtime_data, sbom, source, trim
from bundles.archive import NotThere, Pinned, fetch
from bundles.requirements import LOCK, locked, locked_versions
from bundles.targets import LINUX_AARCH64, LINUX_X86_64, TARGETS, WINDOWS_X64, linux

INTERPRETER = Path(sys.executable).resolve()


@pytest.fixture
def site(tmp_path):
    """An installed package with its licence."""
    folder = tmp_path / "site" / "thing-1.2.dist-info"
    (folder / "licenses").mkdir(parents=True)
    (folder / "METADATA").write_text("Name: Thing\nVersion: 1.2\nLicense-Expression: MIT\n")
    (folder / "licenses" / "LICENSE").write_text("do as you like")
    return folder.parent


def _components(site):
    return packages.installed(site, [("thing-1.2-py3-none-any.whl", "ab" * 32)])


def test_lock_is_read_for_the_target_and_not_for_this_machine():
    versions = {
        target.name: {each.name: each.version for each in locked(target)} for target in TARGETS
    }
    assert versions["linux-aarch64"]["pyside6-essentials"] == "6.8.0.2"
    assert versions["linux-x86_64"]["pyside6-essentials"] == "6.9.3"
    assert versions["windows-amd64"]["pyside6-essentials"] == "6.9.3"
    for found in versions.values():
        assert set(found) == set(locked_versions(LOCK))


def test_every_locked_line_is_written_with_its_hashes():
    for each in locked(LINUX_X86_64):
        assert each.line.startswith(f"{each.name}=={each.version} \\\n")
        assert each.line.count("--hash=sha256:") == len(each.sha256) > 0


def test_wheels_are_taken_up_to_the_floor_and_not_beyond():
    tags = LINUX_X86_64.wheel_platforms
    assert tags[0] == "manylinux_2_28_x86_64"
    assert {"manylinux2014_x86_64", "manylinux1_x86_64"} <= set(tags)
    assert "manylinux_2_31_aarch64" in LINUX_AARCH64.wheel_platforms
    assert "manylinux_2_5_aarch64" not in LINUX_AARCH64.wheel_platforms
    assert WINDOWS_X64.wheel_platforms == ("win_amd64",)
    assert linux("aarch64") is LINUX_AARCH64


def test_library_beyond_the_floor_is_refused_with_what_it_wants(tmp_path):
    (tmp_path / "program").write_bytes(INTERPRETER.read_bytes())
    machine = elf.read(tmp_path / "program").machine
    old = dataclasses.replace(LINUX_X86_64, machine=machine, glibc=(2, 1))
    with pytest.raises(elf.BeyondFloor, match=r"program wants GLIBC_2\.\d+.* has up to GLIBC_2\.1"):
        elf.check(tmp_path, old)
    elf.check(tmp_path, dataclasses.replace(old, glibc=(9, 0)))
    assert elf.highest(tmp_path)["GLIBC"].startswith("2.")


def test_library_of_another_machine_is_refused(tmp_path):
    (tmp_path / "program").write_bytes(INTERPRETER.read_bytes())
    other = dataclasses.replace(LINUX_X86_64, machine="mips", glibc=(9, 0))
    with pytest.raises(elf.BeyondFloor, match=r"program is for .*, not mips"):
        elf.check(tmp_path, other)


def test_what_is_not_inside_is_left_to_the_system(tmp_path):
    (tmp_path / "program").write_bytes(INTERPRETER.read_bytes())
    (tmp_path / "text.so").write_text("no library")
    assert elf.unresolved(tmp_path)["libc.so.6"] == ["program"]
    (tmp_path / "libc.so.6").write_bytes(INTERPRETER.read_bytes())
    assert "libc.so.6" not in elf.unresolved(tmp_path)


def test_dependencies_come_from_the_libraries_with_the_floor():
    needs = debian.depends(["libm.so.6", "libc.so.6", "libxcb.so.1", "libcups.so.2"], LINUX_X86_64)
    assert needs == ["libc6 (>= 2.28)", "libcups2", "libxcb1"]
    assert debian.depends(["libc.so.6"], LINUX_AARCH64) == ["libc6 (>= 2.31)"]


def test_library_of_no_known_package_is_refused():
    with pytest.raises(debian.NoPackage, match="libodd"):
        debian.depends(["libodd.so.1"], LINUX_X86_64)


@pytest.mark.parametrize(
    "name",
    [
        "PySide6/Qt/lib/libQt6Quick.so.6",
        "PySide6/Qt6Qml.dll",
        "PySide6/QtSql.abi3.so",
        "PySide6/Qt/plugins/tls/libqopensslbackend.so",
        "PySide6/plugins/sqldrivers/qsqlite.dll",
        "PySide6/Qt/plugins/platforms/libqeglfs.so",
        "PySide6/Qt/plugins/platformthemes/libqgtk3.so",
        "PySide6/Qt/translations/qtbase_fr.qm",
        "PySide6/QtCore.pyi",
        "fontTools/ttLib/tests/test.py",
        "bin/fonttools",
        "numpy-2.4.6.dist-info/RECORD",
    ],
)
def test_what_the_program_does_not_use_is_left_out(name):
    assert any(each.takes(name) for each in trim.LEFT_OUT)


@pytest.mark.parametrize(
    "name",
    [
        "PySide6/Qt/lib/libQt6Core.so.6",
        "PySide6/Qt6Widgets.dll",
        "PySide6/QtNetwork.abi3.so",
        "PySide6/Qt/lib/libicudata.so.73",
        "PySide6/Qt/plugins/platforms/libqxcb.so",
        "PySide6/plugins/platforms/qwindows.dll",
        "PySide6/Qt/plugins/platforminputcontexts/libibusplatforminputcontextplugin.so",
        "PySide6/Qt/plugins/printsupport/libcupsprintersupport.so",
        "PySide6/Qt/translations/qtbase_zh_CN.qm",
        "linli/_resources/codes/ethnicity.json",
        "numpy-2.4.6.dist-info/METADATA",
        "alembic/__init__.py",
    ],
)
def test_what_the_program_uses_stays(name):
    assert [each.why for each in trim.LEFT_OUT if each.takes(name)] == []


def test_trimming_leaves_no_empty_folder(tmp_path):
    for name in ("PySide6/Qt/qml/QtQuick/a.qml", "linli/main.py"):
        (tmp_path / name).parent.mkdir(parents=True)
        (tmp_path / name).write_text("12345")
    assert trim.trim(tmp_path) == len("12345")
    assert [path.name for path in tmp_path.iterdir()] == ["linli"]


def test_licences_are_gathered_with_a_list(site, tmp_path):
    licences.gather(_components(site), tmp_path / "licences")
    assert (tmp_path / "licences/thing/LICENSE").read_text() == "do as you like"
    assert (tmp_path / "licences/LICENSE").is_file()
    listed = (tmp_path / "licences/LIST.txt").read_text().splitlines()
    assert listed[1] == "thing\t1.2\tMIT\tthing/LICENSE"


def test_package_without_the_text_of_its_licence_is_refused(site, tmp_path):
    (site / "thing-1.2.dist-info/licenses/LICENSE").unlink()
    with pytest.raises(licences.NoText, match="thing"):
        licences.gather(_components(site), tmp_path / "licences")


def test_package_that_names_no_licence_is_refused(site):
    (site / "thing-1.2.dist-info/METADATA").write_text("Name: thing\nVersion: 1.2\n")
    with pytest.raises(ValueError, match="thing does not say its licence"):
        _components(site)


def test_gathered_licences_leave_name_and_version_behind(site):
    licences.drop_gathered(site)
    assert [path.name for path in (site / "thing-1.2.dist-info").iterdir()] == ["METADATA"]


def test_bill_names_everything_and_is_the_same_every_time(site):
    texts = [sbom.document("a.deb", _components(site), moment=1_700_000_000) for _ in range(2)]
    assert texts[0] == texts[1]
    bill = json.loads(texts[0])
    assert (bill["bomFormat"], bill["specVersion"]) == ("CycloneDX", "1.6")
    assert bill["metadata"]["timestamp"] == "2023-11-14T22:13:20Z"
    assert bill["metadata"]["component"]["version"] == source.version()
    (only,) = bill["components"]
    assert only["purl"] == "pkg:pypi/thing@1.2"
    assert only["licenses"] == [{"license": {"id": "MIT"}}]
    assert only["hashes"] == [{"alg": "SHA-256", "content": "ab" * 32}]
    assert bill["serialNumber"].startswith("urn:uuid:")


def test_bill_of_other_contents_has_another_number(site):
    component = _components(site)[0]
    other = dataclasses.replace(component, version="1.3")
    numbers = {
        json.loads(sbom.document("a.deb", [each], moment=0))["serialNumber"]
        for each in (component, other)
    }
    assert len(numbers) == 2


def test_file_of_debian_with_another_hash_is_refused(tmp_path, monkeypatch):
    monkeypatch.setenv("LINLI_CACHE", str(tmp_path))
    (tmp_path / "debian/apt").mkdir(parents=True)
    (tmp_path / "debian/apt/sources.list").touch()
    (tmp_path / "debian/a.tar.xz").write_text("something else")
    monkeypatch.setattr(subprocess, "run", lambda *_, **__: None)
    with pytest.raises(NotThere, match=r"a\.tar\.xz is not what is pinned"):
        fetch(Pinned(name="a", version="1.0-1", files=(("a.tar.xz", "00" * 32),)))


def test_upstream_version_is_debians_without_its_own_parts():
    versions = {"1:1.2.13.dfsg-1": "1.2.13", "3.11.2-6+deb12u8": "3.11.2", "0.4.0-1+b1": "0.4.0"}
    for version, upstream in versions.items():
        assert Pinned(name="a", version=version, files=()).upstream == upstream


def _compile(folder, monkeypatch):
    """Compile a module with the Python that runs the tests, whichever it is."""
    monkeypatch.setattr(contents, "PYTHON", f"{sys.version_info.major}.{sys.version_info.minor}")
    folder.mkdir()
    (folder / "module.py").write_text("WORDS = {'a', 'b', 'c', 'd'}\n")
    contents.compile_all(folder, Path(sys.executable))
    return next((folder / "__pycache__").iterdir()).read_bytes()


def test_compiled_modules_are_the_same_anywhere_and_never_looked_at_again(tmp_path, monkeypatch):
    one, other = (_compile(tmp_path / name, monkeypatch) for name in ("one", "other"))
    assert one == other
    assert one[4:8] == (1).to_bytes(4, "little")  # by hash (bit 0), unchecked (bit 1 is not set)


def test_modules_are_compiled_by_the_version_that_is_carried(tmp_path, monkeypatch):
    monkeypatch.setattr(contents, "PYTHON", "2.7")
    with pytest.raises(ValueError, match=r"bundles hold Python 2\.7"):
        contents.compile_all(tmp_path, Path(sys.executable))


def test_everything_that_the_runtime_is_made_of_has_a_licence_and_a_hash():
    sources = (
        *(runtime_data.PYTHON, runtime_data.ZLIB, runtime_data.BZIP2),
        *(runtime_data.XZ, runtime_data.LIBFFI),
    )
    assert {each.name for each in sources} == set(runtime_data.LICENCES)
    carried = [each for packages in runtime_data.CARRIED.values() for each in packages]
    assert {each.architecture for each in carried} == {"amd64", "arm64"}
    for each in (*sources, *carried):
        assert all(len(sha256) == 64 for _, sha256 in each.files)


@pytest.mark.parametrize(
    ("licence", "said"),
    [
        ("MIT", {"license": {"id": "MIT"}}),
        ("MIT OR Zlib", {"expression": "MIT OR Zlib"}),
        ("LicenseRef-public-domain", {"license": {"name": "public-domain"}}),
    ],
)
def test_bill_says_licences_as_the_format_wants_them(site, licence, said):
    component = dataclasses.replace(_components(site)[0], licence=licence)
    bill = json.loads(sbom.document("a.deb", [component], moment=0))
    assert bill["components"][0]["licenses"] == [said]
