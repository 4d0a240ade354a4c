#!/usr/bin/env bash
# install.sh postgres|rabbitmq|poppler|libreoffice|chromium…   installs from Debian what is missing of these; without
# LibreOffice the suite goes on, since an office may be without it too, and its tests are skipped
set -euo pipefail

missing=() optional=()
for need in "$@"; do
  case $need in
    postgres) compgen -G "/usr/lib/postgresql/*/bin/initdb" >/dev/null || missing+=(postgresql) ;;
    rabbitmq) [ -x /usr/lib/rabbitmq/bin/rabbitmq-server ] || missing+=(rabbitmq-server) ;;
    libreoffice) command -v soffice >/dev/null || optional+=(libreoffice-writer-nogui libreoffice-calc-nogui) ;;
    poppler) command -v pdftotext >/dev/null || missing+=(poppler-utils) ;;
    chromium)
      [ -x /usr/bin/chromium ] || missing+=(chromium)
      compgen -G "/usr/share/fonts/opentype/noto/NotoSansCJK-*" >/dev/null || missing+=(fonts-noto-cjk)
      ;;
  esac
done
if [ ${#missing[@]} = 0 ] && [ ${#optional[@]} = 0 ]; then exit 0; fi

if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null; then
  echo "Missing for the full suite: ${missing[*]} ${optional[*]}. As root on Debian: apt-get install them" >&2
  if [ ${#missing[@]} = 0 ]; then exit 0; else exit 1; fi
fi

echo "Installing ${missing[*]} ${optional[*]}"
# The packages would start servers of their own on the usual ports; ours start their own later.
policy=/usr/sbin/policy-rc.d
if [ ! -e "$policy" ]; then
  printf '#!/bin/sh\nexit 101\n' >"$policy"
  chmod +x "$policy"
  trap 'rm -f "$policy"' EXIT
fi
export DEBIAN_FRONTEND=noninteractive
if [ ${#missing[@]} != 0 ]; then
  apt-get -q -o DPkg::Lock::Timeout=600 update
  apt-get -q -y -o DPkg::Lock::Timeout=600 install --no-install-recommends "${missing[@]}"
else
  timeout 120 apt-get -q update || echo "No package lists to be had"
fi
if [ ${#optional[@]} != 0 ]; then
  # Only the download may be cut short: an installation that is would leave the package system broken.
  optionally=(apt-get -q -y -o DPkg::Lock::Timeout=120 --no-install-recommends)
  { timeout 150 "${optionally[@]}" --download-only install "${optional[@]}" &&
    "${optionally[@]}" install "${optional[@]}"; } || echo "Went on without ${optional[*]}"
fi
