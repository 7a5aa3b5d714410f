"""The page of a case's document: margins, sizes of type and of what stands between.

Margins leave room for binding at the left and, above the text, for the page number of the file at
the right. Lengths are pt from the top left corner, y downwards. No standard fixes them; sizes of
type are those of GB/T 9704-2012: 二号 titles, 三号 text, 小四 in tables.
"""

from linli.domain.paper import A4
from linli.printing.notices.grid import MM

PAPER_WIDTH, PAPER_HEIGHT = A4.width * MM, A4.height * MM
LEFT, RIGHT = 28 * MM, (A4.width - 22) * MM
"""The margin for binding (装订线) is 28 mm."""
TOP, BOTTOM = 26 * MM, (A4.height - 24) * MM
WIDTH, HEIGHT = RIGHT - LEFT, BOTTOM - TOP
NUMBER_RIGHT, NUMBER_TOP = RIGHT, 12 * MM
"""Where a file's page number (页号) ends, and the upper edge of its line; kept free."""
EM, PITCH = 16.0, 28.0
"""三号 and from one line of text to the next."""
INDENT = 2 * EM
TABLE, TABLE_PITCH = 12.0, 17.5
"""小四 and from one line of a table to the next."""
SIGN, NOTE, FOOT = 14.0, 12.0, 10.5
"""四号 where it is signed, 小四 of notes, and of the count of pages at the foot."""
FOOT_TOP = PAPER_HEIGHT - 14 * MM
RULE = 0.5
"""pt: lines of tables and under values."""
RULE_GAP = 3.0
"""From the lower edge of a line of text to the line under it."""
AFTER_TITLE = 8 * MM
PAD = 1.6 * MM
"""Between a cell's edge and its text."""
GROUP = 9 * MM
"""The width of the label at the left of a form."""
GAP = 0.6 * EM
"""Between two values on one line."""
LEAST_VALUE, BLANK_VALUE = 2.0 * EM, 3.0 * EM
"""The least room of a value, and to write one in."""
SIGN_ROOM, LEAST_SIGN_ROOM = 15 * MM, 10 * MM
"""Room to sign and for a fingerprint, below its label."""
SQUEEZES = ((1.0, PITCH), (0.75, PITCH), (0.5, 27.0), (0.3, 26.0), (0.2, 24.5))
"""To what part blank room is pressed together, and the pitch, where that saves a page."""
SIGN_GAP = 8 * MM
"""Between two columns of signatures."""
DRAFT_SIZE, DRAFT_COLOUR = 110.0, "#e4e4e4"
"""The word 草稿 across a draft."""
EPSILON = 0.01
