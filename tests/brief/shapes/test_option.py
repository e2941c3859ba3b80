import pytest

from collector.brief import Option, Shape


@pytest.fixture
def pictured(author):
    for name in ("rye.jpg", "oats.png"):
        (author.folder / name).touch()
    return author


def test_an_answer_shows_a_picture_beside_its_words(pictured):
    question = pictured.asks(
        "- ( ) ![A dark loaf](rye.jpg) Rye\n- ( ) Oats ![A pale one](oats.png)"
    )
    assert question.options == (
        Option("rye", "Rye", picture="rye.jpg", alt="A dark loaf"),
        Option("oats", "Oats", picture="oats.png", alt="A pale one"),
    )


def test_a_picture_alone_is_named_by_what_it_shows(pictured):
    question = pictured.asks("- [ ] ![Dark rye](./rye.jpg)\n- [o] ![Pale oats](oats.png)")
    assert question.options == (
        Option("dark_rye", "Dark rye", picture="rye.jpg"),
        Option("o", "Pale oats", picture="oats.png"),
    )


def test_a_picture_may_stand_before_words_of_ones_own(pictured):
    question = pictured.asks("- ( ) Rye\n- ( ) ![A basket](rye.jpg) Other: ____")
    assert question.options[1] == Option(
        "other", "Other", own=True, picture="rye.jpg", alt="A basket"
    )


def test_a_brief_needs_the_pictures_of_its_answers(pictured):
    text = "---\ncloses: never\n---\n# T\n## S {.survey}\n### Q\n- ( ) ![A](rye.jpg)\n- ( ) B\n"
    assert pictured.publishes(text).files == ("rye.jpg",)


@pytest.mark.parametrize(
    ("answer", "reason", "fix"),
    [
        ("- ( ) ![](rye.jpg) Rye", "brief-alt-missing", "- ( ) ![What it shows](rye.jpg) Rye"),
        ("- ( ) ![Rye](ry.jpg)", "brief-file-missing", "- ( ) ![Rye](rye.jpg)"),
        ("- ( ) ![Rye](https://a.example/rye.jpg)", "brief-image-place", "- ( ) ![Rye](rye.jpg)"),
        ("- ( ) ![Rye](/rye.jpg)", "brief-image-place", "- ( ) ![Rye](rye.jpg)"),
    ],
)
def test_a_picture_lies_beside_the_brief_and_says_what_it_shows(pictured, answer, reason, fix):
    finding = pictured.fails(f"### Which?\n{answer}\n- ( ) Oats\n", reason)
    assert (pictured.line(finding), finding.fix) == (2, fix)


def test_an_answer_that_ends_its_code_in_a_bang_stands_alone(author):
    question = author.asks("- [ ] Rye\n- [ ] Oats\n- [none!] None of these\n- [!] I can't say")
    assert [(each.code, each.alone) for each in question.options] == [
        ("rye", False),
        ("oats", False),
        ("none", True),
        ("i_can_t_say", True),
    ]


@pytest.mark.parametrize(
    ("answers", "fix"),
    [
        ("- (none!) None\n- ( ) Rye", "- (none) None"),
        ("- [none!] None", "- [none] None"),
    ],
)
def test_only_one_of_several_boxes_can_stand_alone(author, answers, fix):
    assert author.fails(f"### Which?\n{answers}\n", "brief-option-alone").fix == fix


def test_a_bang_in_a_list_of_blanks_is_refused(author):
    author.fails("### Which?\n- [a!] A: ____\n- B: ____\n", "brief-option-alone")


@pytest.mark.parametrize("shape", [Shape.ONE, Shape.SEVERAL])
def test_a_list_may_come_in_any_order(author, shape):
    mark = "( )" if shape is Shape.ONE else "[ ]"
    answers = f"- {mark} Rye\n- {mark} Oats"
    assert author.asks(answers, "### Which? {#which .shuffle}").shuffle


@pytest.mark.parametrize(
    "answer", ["____", "(1) Bad … (5) Good", "- [ ] Yes", "- A: ____\n- B: ____"]
)
def test_what_has_an_order_of_its_own_is_not_shuffled(author, answer):
    author.fails(f"### Which? {{.shuffle}}\n{answer}\n", "brief-shuffle-shape")
