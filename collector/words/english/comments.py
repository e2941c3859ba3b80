"""What is said around comments, the replies to them, and reports."""

SENTENCES = {
    "comment-name-ours": "{name} is our own name. Please sign with yours, or with none.",
    # The forms
    "comment-form": "Comment",
    "comment-text": "Your comment",
    "comment-name": "Your name",
    "comment-name-hint": "It is shown with your comment. You can leave it empty.",
    "form-send-comment": "Send my comment",
    "report-form": "Report",
    "report-why": "What is wrong with it?",
    "report-why-advertising": "It is advertising",
    "report-why-unkind": "It is unkind or hurts somebody",
    "report-why-private": "It tells something private of somebody",
    "report-why-place": "It does not belong here",
    "report-why-other": "Something else",
    "report-words": "What should we know?",
    "form-send-report": "Send the report",
    # What can't be
    "idea-unknown": (
        "There is no such idea here. It may have been taken back, or the link may be incomplete."
    ),
    "idea-not-shown": "This idea is not shown at the moment, so nothing can be added to it.",
    "idea-gone": "This idea has been taken back, so nothing can be added to it any more.",
    "idea-merged": "This idea was joined with “{title}”. Please write there.",
    "no-comments": "Ideas of this challenge can’t be commented on.",
    "no-comment": "There is no such comment here.",
    "comment-gone": (
        "The comment that you answer has been taken away meanwhile. You can write yours under the "
        "idea instead."
    ),
    "comment-is-reply": (
        "This comment answers another one. Please answer that one, or write under the idea."
    ),
    # Below an idea
    "site-comments": "Comments",
    "site-comments-none": "Nobody has said anything yet.",
    "site-comments-one": "{count} comment",
    "site-comments-many": "{count} comments",
    "site-comment-write": "Write a comment",
    "site-comment-nameless": "Somebody",
    "site-comment-gone": "This comment was taken back.",
    "site-reply": "Reply",
    "site-reply-of": "Reply to {name}, {day}",
    "site-report": "Report",
    "site-report-of": "Report the comment of {name}, {day}",
    "site-report-idea": "Report this idea",
    "site-report-idea-of": "Report this idea: {title}",
    "site-comments-open-on": "Comments open on {when}.",
    "site-comments-closed-on": "Comments closed on {when}.",
    "site-comments-closed": "Comments are closed.",
    # On the way
    "public-about-comment-comment": "You answer this comment:",
    "public-about-comment-report": "You report this comment:",
    "next-comment-waiting": "We have it. We read it before it is shown.",
    "next-comment-approved": "We have it. It stands under the idea in a moment.",
    "next-report-waiting": "We have it, and look at it. Nobody but us sees what you wrote.",
    "state-report-waiting": "It is waiting for us to look at it.",
    "state-report-approved": "We looked at it, and you were right. It is dealt with.",
    "state-report-rejected": "We looked at it, and decided to leave it as it is.",
    "state-report-spam": "We decided not to use it.",
    "state-report-withdrawn": "You took it back.",
    "state-report-erased": "It was erased.",
    "public-replies": "Replies to it",
    "public-merged": "This idea was joined with another one: {link}.",
    # At the desk
    "desk-comments": "Comments",
    "desk-reports": "Reports",
    "desk-is-about": "About:",
    "desk-replies-to": "Reply to:",
    "desk-reported-one": "{count} report waits",
    "desk-reported-many": "{count} reports wait",
    "desk-do-report-approve": "Right, dealt with",
    "desk-do-report-reject": "Not right",
    "desk-do-uphold": "Right: hide it",
    "desk-by-rule": "A rule",
    "desk-reply-hint-comment": (
        "It stands under the comment once that is shown, and on its author’s receipt; {garden} "
        "signs it. At most {longest} characters."
    ),
    # Cli
    "erased-about": "With it {entries} comments and reports are erased.",
}
