"""Learning what ships with the assistant, from questions that no evaluation asks."""
