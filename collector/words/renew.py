"""A catalogue brought up to the English sentences: translators then fill what is empty.

What stays the same keeps its translation. Where the English changed, the old translation stays,
marked `fuzzy`. What nobody says any more goes.
"""

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import write_po

from collector.words.catalogue import FOLDER, SOURCE, languages, read, rooms

HEADER = """\
# Idea Garden: everything the kit says, in this language.
#
# msgctxt names the sentence, msgid is the English, msgstr yours. Words in {{braces}} are filled in
# later: keep each of them as it is, wherever your sentence needs it. Double braces are braces.
# `python -m collector.words` adds new sentences, empty, and marks those whose English changed
# "fuzzy": translate them and take the mark away.
msgid ""
msgstr ""
"Language: {language}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"

"""
"""Without the days and names that Babel writes: unchanged sentences, unchanged file."""


def renew(language: str) -> Catalog:
    """Write the file of a language anew, which may be a new one. Returns what it holds."""
    known = _by_reason(read(language)) if language in languages() else {}
    renewed = Catalog(locale=language, fuzzy=False)
    for room, said in rooms().items():
        for reason, sentence in said.items():
            _add(renewed, room, reason, sentence, known.get(reason))
    with (FOLDER / f"{language}.po").open("wb") as file:
        file.write(HEADER.format(language=language).encode())
        write_po(file, renewed, width=100, omit_header=True)
    return renewed


def _by_reason(catalog: Catalog) -> dict[str, Message]:
    return {each.context: each for each in catalog if each.context}


def _add(catalog: Catalog, room: str, reason: str, sentence: str, known: Message | None) -> None:
    string = str(known.string) if known else ""
    changed = bool(string) and known is not None and (known.fuzzy or known.id != sentence)
    flags = ("fuzzy",) if changed else ()
    catalog.add(sentence, string, context=reason, auto_comments=[room], flags=flags)


def gaps(catalog: Catalog) -> list[str]:
    """The reasons of sentences that are missing or have to be looked at again."""
    return [each.context for each in catalog if each.context and (each.fuzzy or not each.string)]


def renew_all() -> dict[str, list[str]]:
    """Every language but English, with the reasons that its translator has to look at."""
    return {each: gaps(renew(each)) for each in languages() if each != SOURCE}
