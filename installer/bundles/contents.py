"""What every bundle has inside: packages, licences, compiled code, a bill of materials."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

from bundles import licences, packages, sbom, source, tree, trim, wheels
from bundles.packages import Component
from bundles.targets import PYTHON, Target


def fill(
    target: Target, site: Path, licence_folder: Path, *, runtime: Sequence[Component] = ()
) -> list[Component]:
    """Install everything into `site-packages`, trimmed; return what is inside, the runtime too.

    Args:
        target: what it is for.
        site: an empty or new folder.
        licence_folder: where the licences are gathered.
        runtime: what the bundle's Python is made of.
    """
    site.mkdir(parents=True, exist_ok=True)
    archives = wheels.install(target, site)
    inside = packages.installed(site, [(path.name, tree.digest(path)) for path in archives])
    components = sorted([*inside, *runtime], key=lambda each: each.name)
    licences.gather(components, licence_folder)
    trim.trim(site)
    licences.drop_gathered(site)
    return components


def compile_all(root: Path, python: Path) -> None:
    """Compile all modules below a folder, so that a folder that nobody may write starts as fast.

    The compiled code is taken as it is: its source is never looked at again (PEP 552).

    Args:
        root: the folder.
        python: a Python of the bundles' version; its byte code is the same on all systems.

    Raises:
        ValueError: if it is another version.
    """
    said = subprocess.run([python, "-V"], capture_output=True, text=True, check=True).stdout
    if not said.startswith(f"Python {PYTHON}."):
        raise ValueError(f"{python} is {said.strip()}; bundles hold Python {PYTHON}")
    options = ["-q", "-q", "-f", "-j", "1", "--invalidation-mode", "unchecked-hash"]
    command = [str(python), "-I", "-m", "compileall", *options, "-s", str(root), "-p", "/"]
    subprocess.run([*command, str(root)], env={**os.environ, "PYTHONHASHSEED": "0"}, check=True)


def write_bill(bundle: Path, components: Sequence[Component]) -> Path:
    """Write a bundle's bill of materials beside it, checked; return its path."""
    text = sbom.document(bundle.name, components, moment=source.moment())
    sbom.check(text)
    target = bundle.with_name(f"{bundle.name}.cdx.json")
    target.write_text(text, encoding="utf-8")
    return target


def write_licence_list(components: Sequence[Component], into: Path) -> None:
    """Write the licences of components that lie nowhere else, such as in their own wheels."""
    with tempfile.TemporaryDirectory() as scratch:
        gathered = Path(scratch) / "licences"
        licences.gather(components, gathered)
        shutil.copytree(gathered, into)
