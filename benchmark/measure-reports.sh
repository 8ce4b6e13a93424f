#!/bin/bash
# Measures the reports and the register of contractors over generated interventions, in a repository that runs with the benchmark's
# JAR, and writes the answers to benchmark/target/figures/<name>. Only for a repository made for it: nothing is tidied up.
#
#   benchmark/measure-reports.sh http://127.0.0.1:8080/alfresco [name] [admin:admin] [numbers of interventions]
#
# The numbers are levels to measure at, "1000 100000" where nothing is said; the register has half a contractor to an intervention
# at the first, and ten times as many at the others. SEED (1) says which interventions, ROUNDS scales how long it takes (1).
# FILL is a command that takes over the filling above the first level, on the embedded repository with PostgreSQL
#   FILL='psql -q -d insats -f benchmark/copy-interventions.sql -v count='
# Start the repository with a small heap (-Xmx384m), and turn its jobs off meanwhile:
#   insats.deadline.job.cron, insats.report.job.cron = 0 0 0 1 1 ? 2099
set -euo pipefail
base=${1:?address of the repository, for example http://127.0.0.1:8080/alfresco}
name=${2:-reports}
login=${3:-admin:admin}
levels=${4:-1000 100000}
rounds=${ROUNDS:-1}
seed=${SEED:-1}
figures=$(dirname "$0")/target/figures/$name
mkdir -p "$figures"

measure() { # name of the answer, measure, settings
  curl -sf -m 14400 -u "$login" -H 'Content-Type: application/json' -d "$3" "$base/s/insats/benchmark/$2" > "$figures/$1.json"
  echo "$1: $(grep -E '"(made|seconds|ratio|ratioLowerQuartile|ratioUpperQuartile|ourMillis|bareMillis|httpMillis|heap[A-Z][a-z]*|found|nodes)"|: \{$' \
    "$figures/$1.json" | tr -d '\n ')"
}

ticket=$(curl -sf -H 'Content-Type: application/json' -d "{\"userId\":\"${login%%:*}\",\"password\":\"${login#*:}\"}" \
  "$base/api/-default-/public/authentication/versions/1/tickets" | grep -o 'TICKET_[^"]*')
uptime | tee "$figures/load-reports"
first=${levels%% *}
for level in $levels; do
  if [ "$level" != "$first" ] && [ -n "${FILL:-}" ]; then
    ${FILL}"$level"
  else
    measure "interventions-$level" interventions "{\"count\":$level,\"seed\":$seed}"
  fi
  contractors=$((first / 2)); [ "$level" = "$first" ] || contractors=$((first * 5))
  measure "contractors-$level" contractors "{\"count\":$contractors,\"seed\":$seed}"
  measure "rebuild-$level" rebuild '{}'
  measure "reports-$level" reports "{\"base\":\"$base\",\"ticket\":\"$ticket\",\"rounds\":$((60 * rounds))}"
  measure "register-$level" register "{\"rounds\":$((60 * rounds))}"
done
uptime | tee -a "$figures/load-reports"
