"""Texts that try to become markup, script, address, formula or template. Extended, never cut.

Every one that tries to make an element makes an `x-evil`, every handler is `onxevil`, so that one
look at a parsed page finds whatever came through.
"""

CORPUS = (
    "<x-evil>",
    "</textarea><x-evil>",
    "</title><x-evil>",
    "</script><x-evil>",
    "--><x-evil>",
    "<!--/slot:ideas--><x-evil>",
    "<!--slot:ideas-->",
    "]]><x-evil/>",
    '"><x-evil>',
    "'><x-evil>",
    '" onxevil="1',
    "' onxevil='1",
    "` onxevil=`1",
    "<img src=x onxevil=1>",
    "<svg><x-evil></svg>",
    "<r><x-evil></r>",
    "&lt;x-evil&gt;",
    "&#60;x-evil&#62;",
    "[click](javascript:evil)",
    "![x](https://third-party.example/x.png)",
    "<https://third-party.example>",
    "{{ 7 * 191 }}",
    "{% x-evil %}",
    "${7 * 191}",
    "{title}",
    "%(title)s %s",
    "=1+1",
    "+cmd|' /C calc'!A0",
    "@SUM(A1:A9)",
    "\t=1+1",
    "＝1+1",
    "\u202eevil\u202c",
    "a\u2028b",
    "# Heading {.idea}",
    "--- \n closes: never",
    "\\u003cx-evil\\u003e",
)
