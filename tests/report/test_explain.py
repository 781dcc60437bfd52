"""The pages as text: nothing missing, nothing too wide, and a wrong name gets a way out."""

from __future__ import annotations

import pytest

from cors_tui.diagnosis.cause import known_causes
from cors_tui.report.explain import UnknownNameError, explain, listing, names
from cors_tui.report.reference import QUICK_TABLE
from cors_tui.report.topics import TOPICS
from cors_tui.standards.verdict import Refusal
from tests.rows import each_row

CAUSES = {cause.name: cause for cause in known_causes().values()}


def _flat(text: str) -> str:
    return " ".join(text.split())


@each_row("name", CAUSES)
def test_the_page_of_a_cause_holds_all_its_words(name: str) -> None:
    cause, page = CAUSES[name], _flat(explain(name))
    for words in (cause.title, cause.happened, cause.why, cause.change, cause.expert, *cause.symptoms):
        assert _flat(words) in page


@each_row("name", [c.name for c in CAUSES.values() if not c.group.is_cors])
def test_the_page_of_what_is_not_cors_says_so(name: str) -> None:
    assert "This is not CORS" in explain(name)


@each_row("name", names())
def test_running_text_fits_eighty_columns(name: str) -> None:
    """Recipes and addresses are copied, so they keep their lines."""
    running = [line for line in explain(name).splitlines() if not line.startswith("    ") and "http" not in line]
    assert [line for line in running if len(line) > 79] == []


def test_a_topic_hides_behind_no_cause_and_no_refusal() -> None:
    others = {*CAUSES, *(refusal.value for refusal in Refusal)}
    assert others.isdisjoint(topic.name for topic in TOPICS)


@pytest.mark.parametrize("name", ["header-not-allowed", "method-not-allowed", "mixed-content"])
def test_a_cause_called_like_a_refusal_is_seen_by_it(name: str) -> None:
    """So the one page may stand for both."""
    assert Refusal(name) in CAUSES[name].example().refusals


@pytest.mark.parametrize("topic", TOPICS, ids=lambda topic: topic.name)
def test_the_page_of_a_topic_holds_its_recipes_line_for_line(topic: object) -> None:
    found = next(each for each in TOPICS if each is topic)
    page = explain(found.name)
    for recipe in found.recipes:
        assert all(f"    {line}".rstrip() in page for line in recipe.text.splitlines())
        assert _flat(recipe.warning) in _flat(page)


def test_a_refusal_names_the_causes_that_show_so() -> None:
    page = explain(Refusal.ALLOW_ORIGIN_WILDCARD.value)
    assert "wildcard-with-credentials" in page
    assert "server-not-running" not in page


ALIASES = {"in capitals": "No-Allow-Origin", "with underscores": "no_allow_origin", "another word": "curl"}


@pytest.mark.parametrize("name", ALIASES)
def test_a_name_may_be_written(name: str) -> None:
    assert explain(ALIASES[name])


WRONG = {
    "a slip of the pen": ("no-allow-orign", "no-allow-origin"),
    "words from the console": ("multiple values but only one is allowed", "doubled-by-two-layers"),
    "nothing like it": ("xyzzy", "`cors-tui explain` lists"),
}


@pytest.mark.parametrize("name", WRONG)
def test_an_unknown_name_gets_one_sentence_with_a_way_out(name: str) -> None:
    asked, hint = WRONG[name]
    with pytest.raises(UnknownNameError) as error:
        explain(asked)
    assert hint in str(error.value)
    assert "\n" not in str(error.value)


def test_the_list_has_everything_the_most_frequent_cause_first() -> None:
    text = listing()
    assert all(name in text for name in (*CAUSES, *(topic.name for topic in TOPICS)))
    assert all(_flat(row.symptom) in _flat(text) for row in QUICK_TABLE)
    places = [text.index(f"  {cause.name} ") for cause in CAUSES.values()]
    assert places == sorted(places)
