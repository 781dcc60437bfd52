"""The topics say what the program teaches beyond single causes, with the usual mistakes corrected."""

from __future__ import annotations

import pytest

from cors_tui.report.topics import TOPICS, Topic
from tests.rows import each_row

MUST_SAY = {
    "json on a get is preflighted": ("how-it-works", "application/json - on a GET, too"),
    "postman": ("how-it-works", "Postman"),
    "a bearer token is not credentials": ("credentials", "no credentials mode"),
    "cookies across sites": ("credentials", "SameSite=None and Secure"),
    "headers on the page": ("mistakes", "it is a response header"),
    "127.0.0.1": ("mistakes", "http://127.0.0.1:3000"),
    "the express 5 crash": ("mistakes", "Express 5 stops at start"),
    "curl -I": ("mistakes", "HEAD without Origin"),
    "an error in the callback": ("mistakes", "status 500 without headers"),
    "the cap of the preflight cache": ("prevention", "7200"),
    "an unset variable": ("prevention", "nobody, not everybody"),
    "the warning of the bypass": ("bypass", "WARNING"),
    "no nginx myth": ("proxies", "`proxy_pass_header` does nothing"),
    "always": ("proxies", "`always`"),
    "not a protection": ("protects", "does not protect your API"),
}


@each_row("name", MUST_SAY)
def test_a_topic_says(name: str) -> None:
    topic, words = MUST_SAY[name]
    page = next(each for each in TOPICS if each.name == topic)
    assert words in " ".join(page.says)


@pytest.mark.parametrize("topic", TOPICS, ids=lambda topic: topic.name)
def test_a_topic_is_made_of_whole_sentences(topic: Topic) -> None:
    assert topic.title
    assert topic.says
    assert all(paragraph.endswith((".", ":", "?")) and "  " not in paragraph for paragraph in topic.says)


def test_names_are_unique_and_typeable() -> None:
    names = [topic.name for topic in TOPICS]
    assert len(names) == len(set(names))
    assert all(name == name.lower() and " " not in name for name in names)
