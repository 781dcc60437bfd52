"""Whose name a stranger can register and a pattern lets in all the same: the proof that a pattern is too wide."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from cors_tui.fixes.origin_faults import is_loopback
from cors_tui.patterns import Pattern, read_pattern

if TYPE_CHECKING:
    from publicsuffixlist import PublicSuffixList

LONGEST_PATTERN = 200

_EXPRESSION = re.compile(r"[\\^$()\[\]{}+?|]|//\.\*|^\.\*")
_WILD_IN_EXPRESSION = re.compile(r"\([^()]*\)[*+?]?|\[[^\]]*\][*+?]?|\.?[*+]")
_WILD_IN_GLOB = re.compile(r"\*")
_TOKEN = re.compile(r"\((?:\?:)?(?P<word>[a-z0-9-]*)[^()]*\)[*+?]?|\[[^\]]*\][*+]?|\\?.[*+]|\\.|.", re.DOTALL)


def is_expression(text: str) -> bool:
    """Whether `text` is meant as a regular expression rather than as a pattern with stars."""
    return _EXPRESSION.search(text) is not None


def stranger(text: str) -> str:
    """An origin on a name that a stranger can register and that `text`, read as people mean it, lets in; or ""."""
    if len(text) > LONGEST_PATTERN:
        return ""
    pattern = read_pattern(text)
    if pattern is not None:
        return _under_a_public_suffix(pattern)
    bare = _unslashed(text)
    for host in _alternatives(bare):
        own = registrable(domain_of(host))
        for candidate in _candidates(host):
            name = candidate.partition("://")[2].partition(":")[0]
            if _reads(bare, candidate) and registrable(name) != own:
                return candidate
    return ""


def public_suffix_of(pattern: Pattern) -> str:
    """The public suffix that `pattern` reaches across: its host itself, or one below it; "" when there is none."""
    if not pattern.wild or is_loopback(pattern.host):
        return ""
    return pattern.host if not registrable(pattern.host) else _suffix_below(pattern.host)


def domain_of(text: str) -> str:
    """The literal domain that `text`, a pattern of whatever make, ends in: without port, path and cut-off label."""
    tail = re.split(r"[:/]", _pieces(_host(_unslashed(text)))[-1])[0].lower()
    return tail.partition(".")[2] if tail.startswith(("-", "_")) else tail.lstrip(".")


def registrable(host: str) -> str:
    """The registrable domain of `host`; "" for a public suffix, "localhost" for what only this machine answers."""
    if is_loopback(host):
        return "localhost"
    found: str | None = _suffixes().privatesuffix(host)
    return found or ""


def _under_a_public_suffix(pattern: Pattern) -> str:
    suffix = public_suffix_of(pattern)
    if not suffix:
        return ""
    # Where every name under it is a public suffix, too, a stranger's stands one label deeper.
    names = (f"evil.{suffix}", f"evil.any.{suffix}")
    name = next((name for name in names if registrable(name)), names[0])
    return f"{pattern.scheme}://{name}" + (f":{pattern.port}" if pattern.port else "")


def _unslashed(text: str) -> str:
    """The expression inside a literal of JavaScript, as in ``/^https:\\/\\/.*/i``."""
    literal = re.fullmatch(r"/(.+)/[a-z]*", text)
    return (literal[1] if literal else text).replace("\\/", "/")


def _alternatives(text: str) -> list[str]:
    """The hosts of what stands between the bars outside of all brackets: each has its own ends."""
    depth, parts = 0, [""]
    for character in text:
        depth += (character in "([") - (character in ")]")
        if character == "|" and depth <= 0:
            parts.append("")
        else:
            parts[-1] += character
    return [_host(part) for part in parts]


def _host(text: str) -> str:
    bare = text.strip("^$").replace("https?", "https")
    return bare.partition("://")[2] if "://" in bare else bare


def _pieces(host: str) -> list[str]:
    """The literal texts of the host around what is wild in it."""
    wild = _WILD_IN_EXPRESSION if is_expression(host) else _WILD_IN_GLOB
    return [re.sub(r"\\(.)", r"\1", piece) for piece in wild.split(host)]


def _candidates(host: str) -> Iterator[str]:
    pieces = _pieces(host)
    head, tail = (pieces[0], pieces[-1]) if len(pieces) > 1 else ("", pieces[0])
    strange = ("evil.test", f"evil{tail}", f"{head}evil.test", f"{head}evil{tail}")
    longer = (f"{head}x{tail}.evil.test", f"{head}{tail}.evil.test")
    for scheme in ("https", "http"):
        yield from (f"{scheme}://{name}" for name in (*strange, *longer, *_any_letter_for_a_dot(host)))


def _any_letter_for_a_dot(host: str) -> Iterator[str]:
    """The host with a letter where a dot is not escaped; never the last dot, as nobody registers a top-level domain."""
    spelled = [(_spelled(token), token[0] == ".") for token in _TOKEN.finditer(host)]
    dots = [index for index, (text, _) in enumerate(spelled) if text == "."]
    for index in dots[:-1]:
        if spelled[index][1]:
            yield "".join("x" if index == at else text for at, (text, _) in enumerate(spelled))


def _spelled(token: re.Match[str]) -> str:
    """A text that the token of an expression matches, as far as that is easily told."""
    text = token[0]
    if token["word"]:
        return token["word"]
    return "evil" if len(text) > 1 and (text[0] in "([" or text[-1] in "*+") else text.removeprefix("\\")


def _reads(text: str, candidate: str) -> bool:
    """Whether `text` admits `candidate`: as an expression (searched, as JavaScript's `test` does), or as a glob."""
    if not re.fullmatch(r"https?://[a-z0-9.-]+(:[0-9]+)?", candidate) or ".." in candidate:
        return False
    if is_expression(text):
        try:
            return re.search(text, candidate) is not None
        except re.error:
            return False
    glob = re.escape(text).replace(r"\*", "[^/]*")
    scheme = "" if "://" in text else "https?://"
    return "*" in text and ":*" not in text and re.fullmatch(scheme + glob, candidate) is not None


@cache
def _suffix_below(host: str) -> str:
    """The shortest public suffix under `host`, "" when there is none: https://publicsuffix.org/list/"""
    found = [rule for rule in _rules() if rule.endswith(f".{host}")]
    return min(found, key=lambda rule: (rule.count("."), len(rule), rule), default="").replace("*", "any")


@cache
def _rules() -> tuple[str, ...]:
    from publicsuffixlist import PSLFILE

    lines = Path(PSLFILE).read_text(encoding="utf-8").splitlines()
    return tuple(line.strip() for line in lines if line.isascii() and not line.startswith(("//", "!")))


@cache
def _suffixes() -> PublicSuffixList:
    from publicsuffixlist import PublicSuffixList  # 60 ms of data, wanted only where there is a pattern

    return PublicSuffixList()
