// Ask a question and print the answer with its sources: node ask.mjs "QUESTION"

const server = process.env.PLAN_SERVER ?? "http://127.0.0.1:8321";
const key = process.env.PLAN_KEY;

const response = await fetch(`${server}/api/v1/ask`, {
  method: "POST",
  headers: {
    "Content-Type": "application/json",
    ...(key && { Authorization: `Bearer ${key}` }),
  },
  body: JSON.stringify({ question: process.argv[2] }),
});
const reply = await response.json();
if (!response.ok) {
  console.error(`${response.status}: ${reply.detail}`);
  process.exit(1);
}

console.log(reply.answer);
for (const place of reply.citations) {
  console.log(`[${place.number}] ${place.label}: ${new URL(place.url, server)}`);
}
for (const place of reply.nearest) {
  console.log(`- ${place.label}: ${new URL(place.url, server)}`);
}
