"""The calls of the contract, against a real service."""

from __future__ import annotations

import pickle
import re
import uuid
from collections.abc import Iterator
from datetime import datetime, timezone
from typing import Any

import pytest

from doppel_client import DoppelClient, DoppelProblem, DoppelUnreachable, Retry

from .conftest import StartService
from .service import Service, free_port

FOX = "The quick brown fox jumps over the lazy dog today"
NEAR_FOX = "The quick brown fox jumps over the lazy dog!"


@pytest.fixture
def client(service: Service, request: pytest.FixtureRequest) -> Iterator[DoppelClient]:
    """A client for an empty collection."""
    name = re.sub("[^a-z0-9]+", "-", request.node.name.lower())[:40] + uuid.uuid4().hex[:8]
    with service.client(name) as made:
        made.create_collection()
        yield made


def test_stores_reads_and_removes_documents(client: DoppelClient) -> None:
    first = client.ingest({"id": "a", "text": FOX, "metadata": {"source": "x"}})
    assert (first["status"], first["verdict"], first["matches"]) == ("created", "unique", [])
    second = client.put("b", {"text": NEAR_FOX})
    assert (second["verdict"], second["matches"][0]["id"]) == ("near-duplicate", "a")
    assert second["matches"][0]["similarity"] == pytest.approx(7 / 8)
    assert client.get("a")["metadata"] == {"source": "x"}
    assert [match["id"] for match in client.matches("a", limit=5)["matches"]] == ["b"]
    client.delete("a")
    with pytest.raises(DoppelProblem) as missing:
        client.get("a")
    assert (missing.value.status, missing.value.code) == (404, "DOCUMENT_NOT_FOUND")
    with pytest.raises(DoppelProblem, match="404"):
        client.delete("a")


def test_gives_an_id_to_a_document_without_one(client: DoppelClient) -> None:
    document = {"text": FOX}
    ids = {client.ingest(document)["id"] for _ in range(2)}
    assert len(ids) == 2
    assert "id" not in document
    assert {stored["id"] for stored in client.documents()} == ids


@pytest.mark.parametrize("name", ["a/b", "a b", "ü?&#%", "http://x/?q=1%2F", "..a", "x" * 512, "é" * 256])
def test_any_id_can_be_addressed(client: DoppelClient, name: str) -> None:
    assert client.put(name, {"text": FOX})["id"] == name
    assert client.get(name)["text"] == FOX
    client.delete(name)
    assert list(client.documents()) == []


@pytest.mark.parametrize("name", ["", ".", ".."])
def test_an_id_that_would_address_something_else_is_refused(client: DoppelClient, name: str) -> None:
    client.ingest({"id": "stays", "text": FOX})
    with pytest.raises(DoppelProblem, match="422 INVALID_REQUEST"):
        client.delete(name)
    with pytest.raises(ValueError, match="cannot be a part of an address"):
        client.using(name)
    assert client.get("stays")["id"] == "stays"


def test_checks_without_storing(client: DoppelClient) -> None:
    client.ingest({"id": "a", "text": FOX})
    found = client.check({"text": NEAR_FOX}, threshold=0.6)
    assert (found["verdict"], found["matches"][0]["id"]) == ("near-duplicate", "a")
    results = list(client.check_documents([{"text": FOX}, {"nonsense": 1}, {"text": "another thing altogether"}]))
    verdicts = [None if "error" in result else result["verdict"] for result in results]
    assert verdicts == ["exact-duplicate", None, "unique"]
    assert client.stats()["documents"] == 1


def test_compares_texts_and_stored_documents(client: DoppelClient) -> None:
    client.ingest({"id": "a", "text": FOX})
    comparison = client.compare({"id": "a"}, {"text": NEAR_FOX}, spans=True)
    assert comparison["similarity"] == pytest.approx(7 / 8)
    assert comparison["spans"]["left"] == [{"start": 0, "end": 43}]


def test_lists_clusters_by_pages(client: DoppelClient) -> None:
    for group in range(5):
        for copy in range(3):
            client.put(f"{group}-{copy}", {"text": f"group {group} has number {group * group} and {group} again"})
    clusters = list(client.clusters(page_size=2))
    assert [cluster["size"] for cluster in clusters] == [3] * 5
    assert list(client.clusters(min_size=4)) == []
    one = client.cluster(clusters[0]["id"], limit=1)
    assert one["size"] == 3
    assert one["toRepresentative"] == {"min": 1, "mean": 1}
    rest = client.cluster(clusters[0]["id"], cursor=one["nextCursor"])
    assert len(one["members"]) + len(rest["members"]) == 3


def test_imports_a_stream_in_order_and_in_batches(client: DoppelClient) -> None:
    taken = 0

    def documents() -> Iterator[dict[str, Any]]:
        nonlocal taken
        for number in range(25):
            taken += 1
            yield {"id": str(number), "text": f"text {number} of {number * 7} and {number * 11}"}

    results = client.import_documents(documents(), batch_size=10)
    assert taken == 0
    first = next(results)
    assert "error" not in first
    assert (first["id"], taken) == ("0", 10)
    assert [result["id"] for result in results] == [str(number) for number in range(1, 25)]
    assert client.stats()["documents"] == 25


def test_a_bad_document_of_a_stream_fails_alone(client: DoppelClient) -> None:
    documents: list[dict[str, Any]] = [
        {"id": "good", "text": FOX},
        {"id": "number", "text": 5},
        {"id": "bytes", "text": FOX, "metadata": {"raw": b"x"}},
        {"id": "time", "text": FOX, "publishedAt": datetime(2026, 1, 2, tzinfo=timezone.utc)},
        {"id": "naive", "text": FOX, "publishedAt": datetime(2026, 1, 2)},
        {"id": "nan", "text": FOX, "metadata": {"x": float("nan")}},
    ]
    results = list(client.import_documents(documents, batch_size=2))
    failed = [(result["line"], result["error"]["code"]) for result in results if "error" in result]
    assert failed == [(2, "INVALID_DOCUMENT"), (3, "NOT_JSON"), (5, "NOT_JSON"), (6, "NOT_JSON")]
    assert client.get("time")["publishedAt"] == "2026-01-02T00:00:00+00:00"


def test_texts_come_back_whatever_they_contain(client: DoppelClient) -> None:
    # Each of these ends a line for str.splitlines, and none does in NDJSON.
    text = "one\u2028two\u2029three\x85four\x0bfive\x0csix\x1cseven\nend \U0001f600"
    list(client.import_documents([{"id": "a", "text": text}, {"id": "lone", "text": "x\ud800y"}]))
    exported = {document["id"]: document["text"] for document in client.export()}
    assert exported == {"a": text, "lone": "x\ufffdy"}


def test_exports_all_documents_or_one_of_each_cluster(client: DoppelClient) -> None:
    list(client.import_documents([{"id": "a", "text": FOX}, {"id": "b", "text": NEAR_FOX}]))
    assert [document["id"] for document in client.export()] == ["a", "b"]
    assert [document["id"] for document in client.export(representatives=True)] == ["a"]


def test_makes_changes_and_deletes_collections(service: Service) -> None:
    client = service.client("made-here")
    created = client.create_collection({"threshold": 0.8, "shingle": {"unit": "word", "size": 2}})
    assert (created["threshold"], created["bands"]) == (0.8, {"count": 21, "rows": 6})
    assert client.update_collection({"representative": "longest"})["representative"] == "longest"
    assert client.collection()["representative"] == "longest"
    names = [collection["name"] for collection in client.collections(page_size=1)]
    assert {"default", "made-here"} <= set(names)
    client.delete_collection()
    with pytest.raises(DoppelProblem, match="COLLECTION_NOT_FOUND"):
        client.stats()


def test_a_problem_tells_all_that_the_service_said(client: DoppelClient) -> None:
    with pytest.raises(DoppelProblem) as raised:
        client.ingest({"id": "a", "text": 5, "colour": "red"})
    problem = raised.value
    assert (problem.status, problem.code, problem.temporary) == (422, "INVALID_DOCUMENT", False)
    assert problem.type == "/docs/problems#invalid-document"
    assert {error["path"] for error in problem.errors} <= {"/text", "/colour"}
    assert problem.instance is not None
    copy = pickle.loads(pickle.dumps(problem))
    assert (copy.problem, str(copy)) == (problem.problem, str(problem))


def test_keys_and_rate_limits_of_the_service(start_service: StartService) -> None:
    service = start_service(DOPPEL_API_KEYS="right", DOPPEL_RATE_LIMIT="2")
    with DoppelClient(service.url, key="wrong") as client, pytest.raises(DoppelProblem) as refused:
        client.stats()
    assert (refused.value.status, refused.value.temporary) == (401, False)
    with DoppelClient(service.url, key="right", retry=Retry(attempts=1)) as client:
        with pytest.raises(DoppelProblem) as busy:
            for _ in range(4):
                client.stats()
        assert (busy.value.code, busy.value.temporary) == ("TOO_MANY_REQUESTS", True)
        assert busy.value.retry_after_s is not None
        assert 0 < busy.value.retry_after_s <= 60


def test_a_full_service_refuses_documents_at_once(start_service: StartService) -> None:
    service = start_service(DOPPEL_MEMORY_LIMIT_BYTES="1048576")
    with service.client() as client:
        with pytest.raises(DoppelProblem) as full:
            client.ingest({"id": "a", "text": FOX})
        assert (full.value.status, full.value.temporary) == (507, True)
        (result,) = client.import_documents([{"id": "a", "text": FOX}])
        assert "error" in result
        assert result["error"]["code"] == "STORE_FULL"


def test_no_service_is_no_problem_but_unreachable() -> None:
    with DoppelClient(f"http://127.0.0.1:{free_port()}", retry=Retry(attempts=2, first_delay_s=0)) as client:
        assert not client.is_ready()
        with pytest.raises(DoppelUnreachable):
            client.stats()


@pytest.mark.parametrize("url", ["localhost:3000", "ftp://x", "", "http://"])
def test_an_address_that_is_none_is_refused(url: str) -> None:
    with pytest.raises(ValueError, match="not the address of a service"):
        DoppelClient(url)
