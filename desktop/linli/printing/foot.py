"""The faint line at the foot of whatever names people on paper: who printed it, and when."""

from datetime import datetime

FAINT = "#566273"
"""Its colour, as dark as type of that size must be to be read."""


def printed_by(account: str, made: datetime) -> str:
    """Return the line, such as 打印人：王芳　打印时间：2026年11月23日 09:00.

    Args:
        account: who is signed in.
        made: when, in local time.
    """
    return f"打印人：{account}　打印时间：{made.year}年{made.month}月{made.day}日 {made:%H:%M}"
