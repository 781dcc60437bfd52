"""One framework a file. To add one:

1. its row in `cors_tui/fixes/versions.py`: the versions it will be run on;
2. its file here, binding ``FRAMEWORK``: a `Recipe` (the snippet from a policy, a place and reason for each remedy,
   quirks by version), `expected` (what it answers), `program` (a small project with the snippet in it), `recognise`;
3. its test file in `tests/fixes/frameworks/`: answers as they were measured, near misses of `recognise`.

Nothing else is told of it: `Recipe.as_framework` puts them together, `tests/fixes/test_framework.py` and
`tests/live/frameworks/` then ask it everything they ask the others, unasked.
"""
