"""Banking: loans against deposits, what is owed and not paid, money, insurance."""

from __future__ import annotations

from cockpit.i18n import gettext as _
from cockpit.indicator import Chart, Formula, Lookup, Strand, Subject
from cockpit.statistics import share
from indicators.ratios import percent_of

LAW = "《中华人民共和国商业银行法》（2003年修正）第三十九条：贷款余额与存款余额的比例"


def _of_new_deposits(look: Lookup) -> float | None:
    lent = look("loans", transformation="change")
    deposited = look("deposits", transformation="change")
    if deposited is not None and deposited <= 0:
        look.remark(_("Deposits did not grow since the end of last year."))
    return share(lent, deposited)


SUBJECT = Subject(
    id="finance",
    name="Finance",
    indicators=(
        *("deposits", "household_deposits", "loans", "loans_use", "loan_deposit"),
        *("new_loan_deposit", "npl", "afre", "premium", "m2", "listed"),
    ),
    formulas=(
        Formula(
            indicator="loan_deposit",
            inputs=("loans", "deposits"),
            text="loans ÷ deposits × 100",
            reference=LAW,
            compute=percent_of("loans", "deposits"),
            unit="%",
        ),
        Formula(
            indicator="new_loan_deposit",
            inputs=("loans/change", "deposits/change"),
            text="loans (since the end of last year) ÷ deposits (since the end of last year) × 100",
            reference="通行用法：比年初新增贷款与新增存款之比（新增存贷比）",
            compute=_of_new_deposits,
            unit="%",
        ),
        Formula(
            indicator="npl",
            transformation="share",
            inputs=("npl", "loans"),
            text="npl ÷ loans × 100",
            reference="国家金融监督管理总局监管指标说明：不良贷款率＝不良贷款余额÷各项贷款余额",
            compute=percent_of("npl", "loans"),
            unit="%",
        ),
    ),
    panel=(
        Chart(
            name="Deposits",
            strands=(Strand("Deposits", "deposits", "stock"), Strand("Loans", "loans", "stock")),
            instead=Chart(name="Money supply M2", strands=(Strand("M2", "m2", "stock"),)),
        ),
        Chart(
            name="Loan-to-deposit ratio",
            strands=(Strand("Loans to deposits", "loan_deposit", "stock"),),
            transformation="level",
        ),
    ),
)
