"""One table of conditions for all who decide what is due: the collector, and the site's script."""

from collector.brief import Clause, Range, Test
from collector.entries import Value

ANSWERS: dict[str, Value] = {
    "come": "friend",
    "towns": ("bern", "basel"),
    "age": 39,
    "price": 2.5,
    "news": True,
    "mail": False,
    "address__street": "Mill Lane",
}

CASES: list[tuple[Clause, bool]] = [
    (Clause("come", Test.ANSWERED), True),
    (Clause("come", Test.NOT_ANSWERED), False),
    (Clause("why", Test.ANSWERED), False),
    (Clause("why", Test.NOT_ANSWERED), True),
    (Clause("address__street", Test.ANSWERED), True),
    (Clause("news", Test.ANSWERED), True),
    (Clause("mail", Test.ANSWERED), False),
    (Clause("come", Test.IS, ("friend",)), True),
    (Clause("come", Test.IS, ("alone", "friend")), True),
    (Clause("come", Test.IS, ("Friend",)), False),
    (Clause("come", Test.IS_NOT, ("friend",)), False),
    (Clause("come", Test.IS_NOT, ("alone",)), True),
    (Clause("why", Test.IS, ("friend",)), False),
    (Clause("why", Test.IS_NOT, ("friend",)), True),
    (Clause("towns", Test.IS, ("basel",)), True),
    (Clause("towns", Test.IS, ("chur",)), False),
    (Clause("towns", Test.IS_NOT, ("chur",)), True),
    (Clause("news", Test.IS, ("agree",)), True),
    (Clause("mail", Test.IS, ("agree",)), False),
    (Clause("mail", Test.IS_NOT, ("agree",)), True),
    (Clause("age", Test.IS, (Range(18, 39),)), True),
    (Clause("age", Test.IS, (Range(40, 65),)), False),
    (Clause("age", Test.IS, ("39",)), True),
    (Clause("age", Test.AT_LEAST, (Range(39, 39),)), True),
    (Clause("age", Test.AT_LEAST, (Range(40, 40),)), False),
    (Clause("price", Test.AT_MOST, (Range(2.5, 2.5),)), True),
    (Clause("price", Test.AT_MOST, (Range(2, 2),)), False),
    (Clause("why", Test.AT_MOST, (Range(2, 2),)), False),
    (Clause("come", Test.AT_LEAST, (Range(0, 0),)), False),
    (Clause("towns", Test.IS, (Range(0, 9),)), False),
]
"""Each clause, and whether those answers meet it."""
