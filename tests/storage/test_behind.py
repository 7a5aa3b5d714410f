"""Work behind: in order, all of it, and what goes wrong with it is said."""

import threading

import pytest

from linli.storage.behind import working_behind


def test_work_is_done_in_order_and_all_of_it_by_the_end():
    done = []
    with working_behind() as behind:
        results = [behind(done.append, number) for number in range(50)]
        last = behind(len, done)
    assert done == list(range(50))
    assert last.result() == len(results)


def test_the_caller_goes_on_while_work_waits():
    gate = threading.Event()
    with working_behind(most_waiting=2) as behind:
        behind(gate.wait, 20)
        second = behind(int, "2")
        assert not second.done()
        gate.set()
    assert second.result() == 2


def test_what_goes_wrong_behind_is_raised_and_nothing_more_is_done():
    done = []

    def work():
        with working_behind() as behind:
            behind(int, "zwei")
            for number in range(5):
                behind(done.append, number)

    with pytest.raises(ValueError, match="zwei"):
        work()
    assert len(done) <= 1


def test_what_goes_wrong_before_ends_only_when_the_work_under_way_is_done():
    began, done = threading.Event(), []

    def work():
        began.set()
        threading.Event().wait(0.05)
        done.append(1)

    def fail():
        with working_behind() as behind:
            behind(work)
            began.wait(20)
            raise KeyError("stopped")

    with pytest.raises(KeyError):
        fail()
    assert done == [1]
