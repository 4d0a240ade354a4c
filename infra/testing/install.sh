#!/usr/bin/env bash
# install.sh postgres|rabbitmq|poppler|chromium…   installs from Debian what is missing of these
set -euo pipefail

missing=()
for need in "$@"; do
  case $need in
    postgres) compgen -G "/usr/lib/postgresql/*/bin/initdb" >/dev/null || missing+=(postgresql) ;;
    rabbitmq) [ -x /usr/lib/rabbitmq/bin/rabbitmq-server ] || missing+=(rabbitmq-server) ;;
    poppler) command -v pdftotext >/dev/null || missing+=(poppler-utils) ;;
    chromium)
      [ -x /usr/bin/chromium ] || missing+=(chromium)
      compgen -G "/usr/share/fonts/opentype/noto/NotoSansCJK-*" >/dev/null || missing+=(fonts-noto-cjk)
      ;;
  esac
done
if [ ${#missing[@]} = 0 ]; then exit 0; fi

if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null; then
  echo "Missing for the full suite: ${missing[*]}. As root on Debian: apt-get install ${missing[*]}" >&2
  exit 1
fi

echo "Installing ${missing[*]}"
# The packages would start servers of their own on the usual ports; ours start their own later.
policy=/usr/sbin/policy-rc.d
if [ ! -e "$policy" ]; then
  printf '#!/bin/sh\nexit 101\n' >"$policy"
  chmod +x "$policy"
  trap 'rm -f "$policy"' EXIT
fi
export DEBIAN_FRONTEND=noninteractive
apt-get -q -o DPkg::Lock::Timeout=600 update
apt-get -q -y -o DPkg::Lock::Timeout=600 install --no-install-recommends "${missing[@]}"
