"""What an owner said to an author alone goes with the time that the challenge promised."""

from datetime import timedelta

from collector.acts import thank
from collector.entries import JobKind, Promise, State
from collector.store import Store, reads, thank_yous, writes
from tests.form.forms import form
from tests.kept import NOW, idea

PROMISE = Promise(challenge="bread", closes=None, days=30)


def test_a_thank_you_is_erased_once_its_time_is_over(store: Store) -> None:
    sent = idea(form(), {}, state=State.APPROVED)
    writes.add(store, sent)
    thank.thank(store, sent.ref, "Come for a loaf: code 4711.", "ada", NOW)
    thank.thank(store, sent.ref, "And for another.", "ada", NOW + timedelta(days=5))
    assert thank.forget(store, PROMISE, NOW + timedelta(days=29)) == 0
    assert thank.forget(store, PROMISE, NOW + timedelta(days=31)) == 1
    assert [each.text for each in thank_yous.about(store, sent.ref)] == ["And for another."]
    assert JobKind.SWEEP in [each.kind for each in reads.jobs(store)]


def test_where_nothing_was_promised_it_stays(store: Store) -> None:
    sent = idea(form(), {}, state=State.APPROVED)
    writes.add(store, sent)
    thank.thank(store, sent.ref, "Thank you.", "ada", NOW)
    never = Promise(challenge="bread", closes=None, days=None)
    assert thank.forget(store, never, NOW + timedelta(days=3000)) == 0
