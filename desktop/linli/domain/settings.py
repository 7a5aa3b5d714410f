"""The hall's facts (大厅信息), which cards and notices print, and its safety rules (安全规则)."""

from dataclasses import dataclass, field

from linli.domain.passwords import MOST_REMEMBERED, SHORTEST_RULE, PasswordRules
from linli.errors import FieldProblem


@dataclass(frozen=True, kw_only=True)
class CommonNumber:
    """A number everybody should have at hand, such as 报警 110."""

    name: str
    number: str


DEFAULT_NUMBERS = (
    CommonNumber(name="报警", number="110"),
    CommonNumber(name="火警", number="119"),
    CommonNumber(name="急救", number="120"),
    CommonNumber(name="政务热线", number="12345"),
    CommonNumber(name="法律援助", number="12348"),
)


@dataclass(frozen=True, kw_only=True)
class HallFacts:
    """Who we are: community, hall, and how to reach it.

    `emblem` and `photo` are digests of kept pictures.
    """

    community: str
    hall: str | None = None
    hotline: str | None = None
    hours: str | None = None
    address: str | None = None
    emblem: str | None = None
    common_numbers: tuple[CommonNumber, ...] = DEFAULT_NUMBERS

    @property
    def hall_name(self) -> str:
        """The hall's name, or the community's usual one."""
        return self.hall or f"{self.community}一站式服务大厅"


DEFAULT_IDLE = 10
"""Minutes without key or mouse after which the window locks."""

IDLE_CHOICES = (0, 3, 5, 10, 15, 30)
"""Minutes to choose from; 0 never (assessors of GB/T 22239 commonly ask for 10 to 30 at most)."""

AGE_CHOICES = (0, 30, 60, 90, 180, 365)
"""Days to choose from after which a password must be changed; 0 never."""


@dataclass(frozen=True, kw_only=True)
class SafetyRules:
    """Rules of passwords, and after how many minutes without key or mouse the window locks."""

    passwords: PasswordRules = field(default_factory=PasswordRules)
    idle_minutes: int = DEFAULT_IDLE

    def problems(self) -> list[FieldProblem]:
        """Return what is wrong, each beside its field."""
        rules = self.passwords
        checks = (
            (
                "least",
                SHORTEST_RULE <= rules.least <= 64,
                f"最少字符数要在 {SHORTEST_RULE} 到 64 之间",
            ),
            ("kinds", 1 <= rules.kinds <= 4, "字符种类要在 1 到 4 之间"),
            (
                "long_enough",
                rules.least <= rules.long_enough <= 64,
                "长密码的字符数不能比最少字符数小",
            ),
            ("max_age_days", rules.max_age_days in AGE_CHOICES, "没有这个更换周期"),
            (
                "remembered",
                0 <= rules.remembered <= MOST_REMEMBERED,
                f"不能重复的旧密码最多 {MOST_REMEMBERED} 个",
            ),
            ("idle_minutes", self.idle_minutes in IDLE_CHOICES, "没有这个锁定时间"),
        )
        return [
            FieldProblem(field=name, message=f"{words}，请改正。")
            for name, good, words in checks
            if not good
        ]
