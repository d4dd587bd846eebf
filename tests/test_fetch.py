"""Fetching: only from publishers on the list, at public addresses, within limits, whatever the server does."""

import json
import ssl
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bad_server import Behaviour, serving
from office_files import docx, p, packed, pdf, xlsx
from rights_search.cli import main
from rights_search.errors import CorpusError, FetchError
from rights_search.fetch import Downloader, Guard, Limits, Settings, Shelf, load_settings
from rights_search.fetch.addresses import is_public
from rights_search.ingest.asked_for import Wanted, checked
from rights_search.ingest.fetching import fetch, wanted
from rights_search.model import text_address
from rights_search.workspace import Workspace

ASKED = "E/C.12/ECU/9"


PARAGRAPH = "1. Los pozos del llano quedan abiertos para todas las personas que tengan sed."
ENGLISH = "1. The wells of the plain are open to all who are thirsty, and they shall stay so."


def written(*lines: str, paragraph: str = PARAGRAPH) -> bytes:
    """A document of one page: these lines, and a paragraph."""
    return pdf([[(60, 700 - 50 * place, 11, line) for place, line in enumerate((*lines, paragraph))]])


FILE = written(ASKED)
OTHER = written("E/C.12/PER/9")


@pytest.fixture
def behaviour() -> Behaviour:
    return Behaviour(FILE)


@pytest.fixture
def site(behaviour: Behaviour) -> Iterator[str]:
    with serving(behaviour) as address:
        yield address


@pytest.fixture
def waits() -> list[float]:
    return []


@pytest.fixture
def downloader(waits: list[float]) -> Iterator[Downloader]:
    limits = Limits(bytes=1_000_000, seconds=1.5, attempts=3, seconds_between=0)
    with Downloader(local(), limits, sleep=waits.append) as made:
        yield made


def local(scheme: str = "http") -> Guard:
    return Guard(["localhost"], schemes=(scheme,), local=True)


# --- Where a request may go ---


@pytest.mark.parametrize(
    ("url", "says"),
    [
        ("http://www.corteidh.or.cr/x.pdf", "is not https"),
        ("ftp://www.corteidh.or.cr/x.pdf", "is not https"),
        ("file:///etc/passwd", "is not https"),
        ("javascript:alert(1)", "is not https"),
        ("", "is not https"),
        ("//www.corteidh.or.cr/x", "is not https"),
        ("https://example.org/x", "not among the publishers"),
        ("https://www.corteidh.or.cr.example.org/x", "not among the publishers"),
        ("https://example.org/www.corteidh.or.cr", "not among the publishers"),
        ("https://www.corteidh.or.cr@example.org/x", "with credentials"),
        ("https://user:pass@www.corteidh.or.cr/x", "with credentials"),
        ("https://www.corteidh.or.cr:8080/x", "at port 8080"),
        ("https://127.0.0.1/x", "not among the publishers"),
        ("https://2130706433/x", "not among the publishers"),
        ("https://0x7f.1/x", "not among the publishers"),
        ("https://[::1]/x", "not among the publishers"),
        ("https://[::1/x", "is no address"),
        ("https://www.corteidh.or.cr:notaport/x", "is no address"),
        ("https:///x", "not among the publishers"),
    ],
)
def test_only_publishers_on_the_list_are_asked(url: str, says: str) -> None:
    with pytest.raises(FetchError, match=says):
        Guard(["www.corteidh.or.cr"]).checked(url)


@pytest.mark.parametrize(
    "url", ["https://www.corteidh.or.cr/x.pdf", "https://WWW.corteidh.or.cr./x", "https://www.corteidh.or.cr:443/x"]
)
def test_a_publisher_on_the_list_may_be_asked(url: str) -> None:
    assert Guard(["www.corteidh.or.cr"]).checked(url) == url


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "10.0.0.5", "172.16.0.1", "192.168.1.1", "169.254.169.254", "0.0.0.0", "100.64.0.1", "224.0.0.1",
        "255.255.255.255", "::1", "::", "fe80::1", "fe80::1%eth0", "fc00::1", "ff02::1", "::ffff:127.0.0.1",
        "::ffff:10.0.0.1", "2002:7f00:1::", "2001:db8::1", "localhost", "",
    ],
)  # fmt: skip
def test_an_address_within_a_network_is_not_public(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", ["8.8.8.8", "2606:4700::1111", "::ffff:8.8.8.8"])
def test_an_address_of_the_internet_is_public(address: str) -> None:
    assert is_public(address)


def test_a_name_on_the_list_that_leads_to_this_machine_is_refused(tmp_path: Path, site: str) -> None:
    guard = Guard(["localhost"], schemes=("http",))
    with Downloader(guard, Limits(attempts=1)) as downloader, pytest.raises(FetchError, match=r"at port|not public"):
        downloader.get(f"{site}/good", tmp_path / "part")
    with pytest.raises(FetchError, match="not public"):
        guard.resolved("localhost", 80)


# --- What a server may do ---


def test_a_file_comes_with_what_tells_it_from_a_later_one(downloader: Downloader, site: str, tmp_path: Path) -> None:
    got = downloader.get(f"{site}/good", tmp_path / "part")
    assert (got.data, got.etag, got.kind) == (FILE, '"one"', "application/pdf")
    assert downloader.get(f"{site}/good", tmp_path / "part", etag=got.etag).unchanged
    assert list(tmp_path.iterdir()) == []


def test_a_redirect_on_the_list_is_followed(downloader: Downloader, site: str, tmp_path: Path) -> None:
    assert downloader.get(f"{site}/moved", tmp_path / "part").url == f"{site}/good"


def test_a_download_that_breaks_off_goes_on_where_it_was(
    downloader: Downloader, site: str, behaviour: Behaviour, tmp_path: Path
) -> None:
    assert downloader.get(f"{site}/breaks", tmp_path / "part").data == FILE
    assert behaviour.headers[-1]["range"] == f"bytes={len(FILE) // 2}-"


@pytest.mark.parametrize(
    "path",
    [
        "/breaks-then-goes-on-elsewhere",
        "/breaks-then-goes-on-with-another-file",
        "/breaks-then-sends-no-mark",
    ],
)
def test_what_would_not_join_is_begun_anew(
    downloader: Downloader, site: str, behaviour: Behaviour, path: str, tmp_path: Path
) -> None:
    assert downloader.get(f"{site}{path}", tmp_path / "part").data == FILE
    assert ["range" in asked for asked in behaviour.headers] == [False, True, False]


@pytest.mark.parametrize(
    "path",
    ["/drips", "/unending-gzip", "/hints-for-ever", "/drips-its-headers", "/drips-the-head-of-a-chunk"],
)
def test_no_server_holds_us_longer_than_we_give_it(
    downloader: Downloader, site: str, path: str, tmp_path: Path
) -> None:
    began = time.monotonic()
    with pytest.raises(FetchError, match="not whole after 2 seconds"):
        downloader.get(f"{site}{path}", tmp_path / "part")
    assert time.monotonic() - began < 2.5


def test_what_came_of_a_file_waits_for_the_next_run_only_where_it_can_go_on(
    site: str, behaviour: Behaviour, tmp_path: Path
) -> None:
    def left_by(path: str) -> set[str]:
        limits = Limits(attempts=1, bytes=1_000_000, seconds_between=0)
        with Downloader(local(), limits) as downloader, pytest.raises(FetchError):
            downloader.get(f"{site}{path}", tmp_path / "part")
        return {left.name for left in tmp_path.iterdir()}

    assert left_by("/odd-mark-and-breaks") == set()
    assert left_by("/breaks") == {"part", "part.mark"}
    assert left_by("/says-huge") == set()
    assert left_by("/gone") == set()


def test_a_busy_server_is_asked_again_after_the_time_it_wants(
    downloader: Downloader, site: str, waits: list[float], tmp_path: Path
) -> None:
    assert downloader.get(f"{site}/busy-once", tmp_path / "part").data == FILE
    assert 7.0 in waits


@pytest.mark.parametrize(
    ("path", "says"),
    [
        ("/nothing-here", "answers 404"),
        ("/gone", "answers 410"),
        ("/busy", "answers 503, 3 times"),
        ("/endless", "larger than"),
        ("/says-huge", "larger than"),
        ("/bomb", "larger than"),
        ("/drips", "not whole after"),
        ("/loop", "more than 5 redirects"),
        ("/moved-away", "elsewhere.example is not among the publishers"),
        ("/moved-to-a-file", "is not http"),
        ("/moved-to-nonsense", "it is moved to what is no address"),
        ("/moved-to-no-port", "it is moved to what is no address"),
        ("/moved-within-us", "169.254.169.254 is not among the publishers"),
        ("/nonsense", "did not answer"),
        ("/silent", "did not answer"),
        ("/says-gzip", "cannot be unpacked"),
        ("/says-deflate", "packed in a way that was not asked for"),
        ("/packed-and-cut-off", "cut off"),
        ("/busy-until-an-odd-day", "answers 429, 3 times"),
        ("/odd-mark-and-breaks", "did not answer"),
        ("/a-part-unasked", "another part of the file"),
        ("/nothing-new-unasked", "answers 304"),
    ],
)
def test_what_goes_wrong_ends_soon_and_says_why(
    downloader: Downloader, site: str, path: str, says: str, tmp_path: Path
) -> None:
    with pytest.raises(FetchError, match=says):
        downloader.get(f"{site}{path}", tmp_path / "part")


def test_a_host_that_wants_to_be_left_alone_for_long_is(
    downloader: Downloader, site: str, behaviour: Behaviour, waits: list[float], tmp_path: Path
) -> None:
    with pytest.raises(FetchError, match="answers 429 and wants to be left alone for 3600 seconds"):
        downloader.get(f"{site}/busy-for-an-hour", tmp_path / "part")
    with pytest.raises(FetchError, match="localhost is not asked: it answered 429 and wants"):
        downloader.get(f"{site}/good", tmp_path / "part")
    assert (len(behaviour.headers), waits) == (1, [])


def test_a_wait_that_was_asked_for_holds_for_the_next_document(site: str, waits: list[float], tmp_path: Path) -> None:
    limits = Limits(attempts=1, seconds_between=0)
    with Downloader(local(), limits, sleep=waits.append) as downloader:
        with pytest.raises(FetchError, match="answers 503"):
            downloader.get(f"{site}/busy-once", tmp_path / "part")
        downloader.get(f"{site}/good", tmp_path / "part")
    assert 6 < waits[-1] <= 7


def test_what_is_packed_unasked_is_unpacked(downloader: Downloader, site: str, tmp_path: Path) -> None:
    assert downloader.get(f"{site}/packed", tmp_path / "part").data == FILE


def test_a_mark_that_cannot_be_sent_back_is_none(downloader: Downloader, site: str, tmp_path: Path) -> None:
    got = downloader.get(f"{site}/odd-mark", tmp_path / "part")
    assert (got.data, got.etag) == (FILE, "")
    assert downloader.get(f"{site}/odd-mark", tmp_path / "part", etag='"\xe1"', modified="a\nb").data == FILE


def test_a_host_is_left_its_time_between_requests(site: str, waits: list[float], tmp_path: Path) -> None:
    with Downloader(local(), Limits(seconds_between=2.0), sleep=waits.append) as downloader:
        downloader.get(f"{site}/good", tmp_path / "part")
        downloader.get(f"{site}/good", tmp_path / "part")
    assert len(waits) == 1
    assert 1.5 < waits[0] <= 2.0


def test_a_certificate_that_nobody_vouches_for_is_said_to_be_one(tmp_path: Path) -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(Path(__file__).parent / "data" / "tls" / "localhost.pem")  # vouched for by itself
    with (
        serving(Behaviour(FILE), context) as address,
        Downloader(local("https"), sleep=lambda _: None) as downloader,
        pytest.raises(FetchError, match=r"localhost is another, or a proxy.*certificate is not valid.*self"),
    ):
        downloader.get(f"{address}/good", tmp_path / "part")


# --- Documents ---


def settings() -> Settings:
    return Settings(hosts=("localhost",), seconds_between=0, attempts=1, seconds=5, megabytes=1)


def listed(workspace: Workspace, url: str, more: str = "") -> None:
    """The report that the catalogue of the small workspace lists, at an address of the misbehaving server."""
    path = workspace.corpus / "ruritania" / "catalogue" / "papers.toml"
    text = path.read_text("utf-8").replace('cycle = "9"', f'cycle = "9"\nurl.es = "{url}"\n{more}', 1)
    path.write_text(text, "utf-8")


def test_everything_of_the_corpus_that_has_an_address_is_wanted(workspace: Workspace) -> None:
    known = {one.id: one.addresses for one in wanted(workspace)}
    assert set(known) == {"e-c-12-ecu-9", "iacthr-c-901", "e-c-12-ecu-co-9", "iacthr-c-900", "icescr"}
    assert known["e-c-12-ecu-9"]["es"] == text_address(ASKED, "es")
    assert known["icescr"]["en"] == "https://example.org/en/icescr"


def test_a_document_comes_into_texts_and_is_not_asked_for_again(
    workspace: Workspace, site: str, behaviour: Behaviour
) -> None:
    listed(workspace, f"{site}/good")

    def again() -> tuple[str, str]:
        (result,) = fetch(workspace, ["e-c-12-ecu-9"], settings=settings(), guard=local())
        return result.outcome, result.file

    assert again() == ("new", "e-c-12-ecu-9.es.pdf")
    assert (workspace.state / "texts" / "e-c-12-ecu-9.es.pdf").read_bytes() == FILE
    assert again() == ("unchanged", "e-c-12-ecu-9.es.pdf")
    behaviour.etag, behaviour.file = '"two"', FILE.replace(b"llano", b"monte")
    assert again() == ("changed", "e-c-12-ecu-9.es.pdf")


@pytest.mark.parametrize(
    ("path", "file", "says"),
    [
        ("/page", FILE, "no PDF or Word file but text/html"),
        ("/good", OTHER, "does not bear the symbol E/C.12/ECU/9 but E/C.12/PER/9"),
        ("/good", written("E/C.12/ECU/90"), "does not bear the symbol E/C.12/ECU/9 but E/C.12/ECU/90"),
        ("/good", written("E/C.12/ECU/9/Add.1"), "does not bear the symbol"),
        ("/good", written("The document E/C.12/ECU/9 is not available. Error 404."), "or an error page"),
        ("/good", b"%PDF-1.4 cut off", "cannot be read"),
    ],
)
def test_what_is_another_document_is_not_kept(
    workspace: Workspace, site: str, behaviour: Behaviour, path: str, file: bytes, says: str
) -> None:
    listed(workspace, f"{site}{path}")
    behaviour.file = file
    (result,) = fetch(workspace, ["e-c-12-ecu-9"], languages=("es",), settings=settings(), guard=local())
    assert (result.outcome, says in result.why) == ("failed", True), result.why
    assert not list((workspace.state / "texts").glob("[!.]*"))


@pytest.mark.parametrize(
    "lines",
    [
        (ASKED, "El documento no existe en este idioma."),
        (ASKED, "Distr. general", "Comité de los Pozos", "Informe sobre el agua"),
        (ASKED, "E/C.12/PER/9", "E/C.12/CHL/9", "E/C.12/BOL/9"),
    ],
)
def test_a_notice_or_a_title_page_alone_does_not_take_the_place_of_a_text(
    workspace: Workspace, site: str, behaviour: Behaviour, lines: tuple[str, ...]
) -> None:
    listed(workspace, f"{site}/good")
    fetch(workspace, ["e-c-12-ecu-9"], languages=("es",), settings=settings(), guard=local())
    (good,) = (workspace.state / "texts").glob("[!.]*.pdf")
    before = good.read_bytes()
    behaviour.etag, behaviour.file = '"two"', written(*lines, paragraph="Gracias por su visita.")
    (result,) = fetch(workspace, ["e-c-12-ecu-9"], languages=("es",), settings=settings(), guard=local())
    assert result.outcome == "failed"
    assert "no text of a document" in result.why
    assert good.read_bytes() == before


JUDGMENT = ("Corte de los Pozos", "Caso Rey Molina Vs. Ruritania", "Sentencia de 20 de enero de 1999", "(Fondo)")
LATER = ("RESOLUCIÓN DE LA CORTE", "DE 22 DE NOVIEMBRE DE 2005", "CASO REY MOLINA VS. RURITANIA", "VISTOS:")


def judged(*lines: str) -> None:
    asked = Wanted("iacthr-c-1", {"es": "Caso Rey Molina Vs. Ruritania"}, "Serie C No. 1", "1999-01-20", "", {})
    checked(asked, "es", written(*lines), "application/pdf")


def test_a_judgment_is_known_by_the_case_and_the_day_of_its_title() -> None:
    judged(*JUDGMENT)


@pytest.mark.parametrize(
    ("lines", "says"),
    [
        (("Corte", "Caso Rey Molina", "Sentencia de 120 de enero de 1999"), "not of 1999-01-20"),
        ((*LATER, "1. La sentencia de 20 de enero de 1999, Caso Rey Molina."), "is of 2005-11-22, not of 1999-01-20"),
        (("Corte de los Pozos", "Caso Soto", "Sentencia de 20 de enero de 1999"), "does not name the case"),
    ],
)
def test_a_decision_with_another_title_is_another(lines: tuple[str, ...], says: str) -> None:
    with pytest.raises(FetchError, match=says):
        judged(*lines)


@pytest.mark.parametrize("path", ["/says-gzip", "/busy-until-an-odd-day", "/odd-mark-and-breaks", "/nonsense"])
def test_a_document_that_fails_does_not_keep_the_next_from_being_asked_for(
    workspace: Workspace, site: str, path: str
) -> None:
    listed(workspace, f"{site}{path}")
    told: list[str] = []
    results = fetch(
        workspace,
        ["e-c-12-ecu-9", "iacthr-c-901"],
        languages=("es",),
        settings=settings(),
        guard=local(),
        progress=lambda _done, _of, result: told.append(result.document),
    )
    assert told == ["e-c-12-ecu-9", "iacthr-c-901"]
    assert {result.outcome for result in results} == {"failed"}


def test_a_fault_of_the_program_fails_one_document_and_says_where(
    workspace: Workspace, site: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    listed(workspace, f"{site}/good")
    monkeypatch.setattr(Shelf, "put", lambda *_: 1 / 0)
    (result,) = fetch(workspace, ["e-c-12-ecu-9"], languages=("es",), settings=settings(), guard=local())
    assert (result.outcome, "ZeroDivisionError in test_fetch.py" in result.why) == ("failed", True)


def test_the_next_language_is_tried_where_the_first_fails(
    workspace: Workspace, site: str, behaviour: Behaviour
) -> None:
    listed(workspace, f"{site}/gone", f'url.en = "{site}/good"')
    behaviour.file = written(ASKED, paragraph=ENGLISH)
    (result,) = fetch(workspace, ["e-c-12-ecu-9"], settings=settings(), guard=local())
    assert (result.outcome, result.language, result.why) == ("new", "en", "not in es: localhost answers 410")


def test_a_text_in_another_language_than_was_asked_for_is_not_kept_as_one_in_it(
    workspace: Workspace, site: str, behaviour: Behaviour
) -> None:
    listed(workspace, f"{site}/good", f'url.en = "{site}/good"')
    behaviour.file = written(ASKED, paragraph=ENGLISH)
    (result,) = fetch(workspace, ["e-c-12-ecu-9"], languages=("es",), settings=settings(), guard=local())
    assert (result.outcome, result.why) == ("failed", "what came is in another language (en)")
    (result,) = fetch(workspace, ["e-c-12-ecu-9"], settings=settings(), guard=local())
    assert (result.outcome, result.file) == ("new", "e-c-12-ecu-9.en.pdf")
    assert result.why == "not in es: what came is in another language (en)"


def test_each_language_is_told_where_each_is_wanted(workspace: Workspace, site: str) -> None:
    listed(workspace, f"{site}/gone", f'url.en = "{site}/good"')
    results = fetch(workspace, ["e-c-12-ecu-9"], every_language=True, settings=settings(), guard=local())
    assert [(result.language, result.outcome) for result in results] == [("es", "failed"), ("en", "failed")]


@pytest.mark.parametrize("harm", [b"", FILE[:-100]])
def test_a_text_that_was_harmed_here_is_fetched_again(workspace: Workspace, site: str, harm: bytes) -> None:
    listed(workspace, f"{site}/good")

    def again() -> str:
        return fetch(workspace, ["e-c-12-ecu-9"], languages=("es",), settings=settings(), guard=local())[0].outcome

    assert again() == "new"
    kept = workspace.state / "texts" / "e-c-12-ecu-9.es.pdf"
    kept.write_bytes(harm)
    assert again() == "changed"
    assert kept.read_bytes() == FILE
    kept.unlink()
    assert again() == "changed"
    assert again() == "unchanged"


@pytest.mark.parametrize(
    ("file", "says"),
    [
        (packed({"a.txt": f"{ASKED} Los pozos"}), "no PDF or Word file but something else"),
        (xlsx([[ASKED, "Los pozos"]]), "no PDF or Word file but spreadsheet"),
    ],
)
def test_what_begins_like_a_word_file_and_is_none_is_not_kept(
    workspace: Workspace, site: str, behaviour: Behaviour, file: bytes, says: str
) -> None:
    listed(workspace, f"{site}/good")
    behaviour.file = file
    (result,) = fetch(workspace, ["e-c-12-ecu-9"], languages=("es",), settings=settings(), guard=local())
    assert says in result.why


def test_a_word_file_is_kept_as_one(workspace: Workspace, site: str, behaviour: Behaviour) -> None:
    listed(workspace, f"{site}/good")
    behaviour.file = docx(p(ASKED) + p(PARAGRAPH))
    (result,) = fetch(workspace, ["e-c-12-ecu-9"], languages=("es",), settings=settings(), guard=local())
    assert (result.outcome, result.file) == ("new", "e-c-12-ecu-9.es.docx")


def test_a_document_nobody_knows_is_named(workspace: Workspace) -> None:
    with pytest.raises(FetchError, match="nothing-of-the-kind is no document"):
        fetch(workspace, ["nothing-of-the-kind"], settings=settings(), guard=local())


def test_a_document_may_be_asked_for_by_its_symbol(workspace: Workspace, site: str) -> None:
    listed(workspace, f"{site}/good")
    for symbol in (ASKED, ASKED.lower()):
        (result,) = fetch(workspace, [symbol], languages=("es",), settings=settings(), guard=local())
        assert result.document == "e-c-12-ecu-9"
    path = workspace.corpus / "ruritania" / "catalogue" / "papers.toml"
    text = path.read_text("utf-8")
    entry = text[text.index("[[document]]") :].replace('id = "e-c-12-ecu-9"', 'id = "another"')
    path.write_text(f"{text}\n{entry}", "utf-8")
    with pytest.raises(FetchError, match="the symbol of 2 documents: name one of e-c-12-ecu-9, another"):
        fetch(workspace, [ASKED], settings=settings(), guard=local())


def test_a_damaged_ledger_is_begun_anew(tmp_path: Path) -> None:
    (tmp_path / ".fetched.json").write_bytes(b"{")
    assert Shelf(tmp_path).ledger() == {}


def test_the_corpus_may_give_other_limits_and_a_wrong_file_is_named(tmp_path: Path) -> None:
    assert "documents.un.org" in load_settings(tmp_path).hosts
    (tmp_path / "fetch.toml").write_text("megabytes = 5\n")
    assert load_settings(tmp_path).megabytes == 5
    (tmp_path / "fetch.toml").write_text("megabites = 5\n")
    with pytest.raises(CorpusError, match=r"fetch.toml: .*megabites"):
        load_settings(tmp_path)


@pytest.mark.parametrize(
    ("line", "field"),
    [
        ("attempts = 0", "attempts"),
        ("attempts = 1.5", "attempts"),
        ("attempts = true", "attempts"),
        ("megabytes = -4", "megabytes"),
        ("seconds = 0", "seconds"),
        ("seconds = nan", "seconds"),
        ("seconds = inf", "seconds"),
        ("seconds_between = -1", "seconds_between"),
        ("seconds_between = nan", "seconds_between"),
        ('hosts = "localhost"', "hosts"),
        ('hosts = [""]', "hosts"),
    ],
)
def test_a_limit_that_makes_no_sense_is_refused_by_name(tmp_path: Path, line: str, field: str) -> None:
    (tmp_path / "fetch.toml").write_text(f"{line}\n")
    with pytest.raises(CorpusError, match=rf"fetch.toml: .*\$\.{field}\b"):
        load_settings(tmp_path)


@pytest.mark.parametrize("data", [b"seconds = [", b"\xff\xfe"])
def test_settings_that_are_no_toml_are_refused(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "fetch.toml").write_bytes(data)
    with pytest.raises(CorpusError, match=r"fetch.toml"):
        load_settings(tmp_path)


# --- The command ---


def test_the_command_says_each_outcome_and_ends_with_one_where_something_failed(
    workspace: Workspace, site: str, behaviour: Behaviour, monkeypatch: pytest.MonkeyPatch
) -> None:
    listed(workspace, f"{site}/gone", f'url.en = "{site}/good"')
    behaviour.file = written(ASKED, paragraph=ENGLISH)
    (workspace.corpus / "fetch.toml").write_text('hosts = ["localhost"]\nseconds_between = 0\nattempts = 1\n')
    monkeypatch.setattr("rights_search.ingest.fetching.Guard", lambda _hosts: local())

    def run(*arguments: str) -> Result:
        return CliRunner().invoke(main, ["--root", str(workspace.corpus.parent), "fetch", *arguments])

    came = run("e-c-12-ecu-9")
    size = len(behaviour.file)
    assert came.stdout == (
        f"new: e-c-12-ecu-9 (en): e-c-12-ecu-9.en.pdf ({size} bytes); not in es: localhost answers 410\n"
    )
    assert (came.stderr, came.exit_code) == ("1 documents: 1 new.\n", 0)
    failed = run("e-c-12-ecu-9", "--lang", "es", "--json")
    assert json.loads(failed.stdout)["why"] == "localhost answers 410"
    assert failed.exit_code == 1
    both = run("e-c-12-ecu-9", "--every-language")
    assert (len(both.stdout.splitlines()), both.stderr) == (2, "1 documents: 1 failed.\n")  # it counts once
    (workspace.corpus / "fetch.toml").write_text("attempts = 0\n")
    wrong = run("e-c-12-ecu-9")
    assert "attempts" in wrong.stderr
    assert wrong.exit_code not in (0, None)


def test_a_run_that_is_broken_off_has_said_what_it_did(
    workspace: Workspace, site: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    listed(workspace, f"{site}/good")
    guard = Guard(["localhost"], schemes=("http",), local=True)
    asked: list[str] = []

    def checked_once(url: str) -> str:
        asked.append(url)
        if len(asked) > 1:
            raise KeyboardInterrupt
        return url

    monkeypatch.setattr(guard, "checked", checked_once)
    monkeypatch.setattr("rights_search.ingest.fetching.Guard", lambda _hosts: guard)
    arguments = ["--root", str(workspace.corpus.parent), "fetch", "e-c-12-ecu-9", "iacthr-c-901", "--lang", "es"]
    assert "new: e-c-12-ecu-9 (es)" in CliRunner().invoke(main, arguments).stdout
