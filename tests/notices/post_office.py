"""A mail server on this machine, and somebody with a web server who may misbehave."""

import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from collector.garden import MailSettings

NAME = "localhost"


@dataclass
class PostOffice:
    """Takes mails; answers with what is put into `refuses` or `puts_off`, by reader."""

    refuses: dict[str, str] = field(default_factory=dict)
    content: str = ""
    """What it says to the mail itself, instead of taking it."""
    received: list[EmailMessage] = field(default_factory=list)
    encrypted: list[bool] = field(default_factory=list)

    async def handle_RCPT(self, _server, _session, envelope, address, _options) -> str:  # noqa: N802
        if address in self.refuses:
            return self.refuses[address]
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, _server, session, envelope) -> str:  # noqa: N802
        if self.content:
            return self.content
        self.received.append(message_from_bytes(envelope.original_content, policy=default))
        self.encrypted.append(session.ssl is not None)
        return "250 OK"


def authenticates(server, session, envelope, mechanism, data) -> AuthResult:
    return AuthResult(success=data.password == b"flour and water", handled=False)


@contextmanager
def open_office(
    office: PostOffice | None = None, folder: Path | None = None, **options: object
) -> Iterator[tuple[PostOffice, MailSettings]]:
    """It, open on a free port, and the settings for it; with a certificate where `folder` is."""
    office = office or PostOffice()
    context = None
    if folder is not None:
        make_certificate(folder)
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(folder / "cert.pem", folder / "key.pem")
    controller = Controller(
        office, hostname="127.0.0.1", port=0, tls_context=context, ready_timeout=20, **options
    )
    controller.port = free_port()
    controller.start()
    try:
        yield (
            office,
            MailSettings(
                host=NAME,
                port=controller.port,
                security="starttls" if context else "none",
                certificate="cert.pem" if context else "",
                from_="garden@bakery.example",
            ),
        )
    finally:
        controller.stop()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def make_certificate(folder: Path, name: str = NAME) -> None:
    key = ec.generate_private_key(ec.SECP256R1())
    named = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(named)
        .issuer_name(named)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(name)]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    (folder / "cert.pem").write_bytes(made.public_bytes(serialization.Encoding.PEM))
    (folder / "key.pem").write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
    )


@dataclass
class Channel:
    """A chat's web server: what it was posted, and how it answers."""

    status: int = 204
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""
    dribbles: bool = False
    posts: list[tuple[dict[str, str], bytes]] = field(default_factory=list)
    url: str = ""

    def answer(self, handler: BaseHTTPRequestHandler) -> None:
        size = int(handler.headers["Content-Length"])
        told = {name.lower(): value for name, value in handler.headers.items()}
        self.posts.append((told, handler.rfile.read(size)))
        if self.dribbles:
            return dribble(handler.wfile.write)
        handler.send_response(self.status)
        for name, value in self.headers.items():
            handler.send_header(name, value)
        handler.send_header("Content-Length", str(len(self.body)))
        handler.end_headers()
        handler.wfile.write(self.body)
        return None


def dribble(write: Callable[[bytes], object]) -> None:
    """A byte now and then, for ever."""
    for each in b"HTTP/1.1 200 OK" + b" " * 200:
        try:
            write(bytes([each]))
        except OSError:
            return
        time.sleep(0.1)


@contextmanager
def open_channel(folder: Path | None = None, **facts: object) -> Iterator[Channel]:
    """A web server on this machine; with a certificate where `folder` is."""
    channel = Channel(**facts)  # type: ignore[arg-type]

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            channel.answer(self)

        def log_message(self, *_args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    if folder is not None:
        make_certificate(folder)
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(folder / "cert.pem", folder / "key.pem")
        server.socket = context.wrap_socket(server.socket, server_side=True)
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    scheme = "https" if folder else "http"
    channel.url = f"{scheme}://localhost:{server.server_port}/hooks/abc?key=1"
    try:
        yield channel
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
