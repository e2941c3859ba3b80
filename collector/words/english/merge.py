"""What is said about ideas that are merged, brought on and filed under tags."""

SENTENCES = {
    "no-idea": "Entry {ref} is no idea.",
    "not-merged": "Idea {ref} is not merged, so there is nothing to undo.",
    "merge-itself": "An idea can't be merged into itself. Choose another one.",
    "merge-elsewhere": "These ideas belong to two challenges; only ideas of one can be merged.",
    "merge-merged": (
        "Idea {ref} was merged into {into} already. Unmerge it first if it belongs elsewhere."
    ),
    "merge-state": "Idea {ref} is {state}; only what waits or is approved can be merged.",
    "merge-cycle": "Idea {into} leads to {ref} itself. Unmerge it first.",
    "merge-further": "Idea {into} was merged into {stands}. Merge into {stands} instead.",
    "progress-end": "Idea {ref} is {state}; nothing can become of it any more.",
    "progress-already": "Nothing to do: idea {ref} is already {progress}.",
    "progress-merged": "Idea {ref} was merged into {stands}. Say there what becomes of it.",
    "progress-unknown": "There is no such progress.",
    "tag-signs": "A tag holds signs that can't be kept. Type it anew.",
    "tag-long": "The tag “{tag}” is too long. Use at most {most} characters.",
    "tags-many": "Use at most {most} tags; these are {have}.",
    "desk-did-merge": "{by} merged it into another idea",
    "desk-did-unmerge": "{by} let it stand by itself again",
    "desk-did-progress": "{by} changed what becomes of it",
    "desk-did-tags": "{by} changed its tags",
    "desk-done-merge": "Merged",
    "desk-done-unmerge": "Stands by itself again",
    "desk-done-progress": "Brought on",
    "desk-done-tags": "Filed",
    "site-merged": "This idea was merged into another one that asks for the same: {title}",
    "site-merged-here": "Merged with this idea",
    "told-merged": "{ref} is merged into {into}.",
    "told-unmerged": "{ref} stands by itself again.",
    "told-unworded": (
        'Nobody was told why. Say it with: ideagarden moderate reply {ref} "Because …"'
    ),
}
