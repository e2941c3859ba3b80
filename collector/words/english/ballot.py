"""Ballots over all ideas, comparisons of two, and what they say."""

SENTENCES = {
    "ballot-none": "Ideas of this challenge are not voted on by a ballot.",
    "ballot-rank": "Rank the ideas",
    "ballot-spend": "Spend {budget}",
    "ballot-rank-all": "Which ideas come first?",
    "ballot-spend-all": "What should the money go to?",
    "ballot-spend-help": "You have {budget}. What you choose must not cost more together.",
    "ballot-go-on": "Go on",
    "form-send-ballot": "Go on",
    "ballot-until": "until {when}",
    "ballot-own": "This is your ballot until now. Change it, or take it back.",
    "ballot-no-ideas": "There are no ideas to vote on yet.",
    "ballot-without-cost": "No money can go to these: they have no cost",
    "ballot-empty": "Choose at least one idea.",
    "ballot-most": "Choose at most {most}; these are {count}.",
    "ballot-no-cost": "“{title}” has no cost, so no money can go to it.",
    "ballot-over": "This is {over} {unit} more than the {budget} {unit} that you have.",
    "ballot-spent": "Together {sum} of {budget}",
    "ballot-idea-gone": "An idea was taken back meanwhile. The others stay as they are.",
    "ballot-idea-not-shown": "An idea is not shown any more. The others stay as they are.",
    "ballot-idea-merged": (
        "“{title}” was merged into “{into}”, which stands in its place on your ballot."
    ),
    "ballot-nothing-left": "None of these ideas is shown any more. Please choose others.",
    "ballot-gone": "This ballot was taken back. You can fill in a new one.",
    "ballot-not-now": "There is no ballot now",
    "ballot-refused-title": "This ballot was not kept",
    "ballot-confirm-title": "Is this your ballot?",
    "ballot-confirm": "Nothing is kept until you press the button.",
    "ballot-confirm-back": "You take your ballot back.",
    "ballot-change": "Change it",
    "ballot-back": "Take my ballot back",
    "ballot-back-title": "Your ballot was taken back",
    "ballot-kept-back": "Your ballot was taken back.",
    "ballot-kept": "Your ballot is kept.",
    "ballot-kept-no-key": (
        "Your ballot is kept. Your browser keeps nothing for us, so we count it apart."
    ),
    "ballot-kept-title": "Thank you for your ballot",
    "ballot-receipt-title": "Your ballot",
    "ballot-receipt-keep-link": "change your ballot, or take it back",
    "ballot-erase-ask": (
        "Do you want to erase your ballot? It is deleted, and your code opens nothing any more."
    ),
    "ballot-erase-ask-over": (
        "Do you want to erase what ties this ballot to you? Voting is over, so it still counts, "
        "but nobody can tell whose it was, and your code opens nothing any more."
    ),
    "ballot-erased": "Nothing ties a ballot to you any more, and your code opens nothing.",
    "pairs-none": "Ideas of this challenge are not compared with each other.",
    "pairs-title": "Which is better?",
    "pairs-about": "Choose one. Then come two others, as long as you like.",
    "pairs-this": "This one",
    "pairs-neither": "I can't decide",
    "pairs-kept-one": "Your first answer is kept.",
    "pairs-kept": "Your answers are kept: {count}.",
    "pairs-done": "You have compared all ideas with each other. Thank you!",
    "pairs-too-few": "There are not two ideas to compare yet.",
    "pairs-gone": "One of these two is not shown any more. Here are two others.",
    "pairs-expired": "These two stood here for long. Here are two others.",
    "pairs-forget": "Erase my answers",
    "pairs-forget-ask": "Erase all your answers?",
    "pairs-forgotten": "Nothing ties answers about these ideas to your browser any more.",
    "outcome-title": "How the vote stands",
    "outcome-ranked": "How the ballots rank the ideas",
    "outcome-budget": "What the money goes to",
    "outcome-pairwise": "How often each idea is preferred",
    "outcome-none": "No ballot yet",
    "outcome-no-answers": "No answer yet",
    "outcome-apart": "Counted apart beside these: {apart}.",
    "outcome-onward": "All about the vote",
    "outcome-first": "First: {title}",
    "outcome-funded": "Paid for: {titles}",
    "outcome-funded-none": "Nothing is paid for yet.",
    "results-votes.csv": "every number of the vote, one a line",
    "spending-bid": "{label}: {cost}, {verdict}",
    "spending-bid-none": "{label}: {verdict}",
    "spending-told": "{label}, on {votes} ballots: {verdict}.",
    "spending-funded": "paid for",
    "spending-too dear": "costs more than was left",
    "spending-tied": "tied",
    "spending-no cost": "no cost",
    "spending-unchosen": "on no ballot",
    "spending-explained": (
        "The ideas on most ballots are paid for first. What costs more than is left is passed "
        "over; of ideas on as many ballots the cheaper go first."
    ),
    "spending-sum": "{spent} of {budget} are spent.",
    "spending-tied-sum": (
        "Tied ideas are on as many ballots and cost the same, but the money is not enough for all: "
        "{tied} are set aside for them, and the owner decides."
    ),
    "spending-cost": "Cost",
    "spending-votes": "Ballots",
    "spending-verdict": "What becomes of it",
    "shares-told": "{label}: {share}, between {low} and {high}; {wins} of {n} won.",
    "shares-explained": (
        "The share is how likely an idea wins against another one drawn by lot: wins and one more, "
        "out of comparisons and two more, so that a single answer does not decide. The line below "
        "shows how sure that is (95 %)."
    ),
    "shares-share": "Share",
    "shares-wins": "Won",
    "shares-losses": "Lost",
    "shares-undecided": "Undecided",
    "shares-shown": "Shown",
}
