import pytest

from linli.domain.mediation_texts import Phrase, PhraseUse, shipped_phrases
from linli.errors import InvalidInput


def test_a_hall_begins_with_the_shipped_phrases_and_keeps_its_own(services):
    texts = services.mediation_texts
    assert texts.phrases() == shipped_phrases()
    own = Phrase(use=PhraseUse.TERMS, text="双方各让一步。")
    texts.save_phrases([own, own])
    assert texts.phrases() == (own,)
    assert texts.phrases_for(PhraseUse.TERMS) == ["双方各让一步。"]
    assert texts.phrases_for(PhraseUse.RECORD) == []


def test_phrases_are_changed_in_one_step_that_can_be_taken_back(services):
    services.mediation_texts.save_phrases([])
    assert services.mediation_texts.phrases() == ()
    services.history.undo()
    assert services.mediation_texts.phrases() == shipped_phrases()


def test_a_phrase_that_is_too_long_is_refused(services):
    with pytest.raises(InvalidInput, match="请写短一些"):
        services.mediation_texts.save_phrases([Phrase(use=PhraseUse.TERMS, text="长" * 600)])


def test_the_history_of_the_phrases_can_be_read(services):
    services.mediation_texts.save_phrases([Phrase(use=PhraseUse.VISIT, text="已经付清。")])
    (change, *_) = services.history.of_record("setting", "mediation_phrases")
    assert change.field == "调解常用语"
    assert "回访：已经付清。" in change.after
