"""What is said in and about exported files."""

SENTENCES = {
    "export-format": "There is no export to {suffix!r}. The file's name ends in one of: {formats}.",
    "export-unwritable": (
        "{path} can't be written: {cause}. Is it open in another program, the folder missing or "
        "the disk full? What stood there still stands."
    ),
    "export-no-room": (
        "The file can't be made in {path}: {cause}. Nothing of it was left behind; it can be made "
        "once there is room for it, and the garden may write there."
    ),
    "export-no-file": "{path} is not a file; name a file to write to.",
    "export-no-form": "This challenge has no form {form!r}. It has: {forms}.",
    "export-no-forms": "This challenge has no form, so that there is nothing to export.",
    "export-which-form": (
        "A .csv file holds one form, and this challenge has several. Choose one: {forms}."
    ),
    "export-separator": (
        "{separator!r} can't stand between columns. Use a comma, a semicolon or a tab."
    ),
    "export-too-many": (
        "A workbook holds 1,048,575 entries of a form and no more. Take a .csv instead, or a .json."
    ),
    "export-backwards": "The days from {begin} until {end} run backwards. Which is the first?",
    "export-no-day": "{text!r} is no day. Write it as 2026-12-31.",
    "export-no-state": "{text!r} is no state that can be asked for. These are: {states}.",
    "export-some": "Only some of the entries",
    "export-some-hint": "What you leave empty asks for nothing. The file says what was chosen.",
    "export-some-from": "Came on this day or later",
    "export-some-until": "Came on this day or earlier",
    "export-some-state": "State",
    "export-some-language": "Language of the form",
    "export-some-xlsx": "Workbook (.xlsx)",
    "export-some-ods": "Workbook for LibreOffice (.ods)",
    "export-some-json": "For programs (.json)",
    "export-too-large": (
        "An .ods workbook can't hold that much. Take an .xlsx or a .csv, or choose fewer entries."
    ),
    "export-yes": "Yes",
    "export-no": "No",
    "export-cut": "… [cut here: {length} characters; the .csv and .json files hold them all]",
    "export-mean": "Mean",
    "export-median": "Median",
    "export-least": "Least",
    "export-most": "Most",
    "export-score": "Net promoter score",
    "export-deviation": "Standard deviation",
    "export-top-two": "Highest two steps",
    "export-bottom-two": "Lowest two steps",
    "export-place": "Mean place",
    "export-points": "Borda's points",
    "export-first": "First places",
    "export-words": "In their own words",
    "export-not-shown": "not shown: the question was not due, or not in this version of the form",
    "export-erased": "erased since: personal answers, if there were any, as the challenge promised",
    "export-unanswered": "shown, but not answered",
    "export-holds-text": "text",
    "export-holds-number": "number",
    "export-holds-date": "date",
    "export-holds-time": "time",
    "export-holds-choice": "one code",
    "export-holds-choices": "codes, parted by semicolons",
    "export-holds-mark": "1 if chosen, 0 if not",
    "export-holds-own": "text of the option's own blank",
    "export-holds-box": "1 if ticked, 0 if not",
    "export-holds-place": "its place in the order, 1 being the first",
    "export-holds-file": "name of the file",
    "export-holds-order": "codes in the order in which they were shown, parted by semicolons",
    "export-column-ref": "The entry's public name",
    "export-column-form-version": "Which version of the form was filled in; 1 is the oldest",
    "export-column-state": "Where the entry stands in moderation; only approved ones count",
    "export-column-received": "When it came; for surveys and polls to the hour",
    "export-column-language": "Language of the form",
    "export-column-source": "web, how a slip came (as paper), or sample for made-up entries",
    "export-column-typed-by": "Who typed the slip",
    "export-column-from": "Where the sender came from, as the link said",
    "export-column-flags": "Why it is suspected",
    "export-column-progress": "What became of the idea",
    "export-column-complete": "1 if the form was filled in to its end",
    "export-column-reply": "What was replied",
    "export-sheet-responses": "Responses",
    "export-sheet-codes": "Codes",
    "export-sheet-codebook": "Codebook",
    "export-sheet-summary": "Summary",
    "export-sheet-about": "About",
    "export-about-head": "About this file",
    "export-about-value": "Value",
    "export-about-challenge": "Challenge",
    "export-about-slug": "Short name",
    "export-about-made": "Made",
    "export-about-zone": "Times are of",
    "export-about-from": "Only what came from",
    "export-about-until": "Only what came until",
    "export-about-state": "Only of state",
    "export-about-language": "Only of language",
    "export-about-form": "Form",
    "export-about-entries": "{form}: {state}",
    "export-about-sheets": "Sheets",
    "export-about-responses": "Responses: an entry a row, in the words that people saw",
    "export-about-codes": "Codes: the same rows in codes, for statistics programs",
    "export-about-codebook": "Codebook: what each column and each code means",
    "export-about-summary": (
        "Summary: counts and shares over the approved entries; low and high are the ends of the "
        "95 % interval (Wilson's for shares)"
    ),
}
