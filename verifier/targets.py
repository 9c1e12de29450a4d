"""Find what to verify: articles with their registries, from the paths a user gives, or from none."""

from collections.abc import Iterator, Sequence

from verifier import files, urls
from verifier.errors import RegistryError, UsageError
from verifier.registry.parse import LIMIT, article_line, article_place
from verifier.values import frozen

REGISTRY = "references.toml"
_STORE = "store"  # beside the registry, or beside an article without one, or here for a page without one
_REPORTS = "reports"
_ARTICLES = (  # what the readers take
    *(".txt", ".text", ".md", ".markdown", ".wiki", ".wikitext", ".mediawiki", ".html", ".htm", ".xhtml"),
    *(".rst", ".rest", ".mdown", ".qmd", ".rmd"),
)
_NO_ARTICLES = ("readme", "license", "licence", "changelog", "contributing")  # names of files about the folder


@frozen
class Target:
    """One article to verify, its registry (None without one) and the folder of its recorded answers.

    All are paths, but an article may be a URL. `found` tells that nobody named it: it stands in a folder.
    """

    article: str
    registry: str | None
    store: str
    found: bool = False


def find(paths: Sequence[str], registry: str | None = None, store: str | None = None) -> list[Target]:
    """Return the targets, each article once.

    A path is an article, a registry or a folder, or the URL of an article; without any it is the nearest
    references.toml, here or above. An article's registry is the one given, or the nearest above it (a page's: above
    the current folder) that is about it. Raises UsageError, InputError.
    """
    targets: dict[str, Target] = {}
    for article, owner, is_found in _pairs(paths, registry):
        key = article if urls.is_web(article) else files.relative(article, ".")
        made = Target(article, owner, store or store_of(article, owner), is_found)
        if key not in targets or not is_found:
            targets[key] = made
    return list(targets.values())


def store_of(article: str, registry: str | None) -> str:
    """Return the folder of recorded answers that belongs to an article with this registry."""
    return files.join(files.folder_of(registry) if registry else _folder(article), _STORE)


def _pairs(paths: Sequence[str], registry: str | None) -> Iterator[tuple[str, str | None, bool]]:
    """Yield articles with their registries, and whether they were found in a folder."""
    if not paths:
        nearest = registry or files.nearest(REGISTRY, ".")
        if nearest is None:
            raise UsageError(f"no {REGISTRY} here or above", "name an article, or draft one with: verify init ARTICLE")
        yield _of_registry(nearest), nearest, False
    for path in paths:
        if not urls.is_web(path) and files.is_dir(path):
            yield from ((article, owner, True) for article, owner in _of_folder(path))
        elif not urls.is_web(path) and files.suffix_of(path) == ".toml":
            yield _of_registry(path), path, False
        else:
            yield path, registry or _nearest(path), False


def _of_folder(folder: str) -> Iterator[tuple[str, str | None]]:
    """Yield what stands in the folder and below: every registry's article, then the articles without registry."""
    found = files.list_files(folder, (*_ARTICLES, REGISTRY), deep=True)
    paths = [path for path in found if not _is_hidden(path, folder)]
    registries = [path for path in paths if files.name_of(path) == REGISTRY]
    covered = [(_of_registry(path), path) for path in registries]
    yield from covered
    for path in paths:
        name = files.name_of(path).lower()
        if name == REGISTRY or name.startswith(_NO_ARTICLES) or any(files.same(path, each) for each, _ in covered):
            continue
        yield path, _nearest(path)
    if not paths:
        raise UsageError(f"{folder}: holds no article and no {REGISTRY}", f"articles end in {', '.join(_ARTICLES)}")


def _is_hidden(path: str, folder: str) -> bool:
    """Tell whether the file is not the user's: in a hidden folder, a store, or what we wrote ourselves."""
    parts = files.relative(path, folder).split("/")
    return any(part.startswith(".") or part in (_STORE, _REPORTS) for part in parts[:-1]) or parts[-1].startswith(".")


def _of_registry(path: str) -> str:
    """Return the path or the URL of the article the registry is about."""
    data = files.read_bytes(path, LIMIT)
    about, url = article_place(data, files.shown(path))
    if about is None:
        if url is None:
            hint = 'add [article] with path = "..." or url = "..."'
            raise RegistryError(f"{path}: does not say which article it is about", hint)
        return url
    article = files.join(files.folder_of(path), about)
    if not files.exists(article):
        place = f"{path}:{article_line(data, files.shown(path))}"
        raise RegistryError(
            f'{place}: article.path: "{about}" does not exist', "correct it; it is relative to the registry"
        )
    return article


def _nearest(article: str) -> str | None:
    """Return the nearest registry at or above the article that is about it."""
    nearest = files.nearest(REGISTRY, _folder(article))
    if nearest is None:
        return None
    try:
        about, url = article_place(files.read_bytes(nearest, LIMIT), nearest)
    except RegistryError:
        return nearest  # it is read again, and its faults are reported then
    if about is None:
        return nearest if url is not None and url.partition("#")[0] == article.partition("#")[0] else None
    return nearest if files.same(files.join(files.folder_of(nearest), about), article) else None


def _folder(article: str) -> str:
    return "." if urls.is_web(article) else files.folder_of(article)
