import json
import sys
from pathlib import Path

import openapi_client as doppel

url, samples, collection = sys.argv[1:]
client = doppel.ApiClient(doppel.Configuration(host=url))
collections = doppel.CollectionsApi(client)
documents = doppel.DocumentsApi(client)
articles = [
    doppel.Document(id=path.name[:3], text=path.read_text(encoding="utf-8"))
    for path in sorted(Path(samples).glob("*.txt"))
]

signature = doppel.SignatureSettings(seed=4294967295)
collections.put_collection(collection, doppel.CollectionSettings(signature=signature))
for document in articles:
    ingested = documents.ingest_document(collection, document)
    matches = [f"{match.id} {match.similarity}" for match in ingested.matches]
    print(ingested.id, ingested.verdict.value, *matches)
for cluster in doppel.ClustersApi(client).list_clusters(collection, min_size=1).clusters:
    print("cluster", cluster.representative, cluster.size)
print("seed", collections.get_collection(collection).signature.seed)

lines = "".join(f"{document.to_json()}\n" for document in articles)
answer = documents.import_documents(collection, lines.encode())
print("imported", json.loads(answer.splitlines()[-1])["summary"]["unchanged"], "unchanged")
try:
    documents.get_document(collection, "https://example.com/none")
except doppel.ApiException as error:
    print("missing", doppel.Problem.from_json(error.body).code)
