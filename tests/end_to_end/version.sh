#!/bin/sh
. "$(dirname "$0")/common.sh"
rawi --version | grep -qE '^rawi [0-9]+\.[0-9]+\.[0-9]+$'
rawi render --help | grep -q -- --keep-going
expect 2 rawi
expect 2 rawi render "$article"
expect 2 rawi render "$article" -o "$t/out" --rate 1000
