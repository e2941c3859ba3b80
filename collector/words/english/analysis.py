"""What the rows of a result are called where the brief has no word for them."""

SENTENCES = {
    "row-ticked": "Ticked",
    "row-not-ticked": "Not ticked",
    "row-star": "{step} star",
    "row-stars": "{step} stars",
    "row-point": "{step} – {label}",
    "row-steps": "{low} to {high}",
    "row-line": "{question}: {line}",
    "row-cell": "{question}: {line}, {head}",
}
