"""Composite assessment: standards, weights and deductions of a year, and firm ranks or not."""

from cockpit.scoring.board import assessed, score_rows, score_told
from cockpit.scoring.scheme import Deduction, Item, Scheme, Schemes, load_schemes
from cockpit.scoring.score import Line, Score, assess
from cockpit.scoring.standard import Standard, scores, z_scores

__all__ = [
    "Deduction",
    "Item",
    "Line",
    "Scheme",
    "Schemes",
    "Score",
    "Standard",
    "assess",
    "assessed",
    "load_schemes",
    "score_rows",
    "score_told",
    "scores",
    "z_scores",
]
