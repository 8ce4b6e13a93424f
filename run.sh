#!/bin/sh
# Builds what is needed, starts the embedded repository with invented people and a case at each stage, imports sample scans and tells
# where to look.
#
#   ./run.sh [--port N]          keeps running until Ctrl-C; data stays in ./data
#   ./run.sh --once [--port N]   the same on fresh data, then moves the clock, prints a summary and ends: 0 when all is as expected
set -eu
cd "$(dirname "$0")"

usage() {
  echo "usage: ./run.sh [--port N] [--once]" >&2
  exit 2
}

port=8080
once=
port_given=
while [ $# -gt 0 ]; do
  case "$1" in
    --port) [ $# -ge 2 ] || usage; port=$2; port_given=yes; shift 2 ;;
    --port=*) port=${1#--port=}; port_given=yes; shift ;;
    --once) once=--once; shift ;;
    *) usage ;;
  esac
done
case "$port" in ''|*[!0-9]*) usage ;; esac

stamp=embedded/target/dist/.built
sources="pom.xml alfresco-api platform-module share-module test-support contract-tests embedded scan-importer demo"
stale() {
  [ -f "$stamp" ] || return 0
  # shellcheck disable=SC2086
  [ -n "$(find $sources -name target -prune -o -type f -newer "$stamp" -print 2>/dev/null | head -n 1)" ]
}
if stale; then
  echo "Building (the first time takes some minutes)"
  mvn -q -B -Dquick -Dmaven.test.skip=true -pl embedded,scan-importer,demo -am package
  : > "$stamp"
fi

data=data
if [ -n "$once" ]; then
  data=$(mktemp -d "${TMPDIR:-/tmp}/insats-once.XXXXXX")
  [ -n "$port_given" ] || port=0
fi
mkdir -p "$data"
log=$data/repository.log
said=$data/repository.out
: > "$said"

java=${JAVA_HOME:+$JAVA_HOME/bin/}java
server=
stop() {
  trap - EXIT INT TERM
  if [ -n "$server" ]; then
    kill "$server" 2>/dev/null || true
    wait "$server" 2>/dev/null || true
  fi
  if [ -n "$once" ] && [ "$1" -eq 0 ]; then
    rm -rf "$data"
  elif [ -n "$once" ]; then
    echo "Kept for a look: $data (the server's log is repository.log)" >&2
  fi
}
trap 'stop 0; exit 130' INT TERM
trap 'status=$?; stop $status; exit $status' EXIT

# A heap of 384 MB and the serial collector keep the whole process well below 1 GB.
"$java" -Xmx384m -XX:+UseSerialGC -XX:MaxMetaspaceSize=192m -XX:ReservedCodeCacheSize=96m -Djava.awt.headless=true \
  -cp "embedded/target/dist/insats-embedded.jar:embedded/target/dist/lib-test/*" \
  org.insats.embedded.Main --port "$port" --data "$data" > "$said" 2> "$log" &
server=$!

url=
waited=0
while [ -z "$url" ]; do
  if ! kill -0 "$server" 2>/dev/null; then
    echo "The repository did not start:" >&2
    tail -n 15 "$log" >&2
    server=
    exit 1
  fi
  url=$(sed -n 's#.*\(http://127\.0\.0\.1:[0-9]*\)/insats/.*#\1#p' "$said")
  waited=$((waited + 1))
  if [ "$waited" -gt 1200 ]; then
    echo "The repository did not answer within two minutes, see $log" >&2
    exit 1
  fi
  sleep 0.1
done

"$java" -Xmx256m -jar demo/target/dist/insats-demo.jar --repository "$url/alfresco" --work "$data/scans" \
  --importer scan-importer/target/dist/scan-importer.jar $once

if [ -n "$once" ]; then
  exit 0
fi

cat <<EOF

Insats runs at $url/insats/

  Log in as          to be                          (password of all: demo)
  handlaggare        case worker
  uppfoljare         follow-up case worker
  samordnare         administrative coordinator
  socialsekreterare  lead social worker
  enhetschef         unit manager
  behandlingsansvarig  treatment lead
  behandlare         therapist
  sektionschef       section manager of the placement group
  placerare          placement worker
  registrator        registrar
  arkivarie          records archivist
  admin              administrator, who moves the clock (password: admin)

The clock of the demonstration stands in late August 2026. The server's log is $log.
Ctrl-C stops it; the data stays in $data/.
EOF
wait "$server"
