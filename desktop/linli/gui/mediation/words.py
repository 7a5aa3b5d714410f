"""What the views of cases show of one: chips for stage and light, how long it has stood."""

from collections.abc import Iterable
from datetime import date

from linli.domain.case_board import age
from linli.domain.case_flow import IN_HAND, SETTLED, STAGE, Stage
from linli.domain.cases import DISPUTE_TABLE, LEVEL, CaseRow
from linli.domain.clocks import Clock, Light
from linli.domain.codes import code_table
from linli.domain.limits import Area
from linli.gui.i18n import tr
from linli.gui.table import Chip, Tone

_LIGHTS = {
    Light.RED: ("●", Tone.BAD),
    Light.AMBER: ("▲", Tone.WARN),
    Light.GREEN: ("○", Tone.GOOD),
    Light.DONE: ("✓", Tone.PLAIN),
}
_UNSETTLED = frozenset({Stage.REFUSED, Stage.FAILED, Stage.DECLINED})


def stage_chip(stage: Stage, *, away: bool = False) -> Chip:
    """Return where a case stands."""
    words = tr(STAGE[stage])
    if away:
        return Chip(text=tr("{stage}·上交").format(stage=words), glyph="↑", tone=Tone.INFO)
    if stage is Stage.BREACHED:
        return Chip(text=words, glyph="!", tone=Tone.BAD)
    if stage in _UNSETTLED:
        return Chip(text=words, glyph="–", tone=Tone.WARN)
    if stage in SETTLED or stage is Stage.SETTLED_ABOVE:
        return Chip(text=words, glyph="✓", tone=Tone.GOOD)
    if stage in IN_HAND:
        return Chip(text=words, glyph="○", tone=Tone.INFO)
    return Chip(text=words)


def light_chip(clock: Clock) -> Chip:
    """Return how a clock stands, such as ▲ 还有 3 天."""
    glyph, tone = ("–", Tone.PLAIN) if clock.lapsed else _LIGHTS[clock.light]
    return Chip(text=clock.words, glyph=glyph, tone=tone)


def lights_of(clocks: Iterable[Clock]) -> dict[int, Chip]:
    """Return the chip of the most urgent open clock of each case; `clocks` come in that order."""
    chips: dict[int, Chip] = {}
    for clock in clocks:
        if clock.subject.area is Area.MEDIATION and clock.done is None and not clock.lapsed:
            chips.setdefault(clock.subject.id, light_chip(clock))
    return chips


def days_words(row: CaseRow, today: date) -> str:
    """Return for how long a case has stood where it stands; "" once it is ended."""
    ended = row.stage in (Stage.ARCHIVED, Stage.VOID)
    return "" if ended else tr("{days} 天").format(days=age(row.since, today))


def kind_words(row: CaseRow) -> str:
    """Return the kind of a case's dispute."""
    return code_table(DISPUTE_TABLE).label(row.kind_code)


def level_words(row: CaseRow) -> str:
    """Return who has a case in hand."""
    return tr(LEVEL[row.level])
