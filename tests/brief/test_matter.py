import pytest

from collector.brief import set_setting


def test_the_whole_line_after_the_colon_is_the_text(author):
    brief = author.sets("objective: Sell 10 % more: #1 on *weekday* afternoons")
    assert brief.objective == "Sell 10 % more: #1 on *weekday* afternoons"


@pytest.mark.parametrize("key", ["one per", "One per", "one-per", "ONE_PER"])
def test_blanks_dashes_and_capitals_in_a_key_do_not_matter(author, key):
    author.sets(f"{key}: none")


@pytest.mark.parametrize("quoted", ['"Rye, dark"', "'Rye, dark'", "“Rye, dark”"])
def test_quotes_around_the_whole_are_dropped(author, quoted):
    assert author.sets(f"prize: {quoted}").prize == "Rye, dark"


def test_indented_lines_continue_a_setting(author):
    assert author.sets("prize: A loaf\n  a week").prize == "A loaf a week"


@pytest.mark.parametrize("tags", ["tags: a, b", "tags: [a, b]", "tags:\n- a\n- b"])
def test_lists_can_be_written_in_three_ways(author, tags):
    assert author.sets(tags).tags == ("a", "b")


def test_lines_that_begin_with_a_hash_are_comments(author):
    assert author.sets("# opens: 2026-12-15\nprize: A loaf").prize == "A loaf"


def test_front_matter_is_optional(author):
    reading = author.writes("# Bread\n")
    assert [each.reason for each in reading.findings] == ["brief-no-closes"]
    assert reading.brief is not None


@pytest.mark.parametrize(
    ("lines", "reason", "line"),
    [
        ("closes: never\nColour: red", "brief-setting-unknown", 3),
        ("closes: never\ncloses: 2026-12-15", "brief-setting-twice", 3),
        ("closes: never\nprize:", "brief-setting-empty", 3),
        ("closes: never\nprize", "brief-setting-line", 3),
        ("- a\ncloses: never", "brief-setting-line", 2),
        ("closes:\n  date: 2026-12-15", "brief-setting-nested", 3),
        ("closes: never\nprize:\n- a\n- b", "brief-setting-list", 3),
    ],
)
def test_faults_of_settings_name_their_line(author, lines, reason, line):
    finding = author.hears(f"---\n{lines}\n---\n# Bread\n", reason)
    assert finding.line == line


def test_an_unknown_setting_names_the_nearest(author):
    finding = author.hears("---\nclose: 2026-12-15\n---\n# Bread\n", "brief-setting-unknown")
    assert finding.fix == "closes: 2026-12-15"


def test_front_matter_without_an_end_is_reported_and_the_rest_is_read(author):
    text = "---\ncloses: never\n\n# Bread\n\n## Poll {.pol}\n"
    reasons = [each.reason for each in author.writes(text).findings]
    assert reasons == ["brief-matter-open", "brief-section-unknown"]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("---\ncloses: never\nprize: x\n---\n# A\n", "---\ncloses: 1\nprize: x\n---\n# A\n"),
        ("---\nCloses:  never\n---\n# A\n", "---\ncloses: 1\n---\n# A\n"),
        ("---\nprize: x\n---\n# A\n", "---\nprize: x\ncloses: 1\n---\n# A\n"),
        ("---\r\ncloses: never\r\n---\r\n# A", "---\r\ncloses: 1\r\n---\r\n# A"),
        ("---\nprize: x\r\n---\n# A", "---\nprize: x\r\ncloses: 1\r\n---\n# A"),
        ("# A\n", "---\ncloses: 1\n---\n\n# A\n"),
        ("\ufeff# A\n", "\ufeff---\ncloses: 1\n---\n\n# A\n"),
        ("---\ncloses: x\n  y\nprize: z\n---\n", "---\ncloses: 1\nprize: z\n---\n"),
        ("---\n---\n# A\n", "---\ncloses: 1\n---\n# A\n"),
        ("", "---\ncloses: 1\n---\n\n"),
    ],
)
def test_one_setting_is_changed_and_no_other_line(before, after):
    assert set_setting(before, "closes", "1") == after
