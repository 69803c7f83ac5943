#!/bin/sh
# Files without permissions, and a disk that is really full. Since root may do everything, the commands
# run as nobody if the test runs as root. The disk is a small tmpfs, if one can be mounted.
. "$(dirname "$0")/common.sh"
printf 'A short text.\n' > "$t/article.txt"
chmod 755 "$t"
if [ "$(id -u)" -eq 0 ]; then
    someone() { setpriv --reuid=65534 --regid=65534 --clear-groups "$@"; }
    chmod -R a+rX "$SOURCE/voices" "$(dirname "$RAWI")" 2> /dev/null || true
    # nobody cannot read a tree in a private folder, so use a copy.
    if ! someone test -x "$RAWI" || ! someone test -r "$SOURCE/voices/default.toml"; then
        cp "$RAWI" "$t/rawi"; cp -r "$SOURCE/voices" "$t/voices"; chmod -R a+rX "$t"
        RAWI="$t/rawi"; RAWI_DATA="$t/voices"; export RAWI_DATA
    fi
else
    someone() { "$@"; }
fi
mkdir "$t/mine"; chmod 777 "$t/mine"
cp "$t/article.txt" "$t/secret.txt"; chmod 000 "$t/secret.txt"
expect 1 someone "$RAWI" render "$t/secret.txt" -o "$t/mine/out"; says "Permission denied"; says secret.txt
mkdir -m 555 "$t/closed"
expect 1 someone "$RAWI" render "$t/article.txt" -o "$t/closed"; says "Permission denied"; says closed
[ -z "$(ls "$t/closed")" ]
someone "$RAWI" render "$t/article.txt" -o "$t/mine/out" --quiet

mkdir "$t/disk"
if mount -t tmpfs -o size=64k tmpfs "$t/disk" 2> /dev/null; then
    expect 1 rawi render "$article" -o "$t/disk/out"; says "No space left"
    left=$(find "$t/disk" -type f | wc -l)
    umount "$t/disk"
    [ "$left" -eq 0 ]
else
    echo "no tmpfs can be mounted here: a full disk is tried by bad_input.sh only, with a limit"
fi
