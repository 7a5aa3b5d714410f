"""Which removable drives (U盘) are plugged in, by the system's own lists; none is mounted here."""

import re
import shutil
import sys
from pathlib import Path

from linli.domain.backups import Drive

_MOUNTS = Path("/proc/self/mounts")
_BLOCKS = Path("/sys/class/block")
_PLACES = ("/media/", "/run/media/", "/mnt/")
_REMOVABLE = 2  # DRIVE_REMOVABLE of GetDriveTypeW
_ESCAPE = re.compile(r"\\([0-7]{3})")


def removable() -> list[Drive]:
    """Return the removable drives that are plugged in, in the order of their places."""
    found = _of_windows() if sys.platform == "win32" else _of_linux()
    drives = []
    for root, name in sorted(found):
        try:
            free = shutil.disk_usage(root).free
        except OSError:  # pulled a moment ago
            continue
        drives.append(Drive(root=root, name=name, free=free))
    return drives


def _of_linux() -> list[tuple[Path, str]]:
    """Return what the desktop mounts where sticks belong, and what the kernel calls removable."""
    try:
        lines = _MOUNTS.read_text(encoding="utf-8", errors="surrogateescape").splitlines()
    except OSError:
        return []
    found = []
    for line in lines:
        device, place, *_ = line.split(" ")
        root = Path(_ESCAPE.sub(lambda match: chr(int(match[1], 8)), place))
        if f"{root}/".startswith(_PLACES) or _is_removable(device):
            found.append((root, root.name))
    return found


def _is_removable(device: str) -> bool:
    """Ask the kernel about the disk behind a device such as `/dev/sdb1`."""
    if not device.startswith("/dev/"):
        return False
    block = _BLOCKS / Path(device).name
    for folder in (block, block.resolve().parent):
        try:
            return (folder / "removable").read_text(encoding="ascii").strip() == "1"
        except OSError:
            continue
    return False


def _of_windows() -> list[tuple[Path, str]]:  # pragma: no cover
    found: list[tuple[Path, str]] = []
    if sys.platform == "win32":
        import ctypes

        kernel = ctypes.windll.kernel32
        letters = kernel.GetLogicalDrives()
        for place in range(26):
            root = f"{chr(ord('A') + place)}:\\"
            if letters >> place & 1 and kernel.GetDriveTypeW(root) == _REMOVABLE:
                label = ctypes.create_unicode_buffer(64)
                kernel.GetVolumeInformationW(root, label, 64, None, None, None, None, 0)
                found.append((Path(root), label.value or root))
    return found
