"""Subjects of statistics: one module each, declarations and formulas, no input or output."""

from cockpit.indicator import gather, subjects_by_id
from indicators import (
    agriculture,
    construction,
    consumption,
    employment,
    energy,
    enterprises,
    environment,
    finance,
    fiscal,
    foreign_capital,
    gdp,
    income,
    industry,
    innovation,
    investment,
    livelihood,
    parks,
    population,
    prices,
    projects,
    real_estate,
    sentiment,
    services,
    township,
    trade,
    transport,
)

SUBJECTS = subjects_by_id(
    (
        *(gdp.SUBJECT, agriculture.SUBJECT, industry.SUBJECT, energy.SUBJECT),
        *(investment.SUBJECT, projects.SUBJECT, real_estate.SUBJECT, construction.SUBJECT),
        *(consumption.SUBJECT, services.SUBJECT, trade.SUBJECT, foreign_capital.SUBJECT),
        *(fiscal.SUBJECT, township.SUBJECT, finance.SUBJECT, prices.SUBJECT),
        *(income.SUBJECT, employment.SUBJECT, population.SUBJECT, transport.SUBJECT),
        *(enterprises.SUBJECT, parks.SUBJECT, innovation.SUBJECT, environment.SUBJECT),
        *(livelihood.SUBJECT, sentiment.SUBJECT),
    )
)
"""Every subject by its id, in the order in which they are spoken of."""

FORMULAS = gather(*(subject.formulas for subject in SUBJECTS.values()))
"""Every formula by its name."""
