from collector.pages.slots import Frame, slot

PAGE = f"<h1>Bread</h1>{slot('ideas', '<p>None yet.</p>')}<hr>{slot('form:hours')}<footer>".encode()


def test_a_frame_knows_its_slots_in_order() -> None:
    assert Frame.read(PAGE).names == ["ideas", "form:hours"]


def test_what_is_poured_replaces_the_first_content_and_the_markers() -> None:
    poured = Frame.read(PAGE).pour({"ideas": "<p>Röggelchen</p>", "form:hours": "<form>"})
    assert poured.decode() == "<h1>Bread</h1><p>Röggelchen</p><hr><form><footer>"


def test_a_slot_that_nothing_is_poured_into_keeps_its_first_content() -> None:
    assert Frame.read(PAGE).pour({}).decode() == "<h1>Bread</h1><p>None yet.</p><hr><footer>"


def test_a_page_without_slots_is_one_piece() -> None:
    assert Frame.read(b"<p>Plain</p>").pour({"ideas": "no"}) == b"<p>Plain</p>"


def test_a_beginning_without_its_end_is_no_slot_and_hides_none_behind_it() -> None:
    page = b"<!--slot:phase--><p>" + slot("ideas", "x").encode()
    frame = Frame.read(page)
    assert frame.names == ["ideas"]
    assert frame.pour({}) == b"<!--slot:phase--><p>x"


def test_a_prepared_frame_can_be_poured_again() -> None:
    prepared = Frame.read(PAGE).prepare({"form:hours": "<form>"})
    assert Frame.read(prepared).names == ["ideas", "form:hours"]
    assert Frame.read(prepared).pour({"ideas": ""}) == b"<h1>Bread</h1><hr><form><footer>"
