"""What a receipt says of where its idea stands."""

SENTENCES = {
    "receipt-page": "See it on its page",
}
