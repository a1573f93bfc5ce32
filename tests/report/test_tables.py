"""The table as data, and what it refuses."""

import math
import re
import threading
from collections.abc import Iterable, Sequence
from fractions import Fraction

import pytest

from radam_sym import InputError
from radam_sym.numbers import LAST_STEP, Step
from radam_sym.report.columns import COLUMNS, DEFAULT
from radam_sym.report.renderings import FORMATS
from radam_sym.report.tables import Table, table


def test_each_value_stands_at_its_step_and_its_column() -> None:
    made = table("0.9", "1:6,inf", "simple,liu,ess,rho", 40)
    beta = Fraction(9, 10)
    assert (made.beta2, made.digits) == (beta, 40)
    assert made.columns == ("simple", "liu", "ess", "rho")
    assert made.steps == (1, 2, 3, 4, 5, 6, math.inf)
    for step, row in zip(made.steps, made.values, strict=True):
        assert row == tuple(COLUMNS[name].value(beta, step, 40) for name in made.columns)
    assert [row[0] for row in made.rows()] == ["1", "2", "3", "4", "5", "6", "inf"]
    assert [row[1:] for row in made.rows()] == list(made.values)


def test_the_closed_forms_of_the_paper_are_shown_unless_others_are_named() -> None:
    assert table("0.9", 1).columns == ("ess", "rho", "liu", "simple") == DEFAULT


def test_of_every_column_there_is_a_value_or_a_word() -> None:
    made = table("0.9", "1:3,6,inf", COLUMNS, 4)
    assert made.columns == (
        *("ess", "rho", "liu", "simple", "rational", "matched", "skewed"),
        *("exact", "var_exact"),
        *("err_simple", "err_liu", "err_rational", "err_matched", "err_skewed"),
    )
    assert [row[7:9] for row in made.values[:2]] == [("0", "inf")] * 2
    assert [row[9:] for row in made.values[:2]] == [(None,) * 5] * 2
    assert made.values[-1][4:] == (*("1.000",) * 4, made.values[-1][8], *("0",) * 5)


@pytest.mark.parametrize("beta", ["0.999", "999/1000", "1-1e-3", Fraction(999, 1000)])
def test_a_beta_may_be_given_in_many_ways(beta: str | Fraction) -> None:
    assert table(beta, [1, 5, math.inf]) == table("0.999", "1,5,inf")


def test_a_float_is_taken_as_the_binary_number_that_it_is() -> None:
    made = table(0.999, 1)
    assert made.beta2 == Fraction(0.999) != Fraction(999, 1000)
    assert repr(made).startswith("beta2 = 8998192055486251/9007199254740992; ")


def test_the_exact_law_takes_a_float_as_it_is_too() -> None:
    ((written,),), ((typed,),) = (table(beta, 5, "exact", 30).values for beta in (0.999, "0.999"))
    assert f"{written}"[:17] == f"{typed}"[:17]
    assert written != typed
    assert written == table(Fraction(0.999), 5, "exact", 30).values[0][0]


def test_a_size_beyond_float64_is_no_obstacle() -> None:
    made = table("1-1e-400", "5,inf", "ess,matched,skewed", 3)
    (_, early, other), (size, *limits) = made.values
    assert early == other == "9.96e-201"  # √(F(2·10⁴⁰⁰)/F(5))
    assert (size, limits) == ("2.00e+400", ["1.00", "1.00"])


def test_below_one_third_the_factors_by_size_are_zero() -> None:
    assert table("0.3", "1,5,1000000,inf", "rational,matched,skewed").values == (("0",) * 3,) * 4


def test_it_shows_itself() -> None:
    made = table("0.999", "4:6,inf", digits=30)
    assert made._repr_html_() == FORMATS["html"](made) == made.render("html")
    assert made._repr_markdown_() == FORMATS["markdown"](made)
    assert made._repr_latex_() == FORMATS["latex"](made)
    assert f"{made!r}\n" == f"{made}\n" == FORMATS["text"](made)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("1", 1), "beta2 is '1', which is not below 1"),
        ((math.nan, 1), "beta2 is nan, which is not a number"),
        (("0.9", 0), "steps has 0, which is below 1"),
        (("0.9", 10**18), "steps has 1000000000000000000, which is above 2**53"),
        (("0.9", []), "steps is empty"),
        (("0.9", 1, "exakt"), f"columns has 'exakt'; it accepts {', '.join(COLUMNS)}; did you"),
        (
            ("1-1e-1000", "1:9", "ess,exact"),
            "columns has exact, but 10 digits of a value need more",
        ),
        (
            ("0.9", LAST_STEP, "err_liu"),
            "columns has err_liu, but 10 digits of a value need more",
        ),
        (("0.9", 2**53 + 1, "exact"), "steps has 9007199254740993, which is above 2**53"),
        (("0.9", 1, "exact", 0), "digits is 0; it accepts a whole number from 1 to 1000"),
        (("0.9", 1, "exact", 10**6), "digits is 1000000; it accepts a whole number from 1 to 1000"),
        (("0.9", 1, ""), "columns is empty"),
        (("0.9", 1, "ess", 1001), "digits is 1001; it accepts a whole number from 1 to 1000"),
    ],
)
def test_bad_input_is_refused_by_the_name_of_the_argument(
    arguments: tuple[str, str], message: str
) -> None:
    with pytest.raises(InputError) as caught:
        table(*arguments)
    assert str(caught.value).startswith(message)
    assert len(str(caught.value).splitlines()) == 1


@pytest.mark.parametrize(
    ("arguments", "argument"),
    [
        ((None, 1), "beta2"),
        (("0.9", None), "steps"),
        (("0.9", 1.0), "steps"),
        (("0.9", 1, None), "columns"),
        (("0.9", 1, "ess", 3.0), "digits"),
    ],
)
def test_another_type_is_a_type_error(arguments: tuple[str, str], argument: str) -> None:
    with pytest.raises(TypeError, match=rf"^{argument} (is|has) a \w+; it accepts "):
        table(*arguments)


def test_an_unknown_format_is_refused() -> None:
    with pytest.raises(InputError, match=r"^format has 'yaml'; it accepts text, csv, json"):
        table("0.9", 1).render("yaml")


def test_nothing_is_computed_before_all_is_read() -> None:
    def progress(steps: Sequence[Step]) -> Iterable[Step]:
        raise AssertionError("work was begun")

    with pytest.raises(InputError):
        table("0.9", "1:5", digits="many", progress=progress)


def test_the_work_can_be_watched_and_stopped() -> None:
    seen: list[Step] = []

    def progress(steps: Sequence[Step]) -> Iterable[Step]:
        for step in steps:
            if step == 4:
                raise KeyboardInterrupt
            seen.append(step)
            yield step

    with pytest.raises(KeyboardInterrupt):
        table("0.9", "1:5", progress=progress)
    assert seen == [1, 2, 3]


def test_the_theorems_that_the_docstring_names_are_there() -> None:
    import derivations

    named = re.findall(r"theorems?\s+([a-z]+\.\w+)", f"{table.__doc__}")
    assert len(named) == len([name for name in COLUMNS if not name.startswith("err_")])
    for name in named:
        assert any(known == name or known.startswith(f"{name}.") for known in derivations.theorems)


def test_a_table_is_a_value() -> None:
    made = table("0.9", "1:3")
    assert made == table("0.9", "1:3")
    assert hash(made) == hash(table("0.9", "1:3"))
    with pytest.raises(AttributeError):
        made.digits = 3  # type: ignore[misc]
    assert isinstance(made, Table)


def test_it_can_be_made_in_a_thread() -> None:
    made: list[Table] = []
    worker = threading.Thread(target=lambda: made.append(table("0.999", "1:20", digits=50)))
    worker.start()
    worker.join()
    assert made == [table("0.999", "1:20", digits=50)]
