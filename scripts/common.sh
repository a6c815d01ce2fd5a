# shellcheck shell=bash disable=SC2034
# What the scripts share; sourced, never run. Messages go to stderr: stdout belongs to the program.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
# Things that no package provides; outside of the build folders, so that they are made only once.
cache=${XDG_CACHE_HOME:-$HOME/.cache}/findling

set -E
trap 'echo "${0##*/}: failed in line $LINENO" >&2' ERR  # set -e alone says nothing

say() { printf '%s: %s\n' "${0##*/}" "$*" >&2; }
die() { say "$*"; exit 1; }

# Prints the comment that heads the calling script, for --help.
usage() { sed -n '2,/^[^#]/{/^#/s/^# \{0,1\}//p}' "$0"; }

cores() { nproc 2>/dev/null || sysctl -n hw.ncpu 2>/dev/null || echo 2; }

# The Python that the extension is built for and tested with; nothing where setup could make none.
build_python() {
    [ -x "$cache/venv/bin/python" ] && echo "$(cd -P "$cache/venv" && pwd)/bin/python"
}
