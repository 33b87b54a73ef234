#!/bin/sh
# What building takes: a C compiler, its library's headers, make. Debian and its like; as root, before build.sh.
set -eu
export DEBIAN_FRONTEND=noninteractive
apt-get update
apt-get install -y --no-install-recommends gcc libc6-dev make
