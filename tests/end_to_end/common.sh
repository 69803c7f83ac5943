# Sourced by every end-to-end test. $RAWI is the program, $SOURCE its source tree, $t a new folder that
# is kept if the test fails, $article a sample with numbered headings.
set -eu
export PYTHONDONTWRITEBYTECODE=1  # nothing is written into the source tree
t=$(mktemp -d)
trap 'rc=$?; if [ $rc -eq 0 ]; then rm -rf "$t"; else echo "failed ($rc), kept $t"; fi; exit $rc' EXIT
article=$(grep -lE '^2\. ' "$SOURCE"/samples/*.ar.txt | head -n 1)
rawi() { "$RAWI" "$@"; }
# expect CODE COMMAND...: fails unless the command exits with CODE; its messages are in $t/messages.
expect() {
    want=$1; shift
    got=0
    "$@" > "$t/output" 2> "$t/messages" || got=$?
    [ "$got" -eq "$want" ] || { echo "exit code $got instead of $want: $*"; cat "$t/messages"; exit 1; }
}
# says TEXT: fails unless the messages of the last command contain TEXT.
says() { grep -qF -- "$1" "$t/messages" || { echo "no \"$1\" in:"; cat "$t/messages"; exit 1; }; }
# sums FOLDER: prints one digest of all files in FOLDER.
sums() { (cd "$1" && find . -type f | LC_ALL=C sort | xargs -d '\n' sha256sum | sha256sum); }
