"""The conditions that the filter builder offers: in which group each is, and what chooses it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from linli.domain.codes import code_table
from linli.domain.labels import (
    HOUSEHOLD_KIND,
    MANAGEMENT,
    MISSING_FACT,
    PARTY_BELONGING,
    PARTY_MANAGEMENT,
    SEX,
    STATUS,
)
from linli.domain.resident_filters import CONDITIONS
from linli.domain.residents import ResidentFilter, ResidentStatus, Sex
from linli.domain.values.addresses import Address, address_text
from linli.gui.i18n import mark, tr
from linli.gui.inputs import ChoiceInput, LineInput, date_input
from linli.gui.residents.filter_inputs import (
    AgeInput,
    ChecksInput,
    DaysInput,
    GridsInput,
    ManyInput,
    TagsInput,
)
from linli.services.container import Services

_ONE_SEX = (Sex.FEMALE, Sex.MALE)
_Choices = Mapping[Any, str]


@dataclass(frozen=True, kw_only=True)
class Offered:
    """A condition that can be chosen.

    Attributes:
        make: makes its input.
        load: reads what it offers from the ledger, where that may take long; on another thread.
        first: what its input says when it is chosen; None: nothing.
    """

    make: Callable[[Services], Any]
    load: Callable[[Services], _Choices] | None = None
    first: Any = None


def _yes_no(yes: str, no: str) -> Offered:
    return Offered(make=lambda _: ChoiceInput({True: tr(yes), False: tr(no)}), first=True)


def _checks(labels: Mapping[Any, str]) -> Offered:
    return Offered(make=lambda _: ChecksInput({each: tr(text) for each, text in labels.items()}))


def _codes(table: str, *, groups_only: bool = False) -> Offered:
    def make(_: Services) -> ManyInput:
        names = code_table(table).names
        if groups_only:
            inner = {each for code in names for each in code_table(table).group(code)[1:]}
            names = {code: name for code, name in names.items() if code not in inner}
        return ManyInput(names)

    return Offered(make=make)


def _recorded(field: str) -> Offered:
    return Offered(make=lambda _: ManyInput({}), load=lambda services: _texts(services, field))


def _tags(field: str) -> Offered:
    return Offered(make=lambda _: TagsInput(), load=lambda services: _texts(services, field))


def _texts(services: Services, field: str) -> dict[str, str]:
    return {text: text for text in services.filters.choices(field)}


def _places(services: Services) -> dict[Address, str]:
    return {place: _place(place) for place in services.filters.places()}


def _place(place: Address) -> str:
    text = address_text(place)
    return text if place.building else tr("{estate}（整个小区）").format(estate=text)


GROUPS: Mapping[str, Mapping[str, Offered]] = {
    mark("人"): {
        "age": Offered(make=lambda _: AgeInput(), first=(60, None)),
        "sex": Offered(
            make=lambda _: ChoiceInput({sex: tr(SEX[sex]) for sex in _ONE_SEX}), first=Sex.FEMALE
        ),
        "statuses": _checks({each: STATUS[each] for each in ResidentStatus}),
        "text": Offered(make=lambda _: LineInput(tr("姓名、电话、住址等，几个词用空格隔开"))),
        "education": _codes("education", groups_only=True),
        "marriage": _codes("marriage", groups_only=True),
        "entered": Offered(make=lambda _: date_input()),
        "floating": _yes_no(mark("流动人口"), mark("常住人口")),
        "permit": Offered(make=lambda _: DaysInput(), first=30),
        "management": _checks(MANAGEMENT),
        "card": _yes_no(mark("已发卡"), mark("没有发卡")),
    },
    mark("住"): {
        "grid": Offered(make=lambda services: GridsInput(services.grids.names())),
        "buildings": Offered(make=lambda _: ManyInput({}, label=_place), load=_places),
        "alone": _yes_no(mark("独居"), mark("不是独居")),
        "head": _yes_no(mark("是户主"), mark("不是户主")),
        "household_kind": Offered(
            make=lambda _: ChoiceInput({kind: tr(text) for kind, text in HOUSEHOLD_KIND.items()}),
            first=next(iter(HOUSEHOLD_KIND)),
        ),
        "rented": _yes_no(mark("住出租房屋"), mark("不住出租房屋")),
        "villages": _recorded("origin_village"),
        "returned": _yes_no(mark("返迁"), mark("不是返迁")),
    },
    mark("党员"): {
        "politics": _codes("politics"),
        "party_management": _checks(PARTY_MANAGEMENT),
        "party_belonging": Offered(
            make=lambda _: ChoiceInput({each: tr(text) for each, text in PARTY_BELONGING.items()}),
            first=next(iter(PARTY_BELONGING)),
        ),
        "party_branches": _recorded("branch"),
    },
    mark("救助"): {"entitlements": _codes("entitlement")},
    mark("标签"): {"care_tags": _tags("care_tags"), "skills": _tags("skills")},
    mark("缺项"): {"missing": _checks(MISSING_FACT)},
}
"""Group by group; the names are those of `CONDITIONS`."""

OFFERED = {name: offered for group in GROUPS.values() for name, offered in group.items()}


def values_of(name: str, wanted: ResidentFilter) -> Any:
    """Return what the input of a condition shows of a filter."""
    attributes, _ = CONDITIONS[name]
    values = tuple(getattr(wanted, each) for each in attributes)
    return values if len(attributes) > 1 else values[0]


def attributes_of(name: str, value: Any) -> dict[str, Any]:
    """Return what the value of a condition's input sets in a filter."""
    attributes, _ = CONDITIONS[name]
    values = value if len(attributes) > 1 else (value,)
    nothing = ResidentFilter()
    return {
        attribute: _like(getattr(nothing, attribute), each)
        for attribute, each in zip(attributes, values, strict=True)
    }


def _like(nothing: Any, value: Any) -> Any:
    """Return a value in the type of its attribute."""
    if isinstance(nothing, frozenset):
        return frozenset(value)
    return nothing if value is None else value
