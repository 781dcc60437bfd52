"""Cases with every awkward byte, for the round trips of every form."""

from __future__ import annotations

from hypothesis import strategies as st

from cors_tui.case import Call, Case
from cors_tui.standards.header_list import HeaderList
from cors_tui.standards.request import CredentialsMode

AWKWARD = "aB1 '\"\\$`!%^&|<>(){}[]*?~#;:,=@+-_/.\t"
LINES = AWKWARD + "\n"

paths = st.text("abc019-._~!$&'()*+,;=:@%", max_size=20)
urls = st.builds(lambda path, query: f"https://api.example/{path}?q={query}", paths, paths)
names = st.text("abcXYZ019-_!#$&'*+.^`|~", min_size=1, max_size=10).map(lambda name: f"X-{name}")
values = st.text(AWKWARD, max_size=25).map(str.strip)
headers = st.lists(st.tuples(names, values), max_size=3, unique_by=lambda pair: pair[0].lower())
texts = st.text(LINES + "üé漢😀", max_size=40).map(lambda text: text.encode().decode("latin-1"))
octets = st.binary(max_size=40).map(lambda raw: raw.decode("latin-1"))


def calls(bodies: st.SearchStrategy[str], method: str = "PUT") -> st.SearchStrategy[Call]:
    """Calls of `method` with any URL, headers and a body."""
    return st.builds(
        lambda url, pairs, body, mode: Call(
            url, "https://app.example", method, HeaderList((("Content-Type", "a/b"), *pairs)), body, mode
        ),
        urls,
        headers,
        bodies,
        st.sampled_from([CredentialsMode.SAME_ORIGIN, CredentialsMode.INCLUDE]),
    )


SECRET = Case(
    Call(
        "https://api.example/x?token=t0ken&b=c",
        "https://app.example",
        "PUT",
        HeaderList((("Authorization", "Bearer s3cret"), ("X-Own", 'it\'s "q"'))),
        '{"a": 1}',
        CredentialsMode.INCLUDE,
        cookie="sid=c00kie",
    )
)
WORDS = ("t0ken", "s3cret", "c00kie")
