#!/bin/bash
# Measures Insats beside the bare platform in a repository that runs with the benchmark's JAR, and writes the answers to
# benchmark/target/figures/<name>. Only for a repository made for it: it fills in cases by the thousand and never tidies up.
#
#   benchmark/measure.sh http://127.0.0.1:8080/alfresco [name] [admin:admin] [numbers of open deadlines]
#
# The numbers are levels to measure at, "1000 100000" where nothing is said. ROUNDS scales how long it takes (1 by itself).
# FILL is a command that takes over the filling above the first level, for example for PostgreSQL
#   FILL='psql -q -d alfresco -f benchmark/copy-deadlines.sql -v count='
# Turn the scheduled job off meanwhile: insats.deadline.job.cron=0 0 0 1 1 ? 2099
set -euo pipefail
base=${1:?address of the repository, for example http://127.0.0.1:8080/alfresco}
name=${2:-figures}
login=${3:-admin:admin}
levels=${4:-1000 100000}
rounds=${ROUNDS:-1}
figures=$(dirname "$0")/target/figures/$name
mkdir -p "$figures"

measure() { # name of the answer, measure, settings
  curl -sf -m 7200 -u "$login" -H 'Content-Type: application/json' -d "$3" "$base/s/insats/benchmark/$2" > "$figures/$1.json"
  echo "$1: $(grep -E '"(ratio|ratioLowerQuartile|ratioUpperQuartile|rateRatio|ourMillis|bareMillis|findMillis|filled)"' "$figures/$1.json" | tr -d '\n ')"
}

uptime | tee "$figures/load"
first=${levels%% *}
measure "fill-$first" fill "{\"count\":$first}"
# Both sides are compiled before the clock counts: a server that has just started is no one's everyday.
measure warm-up documents '{"rounds":60,"batch":15}'
measure documents documents "{\"rounds\":$((40 * rounds)),\"batch\":10}"
measure warm-up-deadlines deadlines '{"rounds":60}'
measure deadlines deadlines "{\"rounds\":$((30 * rounds))}"
measure warm-up-job job '{"due":20,"rounds":2}'
for open in $levels; do
  if [ "$open" != "$first" ] && [ -n "${FILL:-}" ]; then
    ${FILL}"$open"
  elif [ "$open" != "$first" ]; then
    measure "fill-$open" fill "{\"count\":$open}"
  fi
  measure "list-$open" list "{\"rounds\":$((100 * rounds))}"
  measure "job-$open" job "{\"due\":20,\"rounds\":$((7 * rounds))}"
done
uptime | tee -a "$figures/load"
