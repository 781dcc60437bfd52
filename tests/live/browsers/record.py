"""Record what one real engine does with cases: ``python -m tests.live.browsers.record ENGINE CASES RECORDS``.

Both files are JSON Lines in the format of the recordings. Started in namespaces of its own where it can be.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import sys
import tempfile
from contextlib import AbstractAsyncContextManager
from pathlib import Path

from cors_tui.probe.real_browser.launch import installed_browsers
from tests.live.browsers import chromium, firefox, near, webkit
from tests.live.browsers.certificate import NAMES, server_context
from tests.live.browsers.drive import Case, Driver, Record, case_of, groups, page_headers, page_url, record, run_script
from tests.live.browsers.namespace import add_address, bring_up_loopback, name_the_hosts
from tests.live.browsers.server import HTTP_PORTS, HTTPS_PORTS, WireServer

COOKIE_PAGES = (
    "http://localhost:3000/cookies", "http://127.0.0.1:8000/cookies", "https://api.example.test/cookies",
    "https://third.test/cookies",
)  # fmt: skip


async def record_cases(
    engine: str, cases: list[Case], *, own_namespace: bool, addresses: tuple[str, ...] = ()
) -> tuple[str, list[Record], list[str]]:
    """The engine's version, one record a case in their order, and the console lines that belong to no case.

    The cases' server listens on loopback, and on `addresses`.
    """
    server = WireServer({case["id"]: case["server"] for case in cases})
    with tempfile.TemporaryDirectory() as folder:
        tls = server_context(Path(folder))
        wanted = {**dict.fromkeys(HTTP_PORTS), **dict.fromkeys(HTTPS_PORTS, tls)}
        ports = {
            port: await server.listen(port if own_namespace else 0, tls, addresses) for port, tls in wanted.items()
        }
        async with _driving(engine, ports) as driver:
            records, strays = await _all(driver, server, cases)
            version = driver.version
        server.close()
    return version, [records[case["id"]] for case in cases], strays


def _driving(engine: str, ports: dict[int, int]) -> AbstractAsyncContextManager[Driver]:
    if engine == "webkit":
        return webkit.driving(str(webkit.mini_browser()))
    path = installed_browsers()[engine]
    return chromium.driving(path, ports) if engine == "chromium" else firefox.driving(path, ports)


async def _all(driver: Driver, server: WireServer, cases: list[Case]) -> tuple[dict[str, Record], list[str]]:
    for url in COOKIE_PAGES:
        await driver.visit(url)
    records: dict[str, Record] = {}
    strays: list[str] = []
    for group in groups(cases):
        server.page_headers = page_headers(group[0])
        await driver.visit(page_url(group[0]))
        seen = {each["id"]: each for each in json.loads(await driver.evaluate(run_script(group)))}
        lines = await driver.console()
        strays += [line["text"] for line in lines if case_of(line) not in seen]
        for case in group:
            mine = [line for line in lines if case_of(line) == case["id"]]
            records[case["id"]] = record(case, driver.name, seen[case["id"]], mine, server.requests[case["id"]])
    return records, strays


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("engine", choices=("chromium", "firefox", "webkit"))
    parser.add_argument("cases", type=Path)
    parser.add_argument("records", type=Path)
    parser.add_argument("--own-namespace", action="store_true")
    parser.add_argument("--near", action="store_true", help="with the addresses and names of `near`, in a namespace")
    asked = parser.parse_args()
    if asked.own_namespace:
        bring_up_loopback()
        name_the_hosts((*NAMES, "public.test"), near.NAMES if asked.near else {})
    addresses = near.ADDRESSES if asked.near else ()
    for address in addresses:
        add_address(address)
    cases = [json.loads(line) for line in asked.cases.read_text(encoding="utf-8").splitlines()]
    recorded = record_cases(asked.engine, cases, own_namespace=asked.own_namespace, addresses=addresses)
    version, records, strays = asyncio.run(recorded)
    with asked.records.open("w", encoding="utf-8") as file:
        file.writelines(json.dumps(each) + "\n" for each in records)
    json.dump({"version": version, "strays": strays}, sys.stdout)


if __name__ == "__main__":
    main()
