"""Run notebooks as a reader would: each from the top, in a fresh kernel of this interpreter."""

# Heavy imports (nbclient, rich) are made inside the functions that use them, so that Ctrl-C in the
# first second of `make paper` is answered as it is at any other moment.

import contextlib
import os
import sys
import tempfile
import threading
import time
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from radam_sym.errors import InputError
from radam_sym.interrupts import uninterrupted

if TYPE_CHECKING:
    import asyncio

    from nbformat import NotebookNode

AT_ONCE = 2
"""Notebooks run at the same time."""

_ROOT = Path(__file__).resolve().parents[2]


class NotebookError(Exception):
    """A notebook can't be run or shown; the message is one line that names it."""


def environment() -> dict[str, str]:
    """Our own environment, in which a checkout that isn't installed is found as well."""
    environment = dict(os.environ)
    if (_ROOT / "pyproject.toml").exists():
        found = environment.get("PYTHONPATH")
        environment["PYTHONPATH"] = os.pathsep.join([str(_ROOT), *([found] if found else [])])
    return environment


def run_notebooks(paths: Sequence[Path]) -> "list[NotebookNode]":
    """Run each notebook in a fresh kernel of this interpreter; return them with their outputs.

    The files are not changed. A notebook runs in its own folder, as it does in JupyterLab, but
    without the reader's IPython profile.

    Raises
    ------
    InputError
        if a file isn't a notebook.
    NotebookError
        if a cell raises an error; the message names notebook, cell and the error's last line.
    """
    notebooks = [_read(path) for path in paths]
    with (
        tempfile.TemporaryDirectory(prefix="radam-sym-", ignore_cleanup_errors=True) as scratch,
        _progress() as progress,
    ):
        _in_a_thread(_Run(paths, notebooks, Path(scratch), progress))
    return notebooks


def _read(path: Path) -> "NotebookNode":
    import nbformat

    try:
        notebook: NotebookNode = nbformat.read(path, as_version=4)  # type: ignore[no-untyped-call]
        nbformat.validate(notebook)
    except OSError as error:
        raise InputError(f"cannot read {path}: {error.strerror}") from error
    except Exception as error:
        reason = str(error).strip().splitlines() or [type(error).__name__]
        raise InputError(f"{path} is not a notebook: {reason[0]}") from error
    return notebook


def _in_a_thread(run: "_Run") -> None:
    """Run the event loop beside the main thread, which stays free to hear Ctrl-C.

    nbclient installs signal handlers of its own when it runs in the main thread; with two
    notebooks at once they take each other's place.
    """
    import asyncio

    loop = asyncio.new_event_loop()
    task = loop.create_task(run.all())
    outcome: Future[None] = Future()

    def work() -> None:
        asyncio.set_event_loop(loop)
        try:
            outcome.set_result(loop.run_until_complete(task))
        except BaseException as error:
            outcome.set_exception(error)
        finally:
            loop.close()

    thread = threading.Thread(target=work, name="notebooks")
    thread.start()
    try:
        outcome.result()
    finally:
        with uninterrupted():
            with contextlib.suppress(RuntimeError):  # the loop is closed: nothing to cancel
                loop.call_soon_threadsafe(task.cancel)
            thread.join()


class _Run:
    """The notebooks of one paper, some at a time."""

    def __init__(
        self,
        paths: Sequence[Path],
        notebooks: "Sequence[NotebookNode]",
        scratch: Path,
        progress: "_Progress",
    ) -> None:
        self.paths = paths
        self.notebooks = notebooks
        self.scratch = scratch
        self.progress = progress

    async def all(self) -> None:
        import asyncio

        seats = asyncio.Semaphore(AT_ONCE)
        tasks = [
            asyncio.ensure_future(self._in_turn(seats, path, notebook))
            for path, notebook in zip(self.paths, self.notebooks, strict=True)
        ]
        try:
            await asyncio.wait(tasks, return_when=asyncio.FIRST_EXCEPTION)
            failures = [task.exception() for task in tasks if task.done()]
        finally:
            await _cancel(tasks)
            # nbclient leaves tasks of its own behind when it is cancelled.
            await _cancel(asyncio.all_tasks() - {asyncio.current_task()})
        for failure in failures:
            if failure is not None:
                raise failure

    async def _in_turn(
        self, seats: "asyncio.Semaphore", path: Path, notebook: "NotebookNode"
    ) -> None:
        async with seats:
            started = time.monotonic()
            self.progress.begin(path.name, sum(map(_runs, notebook.cells)))
            await self._one(path, notebook)
            self.progress.end(path.name, time.monotonic() - started)

    async def _one(self, path: Path, notebook: "NotebookNode") -> None:
        from nbclient import NotebookClient
        from nbclient.exceptions import CellExecutionError, DeadKernelError

        begun = 0

        def count(**_: object) -> None:
            nonlocal begun
            begun += 1

        manager = _kernel_manager(self.scratch / f"{path.stem}.json")
        client = NotebookClient(
            notebook,
            km=manager,
            timeout=None,
            startup_timeout=120,
            on_cell_execute=count,
            on_cell_executed=lambda **_: self.progress.step(path.name),
        )
        try:
            await client.async_execute(
                cleanup_kc=False,
                cwd=str(path.parent.resolve()),
                env=environment() | {"IPYTHONDIR": str(self.scratch / "ipython")},
            )
        except CellExecutionError as error:
            raise NotebookError(f"{path}, code cell {begun}: {_last_line(error)}") from error
        except DeadKernelError as error:
            raise NotebookError(f"{path}, code cell {begun}: the kernel died") from error
        except RuntimeError as error:
            raise NotebookError(f"{path}: the kernel did not start: {error}") from error
        finally:
            await _shut_down(manager, client)


async def _cancel(tasks: "Iterable[asyncio.Future[Any] | None]") -> None:
    import asyncio

    given = [task for task in tasks if task is not None]
    for task in given:
        task.cancel()
    await asyncio.gather(*given, return_exceptions=True)


def _runs(cell: "NotebookNode") -> bool:
    return bool(cell.cell_type == "code" and cell.source.strip())


def _last_line(error: Any) -> str:
    lines = [line.strip() for line in str(error.evalue).splitlines() if line.strip()]
    return f"{error.ename}: {lines[-1]}" if lines else str(error.ename)


def _kernel_manager(connection_file: Path) -> Any:
    """A manager whose kernel is this interpreter, whatever `python3` is registered to mean."""
    import zmq
    from ipykernel.kernelspec import get_kernel_dict
    from jupyter_client.kernelspec import KernelSpec, KernelSpecManager
    from jupyter_client.manager import AsyncKernelManager

    class ThisInterpreter(KernelSpecManager):
        def get_kernel_spec(self, kernel_name: str) -> KernelSpec:
            return KernelSpec(**get_kernel_dict())

    return AsyncKernelManager(
        kernel_name="python3",
        kernel_spec_manager=ThisInterpreter(),
        connection_file=str(connection_file),
        transport_encryption="auto" if zmq.has("curve") else "disabled",
    )


async def _shut_down(manager: Any, client: Any) -> None:
    if client.kc is not None:
        client.kc.stop_channels()
    if manager.has_kernel:
        await manager.shutdown_kernel(now=True)


class _Progress(Protocol):
    """Who is told how the notebooks get on."""

    def begin(self, name: str, cells: int) -> None: ...
    def step(self, name: str) -> None: ...
    def end(self, name: str, seconds: float) -> None: ...


class _Lines:
    """For a pipe: a line for each notebook that is done."""

    def begin(self, name: str, cells: int) -> None:
        pass

    def step(self, name: str) -> None:
        pass

    def end(self, name: str, seconds: float) -> None:
        print(f"ran {name} in {seconds:.1f} s", file=sys.stderr, flush=True)


class _Bars:
    """For a terminal: a bar for each notebook."""

    def __init__(self, bars: Any) -> None:
        self.bars = bars
        self.tasks: dict[str, Any] = {}

    def begin(self, name: str, cells: int) -> None:
        self.tasks[name] = self.bars.add_task(name, total=cells)

    def step(self, name: str) -> None:
        self.bars.advance(self.tasks[name])

    def end(self, name: str, seconds: float) -> None:
        self.bars.stop_task(self.tasks[name])


@contextlib.contextmanager
def _progress() -> Iterator[_Progress]:
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeElapsedColumn,
    )

    console = Console(stderr=True)
    if not console.is_terminal:
        yield _Lines()
        return
    columns = (
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=console) as bars:
        yield _Bars(bars)
