"""What goes over the wire, under the names it has there.

The service may add fields in any version; nothing here drops them. The specification, with the meaning and the
range of each field, is at ``/docs`` of a running service.
"""

from __future__ import annotations

from typing import Any, Literal, Optional, TypedDict, Union, final

Verdict = Literal["unique", "near-duplicate", "exact-duplicate"]
Truncation = Literal["candidates", "page"]
Status = Literal["created", "updated", "unchanged"]
ClusterSort = Literal["-size", "size", "-updatedAt"]


class Signature(TypedDict):
    """A signature that the client made itself, in place of a text."""

    scheme: str
    slots: list[int]


class Document(TypedDict, total=False):
    """A document to be stored or checked: exactly one of ``text``, ``html`` and ``signature``, all else optional."""

    id: str
    text: str
    html: str
    signature: Signature
    url: str
    title: str
    metadata: dict[str, Any]
    publishedAt: str
    retentionSeconds: int


class Match(TypedDict):
    """A document that is near the one asked about. Without shingle sets only the estimate is known."""

    id: str
    similarity: Optional[float]
    estimate: float
    containment: Optional[float]


class ClusterReference(TypedDict):
    """A cluster, in brief."""

    id: str
    size: int
    representative: str


class _Ingested(TypedDict):
    id: str
    status: Status
    verdict: Verdict
    cluster: ClusterReference
    matches: list[Match]


@final
class Ingested(_Ingested, total=False):
    """What became of a document; it is durable. A blank one is ``empty``."""

    empty: Literal[True]
    truncated: Literal[True]
    truncatedBy: list[Truncation]


class _Checked(TypedDict):
    verdict: Verdict
    cluster: Optional[ClusterReference]
    matches: list[Match]


@final
class Checked(_Checked, total=False):
    """What an ingest would find; nothing was stored. A blank document is ``empty``."""

    empty: Literal[True]
    truncated: Literal[True]
    truncatedBy: list[Truncation]


class FieldError(TypedDict):
    """What is wrong with one field or parameter."""

    path: str
    message: str


class _Problem(TypedDict):
    type: str
    title: str
    status: int
    code: str


class Problem(_Problem, total=False):
    """A failure, as RFC 9457 describes it."""

    detail: str
    instance: str
    errors: list[FieldError]


class _Failed(TypedDict):
    line: int
    error: Problem


@final
class Failed(_Failed, total=False):
    """A document of a stream that was refused. ``line`` is its place in the input, from 1."""

    id: str


ImportResult = Union[Ingested, Failed]
CheckResult = Union[Checked, Failed]


class _StoredDocument(TypedDict):
    id: str
    ingestedAt: str
    updatedAt: str
    cluster: ClusterReference


class StoredDocument(_StoredDocument, total=False):
    """A stored document. Lists, and collections that keep no texts, have no ``text``."""

    text: str
    url: str
    title: str
    metadata: dict[str, Any]
    publishedAt: str
    expiresAt: str
    empty: Literal[True]


class ExportedDocument(StoredDocument):
    """A stored document, and how near it is to the representative of its cluster."""

    similarity: Optional[float]
    estimate: float


class _MatchList(TypedDict):
    matches: list[Match]


class MatchList(_MatchList, total=False):
    """The matches of a stored document, best first."""

    truncated: Literal[True]
    truncatedBy: list[Truncation]


class DocumentSide(TypedDict, total=False):
    """One side of a comparison: a stored document by its ``id``, or a ``text``."""

    id: str
    text: str


class Containment(TypedDict):
    """The share of each side's shingles that the other side has too."""

    left: Optional[float]
    right: Optional[float]


class Span(TypedDict):
    """A part of a text, in UTF-16 code units; ``end`` is not included."""

    start: int
    end: int


class _SharedSpans(TypedDict):
    left: list[Span]
    right: list[Span]


class SharedSpans(_SharedSpans, total=False):
    """The parts of both texts that the two share."""

    truncated: Literal[True]
    truncatedBy: list[Truncation]


class _Comparison(TypedDict):
    similarity: Optional[float]
    estimate: float
    containment: Optional[Containment]
    shared: Optional[int]
    union: Optional[int]


class Comparison(_Comparison, total=False):
    """How two documents compare."""

    spans: SharedSpans


class Spread(TypedDict):
    """Similarity over the matches of a cluster."""

    min: float
    mean: float
    max: float


class ToRepresentative(TypedDict):
    """Similarity of the other members to the representative; far below the threshold it shows a chain."""

    min: float
    mean: float


class _Member(TypedDict):
    id: str
    similarity: Optional[float]
    estimate: float
    ingestedAt: str


class Member(_Member, total=False):
    """A document of a cluster, with its similarity to the representative."""

    url: str
    title: str


class Pair(TypedDict):
    """Two members that match."""

    a: str
    b: str
    similarity: Optional[float]
    estimate: float


class _Cluster(TypedDict):
    id: str
    size: int
    representative: str
    similarity: Optional[Spread]
    createdAt: str
    updatedAt: str
    members: list[Member]
    pairs: list[Pair]


class Cluster(_Cluster, total=False):
    """Documents that belong together: the first members and the strongest pairs."""

    truncated: Literal[True]
    truncatedBy: list[Truncation]
    nextCursor: str


class SingleCluster(Cluster):
    """A cluster that was asked for by its id."""

    toRepresentative: Optional[ToRepresentative]


class ShingleSettings(TypedDict, total=False):
    """What a shingle is: 1 to 16 words, or 1 to 64 characters."""

    unit: Literal["word", "character"]
    size: int


class SignatureSettings(TypedDict, total=False):
    """How signatures are made."""

    scheme: Literal["doppel", "minhash"]
    slots: Literal[64, 128, 256]
    seed: int


class CollectionSettings(TypedDict, total=False):
    """The settings of a collection. All but the last two are fixed once it holds documents."""

    shingle: ShingleSettings
    signature: SignatureSettings
    threshold: float
    storeText: bool
    representative: Literal["earliest", "longest", "central"]
    retentionSeconds: int


class CollectionChanges(TypedDict, total=False):
    """What can be changed at any time. ``retentionSeconds`` of None: kept for ever."""

    representative: Literal["earliest", "longest", "central"]
    retentionSeconds: Optional[int]


class Bands(TypedDict):
    """How signatures are cut to find candidates."""

    count: int
    rows: int


class Counts(TypedDict):
    """Documents; clusters of two or more; documents less all clusters."""

    documents: int
    clusters: int
    duplicates: int


class _Collection(TypedDict):
    name: str
    shingle: ShingleSettings
    signature: SignatureSettings
    scheme: str
    threshold: float
    bands: Bands
    representative: Literal["earliest", "longest", "central"]
    storeText: bool
    createdAt: str
    counts: Counts


class Collection(_Collection, total=False):
    """Documents under one set of settings."""

    retentionSeconds: int


Bin = TypedDict("Bin", {"from": float, "to": float, "count": int})


class Stats(TypedDict):
    """Figures of a collection."""

    documents: int
    clusters: int
    duplicates: int
    bytes: int
    truncatedDocuments: int
    clusterSizes: list[Bin]
    matchSimilarities: list[Bin]
    ingestPerSecond: float
