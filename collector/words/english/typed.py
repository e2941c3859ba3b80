"""What is said of typed slips: faults in the table, and what was taken in."""

SENTENCES = {
    "typed-at-row": "Row {row}:",
    "typed-at-line": "Row {row} (line {line}):",
    "typed-at-row-column": "Row {row}, {column}:",
    "typed-at-line-column": "Row {row} (line {line}), {column}:",
    "typed-encoding": "The file is not UTF-8 text. Save it again as CSV with the encoding UTF-8.",
    "typed-quotes": (
        'A quotation mark is missing or one too many. A cell with " begins and ends with one, and '
        "each within it is written twice."
    ),
    "typed-empty": "The file is empty. Begin with the row of heads that the template has.",
    "typed-no-rows": "There are heads, but no slips below them.",
    "typed-head-unknown": "The form has no such column. Use the heads of the template.",
    "typed-head-twice": "Two columns have this head. Keep one of them.",
    "typed-head-missing": "This column is missing, and everybody must answer it.",
    "typed-cells-more": (
        "There are more cells than the {count} heads. Put a cell that holds the separator in "
        "quotation marks."
    ),
    "typed-mark": "{cell!r} is neither yes nor no. Write 1 or 0.",
    "typed-file": "A slip holds no file. Leave this cell empty.",
    "typed-terms": "The terms must be accepted: write 1 if the box on the slip is ticked.",
    "typed-source-paper": "paper",
    "typed-source-interview": "interview",
    "typed-source-comment-card": "comment card",
    "typed-source-workshop": "workshop",
    "typed-source-telephone": "telephone",
    "typed-source-other": "another way",
    "desk-typed": "{source}, typed by {name}",
    "typed-fix": "    write: {fix}",
    "typed-refused": (
        "Nothing is kept: rows with faults: {bad}, good rows: {good}. Correct the file, or leave "
        "the rows out with --skip-bad FILE."
    ),
    "typed-unread": "Nothing is kept: no row could be read before this is corrected.",
    "typed-kept": "{slug}, {form}: slips kept: {count}",
    "typed-would": "{slug}, {form}: slips that would be kept: {count}; nothing is kept yet",
    "typed-before": (
        "Passed over because they were kept before: {count}. If these are other slips that say "
        "the same, give each a number in the column _slip."
    ),
    "typed-dropped": "Left out because they were not due: answers to {count} questions or parts.",
    "typed-skipped": "Left out because of faults: {count}. These rows are in {path}.",
    "typed-template": "The table for the slips of {slug}, {form} is in {path}.",
    "typed-which-form": "{slug} has several forms: {forms}. Name one with --form.",
}
