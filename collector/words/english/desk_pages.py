"""What the pages of the desk say: menus, headings, buttons and what stands beside them."""

SENTENCES = {
    # Around every page
    "desk-menu": "Desk",
    "desk-menu-queue": "Waiting",
    "desk-menu-challenges": "Challenges",
    "desk-menu-accounts": "People",
    "desk-menu-password": "Password",
    "desk-log-out": "Log out {name}",
    "desk-go": "Go to the desk",
    "desk-refused": "That was not done",
    # Accounts
    "desk-link-given": (
        "Give this link to {name}. It works once, within {days} days, and is shown only now:"
    ),
    "desk-account-link": "New password link",
    "desk-account-link-for": "for {name}",
    "desk-account-remove": "Remove {name}",
    "desk-account-remove-hint": "{name} can’t log in any more. The decisions stay in the log.",
    "desk-account-remove-yes": "Yes, remove {name}",
    "desk-account-add": "Let somebody in",
    "desk-account-make": "Make a one-time link",
    "desk-name": "Name",
    # One challenge
    "desk-opens": "opens {when}",
    "desk-closes": "closes {when}",
    "desk-see-page": "See its page",
    "desk-came-in": "What came in",
    "desk-state-count": "{count} {state}",
    "desk-nothing-yet": "Nothing yet",
    "desk-poster": "Poster",
    "desk-poster-print": "Poster to print",
    "desk-download": "Download",
    "desk-download-hint": (
        "Every entry with all its answers, also those that only you see. Keep the file safe."
    ),
    "desk-download-xlsx": "Workbook with everything (.xlsx)",
    "desk-download-csv": "{form} (.csv)",
    "desk-download-json": "Everything for programs (.json)",
    "desk-close": "Close now",
    "desk-close-early": "Close this challenge before its time",
    "desk-close-hint": (
        "Nobody can send anything from now on. The line {line} is written into {file}; you can "
        "change it there again."
    ),
    "desk-close-changes": (
        "The file has changes that are not on the site yet; they go on the site too."
    ),
    "desk-close-yes": "Yes, close it now",
    # All challenges
    "desk-tried-again": "It is tried again by itself.",
    "desk-faults": "Briefs with faults",
    "desk-faults-hint": (
        "They are left out, or stand on the site as they were before. Correct the file; the "
        "others go on."
    ),
    "desk-fault": "{file}, line {line}: {message}",
    "desk-fault-fix": "Write: {fix}",
    "desk-challenge-counts": "{phase} · {waiting} waiting · {approved} approved",
    "desk-no-challenge": (
        "There is no challenge on the site yet. An owner writes one here, or makes one on the "
        "server with: {command}"
    ),
    # One entry
    "desk-a-sample": "a sample",
    "desk-erased-hint": (
        "Nothing of this entry is kept but its name, its place and the day it came."
    ),
    "desk-cleared": ("Personal answers, if there were any, were erased on {when}, as promised."),
    "desk-decide": "Decide",
    "desk-replies": "Replies",
    "desk-reply-by": "{garden}, written by {by}, {when}",
    "desk-reply-erase": "Erase this reply",
    "desk-reply-erase-hint": "Its words are gone for good.",
    "desk-reply-erase-yes": "Erase it",
    "desk-reply-none": "Nothing was answered yet.",
    "desk-reply-own": "Your reply",
    "desk-reply-hint-idea": (
        "It stands under the idea once that is shown, and on its author’s receipt; {garden} signs "
        "it. At most {longest} characters."
    ),
    "desk-reply-hint": (
        "Only its author sees it, on the receipt; {garden} signs it. At most {longest} characters."
    ),
    "desk-reply-send": "Send the reply",
    "desk-decided": "What was decided",
    "desk-decided-none": "Nothing yet.",
    "desk-by-command": "Somebody on the command line",
    "desk-by-author": "Its author",
    "desk-erase": "Erase",
    "desk-erase-entry": "Erase this entry",
    "desk-erase-hint": (
        "Its answers, your replies and its author’s receipt are gone for good. That can’t be "
        "undone."
    ),
    "desk-erase-backups": "Backups hold them for up to another {days}.",
    "desk-erase-yes": "Erase it for good",
    "desk-sample": "Made-up sample",
    "desk-suspected": "Suspected: {flags}",
    "desk-reason": "Reason, if you like",
    "desk-reason-hint": "It is kept with the decision; visitors don’t see it.",
    "desk-reason-none": "No reason",
    "desk-done": "{done}: {what}",
    "desk-done-one": "“{title}”",
    "desk-done-many": "{count} entries",
    "desk-undo": "Undo",
    "desk-audience-public": "Shown publicly",
    "desk-audience-private": "Only we see this",
    # The queue
    "desk-queue-empty": "Nothing waits for you. What visitors send appears here.",
    "desk-entries-empty": "Nothing here.",
    "desk-entries-waiting": "Waiting: {title}",
    "desk-entries-approved": "Approved: {title}",
    "desk-entries-rejected": "Rejected: {title}",
    "desk-entries-spam": "Spam: {title}",
    "desk-entries-unfinished": "Unfinished: {title}",
    "desk-entries-withdrawn": "Withdrawn: {title}",
    "desk-entries-erased": "Erased: {title}",
    "desk-see-challenges": "See all challenges",
    "desk-keys": "Use the keyboard",
    "desk-keys-hint": (
        "{list}, then press {j} next, {k} previous, {a} approve, {r} reject, {s} spam, {w} back to "
        "waiting, {x} tick, {u} undo, {n} the next page. {X} ticks all from the last tick to "
        "here, {t} all of the page; with Shift the same letters decide on all that are ticked."
    ),
    "desk-keys-list": "Go to the list",
    "desk-tick": "Tick",
    "desk-titled": "“{title}”",
    "desk-ticked": "All that are ticked",
    "desk-next": "The next entries",
    # Log-ins and passwords
    "desk-password": "Password",
    "desk-log-in-do": "Log in",
    "desk-log-in-first": "Is it your first time, or did you forget the password?",
    "desk-log-in-link": "Use a one-time link",
    "desk-password-old": "Your present password",
    "desk-password-new": "New password",
    "desk-password-hint": "At least 12 characters. A few words in a row are good.",
    "desk-password-new-again": "The new password again",
    "desk-password-again": "The password again",
    "desk-password-others": "Other browsers in which you are logged in are logged out.",
    "desk-password-change": "Change the password",
    "desk-hello": "Hello {name}. Choose your password.",
    "desk-first": "You make the first account of this garden. It may do everything.",
    "desk-own-name": "Your name at the desk",
    "desk-password-keep": "Keep it and log in",
    "desk-link-code": "Code of your one-time link",
    "desk-link-code-hint": ("It stands after the # in the link. Blanks and hyphens don’t matter."),
    "desk-go-on": "Go on",
    "desk-welcome": "Welcome to the desk",
    "desk-password-own": "Your password",
    # The poster
    "desk-poster-hint": "Print this page: one sheet of A4.",
    "desk-poster-address": (
        "The settings name no public address, so the code leads to this computer. Write {key} "
        "under {group} in {file}."
    ),
    "desk-poster-from": "Where will it hang?",
    "desk-poster-from-hint": (
        "One word of a–z, 0–9 and -, as shop-window. The code then says so, and exports tell which "
        "answers came from it. Leave it empty for a code that says nothing."
    ),
    "desk-poster-from-make": "Make this code",
    "desk-poster-back": "Back to the challenge",
    "desk-poster-until": "Until {when}",
}
