"""The recovery code (恢复码): 160 random bits as people write them down.

Eight groups of four characters and a check character each, in Crockford's base 32, which leaves
out I, L, O and U. The check character covers the group's place too, so that a mistyped group or
two exchanged ones are named.
"""

import secrets
import unicodedata

from linli.errors import UserError

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_MISREAD = str.maketrans("OILU", "011V")
_GROUPS = 8
_LENGTH = 4
_BITS = _GROUPS * _LENGTH * 5


def new_secret() -> bytes:
    """Return 160 random bits."""
    return secrets.token_bytes(_BITS // 8)


def write_code(secret: bytes) -> str:
    """Return the code to print for `secret`, such as `7ZK2M-…`."""
    number = int.from_bytes(secret)
    characters = "".join(_ALPHABET[number >> shift & 31] for shift in range(_BITS - 5, -1, -5))
    groups = [characters[i : i + _LENGTH] for i in range(0, len(characters), _LENGTH)]
    return "-".join(group + _check(group, place) for place, group in enumerate(groups))


def read_code(text: str) -> bytes:
    """Return the secret behind a code as typed: spaces, dashes and letter case do not matter.

    Raises:
        UserError: naming the group that is wrong, or the wrong length.
    """
    plain = unicodedata.normalize("NFKC", text).upper().translate(_MISREAD)
    plain = "".join(character for character in plain if character.isalnum())
    size = _LENGTH + 1
    if len(plain) != _GROUPS * size:
        raise UserError(
            f"恢复码应有 {_GROUPS * size} 个字符，现在是 {len(plain)} 个，"
            "请对照纸上的恢复码重新输入。",
            field="recovery_code",
        )
    number = 0
    for place in range(_GROUPS):
        group = plain[place * size : (place + 1) * size]
        if not set(group) <= set(_ALPHABET) or _check(group[:-1], place) != group[-1]:
            raise UserError(
                f"恢复码第 {place + 1} 组「{group}」有误，请对照纸上的恢复码改正。",
                field="recovery_code",
            )
        for character in group[:-1]:
            number = number << 5 | _ALPHABET.index(character)
    return number.to_bytes(_BITS // 8)


def _check(group: str, place: int) -> str:
    # Odd weights: any single wrong character changes the sum modulo 32.
    total = sum((2 * i + 1) * _ALPHABET.index(c) for i, c in enumerate(group))
    return _ALPHABET[(total + 9 * place) % 32]
