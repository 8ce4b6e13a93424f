#!/bin/bash
# Measures the access log in a repository that runs with the benchmark's JAR, and writes the answers to benchmark/target/figures/<name>:
# what logging adds to reads, lists and documents (on and off in turn), how many entries a second it takes, and how long "who looked at
# this case" takes in a log of 10,000 and of 1,000,000 entries. Only for a repository made for it.
#
#   benchmark/measure-access-log.sh http://127.0.0.1:8080/alfresco [name] [admin:admin]
#
# ROUNDS scales how long it takes (1 by itself). Turn the scheduled jobs off meanwhile: insats.deadline.job.cron=0 0 0 1 1 ? 2099
set -euo pipefail
base=${1:?address of the repository, for example http://127.0.0.1:8080/alfresco}
name=${2:-access-log}
login=${3:-admin:admin}
rounds=${ROUNDS:-1}
figures=$(dirname "$0")/target/figures/$name
mkdir -p "$figures"

measure() { # name of the answer, measure, settings
  curl -sf -m 7200 -u "$login" -H 'Content-Type: application/json' -d "$3" "$base/s/insats/benchmark/$2" > "$figures/$1.json"
  echo "$1: $(grep -E '"(content|documentRead|caseList|deadlineList|documentMade|ratio|ratioLowerQuartile|ratioUpperQuartile|ourMillis|entriesPerSecond|entries|millis)"' "$figures/$1.json" | tr -d '\n ')"
}

uptime | tee "$figures/load"
measure fill fill '{"count":200}'
measure search-10000 access-log-search '{"entries":10000}'
measure cost access-log-cost "{\"base\":\"$base\",\"login\":\"$login\",\"rounds\":$((40 * rounds))}"
measure warm-up-rate access-log-rate '{"seconds":5}'
measure rate access-log-rate "{\"seconds\":$((20 * rounds))}"
measure rate-of-strangers access-log-rate "{\"seconds\":$((20 * rounds)),\"inARow\":1}"
measure search-1000000 access-log-search '{"entries":1000000}'
uptime | tee -a "$figures/load"
