"""How large a millimetre is on this screen."""

from PySide6.QtGui import QScreen

_INCH = 25.4
_BELIEVABLE = range(50, 500)


def pixels_per_mm(screen: QScreen) -> float:
    """Return logical pixels per millimetre of the screen as it measures itself.

    A screen that says nonsense (a projector, a remote desktop) counts as one of the usual density.
    """
    dpi = screen.physicalDotsPerInch()
    if round(dpi) not in _BELIEVABLE:
        dpi = screen.logicalDotsPerInch()
    return dpi / _INCH
