"""`linli` opens the window; `linli VERB …` works without one."""

import gc
import os
import shlex
import sys
from argparse import Namespace

from linli import cli
from linli.dumps import forbid_dumps
from linli.paths import DataDir

_WINDOWS = ("window", "practice")
_COLLECT_AFTER = 200_000  # new objects; modules are most of what a verb makes, and they all stay


def main() -> int:
    """Start the program; return its exit code."""
    forbid_dumps()
    options = cli.parse(sys.argv[1:])
    cli.report_defects(options)
    if options.smoke_test is not None:
        from linli import smoke

        return smoke.run(options.smoke_test or None)
    if options.verb not in _WINDOWS:
        return _run_verb(options)
    if not _has_display():
        sys.stderr.write(
            "这里没有图形显示，窗口打不开，可以不用窗口试一遍（no display, try without a window）："
            f"{shlex.quote(cli.program())} demo --out cards.pdf\n"
        )
        return 1
    from linli.app import run

    if options.verb == "practice":
        return run(DataDir.practice(options.data_dir), practice=True)
    return run(cli.data_dir(options))


def _run_verb(options: Namespace) -> int:
    """Carry out a verb in a process that does nothing else; return its exit code.

    Looking for garbage among its modules would be a fifth of a short verb's time.
    """
    gc.set_threshold(_COLLECT_AFTER)
    try:
        return cli.run(options)
    finally:
        gc.freeze()  # the process ends: nothing needs to be taken apart


def _has_display() -> bool:
    """Whether a window can be shown; Qt itself would end the process without a word of Chinese."""
    if sys.platform != "linux":
        return True
    if any(os.environ.get(name) for name in ("WAYLAND_DISPLAY", "QT_QPA_PLATFORM")):
        return True
    return bool(os.environ.get("DISPLAY")) and _display_answers()


def _display_answers() -> bool:
    """Whether the X server that DISPLAY names lets us in."""
    import ctypes

    try:
        x11 = ctypes.CDLL("libX11.so.6")
    except OSError:
        return True  # nobody to ask
    x11.XOpenDisplay.restype = ctypes.c_void_p
    x11.XCloseDisplay.argtypes = [ctypes.c_void_p]
    display = x11.XOpenDisplay(None)
    if display:
        x11.XCloseDisplay(display)
    return bool(display)


if __name__ == "__main__":
    sys.exit(main())
