"""Numbers of volunteers (志愿者编号): given at registration, 2026-0001, each once and for good.

民政部令第67号 wants a number in each volunteer's record and on each certificate; who came with one
from elsewhere keeps it.
"""

SERIES = "volunteer"
"""What the numbers are counted under, with the year behind it."""
_MARK = 3


def volunteer_number(year: int, sequence: int, machine: str = "") -> str:
    """Return a number.

    Args:
        year: of the registration.
        sequence: from 1, counted within the year.
        machine: the name of a ledger that exchanges with others; its first characters are put
            behind the number, for each of them counts by itself.
    """
    mark = f"-{machine[:_MARK].upper()}" if machine else ""
    return f"{year}-{sequence:04d}{mark}"
