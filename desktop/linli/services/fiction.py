"""Fictitious people for the sample community: families, floating people, all made up.

Everything follows from the seed, so that the same community comes out again. As in life some facts
are missing: one person in 60 has no identity number, and of those a third no date of birth and a
third only the year; one adult in 12 has no phone.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import NamedTuple

from linli.domain.codes import suggestions
from linli.domain.residents import FloatingStay, ManagementClass, ResidentDraft, Sex
from linli.domain.values.dates import PartialDate
from linli.domain.values.identity import DocumentKind, IdentityDocument, check_character
from linli.domain.values.names import DOT, surname_of
from linli.domain.values.phones import Phone, PhoneKind
from linli.services.fiction_names import COMMUNITY, NameMix, Names, words

HOME_AREA = "652328"
HEAD, SPOUSE, FATHER, MOTHER = "02", "10", "51", "52"
SON, DAUGHTER = ("22", "23", "24"), ("32", "33", "34")
DAUGHTER_IN_LAW, GRANDSON, GRANDDAUGHTER = "38", "41", "42"

_MOBILE_PREFIXES = ("139", "138", "150", "151", "152", "158", "182", "183", "130", "155", "189")
_WITHOUT_NUMBER = 1 / 60
_MARRIED_IN = 0.2  # share of spouses whose number begins with another county
_SEQUENCES = 499  # of one sex on one day in one county
_SOUND_ALIKE = (
    *(("英", "瑛"), ("丽", "莉"), ("华", "花"), ("伟", "玮"), ("军", "君"), ("平", "萍")),
    *(("明", "铭"), ("志", "智"), ("建", "健"), ("文", "雯"), ("玲", "铃"), ("燕", "艳")),
    *(("静", "敬"), ("国", "帼"), ("成", "诚"), ("红", "虹"), ("秀", "绣"), ("杰", "洁")),
)


class Place(NamedTuple):
    """Where somebody belongs: a household, or a dwelling without one."""

    household_id: int | None = None
    dwelling_id: int | None = None


NOWHERE = Place()


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
        mix: how often each kind of name occurs.
        given: how many identity numbers were given out, by county, day and sex; shared by those
            who make up people for the same ledger, so that no number comes twice.
    """

    def __init__(
        self,
        today: date,
        seed: int,
        mix: NameMix = COMMUNITY,
        given: dict[str, int] | None = None,
    ) -> None:
        self.today = today
        self._dice = random.Random(seed)  # noqa: S311 - nothing here is secret
        self._names = Names(self._dice, mix)
        self._given = {} if given is None else given

    def sex(self) -> Sex:
        """Return a sex."""
        return self._dice.choice((Sex.MALE, Sex.FEMALE))

    def name(self, group: str, sex: Sex, age: int = 40, family: str | None = None) -> str:
        """Return a name; `family` is the surname, or the father's name among Turkic peoples."""
        return self._names.name(group, sex, self.today.year - age, family)

    # ---- families -------------------------------------------------------------------------

    def family(self, size: int) -> list[Person]:
        """Return a household of 1 to 7 people, the head first."""
        group = self._names.group()
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
        name = self.name(group, sex, age, family)
        return Person(name=name, sex=sex, age=age, group=group, relation=relation)

    # ---- particulars ----------------------------------------------------------------------

    def resident(
        self,
        person: Person,
        place: Place = NOWHERE,
        *,
        area: str = HOME_AREA,
        registered_address: str | None = None,
        floating: FloatingStay | None = None,
    ) -> ResidentDraft:
        """Return all that the ledger keeps of a person.

        Args:
            person: who it is.
            place: the household or dwelling.
            area: the county code (GB/T 2260) with which the identity number begins.
            registered_address: where the person is registered (户籍地址).
            floating: the stay of a floating person.
        """
        if person.relation == SPOUSE and self._dice.random() < _MARRIED_IN:
            area = self._dice.choice(words()["origins"])[0]
        birth = self._birth(person.age)
        documents, known = self._papers(area, birth, person.sex)
        return ResidentDraft(
            name=person.name,
            sex=person.sex,
            birth=known,
            ethnicity_code=person.group,
            education_code=self._education(person.age),
            politics_code=self._politics(person.age),
            marriage_code=self._marriage(person),
            relation_code=person.relation,
            documents=documents,
            phones=self._phones(person),
            skills=self._skills(person.age),
            care_tags=self._care_tags(person),
            occupation=self._occupation(person.age),
            registered_address=registered_address,
            household_id=place.household_id,
            dwelling_id=place.dwelling_id,
            floating=floating,
        )

    def floating(
        self,
        landlord: str,
        landlord_phone: str | None,
        management: ManagementClass,
        place: Place = NOWHERE,
    ) -> ResidentDraft:
        """Return a floating person (流动人口) who rents from `landlord`."""
        group, sex, age = self._names.group(), self.sex(), self._dice.randint(18, 58)
        person = Person(name=self.name(group, sex, age), sex=sex, age=age, group=group)
        area, origin = self._dice.choice(words()["origins"])
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
        return self.resident(person, place, area=area, registered_address=address, floating=stay)

    def entered_again(self, draft: ResidentDraft, place: Place, kind: int) -> ResidentDraft:
        """Return a second record of a person (重复人员), entered from another list.

        Args:
            draft: the first record; it has an identity number and a phone.
            place: where the second record has them live.
            kind: counted round: with the old 15 digits for the number, without a number, or
                without a number and with one character of the name mistyped.
        """
        number = draft.documents[0].number
        old = IdentityDocument(kind=DocumentKind.LEGACY_15, number=number[:6] + number[8:17])
        return ResidentDraft(
            name=draft.name if kind % 3 < 2 else self._mistyped(draft.name),
            sex=draft.sex,
            birth=draft.birth,
            documents=(old,) if kind % 3 == 0 else (),
            phones=draft.phones[:1],
            dwelling_id=place.dwelling_id,
            note="从旧表录入",
        )

    def _mistyped(self, name: str) -> str:
        """Return a name with a character that sounds like the right one, where there is such."""
        for right, wrong in _SOUND_ALIKE:
            if right in name[1:]:
                return name[0] + name[1:].replace(right, wrong, 1)
        return name

    def mobile(self) -> str:
        """Return a mobile number."""
        return f"{self._dice.choice(_MOBILE_PREFIXES)}{self._dice.randrange(10**8):08d}"

    def _birth(self, age: int) -> date:
        """Return a day that makes `age` completed years today."""
        return self.today - timedelta(days=int(age * 365.2425) + self._dice.randint(2, 360))

    def _papers(
        self, area: str, birth: date, sex: Sex
    ) -> tuple[tuple[IdentityDocument, ...], PartialDate | None]:
        """Return the identity card and what is known of the birth: without the one, less."""
        if self._dice.random() >= _WITHOUT_NUMBER:
            number = self._number(area, birth, sex)
            card = IdentityDocument(kind=DocumentKind.RESIDENT_ID, number=number)
            return (card,), PartialDate.from_date(birth)
        known = (None, PartialDate(year=birth.year), PartialDate.from_date(birth))
        return (), self._dice.choice(known)

    def _number(self, area: str, birth: date, sex: Sex) -> str:
        """Return the next number of this county, day and sex (GB 11643); men have odd ones."""
        body = f"{area}{birth.year}{birth.month:02d}{birth.day:02d}"
        key = f"{body}{sex.value}"
        given = self._given.get(key, birth.toordinal() * 7 % _SEQUENCES)
        self._given[key] = given + 1
        sequence = given % _SEQUENCES * 2 + (1 if sex is Sex.MALE else 2)
        body += f"{sequence:03d}"
        return body + check_character(body)

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
        return "退休" if age >= 60 else self._dice.choice(words()["occupations"])

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
