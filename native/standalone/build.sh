#!/bin/sh
# Builds comp9 in the current folder, from the sources beside this file; nothing is fetched.
set -eu
make -f "$(dirname "$0")/Makefile" comp9
rm -f model-*.o
