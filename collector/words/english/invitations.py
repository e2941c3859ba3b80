"""Invitations and confirmed addresses: who may do what, and why not."""

SENTENCES = {
    "form-code": "Your code",
    "form-code-hint": (
        "It stands on your card or in your mail. Leave this empty if you came by its link. "
        "Capitals and dashes do not matter."
    ),
    "form-email": "Here each person counts once, told by an e-mail address.",
    "form-email-link": "Confirm yours first",
    "invitation-needed": (
        "This is for people who were invited. Type the code from your card or mail; "
        "nothing you wrote is lost."
    ),
    "email-needed": (
        "This is for people who confirmed an e-mail address. Confirm yours by the link in this "
        "form, then send it again."
    ),
    "person-needed": (
        "Here each person counts once. Come by your invitation, or confirm your e-mail address."
    ),
    "invite-unknown": (
        "There is no such code. Compare each sign with your card or mail: "
        "it has 16, without 0, 1, I, L, O and U."
    ),
    "invite-foreign": (
        "This code is for another challenge. Use the link on its card or in its mail, "
        "or type the code that is for this one."
    ),
    "invite-void": (
        "This code was taken back and lets nobody in any more. Ask whoever gave it to you for a "
        "new one."
    ),
    "invite-ended": (
        "This code was good until {closes}. Ask whoever gave it to you for a new one."
    ),
    "invite-used": (
        "This code was used for this already, and it counts once. If that was you, change your "
        "answer with your receipt; if it was not, tell whoever gave you the code."
    ),
    "invite-count": "Between 1 and {most} at once, please.",
    "invite-group": "The brief has no group {group!r}. It has: {known}.",
    "invite-group-needed": "For which group? The brief has: {known}.",
    "invite-ends-no-day": "{text!r} is no day. Write it as 2026-12-15, or with a time.",
    "invite-no-address": (
        "Where should the codes lead? Set [site] url in ideagarden.toml to the address of your "
        "site; links and QR codes begin with it."
    ),
    "invite-nobody": (
        "The brief {slug!r} lets everybody in. Write `access: invite`, or `access: open, vote "
        "invite`, or `seen by: invited` in it, so that the codes open something."
    ),
    "invite-made": "{count} invitations made.",
    "invite-shown-once": (
        "Their codes are kept nowhere: what you see or wrote to a file now is the only copy."
    ),
    "invite-written": "Written: {path}",
    "invite-card-how": "Scan the code with your phone, or open {address} and type:",
    "invite-card-once": "One code, one person. Please do not hand it on.",
    "invite-card-number": "No. {number}",
    "invite-card-until": "Good until {when}",
    "invite-codes-gone": (
        "These codes are not of this challenge. Make new ones; unused ones can be taken back."
    ),
    "desk-invitations": "Invitations",
    "desk-by-group": "Answers by group",
    "desk-by-group-about": (
        "What each group answered, as its invitations tell. Counts under {least} are hidden, and "
        "with them what would give them away. Who belongs to no group is left out."
    ),
    "desk-by-group-none": "Nobody of a group has answered yet.",
    "desk-invitations-about": (
        "Each code is one person's: it answers each survey and poll once and votes as one voter."
    ),
    "desk-invitations-no-reminder": (
        "Nothing tells who has used which code, so nobody can be reminded alone: write to all."
    ),
    "desk-invitations-there": "What there is",
    "desk-invitations-no-group": "Of no group",
    "desk-invitations-count": (
        "{made} made, {used} used, {left} still to be used, {void} taken back"
    ),
    "desk-invitations-few": "{made} made, fewer than five used, {void} taken back",
    "desk-invitations-void": "Take back those that nobody has used",
    "desk-invitations-void-hint": (
        "Their codes let nobody in any more. What was sent with others stays."
    ),
    "desk-invitations-void-yes": "Take them back",
    "desk-invitations-more": "Make codes",
    "desk-invitations-group": "For whom",
    "desk-invitations-how-many": "How many",
    "desk-invitations-how-many-hint": "Up to {most} at once. Cards come eight to a page.",
    "desk-invitations-ends": "Good until the end of",
    "desk-invitations-ends-hint": "Leave this empty for as long as the challenge takes.",
    "desk-invitations-make": "Make the codes",
    "desk-invitations-made": "{count} new codes",
    "desk-invitations-cards": "Cards to print",
    "desk-invitations-csv": "Table for a mailing",
    "desk-invitations-number": "No.",
    "desk-invitations-link": "Link",
    "invite-ends-past": "That day is over. Choose one that is still to come.",
    "invitation-type": "Type the code from your card or mail.",
    "invitation-for": "You are invited to take part.",
    "invitation-for-group": "You are invited to take part, as one of: {group}.",
    "invitation-once": (
        "Your code is one person's: it answers each survey and poll once and votes as one voter. "
        "Please do not hand it on."
    ),
    "invitation-private": (
        "We keep that the code was used, and never what was sent with it. What your group did is "
        "told only in sums of five people or more."
    ),
    "invitation-until": "The code is good until {day}, {time}.",
    "invitation-go": "Take part",
    "invitation-in": "You are in. What would you like to do?",
    "invitation-nothing-now": "There is nothing to fill in now.",
    "invitation-page": "All about it:",
    "invitation-cookies": (
        "This browser keeps your code for this challenge. If it keeps no cookies, use the buttons "
        "above, or type the code where you are asked for it."
    ),
    "invitation-title": "For people who were invited",
    "seen-invited": (
        "{page} holds something of the challenge {challenge!r}, which only the invited may see: "
        "take it out of that page. The site that stood still stands."
    ),
    "seen-listed": (
        "{page} names the challenge {challenge!r}, which stands in no list. "
        "The site that stood still stands."
    ),
    "seen-indexed": (
        "{page} of the challenge {challenge!r}, which stands in no list, lets search engines in. "
        "The site that stood still stands."
    ),
    "invitation-vote": "Vote with this code",
}
