"""What the generator is told: the kit's defaults, the owner's `mkdocs.yml` over them, and over both
what the kit depends on. Any generator that reads `mkdocs.yml` can be told the same."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from collector.errors import BuildError
from collector.garden import Garden
from collector.pages.stage import Staged

Told = dict[str, Any]

DEFAULTS: Told = {
    "theme": {
        "favicon": "assets/leaf.svg",
        "palette": {"scheme": "default", "primary": "custom", "accent": "custom"},
    },
    "markdown_extensions": [
        "admonition",
        "attr_list",
        "md_in_html",
        {"tables": {"use_align_attribute": True}},
    ],
}
PLUGIN = "ideagarden"
FROM_HERE = ("INHERIT", "hooks")
"""Keys that name files beside the owner's `mkdocs.yml`."""


def own_configuration(garden: Garden) -> Told:
    """The owner's `mkdocs.yml`; empty if there is none. Raises BuildError if it can't be used."""
    path = garden.root / "mkdocs.yml"
    try:
        own = yaml.load(path.read_text("utf-8-sig"), _Loader)  # noqa: S506 - a safe loader that keeps tags as they are
    except FileNotFoundError:
        return {}
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise BuildError("mkdocs-unreadable", path=path, cause=str(error)) from error
    if not isinstance(own, dict):
        raise BuildError("mkdocs-unreadable", path=path, cause="it holds no keys")
    if "site_dir" in own:
        refuse_overlap(garden, garden.root / str(own["site_dir"]))
    return own


def refuse_overlap(garden: Garden, site: Path) -> None:
    """Raise BuildError if the site would be made in, or around, what a build must not empty."""
    site = site.resolve()
    kept = [garden.challenges, garden.own_pages.parent, garden.var, garden.staged, garden.live]
    for each in (*kept, garden.root / "collector", garden.root / "tests", garden.root / ".git"):
        source = each.resolve()
        if site == source or site in source.parents or source in site.parents:
            raise BuildError("site-overlaps", site=site, source=each)


def configuration(garden: Garden, own: Mapping[str, Any], staged: Staged, site: Path) -> Told:
    """Everything the generator needs to make `site` from what is staged."""
    told = _under(DEFAULTS, own)
    told["plugins"] = [each for each in own.get("plugins") or () if _name(each) != PLUGIN]
    told["markdown_extensions"] = _by_name(
        *DEFAULTS["markdown_extensions"], *(own.get("markdown_extensions") or ())
    )
    told["theme"] |= {"name": "material", "custom_dir": _place(garden, staged.theme), "font": False}
    told["theme"]["language"] = garden.settings.language
    told["extra"] = {**(own.get("extra") or {}), "scope": "/", "garden": dict(staged.extra)}
    for key in FROM_HERE:
        if key in own:
            told[key] = _absolute(garden.root, own[key])
    return told | {
        "site_name": garden.settings.name,
        "site_url": garden.settings.site.url,
        "docs_dir": _place(garden, staged.pages),
        "site_dir": _place(garden, site),
        "use_directory_urls": True,
        "nav": ["index.md"],
        "not_in_nav": "*",
    }


def write_configuration(garden: Garden, name: str, told: Told) -> Path:
    """Put it into `build/`, to which its paths are relative."""
    path = garden.build / name
    path.write_text(yaml.dump(told, Dumper=_Dumper, sort_keys=False, allow_unicode=True), "utf-8")
    return path


def _place(garden: Garden, path: Path) -> str:
    return str(path.relative_to(garden.build) if path.is_relative_to(garden.build) else path)


def _under(kit: Mapping[str, Any], own: Mapping[str, Any]) -> Told:
    told = dict(kit)
    for key, value in own.items():
        below = told.get(key)
        both = isinstance(below, dict) and isinstance(value, dict)
        told[key] = _under(below, value) if both else value  # type: ignore[arg-type]  # `both` says they are
    return told


def _by_name(*extensions: Any) -> list[Any]:
    return list({_name(each): each for each in extensions}.values())


def _name(entry: Any) -> Any:
    return next(iter(entry)) if isinstance(entry, dict) else entry


def _absolute(root: Path, value: Any) -> Any:
    return [str(root / each) for each in value] if isinstance(value, list) else str(root / value)


@dataclass(frozen=True)
class _Tagged:
    """A value with a tag that only the generator understands, as `!ENV` or `!!python/name:`."""

    tag: str
    value: Any


class _Loader(yaml.SafeLoader):
    """Reads plain YAML and keeps foreign tags, without doing what they say."""


class _Dumper(yaml.SafeDumper):
    """Writes foreign tags as they were."""


def _keep(loader: yaml.SafeLoader, _suffix: str, node: yaml.Node) -> _Tagged:
    if isinstance(node, yaml.SequenceNode):
        return _Tagged(node.tag, loader.construct_sequence(node, deep=True))
    if isinstance(node, yaml.MappingNode):
        return _Tagged(node.tag, loader.construct_mapping(node, deep=True))
    return _Tagged(node.tag, node.value)


def _write(dumper: yaml.SafeDumper, tagged: _Tagged) -> yaml.Node:
    if isinstance(tagged.value, str):
        return dumper.represent_scalar(tagged.tag, tagged.value)
    if isinstance(tagged.value, list):
        return dumper.represent_sequence(tagged.tag, tagged.value)
    return dumper.represent_mapping(tagged.tag, tagged.value)


_Loader.add_multi_constructor("!", _keep)
_Loader.add_multi_constructor("tag:yaml.org,2002:python/", _keep)
_Dumper.add_representer(_Tagged, _write)
