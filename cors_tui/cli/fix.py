"""`cors-tui fix`: the change as code, for one framework."""

from __future__ import annotations

import json
import shlex
from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from cors_tui.cli._exit import Exit

if TYPE_CHECKING:
    from cors_tui.fixes.framework import Framework, Program
    from cors_tui.policy import CorsPolicy
    from cors_tui.remedy import Remedy


@click.command("fix", short_help="Print the change as code for a framework; list the frameworks.")
@click.argument("framework", required=False, metavar="[FRAMEWORK[@VERSION]]")
@click.option("--origin", "origins", multiple=True, metavar="ORIGIN", help="Who may call. Repeatable.")
@click.option(
    "--pattern", "patterns", multiple=True, metavar="PATTERN", help="As in https://*.example.com. Repeatable."
)
@click.option(
    "--method", "methods", multiple=True, metavar="METHOD", help="What may be done; GET, HEAD and POST always may."
)
@click.option(
    "--header", "headers", multiple=True, metavar="NAME", help="A header that requests may carry. Repeatable."
)
@click.option("--expose", multiple=True, metavar="NAME", help="A response header that scripts may read. Repeatable.")
@click.option("--credentials", is_flag=True, help="Cookies and HTTP authentication may be sent.")
@click.option("--max-age", type=int, default=None, metavar="SECONDS", help="How long a preflight's answer may be kept.")
@click.option("--from-env", is_flag=True, help="Read the origins from the environment when the program runs.")
@click.option("--env-name", default="CORS_ORIGINS", show_default=True, metavar="NAME", help="The variable's name.")
@click.option(
    "--policy", "policy_file", type=click.Path(dir_okay=False), metavar="FILE", help="Start from a cors-policy.toml."
)
@click.option("--remedy", "remedy_code", default="", metavar="REMEDY", help="Only the part to paste, for this remedy.")
@click.option("--snippet", "only_snippet", is_flag=True, help="Only the part to paste, without the program around it.")
@click.option("--development", is_flag=True, help="Let in every port of this machine, too. Never deploy that.")
@click.option(
    "--app", "folder", type=click.Path(file_okay=False), metavar="DIR", help="Write a whole project into DIR."
)
@click.option("--json", "as_json", is_flag=True, help="For programs.")
def fix_command(framework: str | None, **options: Any) -> None:
    """Print a program for FRAMEWORK with the CORS change marked in it; it runs as it is.

    Without FRAMEWORK: the frameworks there are, with the versions they were run on. Where the change goes, and what to
    install, is said on the other stream, so that the output can go straight to a file.
    """
    if framework is None:
        _list(options["as_json"])
        return
    chosen, version = _framework(framework)
    policy = _policy(options)
    faults = chosen.faults(policy)
    for fault in faults:
        click.echo(fault.sentence if fault.grave else f"Note: {fault.sentence}", err=True)
    if any(fault.grave for fault in faults):
        raise SystemExit(Exit.USAGE)
    if options["folder"]:
        _write_app(chosen, policy, version, options)
    else:
        _print(chosen, policy, version, options)


def _list(as_json: bool) -> None:
    from cors_tui.fixes.framework import known_frameworks
    from cors_tui.fixes.versions import RUN_ON

    frameworks = known_frameworks().values()
    if as_json:
        listed = [{"name": f.name, "title": f.title, "versions": f.versions, "run_on": RUN_ON} for f in frameworks]
        click.echo(json.dumps({"schema_version": 1, "frameworks": listed}, indent=2))
        return
    click.echo(f"Each was run on {RUN_ON} with these versions:\n")
    for framework in frameworks:
        click.echo(f"  {framework.name:<14} {'; '.join(framework.versions)}")
    click.echo("\ncors-tui fix FRAMEWORK --origin https://app.example.com prints the change.")


def _framework(text: str) -> tuple[Framework, str]:
    """The framework and the version asked for, "" for the newest; a usage error when there is no such one."""
    from cors_tui.fixes.fault import one_line
    from cors_tui.fixes.framework import find_framework, known_frameworks
    from cors_tui.fixes.versions import stack_of

    name, _, version = text.partition("@")
    if not version and name.lower() in ("express4", "express5"):
        version = name[-1]
    found = find_framework(name)
    if found is None:
        raise click.UsageError(f"There is no fix for `{one_line(name)}`; there are {', '.join(known_frameworks())}.")
    try:
        return found, stack_of(found.name, version).version
    except ValueError as error:
        raise click.UsageError(f"{one_line(str(error))}.") from None


def _policy(options: dict[str, Any]) -> CorsPolicy:
    """The policy of the file, if any, with the flags on top."""
    from cors_tui.cli._policy_file import policy_from
    from cors_tui.policy import CorsPolicy

    policy = policy_from(options["policy_file"]).policy if options["policy_file"] else CorsPolicy()
    added = {
        name: tuple(dict.fromkeys((*getattr(policy, name), *options[name])))
        for name in ("origins", "patterns", "methods", "headers", "expose")
    }
    return replace(
        policy,
        **added,
        credentials=policy.credentials or options["credentials"],
        max_age=policy.max_age if options["max_age"] is None else options["max_age"],
        from_env=options["env_name"] if options["from_env"] else policy.from_env,
    )


def _remedy(framework: Framework, code: str) -> Remedy:
    from cors_tui.fixes.fault import one_line

    if not code:
        return framework.remedies[0]
    for remedy in framework.remedies:
        if code in (remedy.code, remedy.name):
            return remedy
    known = ", ".join(remedy.code for remedy in framework.remedies)
    raise click.UsageError(f"{framework.title} has no fix for `{one_line(code)}`; it has {known}.")


def _print(framework: Framework, policy: CorsPolicy, version: str, options: dict[str, Any]) -> None:
    """The program, or its part, on stdout; where it goes on stderr."""
    remedy = _remedy(framework, options["remedy_code"])
    fix = framework.development_fix(policy) if options["development"] else framework.fix(policy, remedy)
    if fix is None:
        raise click.UsageError(f"{framework.title} has no fix for `{remedy.code}`.")
    program = framework.program(fix.policy, version)
    whole = program.files[program.snippet_file]
    if options["as_json"]:
        described = {**asdict(fix), "remedy": fix.remedy.code, "version": version, "program": whole}
        click.echo(json.dumps({"schema_version": 1, **described, "by_hand": program.by_hand}, indent=2))
        return
    only_snippet = options["only_snippet"] or options["remedy_code"]
    install = (fix.install,) if only_snippet else _by_hand(program)
    for line in (*install, fix.placement, *fix.notes, f"Run on {', '.join(fix.run_on)}."):
        click.echo(f"# {line}", err=True)
    click.echo(fix.snippet if only_snippet else whole.rstrip("\n"))


def _by_hand(program: Program) -> tuple[str, ...]:
    """How the printed file is installed and started."""
    if not program.by_hand:
        return ("It is started by other files beside it: --app DIR writes them all.",)
    return (f"Saved as {program.snippet_file}, it is installed and started by:", *program.by_hand)


def _write_app(framework: Framework, policy: CorsPolicy, version: str, options: dict[str, Any]) -> None:
    """The project into a folder that is empty or new."""
    from cors_tui.fixes.recipe import development_policy

    folder = Path(options["folder"])
    program = framework.program(development_policy(policy) if options["development"] else policy, version)
    try:
        if folder.exists() and any(folder.iterdir()):
            raise click.UsageError(f"{folder} is not empty; name a folder that is, or a new one.")
        for path, text in program.files.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_text(text, encoding="utf-8")
    except OSError as error:
        raise click.UsageError(f"{error.filename}: {error.strerror}.") from None
    if options["as_json"]:
        steps = {"install": program.install, "start": program.start, "snippet_file": program.snippet_file}
        click.echo(json.dumps({"schema_version": 1, "folder": str(folder), **steps}, indent=2))
        return
    click.echo(f"Written to {folder}; the change stands in {program.snippet_file}. In that folder:")
    for command in program.install:
        click.echo(f"  {shlex.join(command)}")
    click.echo(f"  PORT=3000 {shlex.join(program.start)}")


COMMAND = fix_command
