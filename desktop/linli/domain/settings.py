"""The hall's facts (大厅信息), which cards and notices print."""

from dataclasses import dataclass


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
