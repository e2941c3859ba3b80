"""What is said where somebody at the desk enters what another person said."""

SENTENCES = {
    "behalf-title": "Enter for somebody: {title}",
    "behalf-enter": "Enter for somebody",
    "behalf-hint": (
        "For what was said in an interview, on a comment card, in a workshop, by telephone. It "
        "goes through the same check as everybody’s. Write what the person said, in their words."
    ),
    "behalf-other-form": "Another form: {form}",
    "behalf-source": "How did it come?",
    "behalf-source-choose": "Choose …",
    "behalf-no-source": "Choose how it came.",
    "behalf-contact": "E-mail of the person, if they want to hear what becomes of it",
    "behalf-contact-hint": (
        "Only with their consent. They get one mail that asks; the address is used once they say "
        "yes."
    ),
    "behalf-state": "Once it is kept",
    "behalf-state-waits": "it waits to be decided",
    "behalf-state-approved": "it is approved at once",
    "behalf-terms": "Did the person accept the terms? Tick the box if they did.",
    "behalf-do": "Keep it",
    "behalf-entered": "Entered",
    "behalf-kept-waiting": "It is kept, and waits to be decided.",
    "behalf-kept-approved": "It is kept, and approved.",
    "behalf-again": "This was kept before; nothing was kept twice.",
    "behalf-told": "A mail that asks for consent goes to {address}.",
    "behalf-give": (
        "Give the person this code, or print it. With it they see what becomes of it, and can "
        "take it back or erase it. It is shown only now."
    ),
    "behalf-slip": (
        "What we noted for you. See what becomes of it, or take it back, with this code:"
    ),
    "behalf-another": "Enter another one",
    "behalf-see": "See the entry",
}
