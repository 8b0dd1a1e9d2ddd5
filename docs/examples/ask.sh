#!/bin/sh
# Ask a question and print the answer with its sources (needs curl and jq): sh ask.sh "QUESTION"
set -eu

server=${PLAN_SERVER:-http://127.0.0.1:8321}
body=$(jq --null-input --arg question "$1" '{question: $question}')

# The key comes over a pipe: anybody on this machine can read what a command is called with.
header() { [ -z "${PLAN_KEY:-}" ] || printf 'Authorization: Bearer %s\n' "$PLAN_KEY"; }

reply=$(header | curl --silent --show-error --fail-with-body --max-time 120 --header @- \
    --header 'Content-Type: application/json' --data "$body" "$server/api/v1/ask") || {
    printf '%s\n' "$reply" | jq --raw-output .detail >&2
    exit 1
}

printf '%s\n' "$reply" | jq --raw-output --arg server "$server" '
    def link: if startswith("/") then $server + . else . end;
    .answer,
    (.citations[] | "[\(.number)] \(.label): \(.url | link)"),
    (.nearest[] | "- \(.label): \(.url | link)")'
