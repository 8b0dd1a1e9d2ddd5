"""Ask a question and print the answer with its sources: python ask.py "QUESTION"."""

import os
import sys
from urllib.parse import urljoin

import httpx

server = os.environ.get("PLAN_SERVER", "http://127.0.0.1:8321")
key = os.environ.get("PLAN_KEY", "")

response = httpx.post(
    f"{server}/api/v1/ask",
    json={"question": sys.argv[1]},
    headers={"Authorization": f"Bearer {key}"} if key else {},
    timeout=120,
)
reply = response.json()
if response.is_error:
    sys.exit(f"{response.status_code}: {reply['detail']}")

print(reply["answer"])
for place in reply["citations"]:
    print(f"[{place['number']}] {place['label']}: {urljoin(server, place['url'])}")
for place in reply["nearest"]:
    print(f"- {place['label']}: {urljoin(server, place['url'])}")
