"""What is said of the objective and the measure of a brief."""

SENTENCES = {
    "brief-no-objective": (
        "The challenge has no objective: afterwards nobody can say whether it was worth asking. "
        "Write what shall be different, and by when, in a line as this: "
        "objective: Sell 10 % more on weekday afternoons by June"
    ),
    "brief-measure": (
        "A measure says what is counted, from where to where, and by which day, "
        "as in: kg of plastic a month, from 120 to 40, by 2027-06-30"
    ),
    "brief-measure-day": "A target is reached by the end of a day. Leave the time out.",
    "brief-measure-backwards": (
        "The target's day, {until}, must come after the baseline's, {since}."
    ),
    "brief-measure-units": (
        "It begins in {first} and ends in {last}. Give both numbers the same unit."
    ),
    "brief-measure-still": (
        "Baseline and target are the same number, so there is nothing to reach."
    ),
    "brief-measure-early": "The target's day must come after the challenge opens.",
    "brief-translation-measure": (
        "A translation's measure has the numbers and days of the brief, only the words change. "
        "Without one, the brief's stands."
    ),
}
