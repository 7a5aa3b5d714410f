"""Credit codes of organisations that there are none of: computed, never anybody's."""

_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"


def make_credit_code(running: int = 1, *, kind: str = "52", area: str = "652328") -> str:
    """Return a right code, its check character found by trying, after the sum of the standard."""
    body = f"{kind}{area}{running:09d}"
    weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]
    total = sum(_ALPHABET.index(c) * w for c, w in zip(body, weights, strict=True))
    return body + next(c for i, c in enumerate(_ALPHABET) if (total + i) % 31 == 0)
