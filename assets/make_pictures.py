"""Draw the pictures of the README from the running app, over the practice lab: ``python assets/make_pictures.py``.

Writes SVG files beside this script. With Chromium installed, ``--png`` draws each as PNG, too.
"""

from __future__ import annotations

import argparse
import asyncio
import re
import shutil
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

from textual import events

from cors_tui.lab.scenario import known_scenarios
from cors_tui.session.labs import RunningLab
from cors_tui.tui.app import CorsApp

HERE = Path(__file__).resolve().parent
FONT_FACE = re.compile(r"@font-face \{.*?\}", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture: the lab scenario or the text that is pasted, the keys pressed on it, and the size in cells."""

    name: str
    scenario: str
    keys: tuple[str, ...]
    size: tuple[int, int] = (120, 36)
    paste: str = ""


_LINES = """\
app.js:42 Access to fetch at 'https://api.example.com/users/7' from origin 'https://app.example.com' has been blocked \
by CORS policy: Response to preflight request doesn't pass access control check: It does not have HTTP ok status.
GET https://cdn.example.com/data.json net::ERR_FAILED 504 (Gateway Timeout)
Access to fetch at 'https://cdn.example.com/data.json' from origin 'https://app.example.com' has been blocked by CORS \
policy: No 'Access-Control-Allow-Origin' header is present on the requested resource.
"""

PICTURES = (
    Picture("start", "", ()),
    Picture("request-type", "options-405", ("r",)),
    Picture("verdict", "options-405", ("a", "5")),
    Picture("cdn", "cdn-strips", ("a", "4")),
    Picture("fix", "options-405", ("a", "6")),
    Picture("verify", "options-405", ("a", "k")),
    Picture("not-cors", "error-500", ("a", "5")),
    Picture("paste", "", (), paste=_LINES),
    Picture("small", "options-405", ("r",), (80, 24)),
)


async def draw(picture: Picture) -> str:
    """The picture as SVG, without a reference to fonts on the network."""
    scenario = known_scenarios().get(picture.scenario)
    app = CorsApp(lab=RunningLab(scenario) if scenario else None)
    async with app.run_test(size=picture.size) as pilot:
        await pilot.pause()
        if picture.paste:
            app.post_message(events.Paste(picture.paste))
            await pilot.pause()
            await app.workers.wait_for_complete()
            await pilot.pause()
        for key in picture.keys:
            await pilot.press(key)
            await pilot.pause()
            await app.workers.wait_for_complete()
            await pilot.pause()
        await pilot.pause()
        return FONT_FACE.sub("", app.export_screenshot(title="cors-tui"))


def as_png(svg: str, target: Path) -> None:
    """Draw `svg` by a headless Chromium, in the size it states."""
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if chromium is None:
        raise SystemExit("No Chromium on this machine; the SVG files are written.")
    size = re.search(r'viewBox="0 0 ([\d.]+) ([\d.]+)"', svg)
    width, height = (int(float(size[1])), int(float(size[2]))) if size else (1200, 800)
    page = f'<body style="margin:0">{svg.replace("Fira Code", "DejaVu Sans Mono")}</body>'
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "page.html"
        source.write_text(page, encoding="utf-8")
        options = ["--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars"]
        command = [chromium, *options, f"--window-size={width},{height}", f"--screenshot={target}", source.as_uri()]
        subprocess.run(command, check=True, capture_output=True, timeout=60)  # noqa: S603 -- a program of this machine


def main() -> None:
    """Draw every picture, or those that are named."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", help="only these pictures")
    parser.add_argument("--png", action="store_true", help="draw PNG files, too")
    parser.add_argument("--to", type=Path, default=HERE, help="the folder to write to")
    wanted = parser.parse_args()
    for picture in PICTURES:
        if wanted.names and picture.name not in wanted.names:
            continue
        svg = asyncio.run(draw(picture))
        (wanted.to / f"{picture.name}.svg").write_text(svg, encoding="utf-8")
        if wanted.png:
            as_png(svg, wanted.to / f"{picture.name}.png")


if __name__ == "__main__":
    main()
