#!/usr/bin/env bash
# postgres.sh start DIR   starts PostgreSQL on loopback with its data in DIR, prints an Npgsql connection string
# postgres.sh stop DIR    stops it
#
# Trusts every local connection and does not flush to disk: for tests only.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/ports.sh"
action=$1 dir=$2
bin=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1)

# PostgreSQL refuses to run as root.
as_owner() {
  if [ "$(id -u)" = 0 ]; then (cd "$dir" && runuser -u postgres -- "$@"); else "$@"; fi
}

case $action in
  start)
    mkdir -p "$dir"
    if [ "$(id -u)" = 0 ]; then chown postgres "$dir"; fi
    as_owner "$bin/initdb" -D "$dir/data" -U postgres -A trust -E UTF8 --locale=C --no-sync >"$dir/initdb.log" 2>&1 \
      || { cat "$dir/initdb.log" >&2; exit 1; }
    # Another program may take the port between the look and the start: look again.
    for attempt in 1 2 3 4 5; do
      port=$(free_port)
      options="-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories=$dir"
      options+=" -c max_connections=200 -c fsync=off -c full_page_writes=off"
      if as_owner "$bin/pg_ctl" start -D "$dir/data" -w -t 60 -l "$dir/server.log" -o "$options" >/dev/null 2>&1; then
        echo "Host=127.0.0.1;Port=$port;Username=postgres;Database=postgres"
        exit 0
      fi
    done
    cat "$dir/server.log" >&2
    exit 1
    ;;
  stop)
    if [ -f "$dir/data/postmaster.pid" ]; then as_owner "$bin/pg_ctl" stop -D "$dir/data" -m immediate -w >/dev/null; fi
    ;;
esac
