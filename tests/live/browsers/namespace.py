"""A network namespace of its own, so that the recorded host names and ports are free: 80, 443 and the rest."""

from __future__ import annotations

import fcntl
import os
import shutil
import socket
import struct
import subprocess
import tempfile
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

_GET_FLAGS, _SET_FLAGS, _UP = 0x8913, 0x8914, 0x1
_SET_ADDRESS = 0x8916


@cache
def prefix() -> tuple[tuple[str, ...], str]:
    """The words that start a command in namespaces of its own, and "" - or no words, and why not.

    The process namespace ends every browser with the command, however it ends.
    """
    unshare = shutil.which("unshare")
    if unshare is None:
        return (), "unshare (util-linux) is not installed"
    as_root = () if os.geteuid() == 0 else ("--map-root-user",)
    words = (unshare, *as_root, "--net", "--pid", "--fork", "--kill-child=KILL", "--mount-proc")
    tried = subprocess.run((*words, "true"), capture_output=True, text=True, timeout=20, check=False)
    return (words, "") if tried.returncode == 0 else ((), tried.stderr.strip() or "unshare was refused")


def bring_up_loopback() -> None:
    """What ``ip link set lo up`` does, without the program, and ``ip address add 127.0.0.2/8 dev lo``.

    The C library resolves no name for a program that asks for reachable addresses only, while 127.0.0.1 is all it has.
    """
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as handle:
        asked = struct.pack("16sH22x", b"lo", 0)
        (flags,) = struct.unpack("16xH22x", fcntl.ioctl(handle, _GET_FLAGS, asked))
        fcntl.ioctl(handle, _SET_FLAGS, struct.pack("16sH22x", b"lo", flags | _UP))
    add_address("127.0.0.2")


def add_address(address: str) -> None:
    """What ``ip address add ADDRESS dev lo`` does; up to ten of IPv4, told apart by their last digit."""
    if ":" in address:
        with socket.socket(socket.AF_INET6, socket.SOCK_DGRAM) as handle:
            place = struct.pack("16sIi", socket.inet_pton(socket.AF_INET6, address), 128, socket.if_nametoindex("lo"))
            fcntl.ioctl(handle, _SET_ADDRESS, place)
        return
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as handle:
        name = f"lo:{address[-1]}".encode()
        fcntl.ioctl(handle, _SET_ADDRESS, struct.pack("16sH2x4s16x", name, socket.AF_INET, socket.inet_aton(address)))


def name_the_hosts(names: Iterable[str], elsewhere: Mapping[str, str] = MappingProxyType({})) -> None:
    """Point `names` to loopback, and those of `elsewhere` to their addresses, by covering ``/etc/hosts``: only in a
    mount namespace of one's own."""
    with tempfile.TemporaryDirectory() as folder:
        hosts = Path(folder) / "hosts"
        lines = [f"127.0.0.1 localhost {' '.join(names)}", "::1 localhost"]
        lines += [f"{address} {name}" for name, address in elsewhere.items()]
        hosts.write_text("\n".join((*lines, "")), encoding="utf-8")
        hosts.chmod(0o644)
        subprocess.run(("mount", "--bind", str(hosts), "/etc/hosts"), check=True, capture_output=True, timeout=20)
