"""What the system says when it cannot read or write, as users are told it."""


def why(error: Exception) -> str:
    """Return the reason, in lower case: "permission denied"."""
    strerror = error.strerror if isinstance(error, OSError) else None
    return (strerror or str(error)).lower()


def size(limit: int) -> str:
    """Return so many bytes in words: "20 MB"."""
    return f"{limit // 1_000_000} MB" if limit >= 1_000_000 else f"{limit} bytes"
