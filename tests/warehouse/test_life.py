"""Every step of a batch's life, who may follow whom, and two people at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as effort
from hypothesis import strategies as st

from cockpit.batch import NEXT, Batch, Staged, up_to
from cockpit.catalog import Catalog
from cockpit.errors import BatchRefused
from cockpit.observation import Observation
from cockpit.series import Selection
from cockpit.settings import Settings
from cockpit.warehouse import Warehouse

Stage = Callable[..., Staged]

GDP = Selection(indicator="gdp", area="120000")
WRITERS, EACH = 4, {"file": 6, "lake": 2}


def lived(batch: Batch) -> list[tuple[str, str, str]]:
    return [(step.state, step.person, step.reason) for step in batch.steps]


def test_each_step_is_kept_with_person_and_reason(
    warehouse: Warehouse, stage: Stage, tianjin: Observation
) -> None:
    batch = stage(tianjin).batch.id
    warehouse.submit(batch, "李", "for October")
    warehouse.review(batch, "王", "compared with the paper")
    warehouse.publish(batch, "赵", reason="due today")
    gone = warehouse.withdraw(batch, "赵", "wrong file")
    assert lived(gone) == [
        ("staged", "李", ""),
        ("submitted", "李", "for October"),
        ("reviewed", "王", "compared with the paper"),
        ("published", "赵", "due today"),
        ("withdrawn", "赵", "wrong file"),
    ]
    times = [step.at for step in gone.steps]
    assert times == sorted(times)


def test_publishing_at_once_takes_the_steps_in_between(
    warehouse: Warehouse, stage: Stage, tianjin: Observation
) -> None:
    batch = warehouse.publish(stage(tianjin).batch.id, "王")
    assert [step.state for step in batch.steps] == ["staged", "submitted", "reviewed", "published"]
    assert {step.person for step in batch.steps[1:]} == {"王"}


def test_what_is_published_first_revises_nothing(
    warehouse: Warehouse, stage: Stage, tianjin: Observation, revised: Observation
) -> None:
    first = warehouse.publish(stage(tianjin).batch.id, "李")
    second = warehouse.publish(stage(revised, name="普查修订.xls").batch.id, "李")
    third = stage(tianjin._replace(time_period="2018"), name="c").batch.id
    called = warehouse.publish(third, "李", revision="correction")
    assert [b.steps[-1].revision for b in (first, second, called)] == [None, "census", "correction"]
    assert "revision" not in warehouse.audit()[3].detail


def brought_to(warehouse: Warehouse, batch: int, state: str) -> None:
    if state in ("withdrawn", "published"):
        warehouse.publish(batch, "李")
    if state in ("withdrawn", "discarded"):
        warehouse.withdraw(batch, "李", "try")
    for step in up_to("staged", state) if state in ("submitted", "reviewed") else ():  # ty: ignore
        (warehouse.submit if step == "submitted" else warehouse.review)(batch, "李")


@pytest.mark.engine("file", "what is refused is decided before anything is written")
@pytest.mark.parametrize("state", sorted(NEXT))
@pytest.mark.parametrize("wanted", ["submitted", "reviewed"])
def test_a_step_out_of_order_is_refused_and_leaves_no_trace(
    warehouse: Warehouse, stage: Stage, tianjin: Observation, state: str, wanted: str
) -> None:
    batch = stage(tianjin).batch.id
    brought_to(warehouse, batch, state)
    take = warehouse.submit if wanted == "submitted" else warehouse.review
    before = len(warehouse.audit())
    if wanted in NEXT[state]:  # ty: ignore
        assert take(batch, "王").state == wanted
        return
    with pytest.raises(BatchRefused) as refusal:
        take(batch, "王")
    assert str(batch) in str(refusal.value)
    assert warehouse.staged(batch).batch.state == state
    assert len(warehouse.audit()) == before


def test_one_of_two_people_publishing_one_batch_is_told_why_not(
    warehouse: Warehouse, stage: Stage, tianjin: Observation
) -> None:
    batch = stage(tianjin).batch.id

    def publish(person: str) -> str:
        try:
            return warehouse.publish(batch, person).state
        except BatchRefused as refusal:
            return str(refusal)

    with ThreadPoolExecutor(8) as pool:
        said = list(pool.map(publish, "赵钱孙李周吴郑王"))
    assert said.count("published") == 1
    assert len(set(said)) == 2
    assert len(warehouse.staged(batch).batch.steps) == 4


def test_who_has_looked_at_other_figures_is_told_to_look_again(
    warehouse: Warehouse, stage: Stage, tianjin: Observation, revised: Observation
) -> None:
    mine, theirs = stage(tianjin, name="a").batch.id, stage(revised, name="b").batch.id
    apart = stage(tianjin._replace(area="110000", ref_area="北京市"), name="c").batch.id
    seen = warehouse.reader().version()
    warehouse.publish(apart, "王", seen=seen)
    warehouse.publish(theirs, "王", seen=seen)
    with pytest.raises(BatchRefused, match=str(theirs)):
        warehouse.publish(mine, "李", seen=seen)
    assert warehouse.publish(mine, "李", seen=warehouse.reader().version()).state == "published"


@pytest.fixture
def offices(settings: Settings, catalog: Catalog) -> Iterator[list[Warehouse]]:
    """Several warehouses over one file: what they share is the database alone, no lock."""
    with ExitStack() as stack:
        yield [stack.enter_context(closing(Warehouse(settings, catalog))) for _ in range(WRITERS)]


def test_writers_that_share_nothing_but_the_database_all_land(
    offices: list[Warehouse], tianjin: Observation, engine: str
) -> None:
    each = EACH[engine]

    def work(number: int) -> list[int]:
        office, done = offices[number], []
        for nth in range(each):
            staged = office.stage(
                f"{number}/{nth}".encode(),
                file_name="gdp.csv",
                source="",
                person=str(number),
                observations=[tianjin._replace(value=float(number * each + nth))],
                issues=[],
            )
            done.append(office.publish(staged.batch.id, str(number)).id)
        return done

    with ThreadPoolExecutor(WRITERS) as pool:
        ids = [batch for done in pool.map(work, range(WRITERS)) for batch in done]
    assert sorted(ids) == list(range(1, WRITERS * each + 1))
    steps = [step.seq for batch in offices[0].batches() for step in batch.steps]
    assert sorted(steps) == list(range(1, 4 * WRITERS * each + 1))
    assert [entry.seq for entry in offices[0].audit()] == list(range(1, len(steps) + 1))


Chain = list[tuple[str, int, float, bool]]

ACTIONS = st.lists(
    st.tuples(
        st.sampled_from(["bring", "publish", "withdraw", "accept"]),
        st.integers(0, 5),
        st.floats(1, 9).map(lambda value: round(value, 1)),
        st.booleans(),
    ),
    max_size=14,
)


def stands(lives: list[dict]) -> float | None:
    """What a reader should see: of the batches that stand, the one first published last."""
    shown = [
        life
        for life in lives
        if life["state"] == "published" and (life["accepts"] or not life["doubtful"])
    ]
    return max(shown, key=lambda life: life["order"])["value"] if shown else None


@given(chain=ACTIONS)
@effort(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
def test_any_chain_of_steps_leaves_what_its_replay_leaves(
    tmp_path_factory: pytest.TempPathFactory, catalog: Catalog, tianjin: Observation, chain: Chain
) -> None:
    home = Settings(home=tmp_path_factory.mktemp("chain"))
    with closing(Warehouse(home, catalog)) as warehouse:
        lives: list[dict] = []
        for order, (action, which, value, doubtful) in enumerate(chain, start=1):
            if action == "bring" or not lives:
                record = tianjin._replace(value=value, needs_review=doubtful)
                bring(warehouse, record, order)
                lives.append({"state": "staged", "value": value, "doubtful": doubtful})
            else:
                number = which % len(lives)
                landed = take(warehouse, number + 1, action)
                assert landed == replay(lives[number], action, order)
            point = warehouse.reader().series(GDP).latest
            assert (point and point.value) == stands(lives)


def bring(warehouse: Warehouse, record: Observation, order: int) -> None:
    content = str(order).encode()
    told = {"file_name": "x", "source": "", "person": "李", "observations": [record], "issues": []}
    warehouse.stage(content, **told)  # ty: ignore


def take(warehouse: Warehouse, batch: int, action: str) -> bool:
    try:
        if action == "withdraw":
            warehouse.withdraw(batch, "李", "try")
        else:
            warehouse.publish(batch, "李", accept_doubtful=action == "accept")
    except BatchRefused:
        return False
    return True


def replay(life: dict, action: str, order: int) -> bool:
    """The rules in their plainest form: whether the step lands, and what it leaves."""
    state = life["state"]
    if action == "withdraw" and state in ("staged", "published"):
        life["state"] = "discarded" if state == "staged" else "withdrawn"
    elif action in ("publish", "accept") and state == "staged":
        life |= {"state": "published", "order": order, "accepts": action == "accept"}
    elif action == "accept" and state == "published" and life["doubtful"]:
        life["accepts"] = True
    else:
        return False
    return True
