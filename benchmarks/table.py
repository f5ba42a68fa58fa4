"""Results as the tables of docs/performance.md."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

_FLOOR = "python -c 'import typer, rich'"


def table(results: Mapping[str, Any]) -> str:
    """All results as Markdown."""
    return "\n".join(_lines(results)) + "\n"


def _lines(results: Mapping[str, Any]) -> Iterator[str]:
    machine = results["machine"]
    peers = ", ".join(f"{name} {version}" for name, version in results["peers"].items())
    yield (
        f"{results['date']}: {machine['cores']} cores of {machine['processor'] or '?'}, {machine['memory_gb']} GB, "
        f"{machine['system']}, Python {machine['python']}; load by others before the run {machine['load']:.1f}"
        + (f"; {peers}." if peers else ".")
    )
    yield ""
    yield from _cold(results["cold"])
    for size, runs in results["throughput"].items():
        yield ""
        yield from _throughput(int(size), runs)
    yield ""
    yield from _growth(results)


def _cold(runs: Mapping[str, Mapping[str, float]]) -> Iterator[str]:
    yield "| one start | wall ms | CPU ms | peak MB | × floor (CPU) |"
    yield "|---|---:|---:|---:|---:|"
    floor = runs.get(_FLOOR, {}).get("cpu")
    for name, values in runs.items():
        ratio = f"{values['cpu'] / floor:.2f}" if floor else ""
        yield (
            f"| {name} | {values['wall'] * 1000:.0f} | {values['cpu'] * 1000:.0f} | {values['peak_mb']:.0f} | {ratio} |"
        )


def _throughput(size: int, runs: Mapping[str, Mapping[str, float]]) -> Iterator[str]:
    own = next(iter(runs.values()))["wall"]
    yield f"| {size} notices of 10 kB | wall s | CPU s | files/s | CPU ms a file | peak MB | × the first line |"
    yield "|---|---:|---:|---:|---:|---:|---:|"
    for name, values in runs.items():
        yield (
            f"| {name} | {values['wall']:.2f} | {values['cpu']:.2f} | {size / values['wall']:.0f} | "
            f"{values['cpu'] / size * 1000:.2f} | {values['peak_mb']:.0f} | {values['wall'] / own:.2f} |"
        )


def _growth(results: Mapping[str, Any]) -> Iterator[str]:
    yield "| growth | CPU s | CPU ms a notice or s a MB | peak MB |"
    yield "|---|---:|---:|---:|"
    for size, runs in results["throughput"].items():
        name, values = next(iter(runs.items()))
        yield f"| {size} notices, {name.removeprefix('rekisterilint ')} | {values['cpu']:.2f} | {values['cpu'] / int(size) * 1000:.2f} ms | {values['peak_mb']:.0f} |"
    for megabytes, values in results["large"].items():
        yield (
            f"| one notice of {megabytes} MB | {values['cpu']:.2f} | {values['cpu'] / int(megabytes):.2f} s | {values['peak_mb']:.0f} |"
        )
