"""What is said of what an idea is and brings: its kind, its goal, value, cost, what was learnt.

The names of the seventeen goals are the United Nations' own.
"""

SENTENCES = {
    "benefit-merged": "Idea {ref} was merged into {stands}. Say there what it brings.",
    "benefit-kind-unknown": "Choose one of the four kinds, or none.",
    "benefit-goal-unknown": "Choose one of the seventeen goals, or none.",
    "benefit-number": (
        "“{value}” is no number that can be added up. Write it as 1250 or 1250.50: no mark between "
        "thousands, at most two decimals, the unit in the field beside it."
    ),
    "benefit-number-missing": "Say how much, or empty the unit.",
    "benefit-unit-missing": "Say of what: €, hours a week, kg of plastic.",
    "benefit-unit-long": "The unit is too long: {have} characters. Use at most {most}.",
    "benefit-learnt-long": "This is too long: {have} characters. Use at most {most}.",
    "benefit-signs": "This holds signs that can't be kept. Type it anew.",
    "desk-did-benefit": "{by} changed what it brings",
    "decisions-move-benefit": "What it brings changed",
    "desk-done-benefit": "What it brings is kept",
    "desk-benefit": "What it brings",
    "desk-benefit-open": "Kind, sustainability goal, value, cost, what was learnt",
    "desk-benefit-not-kept": "What it brings was not kept yet",
    "desk-benefit-kind": "What kind of innovation is it?",
    "desk-benefit-goal": "Sustainability goal that it serves",
    "desk-benefit-value": "What it brought",
    "desk-benefit-value-hint": "A number, as 1250 or 1250.50.",
    "desk-benefit-value_unit": "Unit of what it brought",
    "desk-benefit-unit-hint": "A currency, or whatever is counted. Like units are added up.",
    "desk-benefit-cost": "What it took",
    "desk-benefit-cost-hint": "A number, as 400 or 12.5.",
    "desk-benefit-cost_unit": "Unit of what it took",
    "desk-benefit-learnt": "What we learnt",
    "desk-benefit-learnt-hint": (
        "What you would do again, and what not. Name nobody. At most {longest} characters."
    ),
    "desk-benefit-shown": "Everybody may see",
    "desk-benefit-shown-hint": (
        "What is ticked stands on the idea’s page, in success stories and in quarterly reports. "
        "All else only the desk sees."
    ),
    "desk-benefit-do": "Keep what it brings",
    "benefit-part-kind": "Kind of innovation",
    "benefit-part-goal": "Sustainability goal",
    "benefit-part-value": "Brought",
    "benefit-part-cost": "Took",
    "benefit-part-learnt": "What we learnt",
    "site-benefit": "What came of it",
    "benefit-kind-none": "Not said",
    "benefit-kind-incremental": "Incremental",
    "benefit-kind-incremental-is": (
        "Something we have gets better, step by step: its parts and how they fit stay as they are."
    ),
    "benefit-kind-architectural": "Architectural",
    "benefit-kind-architectural-is": (
        "Parts we have are put together in a new way, or for other customers."
    ),
    "benefit-kind-disruptive": "Disruptive",
    "benefit-kind-disruptive-is": (
        "Something simpler or more affordable, for people whom nobody serves well today."
    ),
    "benefit-kind-revolutionary": "Revolutionary",
    "benefit-kind-revolutionary-is": (
        "The whole business is thought anew, so that hardly anything stays as it was."
    ),
    "benefit-kind-source": (
        "The first two as R. M. Henderson and K. B. Clark tell them apart (“Architectural "
        "Innovation”, 1990); the other two as they are told of small businesses’ models. Most "
        "ideas of a small business are of the first two kinds."
    ),
    "benefit-goal-none": "None",
    "benefit-goal-1": "No poverty",
    "benefit-goal-2": "Zero hunger",
    "benefit-goal-3": "Good health and well-being",
    "benefit-goal-4": "Quality education",
    "benefit-goal-5": "Gender equality",
    "benefit-goal-6": "Clean water and sanitation",
    "benefit-goal-7": "Affordable and clean energy",
    "benefit-goal-8": "Decent work and economic growth",
    "benefit-goal-9": "Industry, innovation and infrastructure",
    "benefit-goal-10": "Reduced inequalities",
    "benefit-goal-11": "Sustainable cities and communities",
    "benefit-goal-12": "Responsible consumption and production",
    "benefit-goal-13": "Climate action",
    "benefit-goal-14": "Life below water",
    "benefit-goal-15": "Life on land",
    "benefit-goal-16": "Peace, justice and strong institutions",
    "benefit-goal-17": "Partnerships for the goals",
}
