"""`python -m collector.words [LANGUAGE …]`: brings the catalogues up to the English sentences."""

import sys

from collector.words.renew import gaps, renew, renew_all


def main() -> None:
    """Renew all catalogues, or those named, a new one too; tell what is left to translate."""
    named = sys.argv[1:]
    left = {each: gaps(renew(each)) for each in named} if named else renew_all()
    for language, reasons in left.items():
        told = [f"{language}: {len(reasons)} to translate", *reasons]
        print(*told, sep="\n  ")  # noqa: T201 - a command for developers


if __name__ == "__main__":
    main()
