#!/bin/sh
# kit.sh FILE: makes kit/, a Hutter Prize entry for FILE: entry.env, archive9 and comp9.tar.gz. Takes as long as compressing does.
set -eu
if [ $# -ne 1 ] || [ ! -f "$1" ]; then echo "usage: kit.sh FILE" >&2; exit 1; fi
here=$(cd "$(dirname "$0")" && pwd)
file=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
name=$(basename "$1")
case $name in *[!A-Za-z0-9._-]*) echo "kit.sh: a file name may have letters, digits, '.', '_' and '-' only" >&2; exit 1 ;; esac
if [ -e kit ]; then echo "kit.sh: kit/ is there already" >&2; exit 1; fi
mkdir -p kit/comp9 kit/work
for each in kolmo.c Makefile README.md DESCRIPTION.md LICENSE install.sh build.sh export.json; do cp "$here/$each" kit/comp9; done
printf '%s\n' "$name" >kit/comp9/comp9.args
# The same sources make the same package.
(cd kit && tar --sort=name --mtime=@0 --owner=0 --group=0 --numeric-owner --mode=u=rwX,go=rX -cf - comp9 | gzip -9n >comp9.tar.gz)
cp "$here/entry.env" kit/entry.env
(cd kit/work && sh ../comp9/build.sh && ln -s "$file" "$name" && ./comp9 "$name" && mv archive9 ..)
rm -r kit/comp9 kit/work
ls -l kit
