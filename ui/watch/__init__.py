"""How the server is watched: metrics, logs and the id of each request. No question is in them."""
