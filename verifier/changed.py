"""Ask git which files changed, so that a pull request waits only for the articles that it touches.

A file counts as changed if it differs from where this branch left the other one (the merge base), committed or not, or
if git does not know it yet. This is the one place where git is started; the programs that a repository may name for
comparing files are not (https://git-scm.com/docs/git-diff, --no-ext-diff and --no-textconv).
"""

import subprocess
from collections.abc import Sequence
from typing import NoReturn

from verifier import files, urls
from verifier.bibliography import reader_of
from verifier.errors import UsageError
from verifier.targets import Target

_SECONDS = 60  # that one question to git may take


def since(ref: str, targets: Sequence[Target]) -> list[Target]:
    """Return the targets that changed since `ref` (a branch, tag or commit): article, registry, recorded answers.

    A bibliography below the article's folder counts as the article's. Raises UsageError where git is missing or knows
    no such ref, and where a target lies in no repository.
    """
    known: dict[str, list[str]] = {}
    found = []
    for each in targets:
        folder = files.folder_of(each.registry or each.store if urls.is_web(each.article) else each.article)
        if folder not in known:
            known[folder] = _changed(ref, folder)
        if any(_belongs(path, each) for path in known[folder]):
            found.append(each)
    return found


def _belongs(path: str, target: Target) -> bool:
    """Tell whether the changed file at this full path may alter what is said of the target."""
    if path.startswith(f"{files.resolved(target.store)}/"):
        return True
    if target.registry is not None and path == files.resolved(target.registry):
        return True
    if urls.is_web(target.article):
        return False
    beside = f"{files.resolved(files.folder_of(target.article))}/"
    return path == files.resolved(target.article) or (path.startswith(beside) and reader_of(path) is not None)


def _changed(ref: str, folder: str) -> list[str]:
    """Return the full paths of the files that changed in the repository that holds the folder."""
    top = _git(folder, "rev-parse", "--show-toplevel") or _wrong(
        f"--changed-since: {folder} lies in no git repository", "leave the option out, or run in a clone"
    )
    commit = _git(top, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{ref}^{{commit}}") or _wrong(
        f'--changed-since: git knows no commit "{ref}"', f"get it with: git fetch origin {ref}"
    )
    base = _git(top, "merge-base", commit, "HEAD") or _wrong(
        f"--changed-since: {ref} and this branch have no common commit here",
        "fetch the whole history; on GitHub give actions/checkout fetch-depth: 0",
    )
    differing = _git(top, "diff", "--name-only", "-z", "--no-renames", "--no-ext-diff", "--no-textconv", base, "--")
    new = _git(top, "ls-files", "--others", "--exclude-standard", "-z")
    return [files.resolved(files.join(top, each)) for each in f"{differing}\0{new}".split("\0") if each]


def _git(folder: str, *arguments: str) -> str:
    """Return what git says, "" where it refuses. Raises UsageError where there is no git, or no answer."""
    command = ["git", "-C", folder, "-c", "core.fsmonitor=false", *arguments]
    try:
        done = subprocess.run(command, capture_output=True, timeout=_SECONDS, check=False)
    except (OSError, subprocess.TimeoutExpired) as error:
        raise UsageError("--changed-since: git cannot be run, or gives no answer", "install git") from error
    return done.stdout.decode("utf-8", "surrogateescape").removesuffix("\n") if done.returncode == 0 else ""


def _wrong(message: str, hint: str) -> NoReturn:
    raise UsageError(message, hint)
