"""Notices at URLs, through fsspec: memory, files, and a web server on loopback."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from in_process import Done, run_command

from project import ROOT

fsspec = pytest.importorskip("fsspec", reason='needs pip install "rekisterilint[http]"')

NAMES = ("kuusiniemi-kirjasto-fi.md", "kuusiniemi-oma-palvelu-fi.md")


def words(name: str) -> bytes:
    return next((ROOT / "samples").glob(f"*/{name}")).read_bytes()


def documents(done: Done) -> list[dict[str, object]]:
    return json.loads(done.stdout)["documents"]


def check(folder: Path, *arguments: str, **environment: str) -> Done:
    options = ("--format", "json", "--fail-on", "never", "--lang", "en")
    return run_command(["check", *arguments, *options], folder, **environment)


@pytest.fixture
def local(tmp_path: Path) -> Path:
    """The notices as files, in a folder that sorts as the URLs do."""
    for name in NAMES:
        (tmp_path / name).write_bytes(words(name))
    return tmp_path


@pytest.fixture
def bucket() -> Iterator[str]:
    system = fsspec.filesystem("memory")
    for name in NAMES:
        system.pipe(f"/bucket/notices/{name}", words(name))
    system.pipe("/bucket/notices/picture.png", b"x")
    yield "memory://bucket/notices"
    system.rm("/bucket", recursive=True)


class _Site(BaseHTTPRequestHandler):
    """Serves `pages`; everything else is missing."""

    pages: dict[str, bytes] = {}  # noqa: RUF012

    def do_GET(self) -> None:
        data = self.pages.get(self.path)
        self.send_response(404 if data is None else 200)
        self.send_header("Content-Length", str(len(data or b"")))
        self.end_headers()
        if self.command == "GET":
            self.wfile.write(data or b"")

    do_HEAD = do_GET  # noqa: N815

    def log_message(self, *arguments: object) -> None:
        pass


@pytest.fixture
def site() -> Iterator[str]:
    pytest.importorskip("aiohttp", reason='needs pip install "rekisterilint[http]"')
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Site)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    address = f"http://127.0.0.1:{server.server_address[1]}"
    _Site.pages = {f"/n/{name}": words(name) for name in NAMES}
    _Site.pages["/n/list.txt"] = f"{address}/n/{NAMES[0]}\n# comment\n{NAMES[1]}\n".encode()
    _Site.pages["/query.pdf?download=1&name=x.md"] = words(NAMES[0])
    _Site.pages["/notice.txt"] = words(NAMES[0])
    yield address
    server.shutdown()
    server.server_close()


def same_but_for_paths(found: list[dict[str, object]], expected: list[dict[str, object]]) -> None:
    for one, other in zip(found, expected, strict=True):
        one, other = {**one, "path": ""}, {**other, "path": ""}
        assert json.dumps(one).replace("memory:///bucket/notices/", "") == json.dumps(other)


def test_a_folder_of_a_bucket_is_a_folder(local: Path, bucket: str):
    expected = documents(check(local, "."))
    done = check(local, bucket)
    assert done.returncode == 0, done.stderr
    found = documents(done)
    assert [document["path"] for document in found] == [f"memory:///bucket/notices/{name}" for name in NAMES]
    same_but_for_paths(found, expected)
    assert documents(check(local, f"{bucket}/kuusiniemi-k*.md")) == found[:1]


def test_a_url_of_a_file(local: Path):
    url = (local / NAMES[0]).as_uri()
    found = documents(check(local, url))
    assert [document["path"] for document in found] == [url]
    same_but_for_paths(found, documents(check(local, NAMES[0])))


def test_a_list_on_the_web_names_notices(local: Path, site: str):
    done = check(local, f"{site}/n/list.txt")
    assert done.returncode == 0, done.stderr
    assert [document["path"] for document in documents(done)] == [f"{site}/n/{name}" for name in NAMES]
    direct = check(local, *(f"{site}/n/{name}" for name in NAMES))
    assert direct.stdout == done.stdout
    assert check(local, f"{site}/n/list.txt", "--jobs", "2").stdout == done.stdout


def test_a_notice_that_is_text_is_no_list(local: Path, site: str):
    assert [document["path"] for document in documents(check(local, f"{site}/notice.txt"))] == [f"{site}/notice.txt"]


def test_the_content_tells_the_format_and_the_query_is_no_name(local: Path, site: str):
    found = documents(check(local, f"{site}/query.pdf?download=1&name=x.md"))
    assert [document["format"] for document in found] == ["text"]


def test_what_is_not_there_is_named_and_the_others_go_on(local: Path, site: str):
    done = check(local, f"{site}/gone.md", f"{site}/n/{NAMES[0]}", "http://127.0.0.1:9/x.md")
    assert done.returncode == 3
    report = json.loads(done.stdout)
    assert [document["path"] for document in report["documents"]] == [f"{site}/n/{NAMES[0]}"]
    assert [(error["path"], error["code"]) for error in report["errors"]] == [
        (f"{site}/gone.md", "not-found"), ("http://127.0.0.1:9/x.md", "unreadable"),
    ]  # fmt: skip


def test_a_list_leads_to_no_file_of_this_machine(local: Path, site: str):
    secret = (local / NAMES[1]).as_uri()
    _Site.pages["/evil.txt"] = f"{site}/n/{NAMES[0]}\n{secret}\nsimplecache::{secret}\n".encode()
    assert [document["path"] for document in documents(check(local, f"{site}/evil.txt"))] == [f"{site}/n/{NAMES[0]}"]


def test_more_than_the_limit_is_refused(local: Path, site: str):
    _Site.pages["/large.txt"] = b"x " * 2**20
    (local / "rekisterilint.toml").write_text("[limits]\nmax-megabytes = 1\n", encoding="utf-8")
    done = check(local, f"{site}/large.txt")
    assert done.returncode == 3
    assert json.loads(done.stdout)["errors"][0]["code"] == "too-large"


def test_globs_of_the_configuration_see_names_and_urls(local: Path, bucket: str):
    (local / "rekisterilint.toml").write_text('exclude = ["*-kirjasto-*"]\n', encoding="utf-8")
    assert [document["path"] for document in documents(check(local, bucket))] == [f"memory:///bucket/notices/{NAMES[1]}"]


def test_a_scheme_that_nobody_knows_and_a_library_that_is_missing(local: Path, monkeypatch: pytest.MonkeyPatch):
    done = check(local, "gopher://example.org/x.md")
    assert (done.returncode, b"gopher://example.org/x.md: the scheme is unknown" in done.stderr) == (2, True)
    import fsspec.core

    def missing(url: str) -> None:
        raise ImportError("Install s3fs to access S3")

    monkeypatch.setattr(fsspec.core, "url_to_fs", missing)
    for url, extra in (("s3://bucket/x.md", "s3"), ("abfs://box/x.md", "azure"), ("https://example.org/x", "http")):
        done = check(local, url)
        assert (done.returncode, f'pip install "rekisterilint[{extra}]"' in done.stderr.decode()) == (2, True)


def test_what_lies_elsewhere_is_not_fixed(local: Path, site: str):
    _Site.pages["/f.md"] = b"# Tietosuojaseloste\n\nLaki pys\xc3\xa4k\xc3\xb6innvalvonnasta (727/211)\n".replace(b"innvalv", b"inninvalv")
    done = check(local, f"{site}/f.md", "--fix", "--select", "LAW401")
    assert "can't fix" in done.stderr.decode()


def test_reports_keep_urls_as_they_are(local: Path, site: str):
    for format_ in ("sarif", "gitlab", "github"):
        done = run_command(["check", f"{site}/n/{NAMES[1]}", "--format", format_, "--fail-on", "never"], local)
        assert f"{site}/n/{NAMES[1]}" in done.stdout.decode().replace("%3A", ":"), format_
