"""What is said on the command line."""

SENTENCES = {
    "already-a-garden": "{path} is a garden already; nothing was changed.",
    "bad-slug": (
        "{slug!r} can't be a challenge's name: use a to z, 0 to 9 and -, begin with a letter or "
        "digit, at most 64 characters."
    ),
    "brief-exists": "{path} exists already; nothing was changed. Choose another name.",
    "unknown-challenge": "There is no challenge {slug!r}. The folder challenges/ holds them all.",
    "already-served": (
        "{path} is served already, at {address}, by process {process}. Stop that one first."
    ),
    "port-in-use": (
        "Can't listen on {host}, port {port}: {cause}. Stop what listens there, or choose another "
        "with --port."
    ),
    "no-listening": (
        "Can't listen on {host}, port {port}: {cause}. Choose another address with --host, or "
        "another port with --port."
    ),
    "no-name": "There is no entry and no receipt called {name}.",
    "erase-ask": "Erase it for good? Its answers, the replies to it and its receipt go too.",
    "erased": "{ref}: erased. With it fell: replies {replies}, receipts {receipts}.",
    "erased-already": "{ref} is erased already.",
    "erased-files": "With it {files} files are deleted.",
    "erased-pages": (
        "It leaves the pages within a minute where the garden is served, else with the next build."
    ),
    "erased-backups": (
        "Backups made before still hold it, the last of them for another {days}. A restore "
        "erases it again."
    ),
    "retention-would": "{slug} ({promise}): entries to be cleared of personal answers: {held}",
    "retention-did": "{slug} ({promise}): entries cleared of personal answers: {held}",
    "retention-nothing": "Nothing was sent yet.",
    "retention-never": "kept for ever",
    "retention-open": "erased {days} after they came",
    "retention-closes": "erased {days} after the end, {closes}",
    "begun-again": "The process that does what is left to do ({pid}) ended; it is begun again.",
    "file-trouble": (
        "{path}: {cause}. See that it is there, that its disk has room, and that this user may "
        "read and write it."
    ),
    "no-briefs": "There is no brief in {path}. Begin one with: ideagarden new NAME",
    "not-a-demo": (
        "{path} holds something else than a demo; nothing was changed. Choose another --folder."
    ),
    "not-taken": "{address} did not take a sample: {answer}",
    "not-up": "{address} did not come up. What it printed says why.",
    "brief-faults": "{count} findings; nothing was built. The site that stood still stands.",
}
