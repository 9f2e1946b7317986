import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.openapitools.client.ApiClient;
import org.openapitools.client.ApiException;
import org.openapitools.client.JSON;
import org.openapitools.client.api.ClustersApi;
import org.openapitools.client.api.CollectionsApi;
import org.openapitools.client.api.DocumentsApi;
import org.openapitools.client.model.*;

public class Main {
  public static void main(String[] arguments) throws Exception {
    ApiClient client = new ApiClient().setBasePath(arguments[0]);
    String collection = arguments[2];
    CollectionsApi collections = new CollectionsApi(client);
    DocumentsApi documents = new DocumentsApi(client);
    List<Path> files = Files.list(Path.of(arguments[1])).filter(path -> path.toString().endsWith(".txt")).sorted().toList();

    SignatureSettings signature = new SignatureSettings().seed(4294967295L);
    collections.putCollection(collection, new CollectionSettings().signature(signature));
    StringBuilder lines = new StringBuilder();
    for (Path file : files) {
      Document document = new Document().id(file.getFileName().toString().substring(0, 3)).text(Files.readString(file));
      Ingested ingested = documents.ingestDocument(collection, document, null, null);
      StringBuilder line = new StringBuilder(ingested.getId() + " " + ingested.getVerdict());
      for (Match match : ingested.getMatches()) line.append(" " + match.getId() + " " + match.getSimilarity());
      System.out.println(line);
      lines.append(JSON.serialize(document)).append('\n');
    }
    for (Cluster cluster : new ClustersApi(client).listClusters(collection, 1L, null, null, null, null).getClusters()) {
      System.out.println("cluster " + cluster.getRepresentative() + " " + cluster.getSize());
    }
    System.out.println("seed " + collections.getCollection(collection).getSignature().getSeed());

    Path upload = Files.writeString(Files.createTempFile("articles", ".jsonl"), lines);
    File answer = documents.importDocuments(collection, upload.toFile(), null, null, null, null);
    List<String> results = Files.readAllLines(answer.toPath());
    String summary = results.get(results.size() - 1);
    System.out.println("imported " + summary.replaceAll(".*\"unchanged\":(\\d+).*", "$1") + " unchanged");
    try {
      documents.getDocument(collection, "https://example.com/none");
    } catch (ApiException error) {
      System.out.println("missing " + Problem.fromJson(error.getResponseBody()).getCode());
    }
    System.exit(0);
  }
}
