"""What lists of ideas say: orders, tags, progress, search."""

SENTENCES = {
    "site-progress-open": "Open",
    "lists-of": "Ideas: {what}",
    "lists-title": "{heading} · {title}",
    "lists-title-page": "{heading}, page {number} · {title}",
    "lists-orders": "In which order",
    "lists-steps": "How far they have come",
    "lists-tags": "By tag",
    "lists-every": "All",
    "lists-new": "Newest first",
    "lists-top": "Top",
    "lists-rising": "Rising",
    "lists-drawn": "By lot",
    "lists-drawn-why": (
        "While votes are taken, this list is drawn by lot anew each hour, so that no idea has a "
        "better place because it came early."
    ),
    "lists-description": "{heading}: what people have proposed. {title}",
    "lists-gap": "…",
    "lists-search": "Search the ideas",
    "lists-search-do": "Search",
    "lists-share": "Share your idea",
}
