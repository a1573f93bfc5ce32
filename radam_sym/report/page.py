"""Set notebooks that have been run as one HTML page that needs no network."""

# Heavy imports (nbconvert, jinja2) are made inside the functions that use them, so that Ctrl-C in
# the first second of `make paper` is answered as it is at any other moment.

import re
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote

from radam_sym.report.execution import NotebookError

if TYPE_CHECKING:
    from bs4 import BeautifulSoup, Tag
    from nbconvert.exporters import HTMLExporter
    from nbformat import NotebookNode

SHOWN = (
    "text/html",
    "text/markdown",
    "image/svg+xml",
    "text/latex",
    "image/png",
    "image/jpeg",
    "text/plain",
)
"""Kinds of output that the page shows, the best first."""

MATHJAX = (
    "LICENSE",
    "MathJax.js",
    "config/TeX-AMS-MML_HTMLorMML-full.js",
    "extensions/AssistiveMML.js",
    "extensions/TeX",
    "fonts/HTML-CSS/STIX-Web",
    "jax/element/mml",
    "jax/output/HTML-CSS",
)
"""What MathJax needs to set TeX as HTML."""

_TEMPLATES = Path(__file__).resolve().parent / "template"


@dataclass(frozen=True)
class Section:
    """A heading inside a chapter, for the contents."""

    anchor: str
    title: str


@dataclass(frozen=True)
class Chapter:
    """One notebook, as a part of the page."""

    slug: str
    title: str
    sections: tuple[Section, ...]
    body: str


def render_page(paths: Sequence[Path], notebooks: "Sequence[NotebookNode]", title: str) -> str:
    """Set notebooks that have been run as one HTML page, which loads nothing but `mathjax/`.

    Raises
    ------
    NotebookError
        if an output is of no kind that a page can show, or a chapter would load something from
        outside the page.
    """
    from jinja2 import Environment, FileSystemLoader
    from markupsafe import Markup

    slugs = {path.name: _slug(path) for path in paths}
    exporter = _exporter()
    chapters = [
        _chapter(path, notebook, exporter, slugs)
        for path, notebook in zip(paths, notebooks, strict=True)
    ]
    environment = Environment(
        loader=FileSystemLoader(_TEMPLATES), autoescape=True, keep_trailing_newline=True
    )
    style = (_TEMPLATES / "style.css").read_text(encoding="utf-8")
    return environment.get_template("page.html.j2").render(
        title=chapters[0].title if len(chapters) == 1 else title,
        style=Markup(style),
        chapters=[
            {
                "slug": chapter.slug,
                "title": chapter.title,
                "sections": chapter.sections,
                "body": Markup(chapter.body),
            }
            for chapter in chapters
        ],
    )


def _slug(path: Path) -> str:
    return re.sub(r"[^a-z0-9]+", "-", path.stem.lower()).strip("-") or "chapter"


def _exporter() -> "HTMLExporter":
    from nbconvert.exporters import HTMLExporter
    from traitlets.config import Config

    return HTMLExporter(  # type: ignore[no-untyped-call]
        config=Config({"NbConvertBase": {"display_data_priority": list(SHOWN)}}),
        template_name="article",
        extra_template_basedirs=[str(_TEMPLATES)],
        embed_images=True,
        exclude_input_prompt=True,
        exclude_output_prompt=True,
        anchor_link_text="",
    )


def _chapter(
    path: Path, notebook: "NotebookNode", exporter: "HTMLExporter", slugs: Mapping[str, str]
) -> Chapter:
    from bs4 import BeautifulSoup

    _refuse_unshowable(path, notebook)
    resources = {"metadata": {"path": str(path.parent), "name": path.stem}}
    html, _ = exporter.from_notebook_node(notebook, resources)
    soup = BeautifulSoup(html, "html.parser")
    slug = slugs[path.name]
    for link in soup.select("a.anchor-link"):
        link.decompose()
    _make_anchors_unique(soup, slug, slugs)
    _box_wide_tables(soup)
    loaded = outside_loads(soup)
    if loaded:
        raise NotebookError(f"{path} would load {loaded[0]} from elsewhere; embed it instead")
    heading = soup.find("h1")
    return Chapter(
        slug=slug,
        title=heading.get_text(" ", strip=True) if heading else path.stem,
        sections=tuple(
            Section(str(heading["id"]), heading.get_text(" ", strip=True))
            for heading in soup.select(".text > h2[id]")
        ),
        body=str(soup).strip(),
    )


def _refuse_unshowable(path: Path, notebook: "NotebookNode") -> None:
    for cell in notebook.cells:
        for output in cell.get("outputs", []):
            kinds = output.get("data", {"text/plain": ""})
            if kinds and not set(kinds) & set(SHOWN):
                raise NotebookError(
                    f"{path}, code cell {cell.execution_count}: a page can't show "
                    f"{', '.join(kinds)}; give it one of {', '.join(SHOWN)} as well"
                )


def _make_anchors_unique(soup: "BeautifulSoup", slug: str, slugs: Mapping[str, str]) -> None:
    """Chapters share a page: `#variance` of two notebooks must stay two places."""
    for place in soup.select("[id]"):
        place["id"] = f"{slug}--{place['id']}"
    for link in soup.select("a[href]"):
        file, hash_sign, anchor = str(link["href"]).partition("#")
        chapter = slugs.get(unquote(file).removeprefix("./")) if file else slug
        if chapter is not None:
            link["href"] = f"#{chapter}--{anchor}" if hash_sign and anchor else f"#{chapter}"


def _box_wide_tables(soup: "BeautifulSoup") -> None:
    """Let a wide table scroll in a box of its own, and not the page."""
    for table in soup.find_all("table"):
        if not table.find_parent("table"):
            table.wrap(soup.new_tag("div", attrs={"class": "scroll"}))


_LOADING = {
    "src": "script, img, iframe, audio, video, source, track, embed, input",
    "srcset": "img, source",
    "poster": "video",
    "data": "object",
    "href": "link, image, use, base",
    "xlink:href": "script, image, use",
}


def outside_loads(soup: "BeautifulSoup") -> list[str]:
    """What a browser would load from outside a document just by showing it.

    >>> from bs4 import BeautifulSoup
    >>> outside_loads(BeautifulSoup('<img src="https://a.org/b.png">', "html.parser"))
    ['https://a.org/b.png']
    >>> outside_loads(BeautifulSoup('<a href="https://a.org">a</a>', "html.parser"))
    []
    """
    found = [
        str(tag[attribute])
        for attribute, tags in _LOADING.items()
        for tag in soup.select(tags)
        if tag.has_attr(attribute)
    ]
    for styled in soup.select("style, [style]"):
        found += _style_loads(styled)
    return [load for load in found if not load.startswith(("data:", "#"))]


def _style_loads(tag: "Tag") -> list[str]:
    text = tag.get_text() if tag.name == "style" else str(tag["style"])
    pattern = r"""url\(\s*["']?([^"')]+)|@import\s+["']([^"']+)"""
    return [first or second for first, second in re.findall(pattern, text)]


def copy_mathjax(target: Path) -> None:
    """Copy what of MathJax the page needs."""
    source = _mathjax_folder()
    for name in MATHJAX:
        for file in _files_under(source / name):
            copy = target / file.relative_to(source)
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(file, copy)


def _mathjax_folder() -> Path:
    package = find_spec("jupyter_server_mathjax")  # found, not imported: that starts a server
    assert package is not None
    assert package.origin is not None
    return Path(package.origin).parent / "static"


def _files_under(path: Path) -> list[Path]:
    return [file for file in (path, *sorted(path.rglob("*"))) if file.is_file()]
