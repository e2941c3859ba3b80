"""Texts that try to become more than text, wherever they are shown."""

MARK = "pwned"

INJECTIONS = (
    f"<script>{MARK}()</script>",
    f"</textarea></form><script>{MARK}()</script>",
    f"</title></style><img src=x onerror={MARK}()>",
    f'"><svg onload={MARK}()>',
    f"'><svg/onload={MARK}()>",
    f'" onfocus="{MARK}()" autofocus="',
    f"' onfocus='{MARK}()' autofocus='",
    f'<a href="javascript:{MARK}()">here</a>',
    f"[here](javascript:{MARK}())",
    f'![here](x "\' onerror={MARK}()")',
    f"`<script>{MARK}()</script>`",
    f"```html\n<script>{MARK}()</script>\n```",
    f"<!-- --><script>{MARK}()</script><!--",
    f"<!--slot:ideas--><script>{MARK}()</script><!--/slot:ideas-->",
    f"{{{{ {MARK} }}}} {{% raw %}} {{{MARK}}}",
    f"<iframe srcdoc='<script>{MARK}()</script>'></iframe>",
    f"&lt;script&gt;{MARK}()&lt;/script&gt;",
    f"\u2028<script>{MARK}()</script>",
)
