"""Pages of plain text: a cause, a refusal, a topic, and the list of what there is."""

from __future__ import annotations

import difflib
import textwrap
from collections.abc import Iterable

from cors_tui.diagnosis.cause import Cause, known_causes
from cors_tui.report.recipes import Recipe
from cors_tui.report.reference import QUICK_TABLE, search, topic
from cors_tui.report.refusals import MEANS
from cors_tui.report.topics import TOPICS, Topic
from cors_tui.standards.verdict import Refusal

_WIDTH = 79
_ALIASES = {
    "credential": "credentials",
    "common-mistakes": "mistakes",
    "dev": "environments",
    "development": "environments",
    "production": "environments",
    "curl": "verify",
    "proxy": "proxies",
    "cdn": "proxies",
    "security": "protects",
    "preflight": "how-it-works",
    "simple": "how-it-works",
    "disable": "bypass",
}


class UnknownNameError(LookupError):
    """Nothing is called so. Its text is one sentence with the nearest names."""


def explain(name: str) -> str:
    """The page of a cause, a topic or a refusal's code. Raises `UnknownNameError`."""
    wanted = name.strip().lower().replace("_", "-").replace(" ", "-")
    causes = known_causes()
    if wanted in causes:
        return cause_page(causes[wanted])
    found = topic(_ALIASES.get(wanted, wanted))
    if found is not None:
        return topic_page(found)
    refusals = {refusal.value: refusal for refusal in Refusal}
    if wanted in refusals:
        return refusal_page(refusals[wanted])
    raise UnknownNameError(_nearest(name, wanted))


def names() -> tuple[str, ...]:
    """Every name `explain` knows: causes by rate, topics, refusals. A refusal called like its cause is its cause."""
    every = (*known_causes(), *(each.name for each in TOPICS), *(refusal.value for refusal in Refusal))
    return tuple(dict.fromkeys(every))


def listing() -> str:
    """What there is, the most frequent cause first."""
    causes = known_causes().values()
    widest = max(len(cause.name) for cause in causes)
    lines = ["CAUSES, the most frequent first (share of real reports, estimated)", ""]
    lines += [f"  {cause.rate:4.1f} %  {cause.name:<{widest}}  {cause.title}" for cause in causes]
    lines += ["", "TOPICS", ""]
    lines += [f"  {each.name:<{widest}}  {each.title}" for each in TOPICS]
    lines += ["", "THE QUICK TABLE", ""]
    for row in QUICK_TABLE:
        lines += [*_wrapped(f"You see: {row.symptom}", "  "), *_wrapped(f"because  {row.cause}", "    ")]
        lines += [*_wrapped(f"so       {row.fix}", "    "), f"    more:    cors-tui explain {row.explains}", ""]
    return "\n".join([*lines, "A refusal's code (as in `check --json`) is explained, too."])


def cause_page(cause: Cause) -> str:
    """One cause: what happened, why, what to change, and more for experts."""
    kind = "" if cause.group.is_cors else "This is not CORS, though the browser says so. "
    lines = [cause.title, "=" * len(cause.title), "", *_wrapped(f"{kind}Kind: {cause.group.title}."), ""]
    for head, words in (
        ("What happened", cause.happened),
        ("Why the browser refused", cause.why),
        ("What to change", cause.change),
        ("For experts", cause.expert),
    ):
        lines += [head, *_wrapped(words, "  "), ""]
    lines += ["How it is said", *_items(cause.symptoms), ""]
    lines += ["What helps", *_items(f"{remedy.phrase} ({remedy.place.value})" for remedy in cause.remedies), ""]
    if cause.needs:
        lines += ["What cors-tui asks to find out", *_items(experiment.asks for experiment in cause.needs), ""]
    if cause.sources:
        lines += ["Sources", *(f"  {source}" for source in cause.sources), ""]
    return "\n".join(lines).rstrip()


def topic_page(found: Topic) -> str:
    """One topic with its recipes."""
    lines = [found.title, "=" * len(found.title), ""]
    for paragraph in found.says:
        lines += [*_wrapped(paragraph), ""]
    for recipe in found.recipes:
        lines += [*_recipe(recipe), ""]
    return "\n".join(lines).rstrip()


def refusal_page(refusal: Refusal) -> str:
    """One way a browser refuses, and the causes that show so."""
    lines = [refusal.value, "=" * len(refusal.value), "", *_wrapped(MEANS[refusal]), ""]
    behind = [cause for cause in known_causes().values() if refusal in cause.example().refusals]
    if behind:
        lines += ["Causes that may be behind it", *_items(f"{cause.name}: {cause.title}" for cause in behind)]
    return "\n".join(lines).rstrip()


def _recipe(recipe: Recipe) -> list[str]:
    warning = _wrapped(f"WARNING: {recipe.warning}", "  ") if recipe.warning else []
    return [f"{recipe.title}:", *warning, "", *(f"    {line}".rstrip() for line in recipe.text.splitlines())]


def _nearest(name: str, wanted: str) -> str:
    near = difflib.get_close_matches(wanted, names(), n=3, cutoff=0.5)
    near += [hit.name for hit in search(name) if hit.name not in near]
    hint = f"did you mean {', '.join(near[:3])}?" if near else "`cors-tui explain` lists what there is."
    return f"Nothing is called {name[:60]!r}; {hint}"


def _wrapped(text: str, indent: str = "") -> list[str]:
    return textwrap.wrap(
        text, _WIDTH, initial_indent=indent, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False
    )


def _items(texts: Iterable[str]) -> list[str]:
    found: list[str] = []
    for text in texts:
        found += textwrap.wrap(text, _WIDTH, initial_indent="  - ", subsequent_indent="    ", break_on_hyphens=False)
    return found
