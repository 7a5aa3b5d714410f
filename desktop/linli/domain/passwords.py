"""What a password must be (密码规则), and how long it holds.

GB/T 22239-2019 7.1.4.1 asks for complexity and regular change without figures; the figures here
are what assessors commonly ask for, and the hall can set others.
"""

import unicodedata
from dataclasses import dataclass
from datetime import datetime, timedelta

SHORTEST_RULE = 8
"""No rule may ask for fewer characters than this."""

MOST_REMEMBERED = 10
"""Of how many old passwords is remembered by what they are known again."""

_FEWEST_DIFFERENT = 4


@dataclass(frozen=True, kw_only=True)
class PasswordRules:
    """The hall's rules.

    Attributes:
        least: fewest characters.
        kinds: fewest of the four kinds: capitals, small letters, digits, others (signs, 汉字).
        long_enough: from so many characters on, kinds are not counted.
        max_age_days: after so many days a password must be changed; 0 never.
        remembered: the last so many passwords are refused.
    """

    least: int = 8
    kinds: int = 3
    long_enough: int = 14
    max_age_days: int = 0
    remembered: int = 3

    def refusal(self, password: str, account: str) -> str | None:
        """Say why a new password is refused, in one sentence; None if it is not."""
        text = normalized(password)
        missing = self.least - len(text)
        if missing > 0:
            return (
                f"密码至少要 {self.least} 个字符，现在是 {len(text)} 个，还差 {missing} 个，"
                "请再加长一些。"
            )
        if text.casefold() == normalized(account).casefold():
            return "密码不能和账号一样，请换一个。"
        if len(set(text)) < _FEWEST_DIFFERENT:
            return "这个密码太容易猜到，请换一个，比如一句自己记得住的话加几个数字。"
        if len(text) < self.long_enough and len(kinds_of(text)) < self.kinds:
            return (
                f"密码要有大写字母、小写字母、数字、其他符号或汉字中的 {self.kinds} 种，"
                f"现在只有 {len(kinds_of(text))} 种；或者用 {self.long_enough} 个字符以上的一句话。"
            )
        return None

    def is_too_old(self, set_at: datetime, now: datetime) -> bool:
        """Whether a password that was set then must be changed now."""
        return bool(self.max_age_days) and now - set_at >= timedelta(days=self.max_age_days)


USUAL_RULES = PasswordRules()
"""What holds until the hall has set others."""


def normalized(password: str) -> str:
    """Return a password as it is compared: full-width digits are the same password."""
    return unicodedata.normalize("NFKC", password)


def kinds_of(password: str) -> frozenset[str]:
    """Return which of the four kinds of characters occur."""
    return frozenset(map(_kind, password))


def _kind(character: str) -> str:
    if character.isascii():
        if character.isdigit():
            return "digit"
        if character.isalpha():
            return "capital" if character.isupper() else "small"
    return "other"
