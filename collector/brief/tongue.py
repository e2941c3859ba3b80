"""The words by which advice knows a doubtful question, one small table for each language.

Words can be meant otherwise, so what they find is only ever a warning. A language without a table
is read with the English one.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass


def _words(text: str) -> re.Pattern[str]:
    """Any of the words or beginnings, parted by blanks; `_` within one stands for a blank."""
    words = "|".join(text.replace("_", r"[ _]").split())
    return re.compile(rf"(?<!\w)(?:{words})", re.IGNORECASE)


@dataclass(frozen=True)
class Tongue:
    """What to look for in one language."""

    both: str
    """What joins two things, as a pattern."""
    choose: str
    """What stands before a number of answers to choose, as a pattern."""
    counts: Mapping[str, int]
    out: re.Pattern[str]
    """Answers for people whom no other fits."""
    worse: re.Pattern[str]
    better: re.Pattern[str]
    """Answers that are good or bad; what is both is bad."""
    who: re.Pattern[str]
    """Questions that ask who somebody is."""
    other: str
    """An option for what nobody thought of."""

    @property
    def two_things(self) -> re.Pattern[str]:
        return re.compile(rf"(?<=\w)\s+(?:{self.both})\s+(?=\w)", re.IGNORECASE)

    def most(self, text: str) -> tuple[str, int] | None:
        """The words that say how many may be chosen at most, and how many."""
        numbers = "|".join([*self.counts, "[2-9]"])
        found = re.search(rf"\b(?:{self.choose})\s+(?P<count>{numbers})\b", text, re.IGNORECASE)
        if found is None:
            return None
        count = found["count"].lower()
        return found[0], self.counts.get(count) or int(count)


ENGLISH = Tongue(
    both="and|as well as",
    choose="up to|at most|no more than|choose|pick|select|tick",
    counts={"two": 2, "three": 3, "four": 4, "five": 5, "six": 6},
    out=re.compile(
        r"^no\b|\b(?:other|else|none|neither|nothing|never|not sure|unsure|undecided|rather not|n/a"
        r"|not say|no answer|no opinion|no preference|don'?t know|do not know|can'?t say"
        r"|not apply)\b",
        re.IGNORECASE,
    ),
    worse=re.compile(
        r"\b(?:disagree|dissatisfied|dislike|disappointed|not|un(?:likely|happy|satisfied"
        r"|important)|bad|poor|terrible|awful|worse|worst|hate|difficult)\b",
        re.IGNORECASE,
    ),
    better=re.compile(
        r"\b(?:agree|satisfied|like|likely|happy|important|good|great|excellent|better|best"
        r"|perfect|love|easy)\b",
        re.IGNORECASE,
    ),
    who=re.compile(
        r"^name$|\b(?:your|full|first|last|family)[ _]?name\b|\bsurname\b"
        r"|^(?:street|town|address|postcode)$|\b(?:your|postal|home|street)[ _]address\b|\bbirth",
        re.IGNORECASE,
    ),
    other="Other",
)

GERMAN = Tongue(
    both="und|sowie",
    choose="bis zu|höchstens|maximal|nicht mehr als|wählen sie|wähle",
    counts={"zwei": 2, "drei": 3, "vier": 4, "fünf": 5, "sechs": 6},
    out=re.compile(
        r"^nein\b|\b(?:ander|sonst|kein|nichts|nie(?:mals)?\b|weder|weiß (?:es )?nicht"
        r"|weiss (?:es )?nicht|unsicher|unentschieden|enthalt|trifft nicht zu)",
        re.IGNORECASE,
    ),
    worse=_words(
        "nicht un(?:zufrieden|wahrscheinlich|wichtig|glücklich) schlecht schlimm mangelhaft "
        "ungenügend schwierig schwer enttäuscht lehne"
    ),
    better=_words(
        "stimme zufrieden wahrscheinlich wichtig glücklich gut sehr_gut gern ausgezeichnet "
        "hervorragend besser beste perfekt leicht einfach toll"
    ),
    who=re.compile(
        r"^(?:(?:vor|nach)?name|straße|strasse|(?:wohn)?ort|anschrift|adresse|plz|postleitzahl)$"
        r"|\b(?:ihr|dein|voller|eigener) (?:voller )?(?:vor|nach|familien)?name\b"
        r"|\b(?:vor|nach|familien)name\b|\b(?:ihre|deine) (?:adresse|anschrift)\b"
        r"|\bgeburt|\bgeboren",
        re.IGNORECASE,
    ),
    other="Sonstiges",
)

FRENCH = Tongue(
    both="et|ainsi que",
    choose="jusqu'à|au plus|au maximum|pas plus de|choisissez|choisis|cochez",
    counts={"deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6},
    out=re.compile(
        r"^non\b|\b(?:autre|aucun|rien|jamais|ni l'un|sans (?:avis|opinion|réponse)|ne sai[st] pas"
        r"|pas sûr|indécis|sans objet|ne s'applique pas|préfère ne pas)",
        re.IGNORECASE,
    ),
    worse=_words(
        "pas(?!\\w) insatisfait mécontent mauvais médiocre nul pire déçu difficile "
        "improbable désaccord"
    ),
    better=_words(
        "d'accord satisfait content bon bien(?!\\w) excellent meilleur parfait facile "
        "probable important tout_à_fait"
    ),
    who=re.compile(
        r"^(?:nom|prénom|rue|ville|adresse|code postal)$|\b(?:votre|ton|vos) (?:nom|prénom)\b"
        r"|\bnom (?:complet|de famille)\b|\b(?:votre|ton) adresse\b|\badresse postale\b"
        r"|\bnaissance|\bné\b",
        re.IGNORECASE,
    ),
    other="Autre",
)

SPANISH = Tongue(
    both="y|e|así como",
    choose="hasta|como máximo|máximo|no más de|elija|elige|escoja|escoge|marque",
    counts={"dos": 2, "tres": 3, "cuatro": 4, "cinco": 5, "seis": 6},
    out=re.compile(
        r"^no\b|\b(?:otr[oa]|ningun|ninguno|nada|nunca|no (?:lo )?sé|no sabe|no estoy|indecis"
        r"|sin opinión|sin respuesta|no procede|no aplica|prefiero no)",
        re.IGNORECASE,
    ),
    worse=_words(
        "no(?!\\w) nada(?!\\w) insatisfech descontent mal(?!\\w) malo mala pésim peor terrible "
        "difícil improbable desacuerdo decepcionad"
    ),
    better=_words(
        "de_acuerdo satisfech content buen bien(?!\\w) excelente mejor perfect fácil "
        "probable importante"
    ),
    who=re.compile(
        r"^(?:nombre|apellidos?|calle|ciudad|dirección|domicilio|código postal)$"
        r"|\b(?:su|tu) (?:nombre|apellido)|\bnombre (?:completo|y apellidos?)\b"
        r"|\b(?:su|tu) (?:dirección|domicilio)\b|\bnacimiento",
        re.IGNORECASE,
    ),
    other="Otro",
)

TONGUES: dict[str, Tongue] = {"en": ENGLISH, "de": GERMAN, "fr": FRENCH, "es": SPANISH}
"""By language's code."""


def tongue_of(language: str) -> Tongue:
    """The table for a language; the English one if there is none."""
    return TONGUES.get(language, ENGLISH)
