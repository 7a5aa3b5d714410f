"""No image of the memory on the disk when the program crashes: people and keys stand in it."""

import sys


def forbid_dumps() -> None:
    """Tell the system to write none; where it does not listen, nothing is changed.

    POSIX: no core file. Windows: no dialog of the error reporting, which writes a dump and offers
    to send it.
    """
    if sys.platform == "win32":
        import ctypes

        no_boxes = 0x0001 | 0x0002  # SEM_FAILCRITICALERRORS, SEM_NOGPFAULTERRORBOX
        ctypes.windll.kernel32.SetErrorMode(no_boxes)
    else:
        import resource

        most = resource.getrlimit(resource.RLIMIT_CORE)[1]
        resource.setrlimit(resource.RLIMIT_CORE, (0, most))
