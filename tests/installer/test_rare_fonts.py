import shutil
import subprocess

import pytest
from bundles import packages, rare_fonts

from linli.domain.faces import FontStyle
from linli.printing.installed import known_files, rare_names

FILES = {
    "fonts-babelstone-han": ("babelstone/BabelStoneHan.ttf",),
    "fonts-hanazono": ("hanazono/HanaMinA.ttf", "hanazono/HanaMinB.ttf"),
}


def pack(folder, package):
    """Make a package as Debian's are laid out, with text where fonts would be."""
    root = folder / package
    about = root / "usr/share/doc" / package / "copyright"
    about.parent.mkdir(parents=True)
    about.write_text(f"licence of {package}", encoding="utf-8")
    for name in FILES[package]:
        path = root / "usr/share/fonts/truetype" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name, encoding="utf-8")
    control = root / "DEBIAN/control"
    control.parent.mkdir()
    control.write_text(
        f"Package: {package}\nVersion: 1\nArchitecture: all\n"
        "Maintainer: Nobody <nobody@example.org>\nDescription: fonts\n",
        encoding="utf-8",
    )
    made = folder / f"{package}.deb"
    subprocess.run(["dpkg-deb", "-b", root, made], check=True, capture_output=True)
    return made


@pytest.mark.skipif(shutil.which("dpkg-deb") is None, reason="bundles are made on Debian")
def test_fonts_come_with_their_licences_under_names_that_the_program_knows(tmp_path, monkeypatch):
    made = {package: pack(tmp_path, package) for package in FILES}
    monkeypatch.setattr(
        rare_fonts, "fetch", lambda package: {package.files[0][0]: made[package.name]}
    )
    into = tmp_path / "bundle" / "fonts"
    components = rare_fonts.rare_fonts(into)
    assert [each.name for each in components] == list(FILES)
    assert all(isinstance(each, packages.Component) and each.licence for each in components)
    for each in components:
        assert [path.read_text() for path in each.texts] == [f"licence of {each.name}"]
    found = known_files(sorted(into.iterdir()), rare_names(FontStyle.HEI))
    assert [path.name for path in found] == ["BabelStoneHan.ttf", "HanaMinA.ttf", "HanaMinB.ttf"]
