"""What is said about ideas that are merged, brought on and filed under tags."""

SENTENCES = {
    "no-idea": "Entry {ref} is no idea.",
    "not-merged": "Idea {ref} is not merged, so there is nothing to undo.",
    "merge-itself": "An idea can't be merged into itself. Choose another one.",
    "merge-elsewhere": "These ideas belong to two challenges; only ideas of one can be merged.",
    "merge-merged": (
        "Idea {ref} was merged into {into} already. Unmerge it first if it belongs elsewhere."
    ),
    "merge-state": "Only what waits or is approved can be merged; idea {ref} is neither.",
    "merge-cycle": "Idea {into} leads to {ref} itself. Unmerge it first.",
    "merge-further": "Idea {into} was merged into {stands}. Merge into {stands} instead.",
    "progress-end": "Idea {ref} was taken back or erased; nothing can become of it any more.",
    "progress-already": "Nothing to do: idea {ref} stands there already.",
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
    "declined-unworded": (
        "Say in a sentence why it is declined: its author and all who voted for it read that. "
        "If you would rather say nothing, tick the box below."
    ),
    "declined-many-unworded": (
        "Say in a sentence why they are declined; their authors read it. Go back: what you ticked "
        "is still ticked."
    ),
    "desk-merged-into": "This idea is merged into {title}.",
    "desk-merged-card": "Merged into another idea",
    "desk-merged-stands": "That one is not shown, so this one stands by itself meanwhile.",
    "desk-merged-further": "That one is merged too; both stand at {title}.",
    "desk-merged-here": "Merged into this one",
    "desk-unmerge": "Unmerge",
    "desk-merge-into": "Merge into this",
    "desk-merge-other": "Merge it into another idea",
    "desk-merge-title": "Merge two ideas?",
    "desk-merge-choose": "Merge into which idea?",
    "desk-merge-search": "Another idea of this challenge",
    "desk-merge-search-hint": "Words of its title, or the address of its page.",
    "desk-merge-look": "Look for it",
    "desk-merge-none": "No idea of this challenge is like these words.",
    "desk-merge-from": "This one is merged …",
    "desk-merge-to": "… into this one",
    "desk-merge-votes": "Votes: {count}",
    "desk-merge-comments": "Comments: {count}",
    "desk-merge-replies": "Replies: {count}",
    "desk-merge-swap": "The other way round",
    "desk-merge-what": "What happens",
    "desk-merge-page": (
        "The page of “{one}” leads to “{other}”, which tells what was merged into it."
    ),
    "desk-merge-author": "Its author reads on the receipt where it went.",
    "desk-merge-voters-one": (
        "One vote counts for the other one from now on, unless its voter voted for that too."
    ),
    "desk-merge-voters": (
        "{count} votes count for the other one from now on, each voter once; their receipts say so."
    ),
    "desk-merge-back": "It can be unmerged at any time; all is then as it was.",
    "desk-merge-text": "A public sentence, if you like",
    "desk-merge-text-hint": (
        "It stands on the page that leads on, and on the receipt; {garden} signs it."
    ),
    "desk-merge-approve": "Approve it too, so that its title is told",
    "desk-merge-do": "Merge “{one}” into “{other}”",
    "desk-merge-no": "Do not merge",
    "desk-progress": "What becomes of it",
    "desk-progressed": "since {when}",
    "desk-progress-step": "Progress",
    "desk-progress-text": "Your public answer, if you like",
    "desk-progress-hint": "It stands under the idea and on its author’s receipt.",
    "desk-progress-unworded": "Decline it without a word",
    "desk-progress-do": "Keep what becomes of it",
    "desk-progress-many": "Say what becomes of all that are ticked",
    "desk-tags": "Tags",
    "desk-tags-known": "Tags of this challenge",
    "desk-tags-new": "New tags",
    "desk-tags-hint": "With commas between them; at most ten on an idea, of 40 characters each.",
    "desk-tags-do": "Keep the tags",
    "site-merged": "This idea was merged into another one that asks for the same: {title}",
    "site-comments-merged": "Written to “{title}”, which was merged with this idea",
    "site-merged-here": "Merged with this idea",
    "told-merged": "{ref} is merged into {into}.",
    "told-unmerged": "{ref} stands by itself again.",
    "told-unworded": (
        'Nobody was told why. Say it with: ideagarden moderate reply {ref} "Because …"'
    ),
}
