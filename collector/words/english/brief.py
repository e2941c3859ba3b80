"""What `check` says about briefs. The line to write instead is the finding's `fix`."""

SENTENCES = {
    # The file
    "brief-unreadable": "The file can't be read ({cause}).",
    "brief-encoding": "The file is not UTF-8 text. Save it again with the encoding UTF-8.",
    "brief-control": "There is an invisible sign (U+{code}) that no text holds. Delete it.",
    "brief-slug": (
        'The name "{name}" can\'t be an address. Use a–z, 0–9 and -, begun by a letter or digit, '
        "at most 64 signs."
    ),
    "brief-translation-alone": (
        'This translates "{slug}", but no {slug}.md lies beside it. Write the brief first.'
    ),
    "brief-translation-language": (
        'This reads as the translation of "{slug}" into {language!r}, a language the kit does not '
        "know. It knows {known}. Begin the name with _ to keep the file."
    ),
    "brief-translation-same": "The brief itself is written in {language!r}.",
    "brief-translation-setting": (
        "{key!r} is the brief's to set. A translation has words only: {known}."
    ),
    "brief-translation-section": (
        "The sections differ: the brief has {wanted} where this has {found}. Keep its order."
    ),
    "brief-translation-pages": (
        "The brief parts this form into {wanted} pages by ---; here there are {found}."
    ),
    "brief-translation-question": (
        "The brief has no question #{id}. Give each heading the id that it has there."
    ),
    "brief-translation-missing": "The brief's question #{id} is not translated.",
    "brief-translation-shape": (
        "In the brief, #{id} is answered in another way ({wanted}, not {found})."
    ),
    "brief-translation-codes": (
        "The answers of #{id} need the codes that they have in the brief: {codes}."
    ),
    "brief-title-none": "The challenge has no title. Begin with a heading of one #.",
    "brief-fence-open": "This code block is never closed and would hide all that follows.",
    "brief-comment-open": "This comment is never closed and would hide all that follows.",
    "brief-alt-missing": (
        "The picture {file} has no words for people who can't see it. Say what it shows."
    ),
    "brief-file-missing": "There is no file {file!r} beside the brief.",
    # Settings
    "brief-matter-open": "The settings at the top have no end. Close them with a line ---.",
    "brief-setting-line": "This is no setting. A setting is one line, as in: closes: 2026-12-15",
    "brief-setting-nested": "{key!r} is one line; nothing is nested below it.",
    "brief-setting-list": "{key!r} is one text, not a list.",
    "brief-setting-twice": "{key!r} is set twice. Keep one of the two lines.",
    "brief-setting-empty": "{key!r} is empty. Write its text behind the colon or delete the line.",
    "brief-setting-unknown": 'No setting is called "{key}". Did you mean {near!r}?',
    "brief-value": "{key!r} can't be {value!r}. It can be: {known}.",
    "brief-language-unspoken": (
        "The kit has no words in {language} yet: its buttons, hints and messages stay English."
    ),
    "brief-date": "{value!r} is no date. Write year-month-day, and a time if you like.",
    "brief-date-none": "There is no such date or time as {value!r}.",
    "brief-date-slashes": "{value!r} has two readings. Write year-month-day.",
    "brief-date-skipped": (
        "At {value} the clocks in {zone} go forward; there is no such time on that day."
    ),
    "brief-closes-after": (
        "After how many answers? Write a number, and a day before it if there is one: "
        "2026-12-15 or after 200 answers"
    ),
    "brief-closes-early": "It would close before it opens.",
    "brief-terms-unknown": (
        'There is no page "{value}" among the terms. Did you mean {near!r}? The pages lie in '
        "site/pages/terms/."
    ),
    "brief-retention": (
        "{value!r} is no number of days. Write how many days personal answers are kept, or never."
    ),
    "brief-image-place": "The picture must lie beside the brief; write its name only.",
    "brief-image-kind": "{value!r} is no picture. Use a jpg, png, webp, gif, avif or svg.",
    # Sections
    "brief-braces": "{word!r} in the braces needs a dot (a class) or a # (an id) in front.",
    "brief-section-unknown": 'No section is called "{word}". Did you mean {{.{near}}}?',
    "brief-section-two": "A section is one thing. Keep one of the two classes.",
    "brief-section-level": "A section begins with two #, not one.",
    "brief-section-private": (
        "Only an idea form can be {{.private}}. Surveys and polls are private anyway; only their "
        "counts are ever told."
    ),
    "brief-section-results": "results= belongs on a survey or a poll.",
    "brief-results": "results can't be {value!r}. It can be: {known}.",
    "brief-form-name": (
        'A form can\'t be called "{name}". Use a–z, 0–9, - and _, begun by a letter.'
    ),
    "brief-form-twice": 'Two forms are called "{name}". Give this one a name of its own.',
    "brief-form-empty": "{label!r} asks nothing. Each question is a heading of three #.",
    "brief-slot-twice": "There is a {{.{word}}} section already. Keep one of the two.",
    "brief-thanks-alone": (
        "There is no form above. A {{.thanks}} section follows the form for which it thanks."
    ),
    "brief-thanks-twice": "The form above is thanked for already. Keep one of the two.",
    "brief-shape-outside": (
        "There is a question below this heading, but no form. Is {{.survey}} missing?"
    ),
    "brief-shape-alone": "This answer has no question. Put a heading of three # above it.",
    "brief-heading-blank": "A heading needs a blank behind its #.",
    "brief-page-empty": (
        "One of the pages that meet here has no question. Delete this --- or ask something."
    ),
    "brief-rule-heading": (
        "--- right below a text makes a heading of the text. Put an empty line between."
    ),
    "brief-html": (
        "{tag} is raw HTML, which works outside forms only. Write Markdown, or put it in "
        "`backticks`."
    ),
    # Questions
    "brief-question-words": "This question has no words.",
    "brief-id-none": "No id can be made from these words. Write one.",
    "brief-id-signs": (
        '"{id}" can\'t be an id. Ids are letters, digits, - and _, begin with a letter and hold '
        "no double _."
    ),
    "brief-id-twice": '"{id}" is taken by the question {label!r}. Give this one an id of its own.',
    "brief-class-unknown": (
        '"{word}" is nothing a question can be. It can be: {known}, {{choose=2}}. '
        "A * behind its words asks for an answer."
    ),
    "brief-class-later": 'This version does not carry out "{word}" yet.',
    "brief-choose-shape": (
        "choose= needs a list of boxes to tick, as - [ ] Label, or to put in order, as 1. [ ] "
        "Label."
    ),
    "brief-choose-count": (
        "choose= is how many answers may be ticked or put in order, as choose=2 or choose=1-3, and "
        "no more than there are."
    ),
    "brief-nps-scale": "{{.nps}} counts a scale from 0 to 10. Write (0) … (10) below the question.",
    "brief-dropdown-shape": "{{.dropdown}} needs a list of answers to choose one of: - ( ) Label.",
    "brief-shuffle-shape": (
        "{{.shuffle}} needs answers whose order may change: a list, or the rows of a table to tick."
    ),
    "brief-from-dropdown": (
        "from= fills a menu from a file: write {{.dropdown from=towns.csv}} and no list below."
    ),
    "brief-from-encoding": "{file} is not UTF-8 text. Save it again with the encoding UTF-8.",
    "brief-from-row": (
        "{file}, line {row}: a line is a code and a label, parted by a comma or by a semicolon."
    ),
    "brief-from-code": (
        '{file}, line {row}: a code has no blanks and no signs but - _ . +, so "{code}" is none.'
    ),
    "brief-from-twice": '{file}, line {row}: the code "{code}" stands in an earlier line already.',
    "brief-from-count": "{file} has {count} answers. A menu has 2 to {most}.",
    "brief-public-personal": (
        "E-mail, phone and {{.personal}} answers are never published. Take {{.public}} away."
    ),
    "brief-public-form": (
        "{{.public}} works in idea forms only; answers to surveys and polls are never shown singly."
    ),
    "brief-agree-required": (
        "{{#{id}}} asks whether somebody agrees, so it must be free to be left: take the * away."
    ),
    "brief-agree-name": (
        "{{#credit}} asks whether to name the author, and the form asks for no name. Add a public "
        "question {{#name}}."
    ),
    "brief-agree-address": (
        "This asks whether somebody may be written to, and the form asks for no address. Add a "
        "question for an e-mail address or a phone number."
    ),
    "brief-title-missing": "Which line names the idea? An idea form needs a question {{#title}}.",
    "brief-title-shape": "The idea's name is a line of text.",
    "brief-title-personal": "The idea's name is published, so it can't be {{.personal}}.",
    "brief-title-required": (
        "Ideas are listed by their name, so it is always asked for and must be answered: add a *."
    ),
    # Shapes
    "brief-shape-none": "{label!r} has no answer below it. A blank for words is ____ (text).",
    "brief-shape-rule": (
        "The question above this line has no answer. An editor may turn a bare ____ into ---."
    ),
    "brief-shape-two": (
        "{label!r} has two answers. Two answers need two questions, each with its own ###."
    ),
    "brief-blank-inside": "A blank begins its line.",
    "brief-blank-rest": (
        "Nothing may follow the blank, but {rest!r} does. Put it in the line above."
    ),
    "brief-blank-words": (
        "{words!r} is nothing a blank can be. It can be: text, long, 3–80 characters, e-mail, "
        "phone, web address, number, number -20 to 50, whole number 1–10, amount 0–500 €, date, "
        "date from today, time, 5 stars."
    ),
    "brief-file-words": (
        "{words!r} is no kind of file that is taken, and no size. It can be {known}, and at most "
        "5 MB. An svg is a program, and of a gif that moves only a still would be left."
    ),
    "brief-file-size": "A file may hold 1 to {most} MB.",
    "brief-file-lines": "A file is a question of its own, not a line of a list.",
    "brief-blank-twice": "{words!r} contradicts what stands before it. Keep one of the two.",
    "brief-blank-thousands": (
        "{words!r} has two readings: write thousands without a mark, decimals with one or two "
        "digits."
    ),
    "brief-blank-characters": "Characters are counted in texts only, not in this kind of blank.",
    "brief-blank-order": "The first number is greater than the second; nothing could be answered.",
    "brief-blank-length": "A text's length is a whole number of characters, at least one.",
    "brief-blank-whole": "Whole numbers have whole limits.",
    "brief-stars-count": "There are three to ten stars.",
    "brief-option-marks": (
        "One answer or several? Write - ( ) for one, - [ ] for several, in front of each."
    ),
    "brief-option-dash": (
        "Begin each answer with a dash: - ( ) for one of several, - [ ] for several."
    ),
    "brief-option-ticked": "Nothing is ticked beforehand.",
    "brief-option-mixed": "One or several? Give every line the same brackets.",
    "brief-option-nested": (
        "Nothing but the rest of its words can stand below an answer. Put all answers on one level."
    ),
    "brief-option-empty": "This answer has no words.",
    "brief-option-single": (
        "One answer is no choice. Write more of them, or a box to tick: - [ ] Label."
    ),
    "brief-option-alone": (
        "! behind a code rules the other answers out; it works in lists to tick several of, - "
        "[none!]."
    ),
    "brief-own-place": "Only answers to choose from, - ( ) and - [ ], have a blank of their own.",
    "brief-own-words": "An answer in one's own words is a line of text: a bare ____.",
    "brief-own-inside": "The blank stands at the end of its line.",
    "brief-lines-mixed": (
        "In a list of blanks every line ends in one; in a list of answers every line begins with "
        "brackets."
    ),
    "brief-code-signs": (
        'A code has no blanks and no signs but - _ . +, so "{code}" is none. Put empty brackets '
        "in front."
    ),
    "brief-code-none": "No code can be made from these words. Write one between the brackets.",
    "brief-code-twice": 'Two answers have the code "{code}". Give each its own.',
    "brief-lines-round": (
        "A list of blanks has no round brackets. Answers to choose from can't all end in a blank."
    ),
    "brief-lines-shape": "Stars can't stand in a list or a table.",
    "brief-rank-brackets": (
        "Numbers put answers in order, and boxes stand behind them: 1. [ ] Label. One of "
        "several has "
        "dashes: - ( ) Label."
    ),
    "brief-rank-single": "There is nothing to put in order. Write more answers.",
    "brief-share-total": "{words!r} is no total. Write a number and what is shared out.",
    "brief-share-place": "The total stands once, below all lines.",
    "brief-share-blank": "Every line above the total ends in a blank for its share.",
    "brief-share-number": "Shares are numbers from nought up: a bare ____, or (number 0–50).",
    "brief-share-few": "A total is shared out between two lines or more.",
    "brief-share-reach": "The limits of the lines leave no way to reach this total.",
    "brief-matrix-ragged": (
        "This row has {count} cells, the first line of the table has {wanted}. Give every row "
        "as many."
    ),
    "brief-matrix-mixed": (
        "All cells of a table are alike: ( ) for one a row, [ ] for several, ____."
    ),
    "brief-matrix-heads": "One answer a row needs two heads or more to choose from.",
    "brief-matrix-name": "This row or column has no words.",
    "brief-matrix-words": "A row has blanks of one kind: its first cell says which.",
    "brief-scale-order": "The numbers of a scale rise from left to right.",
    "brief-scale-gap": "Put … between the points of a scale.",
    "brief-scale-whole": "A scale has whole numbers.",
    "brief-slider-units": "A slider has one unit.",
    "brief-slider-steps": "The steps don't lead from the first number to the others.",
    # Conditions
    "brief-condition-italic": (
        "A condition stands on a line of its own, in italics: one * at either end."
    ),
    "brief-condition-start": 'A condition begins with "Only if".',
    "brief-condition-late": (
        "A condition comes first, right below the question or at the top of its page."
    ),
    "brief-condition-link": (
        "Which question? Link one by its id, as in [your role](#role), not {rest!r}."
    ),
    "brief-condition-test": (
        'After the link comes "is", "is not", "is answered", "is not answered", "is at least", '
        '"is at most", "includes" or "does not include", not {rest!r}.'
    ),
    "brief-condition-words": "The condition does not read from {rest!r} on.",
    "brief-condition-mixed": (
        'Join all parts with "and" or all with "or"; a mixture has two readings.'
    ),
    "brief-condition-unknown": (
        'No question of this form has the id "{column}". Did you mean "{near}"?'
    ),
    "brief-condition-later": (
        '"{column}" is asked here or later. A condition looks back to an earlier question.'
    ),
    "brief-condition-value": '"{column}" has no answer "{wrong}". Did you mean {near!r}?',
    "brief-condition-number": (
        '"{column}" is compared with numbers, if it asks for one; choices are compared with "is".'
    ),
    "brief-condition-quotes": (
        '"{column}" is answered in people\'s own words. Put the words to compare in quotes.'
    ),
    "brief-condition-box": '"{column}" is one box: it is ticked, "is yes", or not, "is no".',
    # Against what is kept
    # Warnings
    "brief-no-closes": (
        "The challenge has no end. People answer sooner if there is one; write never if it should "
        "stay open."
    ),
    "brief-many-required": (
        "{label!r} has {count} required questions. Each one costs answers; over five and many "
        "people leave. Take the * from what you can do without, unless each one is needed, as in "
        "an order."
    ),
    "brief-two-things": (
        "{label!r} asks two things at once; whoever likes only one of them can't answer. Make two "
        "questions of it, unless the two are one, as bread and butter."
    ),
    "brief-unbalanced": (
        "The answers to {label!r} lean to one side, and so will the result. Give good and bad as "
        "many steps, unless nobody can mean the other side."
    ),
    "brief-no-way-out": (
        "{label!r} must be answered, but none of the answers is for people whom none fits. They "
        "leave, or tick anything. It is right where the answers leave nobody out."
    ),
    "brief-choose-none": (
        'It says "{words}", but nothing holds people to it. Write how many in the braces, unless '
        "it is only meant as advice."
    ),
    "brief-who": (
        "{label!r} asks who somebody is. Mark it {{.personal}}, so that it is never published and "
        "is erased in time, unless it names no person, as a shop's address."
    ),
    "brief-tone": (
        "{label!r} is called #tone, which the desk counts if it is a choice of these codes: "
        "{words}. Give it these, or another id."
    ),
}
