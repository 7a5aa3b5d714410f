"""The folder that every bundle for Linux carries: Python, packages, program, licences."""

import shutil
import tempfile
from pathlib import Path

from bundles import carried, contents, elf, rare_fonts, runtime
from bundles.packages import Component
from bundles.targets import Target

STARTER = Path(__file__).parent / "linux" / "linli.sh"
PROGRAM = "bin/linli"
SITE = f"python/{runtime.LIBRARY}/site-packages"
_QT = "PySide6/Qt/lib"
_FONTS = "linli/fonts"
"""Where `linli.paths.rare_fonts` looks for them."""


def make(target: Target, root: Path) -> list[Component]:
    """Fill a new folder with all that runs on a target; return what is inside.

    Raises:
        BeyondFloor: if something inside would not run on the oldest system.
    """
    compiled = runtime.build(target)
    apart = shutil.ignore_patterns("licences", "__pycache__")
    shutil.copytree(compiled, root / "python", ignore=apart)
    site = root / SITE
    with tempfile.TemporaryDirectory() as scratch:
        libraries, fonts = Path(scratch) / "libraries", Path(scratch) / "fonts"
        libraries.mkdir()
        below = [
            *runtime.components(compiled),
            *carried.put(target, libraries, Path(scratch) / "licences"),
            *rare_fonts.rare_fonts(fonts),
        ]
        components = contents.fill(target, site, root / "licences", runtime=below)
        for library in sorted(libraries.iterdir()):
            shutil.copyfile(library, site / _QT / library.name)
        (site / _FONTS).mkdir()
        for font in sorted(fonts.glob("*.ttf")):
            shutil.copyfile(font, site / _FONTS / font.name)
    contents.compile_all(root / "python" / runtime.LIBRARY, runtime.compiler())
    starter = root / PROGRAM
    starter.parent.mkdir()
    shutil.copyfile(STARTER, starter)
    starter.chmod(0o755)
    elf.check(root, target)
    return components
