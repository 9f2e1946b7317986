package main

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"

	doppel "example.com/doppel/client"
)

func main() {
	url, samples, collection := os.Args[1], os.Args[2], os.Args[3]
	configuration := doppel.NewConfiguration()
	configuration.Servers = doppel.ServerConfigurations{{URL: url}}
	client := doppel.NewAPIClient(configuration)
	ctx := context.Background()

	signature := doppel.NewSignatureSettings()
	signature.SetSeed(4294967295)
	settings := doppel.NewCollectionSettings()
	settings.SetSignature(*signature)
	_, _, err := client.CollectionsAPI.PutCollection(ctx, collection).CollectionSettings(*settings).Execute()
	check(err)

	upload, err := os.CreateTemp("", "articles")
	check(err)
	files, err := filepath.Glob(filepath.Join(samples, "*.txt"))
	check(err)
	for _, file := range files {
		text, err := os.ReadFile(file)
		check(err)
		document := doppel.NewDocument()
		document.SetId(filepath.Base(file)[:3])
		document.SetText(string(text))
		ingested, _, err := client.DocumentsAPI.IngestDocument(ctx, collection).Document(*document).Execute()
		check(err)
		fmt.Print(ingested.Id, " ", ingested.Verdict)
		for _, match := range ingested.Matches {
			fmt.Print(" ", match.Id, " ", strconv.FormatFloat(match.GetSimilarity(), 'g', -1, 64))
		}
		fmt.Println()
		check(json.NewEncoder(upload).Encode(document))
	}
	list, _, err := client.ClustersAPI.ListClusters(ctx, collection).MinSize(1).Execute()
	check(err)
	for _, cluster := range list.Clusters {
		fmt.Println("cluster", cluster.Representative, cluster.Size)
	}
	stored, _, err := client.CollectionsAPI.GetCollection(ctx, collection).Execute()
	check(err)
	fmt.Println("seed", stored.Signature.Seed)

	_, err = upload.Seek(0, 0)
	check(err)
	answer, _, err := client.DocumentsAPI.ImportDocuments(ctx, collection).Body(upload).Execute()
	check(err)
	var last struct{ Summary struct{ Unchanged int } }
	for lines := bufio.NewScanner(answer); lines.Scan(); {
		check(json.Unmarshal(lines.Bytes(), &last))
	}
	fmt.Println("imported", last.Summary.Unchanged, "unchanged")

	_, _, err = client.DocumentsAPI.GetDocument(ctx, collection, "https://example.com/none").Execute()
	var failure *doppel.GenericOpenAPIError
	if errors.As(err, &failure) {
		fmt.Println("missing", failure.Model().(doppel.Problem).Code)
	}
}

func check(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
