from pathlib import Path
from typing import Any

import nbformat.v4
import pytest
from bs4 import BeautifulSoup

from radam_sym.report.execution import NotebookError
from radam_sym.report.page import MATHJAX, copy_mathjax, outside_loads, render_page

v4: Any = nbformat.v4  # it has no types

PNG = "aW1hZ2U="


def prose(source: str) -> Any:
    return v4.new_markdown_cell(source)


def code(source: str) -> Any:
    return v4.new_code_cell(source)


def displaying(**data: str) -> Any:
    """A cell that was run and shows one output in the kinds given (`text_html` for text/html)."""
    kinds = {kind.replace("_", "/", 1).replace("svg", "svg+xml"): it for kind, it in data.items()}
    output = v4.new_output("display_data", kinds)
    return v4.new_code_cell("show()", execution_count=1, outputs=[output])


def rendered(*cells: Any) -> BeautifulSoup:
    page = render_page([Path("01-one.ipynb")], [v4.new_notebook(cells=list(cells))], "Title")
    return BeautifulSoup(page, "html.parser")


def test_one_notebook_has_its_own_title_and_no_contents() -> None:
    page = rendered(prose("# How many?\n## Section"))
    assert page.title is not None
    assert page.title.get_text() == "How many?"
    assert not page.select("nav")


def test_every_kind_of_output_shows() -> None:
    page = rendered(
        displaying(text_html=r"<table><tr><td>\[a &lt; b\]</td></tr></table>", text_plain="no"),
        displaying(text_markdown="**bold** $x_1$", text_plain="no"),
        displaying(text_latex=r"$a < b$", text_plain="no"),
        displaying(image_svg="<svg xmlns='http://www.w3.org/2000/svg'/>", text_plain="no"),
        displaying(image_png=PNG, text_plain="no"),
        displaying(text_plain="plain <text>"),
    )
    assert page.select_one(".html table td") is not None
    assert r"\[a < b\]" in page.get_text()
    assert page.select_one(".output strong") is not None
    assert "$a < b$" in page.get_text()
    kinds = [str(tag["src"]).split(";")[0] for tag in page.select("figure img")]
    assert kinds == ["data:image/svg+xml", "data:image/png"]
    assert [tag.get_text() for tag in page.select("pre.output")] == ["plain <text>"]


def test_code_is_there_but_closed() -> None:
    (details,) = rendered(code("x = 1"), code("")).select("details.code")
    assert not details.has_attr("open")
    assert "x = 1" in details.get_text()


def test_a_wide_table_scrolls_in_its_own_box() -> None:
    page = rendered(prose("| a |\n|---|\n| 1 |"))
    assert page.select_one(".scroll > table") is not None


@pytest.mark.parametrize(("width", "wide"), [(640, False), (1950, True)])
def test_a_figure_wider_than_the_text_keeps_its_size(width: int, wide: bool) -> None:
    cell = displaying(image_png=PNG)
    cell.outputs[0].metadata = {"image/png": {"width": width, "height": 400}}
    page = rendered(cell)
    assert len(page.select("figure.wide img")) == wide
    assert [img["width"] for img in page.select("figure img")] == [str(width)]


def test_an_output_that_no_page_can_show_is_refused() -> None:
    with pytest.raises(NotebookError, match=r"code cell 1: a page can't show text/secret"):
        rendered(displaying(text_secret="x"))


@pytest.mark.parametrize(
    "html",
    [
        '<script src="https://cdn.example.org/a.js"></script>',
        '<img src="//example.org/a.png">',
        '<img src="missing.png">',
        '<link rel="stylesheet" href="http://example.org/a.css">',
        '<p style="background: url(https://example.org/a.png)">x</p>',
        "<style>@import 'https://example.org/a.css';</style>",
        '<svg><image href="https://example.org/a.png"/></svg>',
    ],
)
def test_nothing_is_loaded_from_outside(html: str) -> None:
    with pytest.raises(NotebookError, match=r"01-one\.ipynb would load .* from elsewhere"):
        rendered(displaying(text_html=html))


def test_the_page_loads_only_what_lies_beside_it(tmp_path: Path) -> None:
    page = rendered(prose("# One\n[a link](https://example.org)"))
    assert outside_loads(page) == ["mathjax/MathJax.js?config=TeX-AMS-MML_HTMLorMML-full"]
    policy = page.select_one('meta[http-equiv="Content-Security-Policy"]')
    assert policy is not None
    assert str(policy["content"]).startswith("default-src 'none'; script-src 'self'")
    copy_mathjax(tmp_path)
    assert (tmp_path / "MathJax.js").is_file()
    assert (tmp_path / "config" / "TeX-AMS-MML_HTMLorMML-full.js").is_file()
    assert (tmp_path / "LICENSE").is_file()
    assert all((tmp_path / name).exists() for name in MATHJAX)


def test_the_same_notebooks_give_the_same_page() -> None:
    cells = (prose("# One"), displaying(text_plain="1"))
    assert str(rendered(*cells)) == str(rendered(*cells))
