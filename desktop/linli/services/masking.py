"""What is shown of names and numbers (脱敏): the hall's digits, and lists for where they go."""

from collections.abc import Callable

from linli.domain.accounts import Right
from linli.domain.changes import Changes
from linli.domain.disclosure import Destination, disclosed
from linli.domain.registers import Register
from linli.domain.values.masking import CLIPBOARD_CHOICES, CLIPBOARD_SECONDS, Masks
from linli.services.context import Context
from linli.storage import settings

CLIPBOARD_KEY = "clipboard_seconds"


class MaskingService:
    """The one place that decides what a role and a destination may see of a number."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def masks(self) -> Masks:
        """Return the digits that stay of each kind of number."""
        return masks_of(self._context)

    def clipboard_seconds(self) -> int:
        """Return after how many seconds copied people are taken out of the clipboard."""
        with self._context.db.reading() as connection:
            kept = settings.find_value(connection, CLIPBOARD_KEY)
        return kept if kept in CLIPBOARD_CHOICES else CLIPBOARD_SECONDS

    def save(self, masks: Masks, clipboard_seconds: int) -> Changes:
        """Choose other digits, and how long copied people stay in the clipboard.

        Raises:
            NotAllowedError: the role may not change the hall's rules.
        """
        self._context.require(Right.SETTINGS, "修改号码遮盖")
        with self._context.writing("修改设置：号码遮盖") as work:
            settings.save_masks(work.connection, masks)
            settings.save_value(work.connection, CLIPBOARD_KEY, clipboard_seconds)
        return work.changes

    def may_reveal(self) -> bool:
        """Whether the role may ask for full numbers, with a reason that is recorded."""
        return self._context.may(Right.REVEAL)

    def for_posting(self, register: Register) -> Register:
        """Return a list as it may hang on a wall (公示).

        Raises:
            NotAllowedError: the role may not post.
        """
        self._context.require(Right.POST, "打印公示名册")
        return disclosed(register, Destination.POSTING, self.masks())


def masks_of(context: Context) -> Masks:
    """Return the digits that stay of each kind of number."""
    with context.db.reading() as connection:
        return settings.get_masks(connection)


def phones_for(context: Context) -> Callable[[str | None], str | None]:
    """Return what shows a number to whoever is signed in: in full with the right, else masked."""
    if context.may(Right.REVEAL):
        return lambda phone: phone
    show = masks_of(context).show_phone
    return lambda phone: phone and show(phone)


def kept_phone(context: Context, typed: str | None, before: str | None) -> str | None:
    """Return the number to keep: what was only seen masked, and left so, is what it was."""
    return before if typed == phones_for(context)(before) else typed


def for_office(context: Context, register: Register, *, revealed: bool = False) -> Register:
    """Return a list made in full as it may leave for the office: numbers masked unless `revealed`.

    Raises:
        NotAllowedError: numbers are asked for in full without the right to see them.
    """
    if revealed:
        context.require(Right.REVEAL, "打印或导出完整号码")
    where = Destination.REVEALED if revealed else Destination.OFFICE
    return disclosed(register, where, masks_of(context))
