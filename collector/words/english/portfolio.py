"""What is said about the portfolio: its numbers, each with what it is."""

SENTENCES = {
    "desk-menu-portfolio": "Portfolio",
    "portfolio-hint": (
        "All ideas that stand, by what they are and where they stand, and what those that are done "
        "brought. What an idea brings is said on its own page. Each number says what it is."
    ),
    "portfolio-none": "There is no idea yet that was let through.",
    "portfolio-base": "Of {n} ideas that stand",
    "portfolio-told": "{label}: {count} ideas, {share}.",
    "portfolio-several": "An idea may stand in several of these lines, or in none.",
    "portfolio-crossed": "How many ideas of each kind stand at each step",
    "portfolio-ideas": "Ideas",
    "portfolio-ideas-is": (
        "Ideas that were let through; one that was merged into another counts with that one, once."
    ),
    "portfolio-share": "Share",
    "portfolio-done": "Done",
    "portfolio-done-is": "Of these, the ideas that are done.",
    "portfolio-value": "Brought",
    "portfolio-value-is": (
        "What the ideas that are done brought, as you said on their pages, added up by unit."
    ),
    "portfolio-cost": "Took",
    "portfolio-cost-is": (
        "What the ideas that are done took, as you said on their pages, added up by unit."
    ),
    "portfolio-apart": "What they are and where they stand",
    "portfolio-kind": "Kind",
    "portfolio-by-kind": "By kind of innovation",
    "portfolio-kind-and-stage": "Kinds and where they stand",
    "portfolio-by-stage": "By stage",
    "portfolio-by-theme": "By theme",
    "portfolio-by-block": "By block of a canvas",
    "portfolio-by-goal": "By sustainability goal",
    "portfolio-kind-none": "Not said",
    "portfolio-stage-none": "Not said",
    "portfolio-theme-none": "No theme",
    "portfolio-block-none": "In no block",
    "portfolio-goal-none": "None",
    "portfolio-sheet-ideas": "Ideas",
    "portfolio-sheet-numbers": "Numbers",
    "portfolio-table-ideas": "The ideas, a line each, with all that is said of what they bring.",
    "portfolio-table-numbers": "The numbers of this page, a line each, with what they are.",
    "portfolio-as-csv": "As .csv",
    "portfolio-as-xlsx": "As .xlsx",
    "portfolio-as-ods": "As .ods",
}
