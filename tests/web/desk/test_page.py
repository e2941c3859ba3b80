from collector.brief import Phase
from collector.entries import Event, JobKind, Reason, Role, State
from collector.moderation import MERGE, PROGRESS, TAGS, UNMERGE, Move
from collector.web.desk.garden import PAGES
from collector.web.desk.page import KEYS
from collector.words import sentences


def test_everything_the_desk_may_have_to_name_has_its_words():
    needed = {
        "state": State,
        "phase": Phase,
        "role": Role,
        "may": Role,
        "reason": [each for each in Reason if each],
        "do": KEYS,
        "done": [*KEYS, "undo"],
        "did": [*Move, "undo", "reply", "unreply", "erase"],
        "flag": ["trap", "too fast", "known name"],
        "event": Event,
        "failed": JobKind,
        "garden": [each for name in PAGES for each in (name, f"{name}-hint")],
    }
    for kind, names in needed.items():
        for name in names:
            assert f"desk-{kind}-{name}" in sentences()
    moves = [*Move, "undo", "reply", "unreply", "erase", MERGE, UNMERGE, PROGRESS, TAGS]
    for move in moves:
        assert {f"desk-did-{move}", f"decisions-move-{move}"} <= set(sentences())
    assert {f"health-job-{each}" for each in JobKind} <= set(sentences())


def told(kind):
    return {each.removeprefix(kind) for each in sentences() if each.startswith(kind)}


def test_whatever_an_entry_tells_of_a_decision_the_log_tells_too():
    assert told("desk-did-") == told("decisions-move-")


def test_every_move_at_the_desk_has_a_key_of_its_own():
    assert len(set(KEYS.values())) == len(KEYS)
    assert not set("jkxu") & set(KEYS.values())
