"""The personal extract (个人信息副本): all that the ledger holds about one person.

Source: 个人信息保护法 art. 45: whoever asks gets a copy.
"""

from dataclasses import dataclass

from linli.domain.registers import Register, RegisterColumn, RegisterGroup

_COLUMNS = (
    RegisterColumn(title="项目", width=52),
    RegisterColumn(title="内容", width=80, share=1),
)
_NOTHING = "没有登记"


@dataclass(frozen=True, kw_only=True)
class ExtractSection:
    """One kind of data: names of facts and what they are."""

    title: str
    lines: tuple[tuple[str, str], ...]


@dataclass(frozen=True, kw_only=True)
class Extract:
    """What the ledger holds about a person; `left_out` says what is not in it, and why."""

    name: str
    sections: tuple[ExtractSection, ...]
    left_out: str = ""

    @property
    def lines(self) -> int:
        """How many facts there are."""
        return sum(len(section.lines) for section in self.sections)


def extract_register(extract: Extract, subtitle: str, printed: str) -> Register:
    """Return an extract as a list to print or write; empty kinds are named at its end."""
    empty = [section.title for section in extract.sections if not section.lines]
    note = f"以下各项{_NOTHING}：{'、'.join(empty)}。" if empty else ""
    return Register(
        title="个人信息副本",
        subtitle=subtitle,
        columns=_COLUMNS,
        groups=tuple(
            RegisterGroup(heading=section.title, rows=section.lines)
            for section in extract.sections
            if section.lines
        ),
        foot_note="\n".join(filter(None, (note, extract.left_out))),
        printed=printed,
    )
