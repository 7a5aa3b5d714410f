"""A process that shows text with the fonts its fontconfig knows: `glyphs_shown.py RARE_FOLDER`.

It reads the text from standard input and prints, as JSON, the families of the interface, the
characters that have no glyph, and the families that drew the others beside the first.
"""

import json
import sys
from pathlib import Path

from PySide6.QtGui import QTextLayout
from PySide6.QtWidgets import QApplication

from linli.gui import fonts
from linli.gui.theme import Theme


def main(folder):
    """Lay every character out as a label would."""
    fonts.rare_fonts = lambda: Path(folder)
    app = QApplication([])
    theme = Theme(app, fonts.interface_families())
    missing, others = [], set()
    for char in dict.fromkeys(sys.stdin.read()):
        if char.isspace():
            continue
        layout = QTextLayout(char, theme.font())
        layout.beginLayout()
        layout.createLine()
        layout.endLayout()
        runs = layout.glyphRuns()
        if not runs or any(0 in run.glyphIndexes() for run in runs):
            missing.append(char)
        others.update(run.rawFont().familyName() for run in runs)
    answer = {
        "families": theme.font().families(),
        "missing": missing,
        "drawn_by": sorted(others),
        "bold": theme.font(bold=True).bold(),
    }
    sys.stdout.write(json.dumps(answer))


if __name__ == "__main__":
    main(sys.argv[1])
