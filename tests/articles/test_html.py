"""HTML pages as articles: every known program, with and without its classes, and pages that only print numbers."""

import pytest

from tests_html import pages  # noqa
