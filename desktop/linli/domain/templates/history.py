"""Undo and redo while a template is edited."""

from dataclasses import dataclass, replace

from linli.domain.templates.elements import CardTemplate

MOST_STEPS = 200


@dataclass(frozen=True, kw_only=True)
class EditHistory:
    """The states of a template: what was, what is, what an undo took back, what is saved.

    `merge` is the key of the latest step: a step with the same key becomes one with it, so that
    twenty presses of an arrow key are taken back at once.
    """

    present: CardTemplate
    saved: CardTemplate
    past: tuple[CardTemplate, ...] = ()
    future: tuple[CardTemplate, ...] = ()
    merge: str = ""

    @classmethod
    def of(cls, template: CardTemplate) -> "EditHistory":
        """Begin with a template as it is kept."""
        return cls(present=template, saved=template)

    @property
    def modified(self) -> bool:
        """Whether the present state is another than the saved one."""
        return self.present != self.saved

    def done(self, template: CardTemplate, merge: str = "") -> "EditHistory":
        """Return the history with one more step; none if nothing is different."""
        if template == self.present:
            return self
        joined = bool(merge) and merge == self.merge
        past = self.past if joined else (*self.past[1 - MOST_STEPS :], self.present)
        return replace(self, present=template, past=past, future=(), merge=merge)

    def closed(self) -> "EditHistory":
        """Return the history whose next step stands for itself."""
        return replace(self, merge="")

    def undone(self) -> "EditHistory":
        """Take the latest step back, if there is one."""
        if not self.past:
            return self
        *past, before = self.past
        future = (self.present, *self.future)
        return replace(self, present=before, past=tuple(past), future=future, merge="")

    def redone(self) -> "EditHistory":
        """Do again what was taken back last, if anything."""
        if not self.future:
            return self
        after, *future = self.future
        past = (*self.past, self.present)
        return replace(self, present=after, past=past, future=tuple(future), merge="")

    def kept(self) -> "EditHistory":
        """Return the history after the present state was saved."""
        return replace(self, saved=self.present, merge="")
