"""The registry, `references.toml`: read it with line numbers, find its claims in the article, draft a new one."""
