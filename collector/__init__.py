"""Idea Garden: a challenge asks, people answer, the owner decides, the page tells.

brief       ASK      a Markdown file becomes a challenge with its forms
form        ASK      one definition draws the fields and checks what comes back
pages       SHOW     briefs and published data become a static site
models      SHOW     canvases, experiments, maps, programmes: pages that ideas belong to
web, acts   DO       a post becomes an entry, in one transaction
entries     KEEP     ideas, responses, decisions, as plain frozen facts
store       KEEP     TinyDB's tables on SQL rows
moderation  JUDGE    states, moves, and who may see what
screening   JUDGE    which words somebody should look at, by the owner's rules
voting      JUDGE    what may be said of which idea, and how often
workshop    JUDGE    what a room does in each step, what it sees, where its dots may lie
analysis    LEARN    entries become findings
draw        TELL     findings become pictures with their tables
published   TELL     the one door to the public; jobs fill it back into the pages
notices     TELL     mail and webhooks, to whoever asked to be told
export      TELL     entries become a spreadsheet
"""
