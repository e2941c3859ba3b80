"""What is said about accounts, log-ins and one-time links."""

SENTENCES = {
    "log-in-wrong": "Name and password do not fit together. Check both and try again.",
    "log-in-busy": "Many people are logging in. Please try again in {wait}.",
    "log-in-limit": "Too many tries came from your network. Please try again in {wait}.",
    "link-wrong": (
        "This one-time link has been used, or its time is over. Ask the garden's owner for a new "
        "one, or print one on the server with: ideagarden account reset NAME"
    ),
    "owner-exists": "This garden has an owner already.",
    "no-account": "There is no account {name}.",
    "account-changed": "Your account was changed meanwhile. Log in again.",
    "last-owner": "{name} is the only owner. Add another owner first.",
    "name-length": "Use a name of 1 to {most} characters.",
    "name-reserved": "The name “{name}” is used by the kit. Choose another.",
    "name-taken": "There is an account {name} already.",
    "password-short": "Use at least {least} characters. A few words in a row are good.",
    "password-long": "Use at most {most} characters.",
    "password-wrong": "This is not your present password.",
}
