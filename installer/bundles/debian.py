"""Which packages of Debian bring the libraries that a bundle leaves to the system."""

from collections.abc import Iterable

import prepare

from bundles.targets import Target

_MORE = {
    "libICE.so.6": "libice6",
    "libSM.so.6": "libsm6",
    "libcups.so.2": "libcups2",
    "libgcc_s.so.1": "libgcc-s1 | libgcc1",
}
_OF_LIBC = ("libc", "libdl", "libm", "libpthread", "libresolv", "librt", "libutil")


class NoPackage(Exception):  # noqa: N818 - says what is wrong with a bundle
    """A library that no package is known for."""


def depends(libraries: Iterable[str], target: Target) -> list[str]:
    """Return what a package depends on, for the libraries that it leaves to the system.

    Names are those of Debian 10 to 13, UOS 20 and Kylin V10.

    Raises:
        NoPackage: if a library is in no package we know.
    """
    floor = ".".join(map(str, target.glibc or ()))
    names = {**prepare.DEBIAN_PACKAGES, **_MORE}
    found = set()
    for library in libraries:
        if library.split(".so", 1)[0] in _OF_LIBC:
            found.add(f"libc6 (>= {floor})")
        elif library in names:
            found.add(names[library])
        else:
            raise NoPackage(f"no package is known for {library}; trim what wants it or name one")
    return sorted(found)
