"""What is kept, table by table.

    forms      a form's definition, by its hash: {hash, challenge, form, document}
    labels     its words in one language:       {hash, challenge, form, language, document}
    texts      accepted terms and consents:     {hash, text}
    ideas      Idea              receipts   Receipt
    responses  Response          accounts   Account
    replies    Reply             sessions   Session
    decisions  Decision          jobs       Job
    links      Link              promises   Promise
    files      File; its bytes lie beside the store (`files/`)
    counters   Quota             revisions  Revision
    comments   Comment           reports    Report
    votes      Vote              ballots    Ballot
    comparisons  Comparison      benefits   Benefit
    scores     Score
    notices    Notice            people     Person
    spent      Spent
    feeds      FeedKey            invitations  Invitation
    honours    Honour             thank_yous   ThankYou
    sheets     SheetKey
    themes     Theme
    workshops  Workshop          seats      Seat
    written    Written
    views      see `store.views`   measurements  Measurement
    exposures  Exposure
    claims     Claim; its rows' ids are made of their hashes, so that their order tells nothing

Documents are entries as `entries.to_document` writes them. Beside these a store may hold any
table that TinyDB could hold; such a table has no keys.
"""

from collector.entries import (
    Account,
    Ballot,
    Benefit,
    Claim,
    Comment,
    Comparison,
    Decision,
    FeedKey,
    File,
    Honour,
    Idea,
    Invitation,
    Job,
    Link,
    Measurement,
    Notice,
    Person,
    Promise,
    Quota,
    Receipt,
    Reply,
    Report,
    Response,
    Revision,
    Score,
    Seat,
    Session,
    SheetKey,
    Spent,
    ThankYou,
    Theme,
    Vote,
    Workshop,
    Written,
)
from collector.store.shape import Shape

ENTRIES = (
    ("challenge",),
    ("challenge", "state"),
    ("challenge", "form", "form_hash", "state"),
    ("state",),
)
"""What entries are read and counted by."""

ARRIVED = ("group", "received")
"""By whom and when: what those that came are counted by."""

SHAPES = (
    Shape("forms", ("hash", "challenge", "form"), unique=(("challenge", "form", "hash"),)),
    Shape(
        "labels",
        ("hash", "challenge", "form", "language"),
        unique=(("challenge", "form", "hash", "language"),),
    ),
    Shape("texts", ("hash",), unique=(("hash",),)),
    Shape(
        "ideas",
        ("ref", "challenge", "form", "form_hash", "state", "cleared", "merged", *ARRIVED),
        unique=(("ref",),),
        index=(*ENTRIES, ("merged",)),
    ),
    Shape(
        "responses",
        ("ref", "challenge", "form", "form_hash", "state", "cleared", *ARRIVED),
        unique=(("ref",),),
        index=(*ENTRIES, ("challenge", "form")),
    ),
    Shape(
        "comments",
        ("ref", "about", "challenge", "form", "form_hash", "state", "cleared", *ARRIVED),
        unique=(("ref",),),
        index=(*ENTRIES, ("about",)),
    ),
    Shape(
        "reports",
        ("ref", "about", "challenge", "form", "form_hash", "state", "cleared"),
        unique=(("ref",),),
        index=(*ENTRIES, ("about",)),
    ),
    Shape(
        "votes",
        ("ref", "challenge", "round", "idea", "voter", "value", "apart", "group", "at"),
        unique=(("ref",), ("round", "idea", "voter")),
        index=(
            ("challenge", "round", "idea", "value", "apart", "at"),
            ("challenge", "round", "voter", "apart"),
            ("idea",),
        ),
    ),
    Shape(
        "ballots",
        ("ref", "challenge", "round", "voter", "apart", "group", "at"),
        unique=(("ref",), ("challenge", "round", "voter")),
        index=(("challenge", "round"), ("voter",)),
    ),
    Shape(
        "comparisons",
        ("ref", "challenge", "round", "voter", "left", "right", "apart", "group", "at"),
        unique=(("ref",),),
        index=(("challenge", "round"), ("challenge", "round", "voter")),
    ),
    Shape(
        "scores",
        ("ref", "challenge", "idea", "juror"),
        unique=(("ref",), ("idea", "juror")),
        index=(("challenge", "juror"),),
    ),
    Shape(
        "replies",
        ("ref", "about", "challenge"),
        unique=(("ref",),),
        index=(("about",), ("challenge",)),
    ),
    Shape(
        "decisions",
        ("ref", "about", "challenge", "undoes", "batch"),
        unique=(("ref",),),
        index=(("about",), ("challenge",), ("undoes",), ("batch",)),
    ),
    Shape("receipts", ("code_hash", "about"), unique=(("code_hash",),)),
    Shape(
        "files",
        ("ref", "about", "challenge"),
        unique=(("ref",),),
        index=(("about",), ("challenge",)),
    ),
    Shape(
        "invitations",
        ("code_hash", "place", "challenge", "group"),
        unique=(("code_hash",), ("place",)),
        index=(("challenge",),),
    ),
    Shape("claims", ("hash",), unique=(("hash",),)),
    Shape("revisions", ("place", "about"), unique=(("place",),), index=(("about",),)),
    Shape(
        "benefits",
        ("place", "about", "challenge"),
        unique=(("place",),),
        index=(("about",), ("challenge",)),
    ),
    Shape("counters", ("challenge",), unique=(("challenge",),)),
    Shape("promises", ("challenge",), unique=(("challenge",),)),
    Shape("accounts", ("name",), unique=(("name",),)),
    Shape("sessions", ("token_hash", "account"), unique=(("token_hash",),), index=(("account",),)),
    Shape("spent", ("token_hash",), unique=(("token_hash",),)),
    Shape("links", ("code_hash", "account"), unique=(("code_hash",),), index=(("account",),)),
    Shape(
        "notices",
        ("ref", "event", "about", "challenge", "to", "state"),
        unique=(("ref",),),
        index=(("state",), ("about",), ("to",)),
    ),
    Shape("feeds", ("code_hash", "account"), unique=(("code_hash",), ("account",))),
    Shape("honours", ("month", "about"), unique=(("month",),), index=(("about",),)),
    Shape(
        "thank_yous",
        ("ref", "about", "challenge"),
        unique=(("ref",),),
        index=(("about",), ("challenge",)),
    ),
    Shape(
        "sheets",
        ("ref", "code_hash", "account", "challenge"),
        unique=(("ref",), ("code_hash",)),
        index=(("account",), ("challenge",)),
    ),
    Shape(
        "people",
        ("ref", "place", "about", "challenge", "confirm_hash", "leave_hash"),
        unique=(("ref",), ("place",), ("confirm_hash",), ("leave_hash",)),
        index=(("about",), ("challenge",)),
    ),
    Shape("themes", ("ref", "challenge"), unique=(("ref",),), index=(("challenge",),)),
    Shape(
        "workshops",
        ("ref", "challenge", "code"),
        unique=(("ref",), ("code",)),
        index=(("challenge",),),
    ),
    Shape(
        "seats",
        ("ref", "workshop", "challenge", "who"),
        unique=(("ref",), ("workshop", "who")),
        index=(("challenge",),),
    ),
    Shape(
        "written",
        ("idea", "workshop", "challenge", "who"),
        unique=(("idea",),),
        index=(("workshop",), ("challenge",)),
    ),
    Shape(
        "measurements",
        ("place", "challenge"),
        unique=(("place",),),
        index=(("challenge",),),
    ),
    Shape("views", ("challenge", "day"), unique=(("challenge", "day"),)),
    Shape(
        "exposures",
        ("challenge", "form", "form_hash", "variant", "day"),
        unique=(("challenge", "form", "form_hash", "variant", "day"),),
        index=(("challenge", "form"),),
    ),
    Shape(
        "jobs",
        ("key", "kind", "subject", "due", "done"),
        unique=(("key",),),
        index=(("done", "due"), ("kind", "subject", "done")),
    ),
)

PLACES: dict[type[object], tuple[str, str]] = {
    Idea: ("ideas", "ref"),
    Response: ("responses", "ref"),
    Comment: ("comments", "ref"),
    Report: ("reports", "ref"),
    Vote: ("votes", "ref"),
    Ballot: ("ballots", "ref"),
    Comparison: ("comparisons", "ref"),
    Score: ("scores", "ref"),
    Reply: ("replies", "ref"),
    Decision: ("decisions", "ref"),
    Receipt: ("receipts", "code_hash"),
    File: ("files", "ref"),
    Claim: ("claims", "hash"),
    Quota: ("counters", "challenge"),
    Revision: ("revisions", "place"),
    Benefit: ("benefits", "place"),
    Promise: ("promises", "challenge"),
    Account: ("accounts", "name"),
    Session: ("sessions", "token_hash"),
    Spent: ("spent", "token_hash"),
    Link: ("links", "code_hash"),
    Invitation: ("invitations", "code_hash"),
    FeedKey: ("feeds", "code_hash"),
    Honour: ("honours", "month"),
    ThankYou: ("thank_yous", "ref"),
    SheetKey: ("sheets", "ref"),
    Notice: ("notices", "ref"),
    Person: ("people", "ref"),
    Theme: ("themes", "ref"),
    Measurement: ("measurements", "place"),
    Job: ("jobs", "key"),
    Workshop: ("workshops", "ref"),
    Seat: ("seats", "ref"),
    Written: ("written", "idea"),
}
"""Where each kind of entry is kept, and the key that names one of it."""

PASSING = ("sessions", "links", "spent")
"""Log-ins and one-time links, used or not: in no backup and no dump, so that none comes alive
again."""
