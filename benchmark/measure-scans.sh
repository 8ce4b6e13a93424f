#!/bin/bash
# Measures how long the scan importer takes to read pages, codes and boxes without text, beside rasterising at 300 dpi and decoding
# alone with the same libraries on the same pages, and writes the figures to benchmark/target/figures/scans/reading.
#
#   benchmark/measure-scans.sh [pages]
#
# 400 pages where nothing is said. Build first: mvn -DskipTests package
set -euo pipefail
pages=${1:-400}
root=$(cd "$(dirname "$0")/.." && pwd)
importer=$root/scan-importer/target
figures=$root/benchmark/target/figures/scans
mkdir -p "$figures"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
uptime | tee "$figures/load-scans"
java -Xmx1g -Djava.awt.headless=true -cp "$importer/test-classes:$importer/classes:$importer/dist/lib/*" \
  org.insats.importer.read.ReadingSpeed "$work" "$pages" | tee "$figures/reading"
uptime | tee -a "$figures/load-scans"
