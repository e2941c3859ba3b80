"""A participant of a workshop takes a seat, writes ideas, and gives dots."""

from dataclasses import dataclass, replace
from datetime import datetime

from collector import workshop as rules
from collector.acts import visit
from collector.acts.visit import Submission
from collector.acts.workshop import known
from collector.entries import Receipt, Seat, Workshop, Written, new_reference
from collector.errors import Closed, Conflict, Forbidden
from collector.store import Store, workshops, writes

MOST_SEATS = 200
MOST_IDEAS = 50
"""That one seat writes."""


@dataclass(frozen=True)
class Sitting:
    """Whose seat it is: the workshop's ref and the participant's key."""

    workshop: str
    who: str


def sit(store: Store, sitting: Sitting, table: int, now: datetime) -> Seat:
    """The participant's seat, a new one for whoever is new. Raises Closed, Conflict if it is full.

    Late joiners come in at any step.
    """

    def act(store: Store) -> Seat:
        workshop = known(store, sitting.workshop)
        if rules.is_over(workshop, now):
            raise Closed("workshop-over")
        found = workshops.seat(store, workshop.ref, sitting.who)
        if found is None and workshops.number_of_seats(store, workshop.ref) >= MOST_SEATS:
            raise Conflict("workshop-full", most=MOST_SEATS)
        at = table if 1 <= table <= workshop.tables else 0
        seat = replace(found, table=at) if found else _new(workshop, sitting.who, at, now)
        workshops.put_seat(store, seat)
        return seat

    return store.transact(act)


def write(
    store: Store, sitting: Sitting, submission: Submission, number: str, now: datetime
) -> Receipt:
    """Keep an idea, exactly once, as one that waits. `number` is its submission's.

    Raises Closed outside the time to write, Conflict for too many, Forbidden without a seat.
    """

    def act(store: Store) -> Receipt:
        again = visit.is_kept(store, submission)
        workshop, seat = known(store, sitting.workshop), seated(store, sitting)
        if not again:
            rules.ensure_writing(workshop, now)
            if workshops.number_written(store, workshop.ref, seat.who) >= MOST_IDEAS:
                raise Conflict("workshop-enough", most=MOST_IDEAS)
        receipt = visit.take(store, submission=submission, now=now)
        if not again:
            note = Written(
                idea=receipt.about,
                workshop=workshop.ref,
                challenge=workshop.challenge,
                table=seat.table,
                who=seat.who,
                submission=number,
            )
            writes.add(store, note)
        return receipt

    return store.transact(act)


def place(store: Store, sitting: Sitting, idea: str, count: int, now: datetime) -> Seat:
    """So many of the participant's dots lie on the idea. Sent twice it is the same.

    Raises Closed outside the vote, Conflict for more than there are or an idea that is gone.
    """

    def act(store: Store) -> Seat:
        workshop, seat = known(store, sitting.workshop), seated(store, sitting)
        rules.ensure_voting(workshop, now)
        at = rules.stands(workshops.ideas(store, workshop.ref))
        dots = rules.placed(seat.dots, at, idea, count, workshop.dots)
        kept = replace(seat, dots=dots)
        workshops.put_seat(store, kept)
        return kept

    return store.transact(act)


def _new(workshop: Workshop, who: str, table: int, now: datetime) -> Seat:
    return Seat(
        ref=new_reference(),
        workshop=workshop.ref,
        challenge=workshop.challenge,
        who=who,
        table=table,
        at=now.replace(minute=0, second=0, microsecond=0),
    )


def seated(store: Store, sitting: Sitting) -> Seat:
    """Raises Forbidden for whoever has no seat."""
    found = workshops.seat(store, sitting.workshop, sitting.who)
    if found is None:
        raise Forbidden("workshop-no-seat")
    return found
