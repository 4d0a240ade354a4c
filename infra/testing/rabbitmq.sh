#!/usr/bin/env bash
# rabbitmq.sh start DIR   starts RabbitMQ on loopback with its data in DIR, prints an AMQP address
# rabbitmq.sh stop DIR    stops it
#
# Node name, ports and port mapper (epmd) are its own, so that several can run on one machine.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/ports.sh"
action=$1 dir=$2
lib=/usr/lib/rabbitmq/bin

start_on_new_ports() {
  export ERL_EPMD_ADDRESS=127.0.0.1 ERL_EPMD_PORT RABBITMQ_NODE_PORT RABBITMQ_DIST_PORT
  ERL_EPMD_PORT=$(free_port) RABBITMQ_NODE_PORT=$(free_port) RABBITMQ_DIST_PORT=$(free_port)
  export HOME=$dir RABBITMQ_NODENAME=test@localhost RABBITMQ_NODE_IP_ADDRESS=127.0.0.1
  export RABBITMQ_MNESIA_BASE=$dir/mnesia RABBITMQ_LOG_BASE=$dir/log RABBITMQ_PID_FILE=$dir/pid
  export RABBITMQ_ENABLED_PLUGINS_FILE=$dir/enabled_plugins RABBITMQ_CONFIG_FILE=$dir/rabbitmq
  export RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS="-kernel inet_dist_use_interface {127,0,0,1}"
  # Started by us and not by Erlang: Erlang would leave it running for ever.
  setsid epmd -address 127.0.0.1 -port "$ERL_EPMD_PORT" </dev/null >"$dir/epmd.log" 2>&1 &
  echo $! >"$dir/epmd.group"
  setsid "$lib/rabbitmq-server" </dev/null >"$dir/server.log" 2>&1 &
  echo $! >"$dir/server.group"
  timeout 90 "$lib/rabbitmqctl" --quiet wait --timeout 80 "$dir/pid" >"$dir/wait.log" 2>&1 \
    && timeout 90 "$lib/rabbitmqctl" --quiet await_startup --timeout 80 >>"$dir/wait.log" 2>&1
}

stop_groups() {
  local file
  for file in "$dir/server.group" "$dir/epmd.group"; do
    if [ -f "$file" ]; then kill -KILL -- "-$(cat "$file")" 2>/dev/null || true; rm -f "$file"; fi
  done
}

case $action in
  start)
    mkdir -p "$dir"
    echo '[].' >"$dir/enabled_plugins"
    # A port may be taken between the look and the start, or the machine be slow: once more.
    for attempt in 1 2; do
      if start_on_new_ports; then
        echo "amqp://guest:guest@127.0.0.1:$RABBITMQ_NODE_PORT/"
        exit 0
      fi
      stop_groups
    done
    cat "$dir/server.log" "$dir/wait.log" >&2
    exit 1
    ;;
  stop) stop_groups ;;
esac
