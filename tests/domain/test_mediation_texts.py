from dataclasses import replace

import pytest
from support.cases import AGREEMENT, DRAFT

from linli.domain.cases import Duty
from linli.domain.mediation_texts import (
    LONGEST_PHRASE,
    MOST_PHRASES,
    PHRASE_USE,
    Phrase,
    PhraseUse,
    agreement_checklist,
    check_phrases,
    clean_phrases,
    read_phrases,
    rights_and_duties,
    shipped_phrases,
)


def written(agreement, parties=DRAFT.parties):
    return [done for _, done in agreement_checklist(parties, agreement)]


def test_the_checklist_tells_what_is_written_and_what_only_the_mediator_knows():
    assert written(AGREEMENT) == [True, True, True, True, True, None, None, None]


@pytest.mark.parametrize(
    ("place", "without"),
    [
        (1, {"facts": ""}),
        (2, {"terms": ()}),
        (3, {"performance": ""}),
        (4, {"duties": ()}),
        (4, {"duties": (Duty(who="张三", what="修好"),)}),
    ],
)
def test_each_item_of_art_29_is_missed_by_itself(place, without):
    found = written(replace(AGREEMENT, **without))
    assert [number for number, done in enumerate(found) if done is False] == [place]


def test_parties_without_place_and_phone_are_missed():
    bare = tuple(replace(party, phone=None, address=None) for party in DRAFT.parties)
    assert written(AGREEMENT, bare)[0] is False


def test_the_four_rights_and_three_duties_are_there():
    sections = {section.title: section.lines for section in rights_and_duties()}
    assert len(sections["当事人的权利（第二十三条）"]) == 4
    assert len(sections["当事人的义务（第二十四条）"]) == 3
    assert any("三十日" in line for lines in sections.values() for line in lines)


def test_a_hall_begins_with_phrases_for_every_place():
    assert {phrase.use for phrase in shipped_phrases()} == set(PhraseUse) == set(PHRASE_USE)


def test_phrases_are_tidied_and_kept_once():
    phrase = Phrase(use=PhraseUse.TERMS, text=" 和睦相处。 ")
    same = Phrase(use=PhraseUse.TERMS, text="和睦相处。")
    assert clean_phrases((phrase, same, Phrase(use=PhraseUse.TERMS, text=" "))) == (same,)


def test_phrases_too_long_or_too_many_are_named():
    long = Phrase(use=PhraseUse.TERMS, text="长" * (LONGEST_PHRASE + 1))
    (problem,) = check_phrases((long,))
    assert f"最多 {LONGEST_PHRASE} 个字" in problem.message
    many = tuple(Phrase(use=PhraseUse.TERMS, text=str(n)) for n in range(MOST_PHRASES + 1))
    assert f"最多 {MOST_PHRASES} 条" in check_phrases(many)[0].message


@pytest.mark.parametrize("kept", [None, {}, [{"use": "other", "text": "x"}], [{"use": "terms"}]])
def test_phrases_of_another_version_are_left_out(kept):
    assert read_phrases(kept) == ()
