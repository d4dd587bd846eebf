"""A server on this machine that misbehaves on request: each path is a way in which a publisher has failed someone."""

import gzip
import ssl
import threading
import time
import zlib
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class Behaviour:
    """What the server has been asked, and the file it gives."""

    def __init__(self, file: bytes) -> None:
        self.file = file
        self.etag = '"one"'
        self.asked: Counter[str] = Counter()
        self.headers: list[dict[str, str]] = []


def handler_of(behaviour: Behaviour) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def log_message(self, *_: object) -> None:
            pass

        def do_GET(self) -> None:
            path = self.path.partition("?")[0]
            behaviour.asked[path] += 1
            behaviour.headers.append({name.lower(): value for name, value in self.headers.items()})
            getattr(self, path.strip("/").replace("-", "_"), self.missing)()

        def give(self, data: bytes, status: int = 200, kind: str = "application/pdf", **headers: str) -> None:
            self.send_response(status)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(data)))
            for name, value in headers.items():
                self.send_header(name.replace("_", "-"), value)
            self.end_headers()
            self.wfile.write(data)

        def missing(self) -> None:
            self.give(b"no", 404)

        def good(self) -> None:
            if self.headers.get("If-None-Match") == behaviour.etag:
                self.give(b"", 304)
            else:
                self.give(behaviour.file, ETag=behaviour.etag)

        def page(self) -> None:
            self.give(b"<html>We are being improved.</html>", kind="text/html")

        def gone(self) -> None:
            self.give(b"", 410)

        def busy_once(self) -> None:
            if behaviour.asked["/busy-once"] == 1:
                self.give(b"", 503, Retry_After="7")
            else:
                self.give(behaviour.file)

        def busy(self) -> None:
            self.give(b"", 503)

        def breaks(self) -> None:
            """Breaks off in the middle the first time, and goes on from there when asked to."""
            half = len(behaviour.file) // 2
            asked = self.headers.get("Range", "")
            if asked == f"bytes={half}-" and self.headers.get("If-Range") == behaviour.etag:
                rest = behaviour.file[half:]
                self.give(rest, 206, ETag=behaviour.etag, Content_Range=f"bytes {half}-/{len(behaviour.file)}")
                return
            self.break_off(behaviour.etag)

        def break_off(self, etag: str) -> None:
            self.send_response(200)
            self.send_header("Content-Length", str(len(behaviour.file)))
            self.send_header("ETag", etag)
            self.end_headers()
            self.wfile.write(behaviour.file[: len(behaviour.file) // 2])
            self.wfile.flush()
            self.connection.close()
            self.close_connection = True

        def endless(self) -> None:
            self.send_response(200)
            self.send_header("Transfer-Encoding", "chunked")
            self.end_headers()
            try:
                while True:
                    self.wfile.write(b"10000\r\n" + b"a" * 65536 + b"\r\n")
            except OSError:
                self.close_connection = True

        def says_huge(self) -> None:
            self.send_response(200)
            self.send_header("Content-Length", str(10**12))
            self.end_headers()
            self.close_connection = True

        def drips(self) -> None:
            self.send_response(200)
            self.send_header("Content-Length", "100000")
            self.end_headers()
            try:
                for _ in range(100):
                    self.wfile.write(b"a" * 100)
                    self.wfile.flush()
                    time.sleep(0.05)
            except OSError:
                pass
            self.close_connection = True

        def bomb(self) -> None:
            """Small on the wire, huge when unpacked."""
            self.give(gzip.compress(b"%PDF-" + b"a" * 4_000_000), Content_Encoding="gzip")

        def packed(self) -> None:
            """Packed, although it was asked for as it is."""
            self.give(gzip.compress(behaviour.file), Content_Encoding="gzip")

        def packed_and_cut_off(self) -> None:
            self.give(gzip.compress(behaviour.file)[:-20], Content_Encoding="gzip")

        def says_gzip(self) -> None:
            self.give(b"this is nothing packed", Content_Encoding="gzip")

        def says_deflate(self) -> None:
            self.give(b"\xff\xff\xff", Content_Encoding="deflate")

        def busy_until_an_odd_day(self) -> None:
            self.give(b"", 429, Retry_After="Mon, 01 Jan 2024 00:00:00 +99999999999999999")

        def busy_for_an_hour(self) -> None:
            self.give(b"", 429, Retry_After="3600")

        def odd_mark(self) -> None:
            """Its ETag has letters that no request may have."""
            self.give(behaviour.file, ETag='"\xc3\xa1"')

        def odd_mark_and_breaks(self) -> None:
            self.break_off('"\xc3\xa1"')

        def unending_gzip(self) -> None:
            """Bytes that come for ever, and nothing in them."""
            packer = zlib.compressobj(9, zlib.DEFLATED, 31)
            first = packer.flush(zlib.Z_SYNC_FLUSH)
            self.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n\r\n")
            self.wfile.write(b"%x\r\n" % len(first) + first + b"\r\n")
            self.for_ever(b"5\r\n\x00\x00\x00\xff\xff\r\n")

        def hints_for_ever(self) -> None:
            self.for_ever(b"HTTP/1.1 103 Early Hints\r\n\r\n")

        def drips_its_headers(self) -> None:
            self.wfile.write(b"HTTP/1.1 200 OK\r\nX-Slow: ")
            self.for_ever(b"a")

        def drips_the_head_of_a_chunk(self) -> None:
            self.wfile.write(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5;")
            self.for_ever(b"a")

        def for_ever(self, data: bytes) -> None:
            self.close_connection = True
            try:
                for _ in range(400):
                    self.wfile.write(data)
                    time.sleep(0.05)
            except OSError:
                pass

        def breaks_then_goes_on_elsewhere(self) -> None:
            """Breaks off once; then sends another part of the file than it is asked for."""
            self.go_on(len(behaviour.file) // 2 + 20, behaviour.etag)

        def breaks_then_goes_on_with_another_file(self) -> None:
            self.go_on(len(behaviour.file) // 2, '"two"')

        def breaks_then_sends_no_mark(self) -> None:
            self.go_on(len(behaviour.file) // 2, "")

        def go_on(self, start: int, etag: str) -> None:
            asked = self.path.strip("/")
            if "Range" in self.headers:
                size = len(behaviour.file)
                mark = {"ETag": etag} if etag else {}
                self.give(behaviour.file[start:], 206, Content_Range=f"bytes {start}-{size - 1}/{size}", **mark)
            elif behaviour.asked[f"/{asked}"] == 1:
                self.break_off(behaviour.etag)
            else:
                self.give(behaviour.file, ETag=behaviour.etag)

        def a_part_unasked(self) -> None:
            half = len(behaviour.file) // 2
            size = len(behaviour.file)
            self.give(behaviour.file[:half], 206, Content_Range=f"bytes 0-{half - 1}/{size}")

        def nothing_new_unasked(self) -> None:
            self.give(b"", 304)

        def loop(self) -> None:
            self.give(b"", 302, Location="/loop")

        def moved(self) -> None:
            self.give(b"", 302, Location="/good")

        def moved_away(self) -> None:
            self.give(b"", 302, Location="http://elsewhere.example/good")

        def moved_to_a_file(self) -> None:
            self.give(b"", 302, Location="file:///etc/passwd")

        def moved_to_nonsense(self) -> None:
            self.give(b"", 302, Location="http://[::1\xff/\x01")

        def moved_to_no_port(self) -> None:
            self.give(b"", 302, Location="//localhost:port/")

        def moved_within_us(self) -> None:
            self.give(b"", 302, Location="http://169.254.169.254/latest/meta-data")

        def nonsense(self) -> None:
            self.wfile.write(b"\x00\x01 this is not HTTP\r\n\r\n")
            self.close_connection = True

        def silent(self) -> None:
            self.connection.close()
            self.close_connection = True

    return Handler


@contextmanager
def serving(behaviour: Behaviour, tls: ssl.SSLContext | None = None) -> Iterator[str]:
    """The address of the server, while it runs."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler_of(behaviour))
    server.daemon_threads = True
    if tls:
        server.socket = tls.wrap_socket(server.socket, server_side=True)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"{'https' if tls else 'http'}://localhost:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
