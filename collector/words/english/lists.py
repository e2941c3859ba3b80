"""What lists of ideas say: orders, tags, progress, search."""

SENTENCES = {
    "site-progress-open": "Open",
    "lists-of": "Ideas: {what}",
    "lists-title": "{heading} · {title}",
    "lists-title-page": "{heading}, page {number} · {title}",
    "lists-orders": "In which order",
    "lists-steps": "How far they have come",
    "lists-tags": "By tag",
    "lists-choose": "Choose by progress or tag",
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
    "lists-any": "All",
    "lists-found-none": "No idea found.",
    "lists-found-one": "{count} idea found.",
    "lists-found-many": "{count} ideas found.",
    "lists-found-none-for": "No idea found for “{words}”.",
    "lists-found-one-for": "{count} idea found for “{words}”.",
    "lists-found-many-for": "{count} ideas found for “{words}”.",
    "no-list": "There is no such list of ideas any more.",
    "lists-share": "Share your idea",
}
