"""What visitors are told when an act can't be done."""

SENTENCES = {
    "other-content": (
        "We already have something from you that was sent from this page, with other words."
    ),
    "change-too-late": (
        "This can't be changed any more, so what was sent before stands. With its receipt you can "
        "still take it back."
    ),
    "answered-before": (
        "This browser has answered already, and what was sent first counts. With the receipt of it "
        "you can look at it, or take it back and answer anew."
    ),
    "no-receipt": "We know no receipt with this code. Please check each sign of it.",
}
