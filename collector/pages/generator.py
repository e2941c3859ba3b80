"""The generator is a process of its own, under a configuration that the kit writes for it:
the kit's defaults, the owner's `mkdocs.yml` over them, and over both what the kit depends on."""

import json
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import yaml

from collector.errors import BuildError
from collector.garden import Garden

DEFAULTS: dict[str, Any] = {
    "theme": {
        "name": "material",
        "features": [],
        "favicon": "assets/leaf.svg",
        "palette": [
            {"scheme": "default", "primary": "custom", "accent": "custom"},
        ],
    },
    "plugins": [],
    "markdown_extensions": [
        "admonition",
        "attr_list",
        "md_in_html",
        {"tables": {"use_align_attribute": True}},
    ],
}


def own_configuration(path: Path) -> dict[str, Any]:
    """The owner's `mkdocs.yml`, without the kit's plugin; empty if there is none."""
    try:
        own = yaml.safe_load(path.read_text("utf-8-sig")) or {}
    except FileNotFoundError:
        return {}
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise BuildError("mkdocs-unreadable", path=path, cause=str(error)) from error
    if not isinstance(own, dict):
        raise BuildError("mkdocs-unreadable", path=path, cause="not a list of keys")
    return own


def configuration(
    garden: Garden, own: Mapping[str, Any], extra: Mapping[str, Any], pages: Path, theme: Path, site: Path
) -> dict[str, Any]:
    """What the generator is told; plain enough for JSON, which is YAML too."""
    merged = _under(DEFAULTS, own)
    merged["plugins"] = [each for each in merged["plugins"] or [] if each != "ideagarden"]
    merged["markdown_extensions"] = _by_name(DEFAULTS["markdown_extensions"], own.get("markdown_extensions"))
    merged["theme"] |= {"name": "material", "custom_dir": str(theme), "font": False}
    merged["extra"] = {**(own.get("extra") or {}), "scope": "/", "garden": dict(extra)}
    merged |= {
        "site_name": garden.settings.name,
        "site_url": garden.settings.site.url,
        "docs_dir": str(pages),
        "site_dir": str(site),
        "use_directory_urls": True,
        "nav": ["index.md"],
        "not_in_nav": "*",
    }
    return merged


def _under(kit: Mapping[str, Any], own: Mapping[str, Any]) -> dict[str, Any]:
    merged = dict(kit)
    for key, value in own.items():
        below = merged.get(key)
        both = isinstance(value, dict) and isinstance(below, dict)
        merged[key] = _under(below, value) if both else value  # type: ignore[arg-type]
    return merged


def _by_name(*lists: Any) -> list[Any]:
    named: dict[str, Any] = {}
    for each in (entry for entries in lists for entry in entries or ()):
        named[next(iter(each)) if isinstance(each, dict) else each] = each
    return list(named.values())


def generate(path: Path, told: Mapping[str, Any], progress: Callable[[str], None]) -> None:
    """Write the configuration and run MkDocs on it. Raises BuildError with what it said last."""
    path.write_text(json.dumps(told, indent=1), encoding="utf-8")
    command = [sys.executable, "-m", "mkdocs", "--color", "build", "--quiet", "--config-file", str(path)]
    command.remove("--color")
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=path.parent)
    if done.returncode:
        raise BuildError("generator-failed", said=(done.stderr or done.stdout).strip()[-1000:])
    for line in done.stderr.splitlines():
        progress(line)
