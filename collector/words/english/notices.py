"""What is said about notices: their settings, their words, and why one did not arrive."""

SENTENCES = {
    "settings-type-truth": "{path}: {key!r} must be true or false, without quotes.",
    "settings-choice": "{path}: {key} is {value!r}. It can be: {known}.",
    "settings-port": "{path}: {key} must be a number from 1 to {most}.",
    "settings-address": "{path}: {key} is {value!r}. Write an e-mail address: hello@example.org.",
    "settings-mail-host": (
        "{path}: [mail] has settings but no `host`. Name your mail server, or take [mail] away."
    ),
    "settings-mail-home": (
        "{path}: [mail] needs an address for the links in its mails. Set `url` under [site], as "
        "https://ideas.example.org."
    ),
    "settings-mail-password": (
        "{path}: under [mail], `user` and its password belong together. Put the password into a "
        "file and name it as `password_file`, or name a variable of the environment as "
        "`password_env`."
    ),
    "settings-mail-clear": (
        "{path}: under [mail], security is “none” and there is a `user`: the password would be "
        "sent readable by everybody on the way. Set security to “starttls” or “tls”."
    ),
    "settings-two-secrets": (
        "{path}: {key}_file and {key}_env are both set. Keep the one that holds the secret."
    ),
    "settings-notices-mail": (
        "{path}: [notices] names addresses in `to`, but there is no mail server. Set `host` and "
        "`from` under [mail]."
    ),
    "settings-daily": (
        "{path}: `daily` under [notices] is {value!r}. Write an hour, as 08:00, or never."
    ),
    "settings-webhook-url": (
        "{path}: {key} must begin with https://. For a server in your own network, which may be "
        "plain http://, set inside = true."
    ),
    "settings-webhook-events": (
        "{path}: {key} is missing. Say what the webhook is told, as: events = "
        '["approved", "answered"].'
    ),
    "notice-no-variable": (
        "The variable {variable} of the environment is not set. Set it where the garden is "
        "started, then try again."
    ),
    "notice-no-file": "{path} can't be read ({cause}). Put the password or key there.",
    "notice-key": "The webhook's key begins with whsec_ but is no base64. Copy it once more.",
    "notice-no-address": "No mail can be sent to this address. Check how it is written.",
    "notice-no-foreign-address": (
        "The mail server can't write to an address with letters such as ä before its @. Ask for "
        "another address, or use a server that knows SMTPUTF8."
    ),
    "notice-recipient": (
        "The mail server refused the reader’s address ({code}: {said}). It is not tried again; "
        "check the address."
    ),
    "notice-content": (
        "The mail server refused the mail ({code}: {said}). It is not tried again by itself."
    ),
    "notice-later": "The mail server puts it off ({code}: {said}). It is tried again.",
    "notice-login": (
        "The mail server {host} did not accept user and password ({said}). Check `user` and the "
        "password under [mail]."
    ),
    "notice-server": (
        "The mail server {host} refused to take mail ({said}). Check `from`, `user` and `security` "
        "under [mail]."
    ),
    "notice-unsupported": (
        "The mail server {host} does not offer what [mail] asks for: encryption or a log-in. "
        "Check `port` and `security`; port 465 wants “tls”."
    ),
    "notice-certificate": (
        "The certificate of {host} is not to be trusted ({cause}). Check the name of the server; "
        "nothing was sent."
    ),
    "notice-no-server": (
        "The mail server {host} at port {port} does not answer ({cause}). It is tried again; check "
        "`host`, `port` and `security` under [mail]."
    ),
    "notice-no-host": "{host} is not found ({cause}). It is tried again; check the webhook’s url.",
    "notice-no-url": "The webhook’s url is no web address. Copy it once more.",
    "notice-inside": (
        "{host} lies inside a network, not in the internet, so nothing was sent. If it is a server "
        "of your own, set inside = true for this webhook."
    ),
    "notice-not-https": "{host} is to be called without encryption. Write https:// in its url.",
    "notice-redirected": (
        "{host} answers that it has moved ({status}). Write the new address into the webhook’s url."
    ),
    "notice-hook-refused": (
        "{host} refused it ({status}). The webhook was taken away there, or its url is not right: "
        "make a new one there and copy its url."
    ),
    "notice-hook-failed": "{host} could not take it ({status}). It is tried again.",
    "notice-no-answer": "{host} did not answer as it should ({cause}). It is tried again.",
    "follow-empty": "Write your e-mail address.",
    "follow-unknown": (
        "This link is not known any more: its time is over, or the address was taken back. You can "
        "ask for another on the idea’s page."
    ),
    "follow-no-idea": "There is no such idea, or it can’t be followed.",
    "notice-arrived-subject": "New in “{challenge}”",
    "notice-arrived-line": "Something new came in “{challenge}”. It waits for you.",
    "notice-approved-subject": "On the page: {title}",
    "notice-approved-line": "The idea “{title}” now stands on the page of “{challenge}”.",
    "notice-answered-subject": "Answered: {title}",
    "notice-answered-line": "{garden} has answered the idea “{title}”.",
    "notice-progressed-subject": "{progress}: {title}",
    "notice-progressed-line": "The idea “{title}” in “{challenge}” now is: {progress}.",
    "notice-merged-subject": "Joined: {title}",
    "notice-merged-line": (
        "The idea “{title}” was joined with “{into}”, which says the same. Votes for both count "
        "together."
    ),
    "notice-commented-subject": "A comment on: {title}",
    "notice-commented-line": "Somebody has commented on the idea “{title}”.",
    "notice-replied-subject": "A reply to a comment on: {title}",
    "notice-replied-line": "Somebody has replied to a comment on the idea “{title}”.",
    "notice-turned-upcoming": "“{challenge}” opens later",
    "notice-turned-open": "“{challenge}” is open",
    "notice-turned-closed": "“{challenge}” is closed",
    "notice-turned-line": "What can be done in “{challenge}” has changed.",
    "notice-promise-subject": "An answer is due in “{challenge}”",
    "notice-promise-line": (
        "You promised an answer to each idea in “{challenge}”. This one has none yet; its time is "
        "over on {when}."
    ),
    "notice-daily-subject-one": "1 entry waits for you",
    "notice-daily-subject-many": "{count} entries wait for you",
    "notice-daily-one": "{challenge}: 1 waits",
    "notice-daily-many": "{challenge}: {count} wait",
    "notice-daily-entry": "- {title} ({when})",
    "notice-test-subject": "It works",
    "notice-test-line": "This is a test from {garden}. What you read, others will read too.",
    "notice-confirm-subject": "Please confirm: follow an idea at {garden}",
    "notice-confirm-line": (
        "Somebody, we hope you, wants to be told at this address what becomes of the idea "
        "“{title}” at {garden}. Open the link and say yes; until then nothing is sent."
    ),
    "notice-confirm-not-you": (
        "If it was not you, do nothing: the address is forgotten in three days."
    ),
    "notice-confirm-link": "Say yes here",
    "notice-leave": "You asked to be told this. To get no more of it, open:",
    "notice-to-idea": "See the idea",
    "notice-to-entry": "See it at the desk",
    "notice-to-desk": "Open the desk",
    "notice-progress-open": "open",
    "notice-progress-under-review": "under review",
    "notice-progress-planned": "planned",
    "notice-progress-in-progress": "in progress",
    "notice-progress-done": "done",
    "notice-progress-declined": "declined",
}
