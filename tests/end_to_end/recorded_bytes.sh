#!/bin/sh
# The samples are said as they were when the sums were recorded (see tests/support/bytes.py).
. "$(dirname "$0")/common.sh"
/usr/bin/python3 "$SOURCE/tests/support/bytes.py" compare "$RAWI" "$SOURCE/tests/end_to_end/recorded_bytes.tsv"
# A sum that differs is found.
sed -n '1,2p; 3s/.$/x/p' "$SOURCE/tests/end_to_end/recorded_bytes.tsv" > "$t/wrong.tsv"
expect 1 /usr/bin/python3 "$SOURCE/tests/support/bytes.py" compare "$RAWI" "$t/wrong.tsv"
grep -q 'its sentences is not what was recorded' "$t/output"
