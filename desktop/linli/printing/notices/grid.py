"""The page of an official notice (GB/T 9704-2012, 5 and 7): all values of the standard.

Lengths are pt from the paper's top left corner, y downwards. A line of text hangs from the top of
its place, so that the first one begins on the upper edge of the type area (天头 37 mm).
"""

from linli.domain.paper import A4

MM = 72 / 25.4
"""pt in a mm."""
PAPER_WIDTH, PAPER_HEIGHT = A4.width * MM, A4.height * MM
LEFT, TOP = 28 * MM, 37 * MM
"""订口 and 天头: where the type area (版心) begins."""
WIDTH, HEIGHT = 156 * MM, 225 * MM
RIGHT, BOTTOM = LEFT + WIDTH, TOP + HEIGHT
LINES, CELLS = 22, 28
"""Lines on a page and characters in a line."""
PITCH = HEIGHT / LINES
"""From one line to the next, 28.99 pt; 空一行 is one of it."""
EM = 15.75
"""三号, of the text."""
TITLE_SIZE, SMALL = 22.0, 14.0
"""二号 of titles and 四号 of page numbers and the imprint."""
TRACKING = WIDTH / CELLS / EM - 1
"""em between characters by which 28 of them fill a line."""
GAP = EM * 7 / 8
"""What parts two lines (行距), and what stands beside the double lines of a letter."""
INDENT = 2 * EM
"""左空二字."""
INK, RED, FAINT = "#000000", "#ff0000", "#566273"
HEAD_TOP = TOP + 35 * MM
"""Where the issuer's name in a red head begins."""
HEAD_SIZE, LEAST_HEAD_SIZE = 43.0, 20.0
"""The name's size: at most 15 mm high; it shrinks with its length."""
HEAD_RULE = 4 * MM
"""From the number to the red line, and from the name to the double line of a letter."""
LETTER_TOP, LETTER_FOOT = 30 * MM, PAPER_HEIGHT - 20 * MM
"""Where the name of a letter's issuer begins, and its lower double line."""
LETTER_RULE = 170 * MM
THICK, THIN, DOUBLE_GAP = 2.0, 0.7, 1.6
"""The lines of a double line and what parts them; the standard gives no values."""
HEAD_LINE = 1.0
"""The red line; the standard gives no value."""
IMPRINT_OUTER, IMPRINT_INNER = 0.35 * MM, 0.25 * MM
"""The first and last and the middle lines of an imprint (版记)."""
IMPRINT_ROW = SMALL * (1 + 7 / 8)
NUMBER_TOP = BOTTOM + 7 * MM
"""The upper edge of the dashes beside a page number."""
PRINTED_SIZE, PRINTED_BASE = 10.0, PAPER_HEIGHT - 11 * MM
"""The faint line at the foot."""
STAMP_WIDTH, STAMP_HEIGHT = 40 * MM, 18 * MM
"""Room for a name stamp (签名章), whose size the standard leaves open."""
SEAL_ABOVE = 1.5 * MM
"""By which a seal's middle stands above the middle of the issuer's name (居印章中心偏下)."""
SEAL_GAP = 3 * MM
"""Between two seals, which must not touch."""
SEALS_IN_ROW = 3
PITCHES = (
    PITCH,
    *(PITCH - step for step in (0.5, 1.0, 1.5)),
    *(PITCH + step for step in (0.5, 1.0, 1.5, 2.0)),
)
"""Pitches tried so that no signature stands on a page without text (调整行距, 7.3.5.5)."""
EPSILON = 0.01
"""pt: what rounding may add to a sum."""
