"""What is said while the bakery's year is lived through."""

SENTENCES = {
    "told-year": "{count} entries came in the year, and stand where they were decided on.",
}
