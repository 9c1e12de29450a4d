"""`python -m verifier` is `verify`."""

from verifier.cli import script

if __name__ == "__main__":
    script()
