"""Small forms to try the room with: one good question and answer of every shape, and makers."""

from dataclasses import replace

from collector.brief import (
    Clause,
    Condition,
    Form,
    FormKind,
    Limits,
    Line,
    Option,
    Page,
    Question,
    Shape,
    Test,
)
from collector.form import Context

TOWNS = (Option("bern", "Bern"), Option("basel", "Basel"), Option("other", "Other", own=True))
ROWS = (Line("staff", "Our staff"), Line("hours", "Our hours"))
PARTS = tuple(replace(each, shape=Shape.NUMBER, limits=Limits(0, 100, True)) for each in ROWS)
WITH_A_FRIEND = Condition((Clause("come", Test.IS, ("friend",)),))


def question(shape: Shape, name: str = "", **facts) -> Question:
    """A question of a shape with what the shape needs; facts replace."""
    return Question(
        **{
            "id": name or shape.value,
            "label": f"A {shape}",
            "shape": shape,
            **NEEDS[shape],
            **facts,
        }
    )


NEEDS: dict[Shape, dict[str, object]] = {
    Shape.TEXT: {"limits": Limits(3, 80)},
    Shape.LONG: {"limits": Limits(None, 2000)},
    Shape.EMAIL: {"personal": True},
    Shape.PHONE: {"personal": True},
    Shape.WEB: {},
    Shape.NUMBER: {"limits": Limits(-20, 50)},
    Shape.AMOUNT: {"limits": Limits(0, 500, unit="€")},
    Shape.DATE: {},
    Shape.TIME: {},
    Shape.ONE: {"options": TOWNS},
    Shape.SEVERAL: {"options": TOWNS},
    Shape.YES: {"options": (Option("yes", "Yes, write to me"),)},
    Shape.SCALE: {"low": 1, "high": 5, "options": (Option("1", "Bad"), Option("5", "Good"))},
    Shape.STARS: {"low": 1, "high": 5},
    Shape.LINES: {
        "lines": (
            Line("street", "Street"),
            Line("guests", "Guests", Shape.NUMBER, Limits(1, 9, True)),
        )
    },
    Shape.FILE: {"limits": Limits(types=("pdf", "png"), megabytes=5), "personal": True},
    Shape.RANKING: {"options": TOWNS[:2]},
    Shape.MATRIX_ONE: {"lines": ROWS, "options": TOWNS[:2]},
    Shape.MATRIX_SEVERAL: {"lines": ROWS, "options": TOWNS[:2]},
    Shape.MATRIX_LINES: {
        "lines": (
            Line("staff", "Our staff"),
            Line("hours", "Our hours", Shape.NUMBER, Limits(0, 24)),
        ),
        "options": TOWNS[:2],
    },
    Shape.SLIDER: {"low": 0, "high": 500, "step": 10, "limits": Limits(unit="€")},
    Shape.SHARE: {"lines": PARTS, "total": 100, "limits": Limits(unit="points")},
}

GOOD: dict[Shape, dict[str, list[str]]] = {
    Shape.TEXT: {"text": ["Rye bread"]},
    Shape.LONG: {"long": ["Dark.\n\nAnd sour."]},
    Shape.EMAIL: {"email": ["ann@example.org"]},
    Shape.PHONE: {"phone": ["0171 234567"]},
    Shape.WEB: {"web": ["https://www.example.org/a?b=c"]},
    Shape.NUMBER: {"number": ["-2.5"]},
    Shape.AMOUNT: {"amount": ["12.5"]},
    Shape.DATE: {"date": ["2026-12-15"]},
    Shape.TIME: {"time": ["14:30"]},
    Shape.ONE: {"one": ["other"], "one_other": ["Chur"]},
    Shape.SEVERAL: {"several": ["bern", "other"], "several_other": ["Chur"]},
    Shape.YES: {"yes": ["yes"]},
    Shape.SCALE: {"scale": ["4"]},
    Shape.STARS: {"stars": ["3"]},
    Shape.LINES: {"lines__street": ["Mill Lane 3"], "lines__guests": ["2"]},
    Shape.FILE: {"file": ["abcdefghjkmnpqrs"]},
    Shape.RANKING: {"ranking__bern": ["2"], "ranking__basel": ["1"]},
    Shape.MATRIX_ONE: {"matrix-one__staff": ["bern"], "matrix-one__hours": ["basel"]},
    Shape.MATRIX_SEVERAL: {
        "matrix-several__staff": ["bern", "basel"],
        "matrix-several__hours": ["basel"],
    },
    Shape.MATRIX_LINES: {
        "matrix-lines__staff__bern": ["Good"],
        "matrix-lines__staff__basel": ["Slow"],
        "matrix-lines__hours__bern": ["6.5"],
        "matrix-lines__hours__basel": ["8"],
    },
    Shape.SLIDER: {"slider": ["120"]},
    Shape.SHARE: {"share__staff": ["30"], "share__hours": ["70"]},
}


def form(*questions: Question, kind: FormKind = FormKind.IDEA, **facts) -> Form:
    """A form of one page."""
    return Form(
        **{"name": "idea", "kind": kind, "label": "Share", "pages": (Page(questions),), **facts}
    )


def form_of_every_shape(**facts) -> Form:
    return form(*(question(shape) for shape in Shape), **facts)


def every_good_answer() -> dict[str, list[str]]:
    return {column: texts for answer in GOOD.values() for column, texts in answer.items()}


def context(**facts) -> Context:
    return Context(**{"challenge": "breads", "action": "/collect/breads/idea", **facts})
