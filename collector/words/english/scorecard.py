"""What `check` says about scorecards, and what their place on a page says."""

SENTENCES = {
    "brief-jury-twice": (
        "The brief has two scorecards. Ideas are judged by one: put all criteria into the first."
    ),
    "brief-jury-ideas": "A jury judges ideas, and nothing here takes any.",
    "brief-jury-private": (
        "Jurors see what is published of ideas, and of these nothing is. Give those who are to "
        "judge them the role viewer."
    ),
    "brief-jury-results": (
        "Nobody votes by filling in a scorecard. Scores are told never, after-close or always."
    ),
    "brief-jury-page": "A scorecard is one page. Take away the line ---.",
    "brief-jury-shape": (
        '"{label}" is no scale. Jurors judge by scales and stars, of which more is better.'
    ),
    "brief-jury-condition": "Every criterion is asked of every idea. Take the condition away.",
    "brief-jury-weights": (
        "All weights are 0, so that nothing would count. Give at least one criterion a weight."
    ),
    "brief-jury-matrix": (
        "matrix= names two different criteria by their ids, what an idea brings and how easy it "
        "is: {known}."
    ),
    "brief-weight": "A weight is a number from 0 up, such as 3 or 0.5.",
    "brief-weight-outside": "Only a jury's criteria have weights.",
    "write-piece-scorecard": "A scorecard for a jury",
    "write-scorecard-value": "Impact, feasibility, alignment",
    "write-scorecard-rice": "RICE: reach, impact, confidence, effort",
    "write-scorecard-ice": "ICE: impact, confidence, ease",
    "write-scorecard-sustainability": "Sustainability",
    "new-jury-ideas": (
        "This template takes no ideas, and a jury judges nothing else. Leave out --jury, or choose "
        "another template."
    ),
    "form-send-jury": "Keep my score",
    "scorecard-share": "{share} % of the score",
    "scorecard-share-none": "does not count in the score",
    "scorecard-range": "from {low} to {high}",
    "scorecard-range-words": "from {low} ({worst}) to {high} ({best})",
    "site-pick-shortlist": "On the shortlist",
    "site-pick-award": "Award",
    "site-score": "{score} of 100 by the jury",
    "scorecard-stars": "up to {high} stars",
}
