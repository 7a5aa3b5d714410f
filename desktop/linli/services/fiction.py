"""Fictitious people for the sample community: names, families, floating people, all made up.

Everything follows from the seed, so that the same community comes out again.
"""

import json
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from typing import Any

from linli.domain.codes import suggestions
from linli.domain.residents import FloatingStay, ManagementClass, ResidentDraft, Sex
from linli.domain.values.dates import PartialDate
from linli.domain.values.identity import DocumentKind, IdentityDocument, check_character
from linli.domain.values.names import DOT, surname_of
from linli.domain.values.phones import Phone, PhoneKind
from linli.paths import resource

HOME_AREA = "652328"
HAN, HUI, UYGHUR, KAZAKH = "01", "03", "05", "17"
HEAD, SPOUSE, FATHER, MOTHER = "02", "10", "51", "52"
SON, DAUGHTER = ("22", "23", "24"), ("32", "33", "34")
DAUGHTER_IN_LAW, GRANDSON, GRANDDAUGHTER = "38", "41", "42"

_MOBILE_PREFIXES = ("139", "138", "150", "151", "152", "158", "182", "183", "130", "155", "189")
_RARE_NAME_EVERY = 60
_GROUPS = {HAN: 69, KAZAKH: 16, UYGHUR: 9, HUI: 6}


@cache
def _words() -> dict[str, Any]:
    words: dict[str, Any] = json.loads(resource("sample/names.json").read_text(encoding="utf-8"))
    return words


def lane_names(count: int) -> list[str]:
    """Return names of lanes (巷); after the first round with a number."""
    names = _words()["lanes"]
    return [
        names[i] if i < len(names) else f"{names[i % len(names)][:-1]}{i // len(names) + 1}巷"
        for i in range(count)
    ]


@dataclass(frozen=True, kw_only=True)
class Person:
    """Someone before their particulars: `relation` is the code of GB/T 4761."""

    name: str
    sex: Sex
    age: int
    group: str
    relation: str | None = None
    married: bool = False

    @property
    def lives_alone(self) -> bool:
        """Whether this is a household of one: all larger ones are a couple's."""
        return self.relation == HEAD and not self.married


class Fiction:
    """Makes people up.

    Args:
        today: the day against which ages are reckoned.
        seed: the same seed gives the same people.
    """

    def __init__(self, today: date, seed: int) -> None:
        self.today = today
        self._dice = random.Random(seed)  # noqa: S311 - nothing here is secret
        self._numbers: set[str] = set()
        self._named = 0

    # ---- names ----------------------------------------------------------------------------

    def group(self) -> str:
        """Return the ethnic group (民族) of a household."""
        return self._dice.choices(list(_GROUPS), list(_GROUPS.values()))[0]

    def sex(self) -> Sex:
        """Return a sex."""
        return self._dice.choice((Sex.MALE, Sex.FEMALE))

    def name(self, group: str, sex: Sex, family: str | None = None) -> str:
        """Return a name; `family` is the surname, or the father's name among Turkic peoples."""
        if group in (UYGHUR, KAZAKH):
            people = "uyghur" if group == UYGHUR else "kazakh"
            given = self._pick(_words()[f"{people}_{'male' if sex is Sex.MALE else 'female'}"])
            family = family or self.family_name(group)
            return self.name(group, sex, family) if given == family else given + DOT + family
        return (family or self.family_name(group)) + self._given(group, sex)

    def family_name(self, group: str) -> str:
        """Return a surname, or a father's name among Turkic peoples."""
        words = _words()
        if group in (UYGHUR, KAZAKH):
            return self._pick(words["uyghur_male" if group == UYGHUR else "kazakh_male"])
        if group == HUI:
            return self._pick(words["hui_surnames"])
        compound = self._dice.random() < 0.01
        return self._pick(words["compound_surnames" if compound else "surnames"])

    def _given(self, group: str, sex: Sex) -> str:
        syllables = _words()["male" if sex is Sex.MALE else "female"]
        self._named += 1
        if group == HAN and self._named % _RARE_NAME_EVERY == 10:
            return self._pick(_words()["rare"])
        if self._dice.random() < 0.35:
            return self._pick(syllables)
        return self._pick(syllables) + self._pick(syllables)

    def _pick(self, words: Sequence[str]) -> str:
        return self._dice.choice(words)

    # ---- families -------------------------------------------------------------------------

    def family(self, size: int) -> list[Person]:
        """Return a household of 1 to 7 people, the head first."""
        group = self.group()
        if size == 1:
            ages = self._dice.choice((range(24, 60), range(60, 92)))
            return [self._person(group, self.sex(), self._dice.choice(ages), HEAD)]
        with_grandchildren = size >= 5 and self._dice.random() < 0.5
        sex = Sex.MALE if self._dice.random() < 0.75 else Sex.FEMALE
        ages = range(54, 72) if with_grandchildren else range(26, 50)
        if size == 2:
            ages = range(24, 86)
        head = replace(self._person(group, sex, self._dice.choice(ages), HEAD), married=True)
        spouse = self._spouse(head, SPOUSE)
        father = head if head.sex is Sex.MALE else spouse
        if with_grandchildren:
            return [head, spouse, *self._three_generations(father, size - 2)]
        return [head, spouse, *self._two_generations(head, father, size - 2)]

    def _spouse(self, person: Person, relation: str) -> Person:
        sex = Sex.FEMALE if person.sex is Sex.MALE else Sex.MALE
        age = max(20, person.age + self._dice.randint(-4, 3))
        return replace(self._person(person.group, sex, age, relation), married=True)

    def _two_generations(self, head: Person, father: Person, count: int) -> Iterator[Person]:
        """Yield children, then the head's parents."""
        children = min(count, 2 if count < 4 else 3)
        oldest = max(0, min(24, head.age - self._dice.randint(23, 28)))
        codes = {Sex.MALE: iter(SON), Sex.FEMALE: iter(DAUGHTER)}
        for index in range(children):
            sex = self.sex()
            yield self._child(father, sex, oldest - 2 * index, next(codes[sex]))
        for code, sex in ((MOTHER, Sex.FEMALE), (FATHER, Sex.MALE))[: count - children]:
            age = head.age + self._dice.randint(21, 28)
            yield replace(self._person(head.group, sex, age, code), married=True)

    def _three_generations(self, father: Person, count: int) -> Iterator[Person]:
        """Yield a son, his wife and their children."""
        age = min(48, father.age - self._dice.randint(22, 27))
        son = replace(self._child(father, Sex.MALE, age, SON[0]), married=True)
        yield son
        yield self._spouse(son, DAUGHTER_IN_LAW)
        for index in range(count - 2):
            sex = self.sex()
            code = GRANDSON if sex is Sex.MALE else GRANDDAUGHTER
            yield self._child(son, sex, son.age - 24 - 2 * index, code)

    def _child(self, father: Person, sex: Sex, age: int, relation: str) -> Person:
        """Return a child, who bears the father's surname, or his name after the dot."""
        family = surname_of(father.name) or father.name.split(DOT)[0]
        return self._person(father.group, sex, max(0, age), relation, family)

    def _person(
        self, group: str, sex: Sex, age: int, relation: str, family: str | None = None
    ) -> Person:
        name = self.name(group, sex, family)
        return Person(name=name, sex=sex, age=age, group=group, relation=relation)

    # ---- particulars ----------------------------------------------------------------------

    def resident(self, person: Person, area: str = HOME_AREA) -> ResidentDraft:
        """Return all that the ledger keeps of a person."""
        birth = self._birth(person.age)
        return ResidentDraft(
            name=person.name,
            sex=person.sex,
            birth=PartialDate.from_date(birth),
            ethnicity_code=person.group,
            education_code=self._education(person.age),
            politics_code=self._politics(person.age),
            marriage_code=self._marriage(person),
            relation_code=person.relation,
            documents=(self._document(area, birth, person.sex),),
            phones=self._phones(person),
            skills=self._skills(person.age),
            care_tags=self._care_tags(person),
            occupation=self._occupation(person.age),
        )

    def floating(
        self, landlord: str, landlord_phone: str | None, management: ManagementClass
    ) -> ResidentDraft:
        """Return a floating person (流动人口) who rents from `landlord`."""
        group, sex = self.group(), self.sex()
        person = Person(
            name=self.name(group, sex), sex=sex, age=self._dice.randint(18, 58), group=group
        )
        area, origin = self._dice.choice(_words()["origins"])
        arrived = self.today - timedelta(days=self._dice.randint(20, 2000))
        expires = self.today + timedelta(days=self._dice.randint(5, 360))
        has_permit = self._dice.random() < 0.8
        stay = FloatingStay(
            origin=origin,
            arrived=PartialDate.from_date(arrived),
            reason_code=self._dice.choices(("01", "03", "06", "08"), (60, 22, 12, 6))[0],
            housing_code="02",
            permit_code="01" if has_permit else None,
            permit_expires=expires if has_permit else None,
            landlord_name=landlord,
            landlord_phone=landlord_phone,
            management=management,
        )
        address = f"{origin}{self._dice.choice('东南西北')}街{self._dice.randint(1, 180)}号"
        draft = self.resident(person, area)
        return replace(draft, registered_address=address, floating=stay)

    def mobile(self) -> str:
        """Return a mobile number."""
        return f"{self._pick(_MOBILE_PREFIXES)}{self._dice.randrange(10**8):08d}"

    def _birth(self, age: int) -> date:
        """Return a day that makes `age` completed years today."""
        return self.today - timedelta(days=int(age * 365.2425) + self._dice.randint(2, 360))

    def _document(self, area: str, birth: date, sex: Sex) -> IdentityDocument:
        while True:
            sequence = self._dice.randrange(1 if sex is Sex.MALE else 2, 1000, 2)
            body = f"{area}{birth:%Y%m%d}{sequence:03d}"
            if body not in self._numbers:
                self._numbers.add(body)
                number = body + check_character(body)
                return IdentityDocument(kind=DocumentKind.RESIDENT_ID, number=number)

    def _phones(self, person: Person) -> tuple[Phone, ...]:
        phones = []
        if person.age >= 15 and self._dice.random() < 0.92:
            phones.append(Phone(number=self.mobile(), kind=PhoneKind.MOBILE))
        if person.relation == HEAD and self._dice.random() < 0.15:
            number = f"0994482{self._dice.randrange(10**4):04d}"
            phones.append(Phone(number=number, kind=PhoneKind.LANDLINE))
        return tuple(phones)

    def _education(self, age: int) -> str:
        for limit, code in ((6, "92"), (12, "80"), (15, "70"), (18, "60")):
            if age < limit:
                return code
        if age < 23:
            return self._dice.choices(("70", "60", "41", "30"), (10, 45, 20, 25))[0]
        if age >= 65:
            return self._dice.choices(("91", "80", "70", "60"), (15, 45, 30, 10))[0]
        codes = ("80", "70", "60", "41", "30", "20", "10")
        return self._dice.choices(codes, (8, 30, 22, 12, 16, 11, 1))[0]

    def _politics(self, age: int) -> str:
        if age < 14:
            return "93" if age >= 7 else "13"
        if age < 28:
            return self._dice.choices(("03", "13"), (55, 45))[0]
        return self._dice.choices(("01", "13", "05"), (14, 85.5, 0.5))[0]

    def _marriage(self, person: Person) -> str:
        if person.married:
            return "20"
        if person.age >= 65:
            return "30"
        return "40" if person.age >= 40 and self._dice.random() < 0.4 else "10"

    def _occupation(self, age: int) -> str | None:
        if age < 6:
            return None
        if age < 19:
            return "学生"
        return "退休" if age >= 60 else self._pick(_words()["occupations"])

    def _skills(self, age: int) -> tuple[str, ...]:
        if 18 <= age <= 70 and self._dice.random() < 0.14:
            return tuple(self._dice.sample(suggestions("skills"), self._dice.choice((1, 1, 2))))
        return ()

    def _care_tags(self, person: Person) -> tuple[str, ...]:
        tags = []
        if person.lives_alone and person.age >= 65:
            tags.append("独居老人")
        if person.age >= 80:
            tags.append("高龄老人")
        for tag, chance, applies in (
            ("残疾人", 0.02, True),
            ("低保户", 0.03, person.relation == HEAD),
            ("退役军人", 0.06, person.sex is Sex.MALE and person.age >= 22),
            ("志愿者", 0.06, 16 <= person.age <= 70),
        ):
            if applies and self._dice.random() < chance:
                tags.append(tag)
        return tuple(tags)
