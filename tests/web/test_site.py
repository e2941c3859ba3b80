"""The static site in front of the collector."""

import gzip
import shutil
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from collector.garden import Garden


@pytest.fixture
def client(app) -> FlaskClient:
    return app.test_client()


@pytest.fixture
def public(garden: Garden) -> Path:
    return garden.live / "public"


def asset(public: Path) -> str:
    """A script whose name carries its hash."""
    found = next((public / "assets").glob("garden.*.js"))
    return f"/assets/{found.name}"


def test_a_page_is_served_with_its_own_length(client: FlaskClient, public: Path) -> None:
    response = client.get("/challenges/bread/")
    content = (public / "challenges/bread/index.html").read_bytes()
    assert response.status_code == 200
    assert response.data == content
    assert response.content_type == "text/html; charset=utf-8"
    assert int(response.headers["Content-Length"]) == len(content)


@pytest.mark.parametrize("accepted", ["gzip", "br, gzip;q=0.5", "deflate,gzip"])
def test_its_compressed_copy_is_served_to_whoever_takes_it(
    client: FlaskClient, public: Path, accepted: str
) -> None:
    response = client.get("/", headers={"Accept-Encoding": accepted})
    assert response.headers["Content-Encoding"] == "gzip"
    assert int(response.headers["Content-Length"]) == len(response.data)
    assert gzip.decompress(response.data) == (public / "index.html").read_bytes()
    assert response.headers["Vary"] == "Accept-Encoding"


@pytest.mark.parametrize("accepted", ["", "br", "gzip;q=0", "gzip; q=0.000, br"])
def test_and_to_nobody_else(client: FlaskClient, public: Path, accepted: str) -> None:
    response = client.get("/", headers={"Accept-Encoding": accepted})
    assert "Content-Encoding" not in response.headers
    assert response.data == (public / "index.html").read_bytes()


def test_a_page_that_was_filled_is_new_at_once(client: FlaskClient, public: Path) -> None:
    page = public / "challenges/bread/index.html"
    before = client.get("/challenges/bread/").headers["ETag"]
    new = page.with_name("new")
    new.write_bytes(page.read_bytes() + b"<!-- more -->")
    new.replace(page)
    for accepted in ("", "gzip"):
        response = client.get(
            "/challenges/bread/", headers={"Accept-Encoding": accepted, "If-None-Match": before}
        )
        assert response.status_code == 200
        packed = response.headers.get("Content-Encoding") == "gzip"
        assert packed == bool(accepted)
        body = gzip.decompress(response.data) if packed else response.data
        assert body.endswith(b"<!-- more -->")
        assert response.headers["ETag"] != before


@pytest.mark.parametrize(
    ("name", "media_type"),
    [
        ("results.csv", "text/csv; charset=utf-8"),
        ("results.json", "application/json"),
        ("data-card.txt", "text/plain; charset=utf-8"),
    ],
)
def test_downloads_that_came_with_a_fill_are_named_for_what_they_are(
    client: FlaskClient, public: Path, name: str, media_type: str
) -> None:
    (public / "challenges/bread/results").mkdir(exist_ok=True)
    (public / "challenges/bread/results" / name).write_bytes(b"Ol\xc3\xa9")
    response = client.get(f"/challenges/bread/results/{name}")
    assert (response.status_code, response.headers["Content-Type"]) == (200, media_type)


def test_what_a_browser_has_is_not_sent_again(client: FlaskClient) -> None:
    tag = client.get("/").headers["ETag"]
    for known in (tag, f"W/{tag}", f'"other", {tag}'):
        response = client.get("/", headers={"If-None-Match": known})
        assert response.status_code == 304
        assert response.data == b""
        assert response.headers["ETag"] == tag
    assert client.get("/", headers={"If-None-Match": '"other"'}).status_code == 200


def test_the_compressed_copy_has_a_tag_of_its_own(client: FlaskClient) -> None:
    plain = client.get("/").headers["ETag"]
    packed = client.get("/", headers={"Accept-Encoding": "gzip"}).headers["ETag"]
    assert plain != packed


def test_head_is_a_page_without_its_body(client: FlaskClient) -> None:
    got, head = client.get("/"), client.head("/")
    assert head.status_code == 200
    assert head.data == b""
    assert head.headers["Content-Length"] == got.headers["Content-Length"]


@pytest.mark.parametrize("method", ["post", "put", "delete", "patch", "options"])
def test_pages_are_only_read(client: FlaskClient, method: str) -> None:
    response = getattr(client, method)("/challenges/bread/")
    assert response.status_code == 405
    assert response.headers["Allow"] == "GET, HEAD"


def test_a_missing_slash_is_added_and_the_query_kept(client: FlaskClient) -> None:
    response = client.get("/challenges/bread?from=poster")
    assert response.status_code == 302
    assert response.headers["Location"] == "/challenges/bread/?from=poster"


@pytest.mark.parametrize("path", ["/nothing", "/challenges/nothing/", "/no.html", "/a/b/c.png"])
def test_what_is_not_there_gets_the_sites_own_page(
    client: FlaskClient, public: Path, path: str
) -> None:
    response = client.get(path)
    assert response.status_code == 404
    assert response.data == (public / "404.html").read_bytes()


@pytest.mark.parametrize(
    "path",
    [
        "*",
        "index.html",
        "//index.html",
        "//evil.example/challenges",
        "//challenges/bread",
        "/challenges//bread",
        "/../ideagarden.toml",
        "/../build.json",
        "/challenges/../../build.json",
        "/..\\build.json",
        "/./index.html",
        "/challenges/bread/.index.html.new",
        "/.git/config",
        "/index.html\0.png",
        "/\xff\xfe",
        "/" + "a" * 5000,
        "/" + "a/" * 500,
        "/index.html/",
        "/index.html/x",
        "/assets/../../build.json",
    ],
)
def test_nothing_beside_the_site_is_reached(client: FlaskClient, path: str) -> None:
    """The path as a server hands it on, its escapes already undone."""
    response = client.get("/", environ_overrides={"PATH_INFO": path})
    assert response.status_code == 404
    assert b"schema" not in response.data


def test_every_answer_says_what_a_page_may_do(client: FlaskClient) -> None:
    for path in ("/", "/challenges/bread", "/nothing", "/collect/-/receipt", "/collect/nothing"):
        headers = client.get(path).headers
        assert "default-src 'none'" in headers["Content-Security-Policy"]
        assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Referrer-Policy"]


def test_the_sites_pages_name_only_their_origin_elsewhere(client: FlaskClient) -> None:
    assert client.get("/").headers["Referrer-Policy"] == "strict-origin-when-cross-origin"


def test_assets_with_their_hash_are_kept_for_ever(client: FlaskClient, public: Path) -> None:
    response = client.get(asset(public), buffered=True)
    assert response.status_code == 200
    assert "immutable" in response.headers["Cache-Control"]
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert "Access-Control-Allow-Origin" not in response.headers


def test_pages_are_asked_for_anew(client: FlaskClient) -> None:
    assert client.get("/").headers["Cache-Control"] == "no-cache"


def next_build(garden: Garden) -> Path:
    """A build beside the live one, not yet served."""
    folder = garden.build / "site.99"
    shutil.copytree(garden.live, folder)
    return folder


def turn(garden: Garden, folder: Path) -> None:
    link = garden.build / ".turned"
    link.symlink_to(folder.name)
    link.replace(garden.live)


def test_a_new_build_is_served_whole_from_one_request_to_the_next(
    client: FlaskClient, garden: Garden, public: Path
) -> None:
    old = asset(public)
    assert client.get(old, buffered=True).status_code == 200
    folder = next_build(garden)
    (folder / "public/index.html").write_bytes(b"<h1>New</h1>")
    (folder / "public/assets/new.12345678.js").write_bytes(b"//")
    (folder / "public" / old.lstrip("/")).unlink()
    turn(garden, folder)
    assert client.get("/").data == b"<h1>New</h1>"
    assert client.get("/assets/new.12345678.js", buffered=True).status_code == 200
    assert client.get(old, buffered=True).status_code == 200


def test_assets_of_a_build_that_is_gone_are_missing(
    client: FlaskClient, garden: Garden, public: Path
) -> None:
    old, before = asset(public), garden.live.resolve()
    assert client.get(old, buffered=True).status_code == 200
    folder = next_build(garden)
    (folder / "public" / old.lstrip("/")).unlink()
    turn(garden, folder)
    assert client.get(old, buffered=True).status_code == 200
    shutil.rmtree(before)
    assert client.get(old, buffered=True).status_code == 404


def test_before_the_first_build_visitors_are_asked_to_wait(
    client: FlaskClient, garden: Garden
) -> None:
    garden.live.unlink()
    response = client.get("/challenges/bread/")
    assert response.status_code == 503
    assert response.headers["Retry-After"]
