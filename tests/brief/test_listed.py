import pytest

from collector.brief import Option, Shape

HEADING = "### Your town {#town .dropdown from=towns.csv}"


@pytest.fixture
def towns(author):
    """Write the file beside the brief; the author."""

    def towns(content):
        held = content.encode() if isinstance(content, str) else content
        (author.folder / "towns.csv").write_bytes(held)
        return author

    return towns


TOWNS = (Option("bern", "Bern"), Option("bas", "Basel, city"))


@pytest.mark.parametrize(
    "content",
    [
        'code,label\nbern,Bern\nbas,"Basel, city"\n',
        "code;label\r\nbern;Bern\r\n\r\nbas;Basel, city\r\n",
        "bern;Bern\nbas;Basel, city",
        'bern,Bern\nbas,"Basel,\ncity"\n',
        "\ufeffCode;Label\nbern; Bern \nbas;Basel, city;;\n;;\n",
    ],
)
def test_a_menu_is_filled_from_a_file_beside_the_brief(towns, content):
    question = towns(content).asks("Where you live.", HEADING)
    assert (question.shape, question.dropdown) == (Shape.ONE, True)
    assert question.options == TOWNS
    assert question.help == "Where you live."


def test_the_brief_needs_the_file(towns):
    author = towns("a,A\nb,B\n")
    text = f"---\ncloses: never\n---\n# T\n## S {{.survey}}\n{HEADING}\n"
    assert author.publishes(text).files == ("towns.csv",)


def test_what_is_in_the_file_is_no_markdown(towns):
    (first, _) = towns("a,*A* <b> [x](y)\nb,B\n").asks("", HEADING).options
    assert first.label == r"\*A\* \<b\> \[x\](y)"


def test_a_condition_knows_the_options_of_a_file(towns):
    author = towns("bern,Bern\nbas,Basel\n")
    form = author.makes_form(
        f"{HEADING}\n\n### Why? {{#why}}\n*Only if [town](#town) is Basel.*\n____\n"
    )
    assert form.questions[1].condition.clauses[0].values == ("bas",)


@pytest.mark.parametrize(
    ("content", "reason", "said"),
    [
        ("bern,Bern\nbas\n", "brief-from-row", "towns.csv, line 2"),
        ("bern,Bern\n\nbas,Basel,City\n", "brief-from-row", "line 3"),
        ('bern,Bern\nbas,"Basel\n', "brief-from-row", "line 2"),
        ("bern,Bern\nba s,Basel\n", "brief-from-code", '"ba s"'),
        ("bern,Bern\nbern,Berne\n", "brief-from-twice", "line 2"),
        ("code,label\nbern,Bern\n", "brief-from-count", "has 1"),
        ("", "brief-from-count", "has 0"),
        (b"bern,Z\xfcrich\n", "brief-from-encoding", "UTF-8"),
    ],
)
def test_faults_of_the_file_name_it_and_its_line(towns, content, reason, said):
    finding = towns(content).fails(f"{HEADING}\n", reason)
    assert said in finding.message
    assert "towns.csv" in finding.message


@pytest.mark.parametrize(
    ("braces", "reason", "fix"),
    [
        (".dropdown from=town.csv", "brief-file-missing", ".dropdown from=towns.csv"),
        (".dropdown from=../towns.csv", "brief-image-place", ".dropdown from=towns.csv"),
        ("from=towns.csv", "brief-from-dropdown", None),
        (".dropdown from=ideas", "brief-class-later", None),
    ],
)
def test_what_from_names_is_a_file_beside_the_brief(towns, braces, reason, fix):
    author = towns("a,A\nb,B\n")
    answers = "- ( ) A\n- ( ) B\n" if braces.endswith("ideas") else ""
    finding = author.fails(f"### Your town {{#town {braces}}}\n{answers}", reason)
    assert fix is None or finding.fix == f"### Your town {{#town {fix}}}"


def test_a_menu_from_a_file_has_no_list_below(towns):
    towns("a,A\nb,B\n").fails(f"{HEADING}\n- ( ) A\n- ( ) B\n", "brief-shape-two")


@pytest.mark.parametrize("word", [".pairwise", ".maxdiff", "from=ideas", "rounds=10", "show=4"])
def test_words_of_later_versions_are_errors_and_never_ignored(author, word):
    finding = author.fails(f"### Which? {{{word}}}\n- ( ) A\n- ( ) B\n", "brief-class-later")
    assert finding.fix == "### Which?"
