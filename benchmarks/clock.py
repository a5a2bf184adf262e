"""Timing two ways of doing the same, turn by turn, so that the machine's mood falls on both."""

from __future__ import annotations

from collections.abc import Callable
from statistics import median
from time import perf_counter


def compare(name: str, ours: Callable[[], object], other: Callable[[], object], turns: int) -> None:
    """Print the medians in milliseconds and their ratio."""
    taken: tuple[list[float], list[float]] = ([], [])
    for _turn in range(turns):
        for times, act in zip(taken, (ours, other), strict=True):
            start = perf_counter()
            act()
            times.append(perf_counter() - start)
    mine, theirs = (median(times) * 1000 for times in taken)
    print(f"{name:<58} {mine:8.2f} ms {theirs:8.2f} ms   {mine / theirs:5.1f} ×")
