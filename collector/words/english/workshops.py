"""Workshops: what a room reads on its phones, what is said to whoever leads it, what is printed."""

SENTENCES = {
    # the steps
    "workshop-step-gather": "Come together",
    "workshop-step-write": "Write silently",
    "workshop-step-reveal": "Read what is there",
    "workshop-step-cluster": "Group what is alike",
    "workshop-step-vote": "Give dots",
    "workshop-step-result": "See what weighs most",
    "workshop-step": "Step {number} of {count}: {step}",
    # a participant
    "workshop-title": "Join a workshop",
    "workshop-code": "The code of the workshop",
    "workshop-code-hint": (
        "Six signs; it stands on the card on your table. Capitals and dashes do not matter."
    ),
    "workshop-go": "Go on",
    "workshop-unknown": (
        "There is no workshop of this code. Compare each sign with the card on your table: "
        "it has six, without 0, 1, I, L, O and U."
    ),
    "workshop-join-how": (
        "First everybody writes silently, and nobody sees what others write. Then all ideas are "
        "shown without names, alike ones are grouped, and each of you gives {dots} dots."
    ),
    "workshop-table": "Your table",
    "workshop-table-hint": "Only whoever leads the workshop sees which table an idea came from.",
    "workshop-table-none": "No table",
    "workshop-join": "Take a seat",
    "workshop-no-cookies": (
        "Your browser keeps nothing for this page, so it would forget your seat. Allow it to keep "
        "cookies, use another browser, or write on paper."
    ),
    "workshop-no-seat": "Take a seat in the workshop first: open its page and press the button.",
    "workshop-full": "All {most} seats of this workshop are taken. Share a phone, or use paper.",
    "workshop-over": "This workshop is over",
    "workshop-is-over": "over",
    "workshop-over-hint": "Thank you for coming. Its code opens nothing any more.",
    "workshop-paused": "A short break: nothing is sent until it goes on.",
    "workshop-too-early": (
        "Writing has not begun yet. What you typed is still in the form; send it once it has."
    ),
    "workshop-written": (
        "Writing is over. What you typed is still in the form: copy it, or tell whoever leads the "
        "workshop."
    ),
    "workshop-no-vote": "No dots are given now.",
    "workshop-idea-gone": "This idea is not on the wall any more. Your dots on it came back.",
    "workshop-dots-gone": "You have {most} dots. Take one off another idea first.",
    "workshop-enough": "You have sent {most} ideas, which is the most. Leave some for the others.",
    "workshop-do-gather": "You have a seat. Wait until everybody is there.",
    "workshop-do-write": (
        "Write what comes to mind, one idea at a time, as many as you like. Nobody else sees them "
        "yet."
    ),
    "workshop-do-reveal": "Read all ideas. If one of them brings you to another, add it.",
    "workshop-do-cluster": "Together you group what is alike. Say aloud what belongs together.",
    "workshop-do-vote": (
        "You have {dots} dots. Spread them as you wish, several on one idea if you like. You can "
        "move them until voting is over."
    ),
    "workshop-do-result": "This is what weighs most in this room.",
    "workshop-until": "Until {time}",
    "workshop-left": "{minutes}:{seconds} left, the timer stands still",
    "workshop-look-again": "Look again",
    "workshop-kept": "Your idea is kept. Write the next one.",
    "workshop-write": "Your idea",
    "workshop-late": "Another idea?",
    "workshop-send": "Keep this idea",
    "workshop-own": "Your ideas: {count}",
    "workshop-own-hidden": "(taken off the wall)",
    "workshop-receipt": "Change it or take it back",
    "workshop-receipt-hint": (
        "With this code you can see this idea later, follow what becomes of it, or erase it:"
    ),
    "workshop-receipt-open": "Open it",
    "workshop-wall": "The wall",
    "workshop-wall-empty": "Nothing is on the wall yet.",
    "workshop-result": "The dots",
    "workshop-no-heading": "Under no heading",
    "workshop-merged": "together with: {title}",
    "workshop-dots-left": "{left} of your {dots} dots left",
    "workshop-dots": "{dots} dots",
    "workshop-dots-one": "1 dot",
    "workshop-mine": "Yours: {dots}",
    "workshop-less": "one dot less on {title}",
    "workshop-more": "one dot more on {title}",
    # what the script says
    "workshop-script-kept": "Your idea is kept. Write the next one.",
    "workshop-script-waits": (
        "No connection. Ideas on this phone that wait to be sent: {count}. They go by themselves "
        "as soon as it is back; go on writing."
    ),
    "workshop-script-unsent": "This had not been sent when writing ended:",
    "workshop-script-lost": "No connection. Look again in a moment; this page goes on by itself.",
    "workshop-script-minutes": "Minutes left: {minutes}",
    "workshop-script-over": "The time is up",
    "workshop-script-again": "Something has changed.",
    # whoever leads it
    "workshops-title": "Workshops",
    "workshops-about": (
        "A session for people in one room, on their phones over your own network, or on paper: "
        "silent writing, reading, grouping, dots. What is written becomes ordinary ideas of this "
        "challenge, which wait for you."
    ),
    "workshops-there": "Workshops of this challenge",
    "workshops-one": "{code}, opened {when}",
    "workshops-open": "Open a workshop",
    "workshops-open-do": "Open the workshop",
    "workshops-not-open": (
        "Nobody can send ideas to this challenge now, so nothing could be written. Open it first."
    ),
    "workshops-form": "The form that is filled in",
    "workshops-language": "The language of the room",
    "workshops-home": "The address that phones use",
    "workshops-home-hint": (
        "As http://192.168.1.20:8000 on your own network, or the address of your site."
    ),
    "workshops-nowhere": (
        "Only this computer understands this address. Start {command}, find this computer's "
        "address in its network settings, and type it in place of this one."
    ),
    "workshops-only-here": (
        "You look at this page on the computer itself. Phones reach it only if it was started with "
        "{command}, and if they are in the same network."
    ),
    "workshops-tables": "Tables",
    "workshops-tables-hint": "There is a card to print for each.",
    "workshops-dots": "Dots for each person",
    "workshops-dots-hint": "About a quarter of the ideas that you expect; often 3 to 5.",
    "workshops-plan": "The plan: how long each step takes",
    "workshops-minutes": "Minutes. You can change it while it runs.",
    "workshop-no-form": (
        "The brief {slug!r} has no form for ideas, so nothing could be written. Give it a section "
        "like `## Share your idea {{.idea}}`."
    ),
    "workshop-form": "Choose one of: {forms}.",
    "workshop-home": "Write the address as http://192.168.1.20:8000, with http:// before it.",
    "workshop-count": "A whole number between 1 and {most}, please.",
    "no-workshop": "There is no such workshop.",
    "workshop-no-such": "Nothing of this name can be done with a workshop.",
    "workshop-changed": (
        "Somebody else who leads this workshop was faster. Here is how it stands now; if it is "
        "not what you want, press again."
    ),
    "workshop-no-step": "There is no step beyond this one.",
    "workshop-minutes": "Between 1 and {most} minutes, please.",
    "workshop-lead-title": "Workshop: {title}",
    "workshop-room-count": "People: {seats}. Ideas: {ideas}.",
    "workshop-given": "Dots given: {dots}.",
    "workshop-next": "Go on: {step}",
    "workshop-back": "Back: {step}",
    "workshop-pause": "Pause",
    "workshop-continue": "End the break",
    "workshop-lead-gather": (
        "Show the code below, or lay out the table cards. Say what the question is and how it "
        "will go."
    ),
    "workshop-lead-write": (
        "Nobody talks. You see what is written, the others do not. Take off the wall what must not "
        "be shown; start the timer."
    ),
    "workshop-lead-reveal": (
        "Everybody reads everything now. Ideas that come late join the others."
    ),
    "workshop-lead-cluster": (
        "Ask what belongs together. Write headings, choose one for each idea, and save. Merge what "
        "is twice the same."
    ),
    "workshop-lead-vote": "Each spreads the dots. Counts are shown once you go on.",
    "workshop-lead-result": (
        "Agree who does what with the ideas at the top. Then end the workshop and decide on the "
        "ideas in the queue."
    ),
    "workshop-timer-start": "Start the timer",
    "workshop-timer-stop": "Stop the timer",
    "workshop-timer-on": "Let the timer run on",
    "workshop-timer-minutes": "Minutes",
    "workshop-at-table": "table {table}",
    "workshop-hide": "Take off the wall",
    "workshop-show": "Put back on the wall",
    "workshop-hidden": "Taken off the wall",
    "workshop-under": "Heading",
    "workshop-merge": "Merge",
    "workshop-group": "Save the groups",
    "workshop-heading": "Heading",
    "workshop-heading-hint": "It becomes a tag of the ideas that you put under it.",
    "workshop-heading-add": "Headings",
    "workshop-heading-do": "Add the heading",
    "workshop-heading-empty": "Type the words of the heading.",
    "workshop-heading-twice": "There is a heading {heading!r} already.",
    "workshop-headings-many": "There are {most} headings already, which is the most.",
    "workshop-written-so-far": "Written so far; only the desk sees it",
    "workshop-approve": "Approve all on the wall that waits",
    "workshop-approve-hint": (
        "What is on the wall was seen by the room only. Approved, it is public, as the challenge "
        "shows ideas; single ones you decide on in the queue."
    ),
    "workshop-come-in": "The way in",
    "workshop-move-ask": "Change the address",
    "workshop-move-do": "Use this address",
    "workshop-end": "End",
    "workshop-end-ask": "End the workshop",
    "workshop-end-hint": (
        "Its code opens nothing any more, and nothing ties what was written, or the dots, to a "
        "phone. The ideas stay, and wait in the queue. This can't be taken back."
    ),
    "workshop-end-do": "Yes, end it",
    "workshop-remove": "Remove",
    "workshop-remove-ask": "Remove the workshop",
    "workshop-remove-hint": (
        "The workshop and its dots are erased for good. The ideas and their tags stay."
    ),
    "workshop-remove-do": "Yes, remove it",
    "workshop-of-idea": "Written in a workshop",
    "workshop-of-idea-table": "Written in a workshop, at table {table}",
    # what is printed
    "workshop-cards-print": "Table cards to print",
    "workshop-paper-print": "Paper for the room",
    "workshop-paper-enter": "Type in what is on paper",
    "workshop-card-table": "Table {table}",
    "workshop-card-how": "Scan the code with your phone, or open",
    "workshop-card-code": "The code is",
    "workshop-paper-plan": "The plan",
    "workshop-paper-minutes": "{minutes} minutes",
    "workshop-paper-write": "Everybody writes silently, one idea on each sheet.",
    "workshop-paper-reveal": "All sheets go on the wall. Everybody reads, nobody explains.",
    "workshop-paper-cluster": "Sheets that say the same hang together, under a heading.",
    "workshop-paper-vote": (
        "Each person has {dots} dots and sticks or draws them, several on one idea if they like."
    ),
    "workshop-paper-after": (
        "Afterwards type the sheets in at the desk, on the workshop’s page: “Type in what is on "
        "paper”. Give each idea its heading as a tag."
    ),
    "workshop-paper-table": "Table",
    "workshop-paper-dots": "The dots",
    "workshop-paper-idea": "Idea",
    "workshop-paper-heading": "Heading",
    "workshop-paper-given": "Dots",
}
