"""What is copied to a server to go live, with the garden's own values in it."""

import socket
from ipaddress import ip_address
from pathlib import Path
from urllib.parse import urlsplit

from collector.garden import Garden

DOMAIN = "ideas.example.org"
"""What stands for the garden's domain as long as the settings name none."""

OUTSIDE = ("192.0.2.1", 9)
"""An address that no machine has (RFC 5737); nothing is sent there."""


def domain(garden: Garden) -> str:
    """The host that people will type."""
    return urlsplit(garden.settings.site.url).hostname or DOMAIN


def only_here(host: str) -> bool:
    """Whether nobody but this machine itself finds it by that name."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def own_address(garden: Garden, port: int | None = None) -> str:
    """Where others on the same network find this machine; empty if it is on none."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(OUTSIDE)  # asks the routing table; a datagram socket sends nothing yet
            host = str(probe.getsockname()[0])
        except OSError:
            return ""
    return "" if host.startswith("127.") else f"http://{host}:{port or garden.settings.serve.port}"


def serving(garden: Garden) -> str:
    """The command that lets the whole network in."""
    return f"ideagarden --garden {garden.root} serve --host 0.0.0.0"


def restoring(garden: Garden, newest: Path | None) -> str:
    """The command that puts a backup in the place of what is kept."""
    return f"ideagarden --garden {garden.root} restore {newest or garden.backups}"


def caddyfile(garden: Garden) -> str:
    """Caddy in front, with a certificate by itself, and no log of addresses."""
    return _in_front(garden, domain(garden))


def collectors_caddyfile(garden: Garden) -> str:
    """The same in front of a collector that has a domain of its own."""
    named = urlsplit(garden.settings.collector.url).hostname
    return _in_front(garden, named or f"collect.{domain(garden)}")


def _in_front(garden: Garden, host: str) -> str:
    return (
        f"{host} {{\n"
        f"    reverse_proxy 127.0.0.1:{garden.settings.serve.port}\n"
        "    log {\n"
        "        output discard\n"
        "    }\n"
        "}\n"
    )


def unit(garden: Garden) -> str:
    """The service that begins with the machine."""
    return (
        "[Unit]\n"
        "Description=Idea Garden\n"
        "After=network.target\n"
        "\n"
        "[Service]\n"
        "User=garden\n"
        "Group=garden\n"
        f"WorkingDirectory={garden.root}\n"
        "ExecStart=/srv/garden/kit/bin/ideagarden serve\n"
        "Restart=on-failure\n"
        "UMask=0077\n"
        "NoNewPrivileges=true\n"
        "PrivateTmp=true\n"
        "ProtectSystem=strict\n"
        "ProtectHome=true\n"
        f"ReadWritePaths={garden.root}\n"
        "\n"
        "[Install]\n"
        "WantedBy=multi-user.target\n"
    )


def behind_a_proxy(garden: Garden) -> str:
    """The settings of one small server."""
    return f'[site]\nurl = "https://{domain(garden)}"\n\n[serve]\nproxies = 1\n'


def elsewhere(garden: Garden) -> str:
    """The settings of a site on another host than the collector."""
    site, collector = f"https://{domain(garden)}", f"https://collect.{domain(garden)}"
    return (
        f'[site]\nurl = "{site}"\n'
        "\n"
        f'[collector]\nurl = "{garden.settings.collector.url or collector}"\n'
        f'origins = ["{site}"]\n'
        "\n"
        "[publish]\n"
        f'then = "rsync -a --delete build/live/public/ web@{domain(garden)}:site/"\n'
    )
