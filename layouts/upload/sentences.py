"""Questions in words: what is printed, what was made of it, how many figures it concerns."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from cockpit.catalog import Catalog
from cockpit.i18n import gettext as _
from cockpit.memory import Subject, label_path
from cockpit.memory.questions import Question
from cockpit.memory.signature import column_of
from cockpit.wording import period_words
from layouts import terms

_NAMED = 3


def sentence(question: Question, catalog: Catalog) -> str:
    """The question as a person reads it."""
    forms: Mapping[Subject, Callable[[Question, Catalog], str]] = {
        "label": _label,
        "region": _region,
        "unit": _unit,
        "column": _column,
        "period": _period,
        "indicator": _indicator,
        "doubt": _doubt,
    }
    figures = _("figures: %(count)s", count=question.figures)
    return f"{forms[question.subject](question, catalog)} ({figures})"


def _label(question: Question, catalog: Catalog) -> str:
    one = question.first
    if one.indicator is None:
        return _(
            "Indicator “%(label)s” is not in the catalogue. Which is it?",
            label=_path(question),
        )
    return _(
        "“%(label)s” is read as %(indicator)s: %(reason)s. Which is it?",
        label=_path(question),
        indicator=terms.indicator_name(catalog, one.indicator),
        reason=_(question.reason),
    )


def _path(question: Question) -> str:
    return label_path(question.first.parents, question.first.label)


def _region(question: Question, catalog: Catalog) -> str:  # noqa: ARG001
    if not question.first.ref_area:
        return _("No region is named in title, sheet or file name. Which is it?")
    name = question.first.ref_area
    return _("Region “%(name)s” is not in the catalogue. Which is it?", name=name)


def _unit(question: Question, catalog: Catalog) -> str:
    unit, names = question.first.unit, _names(question)
    if not unit:
        return _("No unit is printed for %(names)s. What are they counted in?", names=names)
    return _(
        "%(names)s: %(reason)s. Are they counted in %(unit)s?",
        names=names,
        reason=_(question.reason),
        unit=terms.unit_name(catalog, unit),
    )


def _column(question: Question, catalog: Catalog) -> str:  # noqa: ARG001
    one, excerpt = question.first, question.excerpt
    return _(
        "Column %(column)s “%(heading)s”: %(reason)s. It is read as %(measure)s, %(basis)s.",
        column=column_of(one.cell),
        heading=excerpt.heading if excerpt else "",
        reason=_(question.reason),
        measure=terms.measure(one.transformation, one.unit),
        basis=terms.basis(one.freq, one.accumulation),
    )


def _period(question: Question, catalog: Catalog) -> str:  # noqa: ARG001
    one = question.first
    words = period_words(one.period, one.freq, one.accumulation)
    return _("%(reason)s. Is it %(period)s?", reason=_(question.reason), period=words)


def _indicator(question: Question, catalog: Catalog) -> str:
    one = question.first
    if one.indicator is None:
        return _("The file does not say which indicator these figures are of. Which is it?")
    name = terms.indicator_name(catalog, one.indicator)
    return _(
        "Only the file's name says that these figures are of %(indicator)s. Is that right?",
        indicator=name,
    )


def _doubt(question: Question, catalog: Catalog) -> str:  # noqa: ARG001
    return f"{_names(question)}: {_(question.reason)}"


def _names(question: Question) -> str:
    labels = [text.split(" › ")[-1] for text in question.printed]
    distinct = list(dict.fromkeys(label for label in labels if label))
    if len(distinct) > _NAMED:
        return _("%(names)s and others", names=terms.comma(distinct[:_NAMED]))
    return terms.listed(distinct) if distinct else question.first.cell
