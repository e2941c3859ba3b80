#!/bin/sh
# The browser and the spreadsheet that some tests drive: Debian's packages where we are root,
# else Playwright's own browser. What can't be had is skipped by name, so this never fails.
set -u
missing=""
for extra in "$@"; do # further commands by name, as wrk for the measurements
    command -v "$extra" >/dev/null 2>&1 || missing="$missing $extra"
done
command -v chromium >/dev/null 2>&1 || missing="$missing chromium"
command -v soffice >/dev/null 2>&1 || missing="$missing libreoffice-calc"
[ -n "$missing" ] || exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    echo "installing$missing"
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -qq && apt-get install -y -qq --no-install-recommends $missing >/dev/null
elif echo "$missing" | grep -q chromium; then
    .venv/bin/playwright install chromium
fi
exit 0
