"""Programs and libraries of Windows: which others they want, and whether those are there."""

import struct
from collections.abc import Iterator
from pathlib import Path

from bundles import tree

_IMPORTS = 120
"""Where the table of imports is named, counted from the start of the optional header of PE32+."""
_SECTION = "<8sIIII"
_SECTION_SIZE = 40
_DESCRIPTOR_SIZE = 20
_LIBRARIES = {".dll", ".exe", ".pyd"}

OF_WINDOWS = frozenset(
    (
        *("advapi32.dll", "authz.dll", "bcrypt.dll", "bcryptprimitives.dll", "comdlg32.dll"),
        *("crypt32.dll", "d2d1.dll", "d3d9.dll", "d3d11.dll", "d3d12.dll", "dnsapi.dll"),
        *("dwmapi.dll", "dwrite.dll", "dxgi.dll", "gdi32.dll", "imm32.dll", "iphlpapi.dll"),
        *(
            "kernel32.dll",
            "mpr.dll",
            "netapi32.dll",
            "ntdll.dll",
            "ole32.dll",
            "oleaut32.dll",
            "psapi.dll",
        ),
        *("psapi.dll", "rpcrt4.dll", "secur32.dll", "setupapi.dll", "shell32.dll", "shlwapi.dll"),
        *("uiautomationcore.dll", "user32.dll", "userenv.dll", "usp10.dll", "uxtheme.dll"),
        *("version.dll", "winhttp.dll", "winmm.dll", "winspool.drv", "ws2_32.dll"),
        *("wtsapi32.dll",),
    )
)
"""Libraries that every Windows 10 has; the universal C library (api-ms-win-*) is one too."""


def imports(path: Path) -> list[str]:
    """Return the libraries that a 64-bit program or library wants, in small letters."""
    data = path.read_bytes()
    (header,) = struct.unpack_from("<I", data, 60)
    count, size = (struct.unpack_from("<H", data, header + at)[0] for at in (6, 20))
    first = header + 24 + size
    sections = [
        struct.unpack_from(_SECTION, data, first + each * _SECTION_SIZE) for each in range(count)
    ]

    def place(address: int) -> int:
        found: int = next(
            address - start + offset
            for _, length, start, stored, offset in sections
            if start <= address < start + max(length, stored)
        )
        return found

    def names() -> Iterator[str]:
        (table,) = struct.unpack_from("<I", data, header + 24 + _IMPORTS)
        at = place(table) if table else len(data)
        while at < len(data) and (named := struct.unpack_from("<I", data, at + 12)[0]):
            start = place(named)
            yield data[start : data.index(b"\0", start)].decode("ascii").lower()
            at += _DESCRIPTOR_SIZE

    return list(names())


def unresolved(root: Path) -> dict[str, list[str]]:
    """Return what is wanted below a folder and neither there nor part of Windows, with by whom."""
    found: dict[str, list[str]] = {}
    files = [path for path in tree.files(root) if path.suffix.lower() in _LIBRARIES]
    there = {path.name.lower() for path in files} | OF_WINDOWS
    for path in files:
        for name in imports(path):
            if name not in there and not name.startswith("api-ms-win-"):
                found.setdefault(name, []).append(path.relative_to(root).as_posix())
    return found
