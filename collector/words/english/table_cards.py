"""What stands on the cards that are laid out on tables."""

SENTENCES = {
    "table-card-how": "Scan the code with your phone, or open",
    "table-card-until": "Until {when}",
    "table-cards-print": "Table cards to print",
}
