#!/bin/bash
# Measures Insats beside the bare platform in a repository that runs with the benchmark's JAR, and writes the answers to
# benchmark/target/figures. Only for a repository made for it: it fills in cases by the thousand and never tidies up.
#
#   benchmark/measure.sh http://127.0.0.1:8080/alfresco [admin:admin] [largest number of open deadlines]
#
# Turn the scheduled job off meanwhile: insats.deadline.job.cron=0 0 0 1 1 ? 2099
set -euo pipefail
base=${1:?address of the repository, for example http://127.0.0.1:8080/alfresco}
login=${2:-admin:admin}
most=${3:-100000}
figures=$(dirname "$0")/target/figures
mkdir -p "$figures"

measure() { # name of the answer, measure, settings
  curl -sf -m 7200 -u "$login" -H 'Content-Type: application/json' -d "$3" "$base/s/insats/benchmark/$2" > "$figures/$1.json"
  echo "$1: $(grep -E '"(ratio|rateRatio|ourMillis|bareMillis)"' "$figures/$1.json" | tr -d '\n ')"
}

measure warm-up documents '{"rounds":3,"batch":10}'
measure documents documents '{"rounds":15,"batch":10}'
measure deadlines deadlines '{"rounds":15}'
for open in 1000 10000 100000; do
  [ "$open" -le "$most" ] || break
  measure "fill-$open" fill "{\"count\":$open}"
  measure "list-$open" list '{"rounds":20}'
  measure "job-$open" job '{"due":20,"rounds":7}'
done
