"""Confirming an e-mail address, so that each person counts once."""

SENTENCES = {
    "email-title": "Confirm your e-mail address",
    "email-what": (
        "Here each person counts once. We send a link to your address; open it to take part."
    ),
    "email-private": (
        "The link is good for {minutes} minutes. We do not keep your address, only a code made "
        "of it that nobody can turn back; nothing else is sent there."
    ),
    "email-sent-title": "Look into your mail",
    "email-sent": (
        "We sent a link to the address. If it is not there in a few minutes, look among unwanted "
        "mail, or ask for another."
    ),
    "email-confirm": "Was it you who asked for this link? Then take part; you count once.",
    "email-confirm-yes": "Yes, take part",
    "email-subject": "Your link: {challenge}",
    "email-line": (
        "Somebody, probably you, wants to take part in “{challenge}” at {garden}. "
        "This link confirms your address; it is good for an hour, once."
    ),
    "email-not-you": "If it was not you, do nothing: no address is kept, and nothing else is sent.",
    "email-link": "Take part",
    "email-not-sent": "No mail can be sent just now. Please try again in a few minutes.",
    "email-link-wrong": (
        "This link is not whole. Copy all of it from the mail, or ask for another one."
    ),
    "email-link-over": "This link was good for an hour. Ask for another one.",
    "email-link-used": (
        "This link was used already, and is good once. If your browser did not keep it, "
        "ask for another one: you are still the same person to us."
    ),
    "email-cookies": (
        "This browser keeps that you confirmed your address for this challenge. If it keeps no "
        "cookies, use the buttons above."
    ),
    "brief-email-no-mail": (
        "To confirm addresses, mail has to be sent, and none can: set [mail] host and from in "
        "ideagarden.toml, or let others in than by `email`."
    ),
}
