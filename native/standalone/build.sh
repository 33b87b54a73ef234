#!/bin/sh
# Builds comp9 in the current folder, from the sources beside this file; nothing is fetched. For CPUs with AVX2 alone: its size counts.
set -eu
make -f "$(dirname "$0")/Makefile" comp9 SMALL=1
rm -f model-*.o
