"""The tone of an idea: whether its sender calls it a concern, a suggestion or praise.

It is an ordinary question, written out in the brief; by its id and codes the desk knows it.

    ### What is it? {#tone}
    - (concern) A concern
    - (suggestion) A suggestion
    - (praise) Praise
"""

from collector.brief.model import Form, FormKind, Question, Shape

TONE = "tone"
"""The question's id."""
TONES = ("concern", "suggestion", "praise")
"""The codes of its answers."""


def asks_tone(form: Form) -> bool:
    """Whether its ideas have a tone."""
    return any(is_tone(form, question) and not odd(question) for question in form.questions)


def is_tone(form: Form, question: Question) -> bool:
    """Whether the question has the id by which it is known."""
    return form.kind is FormKind.IDEA and question.id == TONE


def odd(question: Question) -> bool:
    """Whether it is answered in a way that the desk would not know."""
    codes = {each.code for each in question.options}
    return question.shape not in (Shape.ONE, Shape.SEVERAL) or not codes <= set(TONES)
