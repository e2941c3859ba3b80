"""The setting of screening: rules of this challenge, after those of the garden."""

from collector.brief.matter import Setting
from collector.brief.settings.place import Place
from collector.garden import LANGUAGES, MOST_RULES, RuleFault, ScreeningRule, read_rule


def read_screening(setting: Setting, place: Place) -> None:
    """One rule on the line, or a list of them; each that does not read is reported."""
    found: list[ScreeningRule] = []
    for item in setting.items:
        try:
            found.append(read_rule(item.text, LANGUAGES))
        except RuleFault as fault:
            place.item_error(setting, item, fault.reason, fault.fix, **fault.facts)
    if setting.text:
        try:
            found.append(read_rule(setting.text, LANGUAGES))
        except RuleFault as fault:
            place.error(setting, fault.reason, fault.fix, **fault.facts)
    if len(found) > MOST_RULES:
        place.error(setting, "screening-many", "", most=MOST_RULES)
    place.facts.screening = (*place.garden.rules, *found)
