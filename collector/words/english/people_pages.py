"""What the desk says about roles, and to whom it does not open."""

SENTENCES = {
    "desk-not-yours": "Your role does not allow that. Ask an owner of the garden.",
    "desk-not-there": "There is nothing of this name here for you.",
    "desk-role-viewer": "Viewer",
    "desk-role-juror": "Juror",
    "desk-role-garden": "In the whole garden",
    "desk-role-nothing": "Nothing",
    "desk-role-as-garden": "What the whole garden allows",
    "desk-role-single": "In single challenges",
    "desk-role-single-hint": (
        "Of the two the higher counts. Whoever has a role in single challenges only sees nothing "
        "of the others."
    ),
    "desk-role-choice": "{role}: {may}",
    "desk-role-change": "Change what {name} may do",
    "desk-role-keep": "Keep these rights",
    "desk-rights-garden": "{role} of the whole garden",
    "desk-rights-challenge": "{role} in “{title}”",
    "desk-person-since": "Since {when} · open log-ins: {count}",
    "desk-person-end": "Log out everywhere",
    "desk-invited": "Invited, and not here yet",
    "desk-invited-until": "The link works until {when}",
    "desk-invited-remove": "Take the invitation back",
    "role-none": "Choose a role in the whole garden, or in a challenge.",
    "told-role": "{name} may do that from now on: {rights}",
    "told-sessions-ended": "{name} is logged out everywhere.",
    "no-such-challenge": "There is no challenge {slug}. The challenges are: {known}",
    "desk-may-viewer": "see everything but personal answers",
    "desk-may-juror": "see what is to be judged: approved ideas and comments",
}
