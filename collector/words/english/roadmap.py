"""What the roadmap says, and the promise to answer."""

SENTENCES = {
    "roadmap": "Roadmap",
    "roadmap-of": "Roadmap: {title}",
    "roadmap-why": "What becomes of the ideas that people have sent: planned, in progress, done.",
    "roadmap-all": "All {count}",
    "roadmap-more": "… and {count} more",
    "roadmap-nothing": "Nothing stands here just now.",
    "roadmap-onward": "What becomes of the ideas: the roadmap",
    "promise": "We answer each idea within {days}.",
    "promise-label": "Our answer",
    "promise-within": "within {days} to each idea",
    "promise-kept": (
        "Ideas answered in time: {in_time} · later: {late} · not answered, and overdue: "
        "{overdue} · not answered yet: {due}"
    ),
    "progress-steps": "How far it has come",
    "progress-since": "{step} since {when}",
    "idea-tags": "Tags",
    "idea-share": "Link to this idea",
    "idea-mail": "Send by e-mail",
    "idea-feed": "Follow in a feed reader",
    "idea-feed-title": "What becomes of this idea",
    "feed-progress": "{step}: {title}",
    "feed-answer": "{owner} answers: {title}",
    "feed-comment": "A comment on: {title}",
    "feed-merged": "Now part of: {title}",
}
"""`promise-kept` tells numbers only: no language needs a plural there."""
