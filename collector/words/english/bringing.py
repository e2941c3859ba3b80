"""What is said where a table of ideas, or of answers on slips, is brought in at the desk."""

SENTENCES = {
    "bring-title": "Bring in a table: {title}",
    "bring-table": "Bring in a table",
    "bring-hint": (
        "A spreadsheet, saved as CSV, with one entry a row, for the form “{form}”. First it is "
        "looked through; nothing is kept until you say so."
    ),
    "bring-template": "A table with the right headings, to fill in (.csv)",
    "bring-source": "How did these come?",
    "bring-file": "The table",
    "bring-other": "Another table instead, corrected in your spreadsheet",
    "bring-file-hint": (
        "CSV in UTF-8, at most {size} MB and {most} rows. The first row holds the headings."
    ),
    "bring-look": "Look through it",
    "bring-again": "Look through it again",
    "bring-columns": "Which heading means what?",
    "bring-columns-hint": "What could be told is chosen already.",
    "bring-no-heading": "Column {number}, without a heading",
    "bring-leave-out": "Leave it out",
    "bring-column_slip": "Number on the slip",
    "bring-column_terms": "Whether the terms were accepted",
    "bring-large": "The file is larger than 1 MB. Bring it in in parts.",
    "bring-rows": "There are more than {most} rows. Bring them in in parts.",
    "bring-nothing": "Nothing is kept.",
    "bring-faults-one": "1 fault. Nothing is kept until it is corrected.",
    "bring-faults": "{count} faults. Nothing is kept until they are corrected.",
    "bring-faults-more": "And {count} more.",
    "bring-would-one": "1 good row",
    "bring-would": "{count} good rows",
    "bring-shown": "The first of them, as they would be kept:",
    "bring-before": "{count} of them were kept before, and are passed over.",
    "bring-keep": "Keep {count}",
    "bring-kept-one": "1 entry was kept.",
    "bring-kept": "{count} entries were kept.",
    "typed-left-out": "Left out, as no question is called so: {head}",
    "bring-see": "See what waits of them",
}
