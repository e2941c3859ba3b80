"""Resolving: a name is looked up once, and only what all the world can reach is called.

Whoever answers for a name could send us to a machine behind the owner's wall; so the address that
was looked at is the very one that is called.
"""

import ipaddress
import socket
from typing import TypeAlias

from collector.errors import Bounced, Undelivered

IP: TypeAlias = ipaddress.IPv4Address | ipaddress.IPv6Address

NOT_GLOBAL = (
    ipaddress.ip_network("64:ff9b::/96"),
    ipaddress.ip_network("64:ff9b:1::/48"),
    ipaddress.ip_network("192.0.0.0/24"),
    ipaddress.ip_network("2002::/16"),
    ipaddress.ip_network("2001::/32"),
)
"""Beside what Python says is not global: addresses that hold others, and those of protocols."""


def resolve(host: str, port: int, *, inside: bool = False) -> str:
    """The address to call. Raises Undelivered for an unknown name, Bounced for what lies inside.

    One such address among several is enough: who mixes them means no good.
    """
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        cause = getattr(error, "strerror", None) or str(error)
        raise Undelivered("notice-no-host", host=host, cause=cause) from error
    addresses = [str(each[4][0]).partition("%")[0] for each in found]
    if not inside and not all(is_outside(ipaddress.ip_address(each)) for each in addresses):
        raise Bounced("notice-inside", host=host)
    return addresses[0]


def is_outside(address: IP) -> bool:
    """Whether all the world can reach it."""
    mapped = getattr(address, "ipv4_mapped", None)
    if mapped is not None:
        return is_outside(mapped)
    kept_out = any(address in each for each in NOT_GLOBAL if each.version == address.version)
    return address.is_global and not address.is_multicast and not kept_out
