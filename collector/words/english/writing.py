"""What is said where a challenge is written at the desk."""

SENTENCES = {
    "desk-menu-writing": "Write",
    "write-title": "Write: {title}",
    # How one begins
    "write-drafts": "Drafts",
    "write-drafts-hint": "Only the desk sees them, until you publish them.",
    "write-begin": "Write a new challenge",
    "write-begin-first": "Write your first challenge",
    "write-begin-hint": (
        "You get a text that you can change as you like, with a preview beside it. Nobody sees "
        "anything of it until you publish it."
    ),
    "write-begin-do": "Begin writing",
    "write-go-on": "Change a challenge",
    "write-asks": "What do you ask?",
    "write-asks-hint": "The title of the page, as: What should we bake next?",
    "write-slug": "Last part of its address",
    "write-slug-hint": (
        "Small letters, digits and hyphens, as what-to-bake. Left empty, it is made from the title."
    ),
    "write-from": "Begin with",
    "write-template-suggestion-box": "A suggestion box",
    "write-template-suggestion-box-hint": (
        "Always open. People say what annoyed them or what they miss; you answer."
    ),
    "write-template-product-challenge": "A challenge for a new product",
    "write-template-product-challenge-hint": (
        "People propose products and say what they would pay; a quick question comes with it."
    ),
    "write-template-customer-survey": "A survey of your customers",
    "write-template-customer-survey-hint": (
        "Eight short questions about a visit; you see the results, others don’t."
    ),
    "write-nothing": "An empty page",
    "write-nothing-hint": "Put in questions one by one.",
    "write-copy": "A copy of “{title}”",
    "write-copy-hint": "Its questions and words, without its dates and what people answered.",
    "write-title-wrong": "Write what you ask, in at most {most} characters.",
    "write-slug-wrong": (
        "An address holds small letters a–z, digits and hyphens, 64 at most. Take for instance: "
        "{better}"
    ),
    "write-slug-taken": "There is a challenge or a draft at this address. Take another: {better}",
    "write-from-wrong": "Choose what to begin with.",
    # What is written
    "write-text": "The challenge as a text",
    "write-text-hint": (
        "A heading is a question, what stands under it is how it is answered. It is the file of "
        "the challenge; you can write it in any editor too."
    ),
    "write-save": "Save the draft",
    "write-publish": "Publish",
    "write-check": "Check",
    "write-preview-do": "Preview",
    "write-preview": "Preview",
    "write-preview-hint": (
        "As visitors will see it, before anything came in. Its buttons do nothing."
    ),
    "write-unseen": "The page can’t be shown yet",
    "write-finding": "Line {line}: {message}",
    "write-later-ideas": "Ideas will stand here.",
    "write-later-results": "Results will stand here.",
    "write-leave": "What you typed is not saved.",
    # What is wrong with it
    "write-findings-none": "Nothing is wrong",
    "write-findings": "To look at: {count}. Errors that keep it from being published: {errors}",
    "write-error": "Error",
    "write-warning": "Hint",
    "write-line": "line {line}",
    "write-of-line": "for line {line}",
    "write-instead": "Write instead:",
    "write-take-line": "Take the suggested line",
    "write-fixed": "The suggested line is now line {line}.",
    "write-fix-by-hand": (
        "This line can’t be put in by itself without spoiling something else. Write it by hand."
    ),
    "write-fix-gone": "The text has changed since then. Look at what is said of it now.",
    "write-numbered": "The text with the numbers of its lines",
    "write-outline": "What will be public, and how long it takes",
    # Pieces
    "write-insert": "Put something in",
    "write-insert-do": "Put it in",
    "write-inserted": "It was put in at line {line}. Write your words over it.",
    "write-piece": "What",
    "write-into": "Where",
    "write-into-form": "At the end of “{label}”",
    "write-into-end": "At the end of the text",
    "write-piece-shape": "A question",
    "write-piece-section": "A section",
    "write-piece-setting": "A setting",
    "write-shape-text": "A line of text",
    "write-shape-long": "Several lines of text",
    "write-shape-email": "E-mail address",
    "write-shape-phone": "Phone number",
    "write-shape-web": "Web address",
    "write-shape-number": "A number",
    "write-shape-amount": "An amount of money",
    "write-shape-date": "A day",
    "write-shape-time": "A time",
    "write-shape-one": "One of several answers",
    "write-shape-several": "Several answers",
    "write-shape-yes": "Yes, or nothing",
    "write-shape-scale": "A scale from bad to good",
    "write-shape-stars": "Stars",
    "write-shape-lines": "A list of short answers",
    "write-shape-file": "A picture or a file",
    "write-shape-ranking": "Put in order",
    "write-shape-matrix-one": "A table, one answer a line",
    "write-shape-matrix-several": "A table, several answers a line",
    "write-shape-matrix-lines": "A table of short answers",
    "write-shape-slider": "A slider",
    "write-shape-share": "Share out points",
    "write-section-idea": "A form for ideas",
    "write-section-survey": "A survey",
    "write-section-poll": "A quick question",
    "write-section-thanks": "What is said after sending",
    "write-section-ideas": "Where ideas are listed",
    "write-section-results": "Where results are shown",
    "write-section-picture": "A picture",
    "write-setting-opens": "When it opens",
    "write-setting-closes": "When it closes",
    "write-setting-phases": "Phases, one after the other",
    "write-setting-voting": "Votes on ideas",
    "write-setting-comments": "Comments on ideas",
    "write-setting-seen by": "Who finds it",
    "write-setting-access": "Who may take part",
    "write-setting-answers within": "A promise to answer",
    "write-setting-objective": "What it is good for",
    "write-setting-prize": "A prize",
    "write-setting-contact": "Whom to ask",
    "write-setting-tags": "Tags",
    "write-setting-moderation": "Shown before or after you look",
    "write-setting-retention": "How long personal answers are kept",
    # Where it stands
    "write-standing-draft": "A draft. Nobody but the desk sees it.",
    "write-standing-building": "The site is being made anew.",
    "write-standing-failed": "The site could not be made anew. It is tried again by itself.",
    "write-standing-live": "It is on the site.",
    "write-standing-left-out": (
        "The file was changed since the site was made, or has errors. Publish it to bring it there."
    ),
    "write-draft-beside": "What you see here is a newer draft.",
    "write-look-again": "Look again",
    "write-done-begun": "Your draft is begun. Write your own words over it.",
    "write-done-saved": "The draft is saved. Nobody but the desk sees it.",
    "write-done-published": "Published. The site is made anew; that takes some seconds.",
    "write-done-pictured": "The picture is kept.",
    "write-done-unpictured": "The picture is gone.",
    "write-not-published": (
        "Nothing was published: the text has errors. Correct them, then publish it. What you typed "
        "is still here, and is not saved yet."
    ),
    # Opened again, and found from other pages
    "write-reopen": "Open it again",
    "write-reopen-until": "Until the end of this day",
    "write-reopen-until-hint": "Left empty, it stays open until you close it.",
    "write-reopen-hint": "The line {line} is written into {file}; the site follows in a moment.",
    "write-reopen-do": "Open it again now",
    "reopen-not-closed": "This challenge is not closed, so it can’t be opened again.",
    "reopen-past": "With the end {until} it would not be open. Choose a day that lies ahead.",
    "write-change": "Change this challenge",
    "write-correct": "Correct it",
    # Two at once
    "write-changed": "{file} was changed meanwhile. Nothing was done; look at it again.",
    "write-merged": (
        "{file} was changed meanwhile by somebody else. Both changes are in the text below. "
        "Nothing is saved yet: look it through, then save or publish it."
    ),
    "write-clash": (
        "{file} was changed meanwhile by somebody else, in the same lines as you. Nothing is "
        "saved yet: both texts are below."
    ),
    "write-both": "Two texts",
    "write-both-hint": (
        "Lines with - are in yours only, lines with + in the other only. Take over what you want "
        "into your text, then keep yours; or go on with the other one."
    ),
    "write-differences": "What differs",
    "write-theirs": "The other text",
    "write-keep-mine": "Keep mine",
    "write-take-theirs": "Go on with the other",
    "write-took-theirs": "You go on with the other text.",
    # Pictures
    "write-pictures": "Pictures",
    "write-pictures-save-first": "Save the draft first; a picture is handed in by itself.",
    "write-picture": "A picture from your device",
    "write-picture-hint": "JPG, PNG or WebP, at most 10 MB.",
    "write-picture-alt": "What it shows",
    "write-picture-alt-hint": "In a few words, for people who can’t see it.",
    "write-picture-alt-none": "What the picture shows",
    "write-picture-add": "Hand it in",
    "write-picture-remove": "Take away",
    "write-picture-line": "Put this line where the picture should stand:",
    "picture-many": "A challenge holds {most} pictures at most. Take one away first.",
    "picture-large": "This picture is larger than {most} MB. Choose a smaller one.",
    "picture-kind": "This is no JPG, PNG or WebP picture. Choose another file.",
    "picture-pixels": "This picture has too many pixels. Make it smaller first.",
    "picture-damaged": "This picture is damaged. Choose another file.",
    "picture-busy": "Other pictures are being looked at. Please try again in {wait}.",
    "picture-shown": "{brief} shows the picture {file}. Take its line out there first.",
    "no-picture": "There is no such picture.",
    # Other languages, and drafts
    "write-translate": "Write it in another language",
    "write-translate-hint": (
        "You get its text, in which you write the words anew; what stands in braces and brackets "
        "stays."
    ),
    "write-language": "Language",
    "write-translate-do": "Begin the translation",
    "write-no-language": "A challenge can’t be written in that language.",
    "write-base-broken": "{file} has errors. Correct them first, then translate it.",
    "write-discard": "Throw this draft away",
    "write-discard-hint": "What is on the site stays as it is.",
    "write-discard-all-hint": "It was never published; nothing of it is left then.",
    "write-discard-do": "Yes, throw it away",
    "no-draft": "There is no draft of {file}.",
    # What the disk does not allow
    "write-taken": "There is a file {file} already. Nothing was changed.",
    "write-long": "A challenge holds {most} kB at most. Shorten it; nothing was saved.",
    "write-link": (
        "{file} is a link to another file. The desk writes no links; put the file itself there."
    ),
    "write-encoding": "{file} is not UTF-8. Save it as UTF-8 in the editor it was written with.",
    "write-unwritten": "It can’t be written here: {cause}. Nothing was changed.",
}
