import json
import sys
from io import BytesIO
from pathlib import Path

from doppel_client import Client
from doppel_client.api.clusters import list_clusters
from doppel_client.api.collections import get_collection, put_collection
from doppel_client.api.documents import get_document, import_documents, ingest_document
from doppel_client.models import CollectionSettings, Document, SignatureSettings
from doppel_client.types import File

url, samples, collection = sys.argv[1:]
client = Client(base_url=url)
articles = [
    Document(id=path.name[:3], text=path.read_text(encoding="utf-8"))
    for path in sorted(Path(samples).glob("*.txt"))
]

settings = CollectionSettings(signature=SignatureSettings(seed=4294967295))
put_collection.sync(collection, client=client, body=settings)
for document in articles:
    ingested = ingest_document.sync(collection, client=client, body=document)
    matches = [f"{match.id} {match.similarity}" for match in ingested.matches]
    print(ingested.id, ingested.verdict.value, *matches)
for cluster in list_clusters.sync(collection, client=client, min_size=1).clusters:
    print("cluster", cluster.representative, cluster.size)
print("seed", get_collection.sync(collection, client=client).signature.seed)

lines = "".join(f"{json.dumps(document.to_dict())}\n" for document in articles)
body = File(payload=BytesIO(lines.encode()))
answer = import_documents.sync(collection, client=client, body=body)
summary = json.loads(answer.payload.read().splitlines()[-1])["summary"]
print("imported", summary["unchanged"], "unchanged")
print("missing", get_document.sync(collection, "https://example.com/none", client=client).code)
