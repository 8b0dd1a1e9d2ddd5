"""The assistant as tools for language models (Model Context Protocol), over stdio and HTTP."""
