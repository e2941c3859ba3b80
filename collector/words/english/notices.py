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
    "notice-confirm-shown": (
        "Somebody, we hope you, wants to be told at this address what becomes of the idea "
        "“{title}” at {garden}. Open the link and say yes; until then nothing is sent."
    ),
    "notice-confirm-unread": (
        "Somebody, we hope you, wants to be told at this address what becomes of an idea sent to "
        "“{challenge}” at {garden}. Open the link and say yes; until then nothing is sent."
    ),
    "notice-confirm-replies": (
        "Somebody, we hope you, wants to be told at this address when a comment of theirs in "
        "“{challenge}” at {garden} is replied to. Open the link and say yes; until then nothing is "
        "sent."
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
    "site-follow": "Be told by mail what becomes of it",
    "title-follow": "Follow this idea",
    "title-follow-asked": "Look into your mailbox",
    "title-follow-confirm": "Shall we tell you?",
    "title-follow-done": "You will be told",
    "title-follow-leave": "No more mails?",
    "title-follow-left": "Your address is forgotten",
    "follow-what": (
        "We tell you by mail what becomes of the idea “{title}”: answers, progress, comments."
    ),
    "follow-address": "Your e-mail address",
    "follow-address-hint": (
        "Only we see it, and only for this. We first send you a link; nothing more comes until you "
        "say yes there."
    ),
    "follow-send": "Send me the link",
    "follow-asked": (
        "If this address is not confirmed yet, a mail with a link is on its way. Open the link and "
        "say yes. If nothing comes within some minutes, look among the unwanted mails."
    ),
    "follow-confirm": "From now on we tell you by mail what becomes of the idea “{title}”.",
    "follow-confirm-replies": (
        "From now on we tell you by mail when somebody replies to your comment."
    ),
    "follow-confirm-yes": "Yes, tell me",
    "follow-done-replies": (
        "We tell you when somebody replies. Every mail holds a link to get no more of them."
    ),
    "follow-done": (
        "We tell you what becomes of the idea. Every mail holds a link to get no more of them."
    ),
    "follow-leave": "We forget your address, and you get no more mails about this idea.",
    "follow-leave-yes": "Forget my address",
    "follow-left": "You get no more mails about this idea.",
    "follow-offer-replies": "Tell me by mail when somebody replies.",
    "follow-offer": "Tell me by mail what becomes of it.",
    "follow-by-receipt-replies": "We tell you by mail when somebody replies.",
    "follow-by-receipt": "We tell you by mail what becomes of it.",
    "follow-by-receipt-asked": (
        "A mail with a link was sent to you. Open the link and say yes; then we tell you what "
        "becomes of it."
    ),
    "keep-title": "Stay in touch",
    "keep-feed": "What becomes of it stands in the {link}, for a feed reader.",
    "keep-feed-link": "feed",
    "keep-link": "this receipt’s link",
    "keep-copy": "Copy the link",
    "keep-copied": "Copied",
    "keep-follow": "Follow this idea by mail",
    "keep-link-how": (
        "To come back without typing the code, keep {link}: add it to your bookmarks, or copy its "
        "address. Whoever has it can do what you can do here."
    ),
    "keep-download-hint": "Everything we keep under this receipt, as a file (JSON).",
    "keep-download": "Download your data",
    "desk-menu-notices": "Notices",
    "desk-event-arrived": "Something new waits",
    "desk-event-approved": "An idea is on its page",
    "desk-event-answered": "An idea was answered",
    "desk-event-progressed": "An idea made progress",
    "desk-event-merged": "An idea was joined with another",
    "desk-event-commented": "A comment on an idea",
    "desk-event-replied": "A reply to a comment",
    "desk-event-turned": "A challenge turned",
    "desk-event-daily": "What waits, once a day",
    "desk-event-promise": "A promised answer is due",
    "desk-event-confirm": "The question whether an address may be written to",
    "desk-event-test": "A test",
    "desk-reader-person": "somebody who follows the idea",
    "desk-reader-open": "whoever it concerns",
    "desk-reader-gone": "an address that is no more in the settings",
    "desk-notice-to": "To {to}, {when}",
    "desk-notice-retry": "Try again",
    "desk-notice-drop": "Drop",
    "desk-notices-failed": "Failed: {count}",
    "desk-notices-retry-all": "Try all again",
    "desk-notices-drop-all": "Drop all",
    "desk-notices-none-failed": "Nothing failed.",
    "desk-notices-waiting": "Waiting: {count}",
    "desk-notices-none-waiting": "Nothing waits to be sent.",
    "desk-notices-sent": "Sent in the last 30 days: {count}",
    "desk-notices-sent-show": "Show the latest",
    "desk-notices-none-sent": "Nothing was sent.",
    "desk-notices-mail": "Mail",
    "desk-notices-mail-is": "Mails go through {host}, from {sender}.",
    "desk-notices-daily": "What waits is told every day at {hour} to: {to}.",
    "desk-notices-daily-never": "No daily mail comes. Owners are: {to}.",
    "desk-notices-test-mail": "Send a test mail",
    "desk-notices-no-owners": (
        "No owner gets mail. Name addresses as `to` under [notices] in ideagarden.toml."
    ),
    "desk-notices-no-mail": (
        "No mail server is set, so no mail is ever sent. None is needed; to have one, set `host` "
        "and `from` under [mail] in ideagarden.toml."
    ),
    "desk-notices-hooks": "Webhooks",
    "desk-notices-hook": "As {kind}, told of: {events}.",
    "desk-notices-test-hook": "Send a test",
    "desk-notices-no-hooks": (
        "No chat or program is told. To have one told, add [[webhooks]] to ideagarden.toml."
    ),
    "desk-notices-feed": "Feed of what waits",
    "desk-notices-feed-what": (
        "For a feed reader, without mail: titles and challenges of what waits. Whoever has the "
        "address reads it, so keep it to yourself."
    ),
    "desk-notices-feed-given": "This is its address. It is shown only now.",
    "desk-notices-feed-make": "Make its address",
    "desk-notices-feed-anew": "Make a new address",
    "desk-notices-feed-revoke": "Take the address back",
    "desk-feed-title": "What waits at {garden}",
    "desk-feed-response": "An answer",
}
