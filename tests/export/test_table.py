from collector.export.table import Table


def counted(told, **facts):
    """A table that notes what it has to tell anew."""

    def tell(value):
        told.append(value)
        return f"<{value}>"

    return Table(tell, **facts)


def test_what_was_told_once_is_remembered():
    told = []
    table = counted(told)
    assert [table[each] for each in ("a", "b", "a", None, None)] == [
        "<a>",
        "<b>",
        "<a>",
        "<None>",
        "<None>",
    ]
    assert told == ["a", "b", None]


def test_it_never_holds_many():
    table = counted([], most=10)
    assert [table[each] for each in range(1000)] == [f"<{each}>" for each in range(1000)]
    assert len(table) <= 11


def test_what_comes_but_once_is_not_held():
    told = []
    table = counted(told, most=0)
    assert [table[each] for each in ("a", "a", None, None)] == ["<a>", "<a>", "<None>", "<None>"]
    assert told == ["a", "a", None]
