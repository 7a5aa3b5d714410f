"""What bundles are built with: an environment of their own, from a lock, in the cache folder.

Only the standard library may be imported here: this runs before the tools are there.
"""

import hashlib
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

INSTALLER = Path(__file__).resolve().parents[1]
LOCK = INSTALLER / "requirements" / "bundle.lock"


def cache() -> Path:
    """Return the folder that keeps what was fetched and compiled, outside of the repository."""
    named = os.environ.get("LINLI_CACHE")
    home = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(named) if named else Path(home) / "linli-bundles"


def tool(name: str) -> Path:
    """Return the path of a program that lies in the environment of the tools."""
    return Path(sys.executable).parent / name


def environment() -> Path:
    """Return the Python of the tools' environment; it is made the first time.

    Raises:
        subprocess.CalledProcessError: if the tools cannot be installed; pip says why.
    """
    key = hashlib.sha256(LOCK.read_bytes() + sys.version.encode()).hexdigest()[:16]
    folder = cache() / f"tools-{key}"
    python = folder / "bin" / "python"
    finished = folder / "finished"
    if not finished.exists():
        print("== installing the tools that make bundles, once", flush=True)
        subprocess.run([sys.executable, "-m", "venv", "--clear", str(folder)], check=True)
        pip = [str(python), "-m", "pip", "--disable-pip-version-check", "install", "--quiet"]
        chosen = ["--require-hashes", "--only-binary", ":all:", "-r", str(LOCK)]
        subprocess.run([*pip, *chosen], check=True)
        finished.touch()
    return python


def run(arguments: Sequence[str]) -> int:
    """Make a bundle with the tools' Python; return its exit code."""
    command = [str(environment()), "-m", "bundles", *arguments]
    settings = {**os.environ, "PYTHONPATH": str(INSTALLER), "PYTHONDONTWRITEBYTECODE": "1"}
    return subprocess.run(command, env=settings, check=False).returncode
