package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strconv"

	"example.com/doppel/client"
)

func main() {
	url, samples, collection := os.Args[1], os.Args[2], os.Args[3]
	service, err := client.NewClientWithResponses(url)
	check(err)
	ctx := context.Background()

	seed := int64(4294967295)
	settings := client.CollectionSettings{Signature: &client.SignatureSettings{Seed: &seed}}
	_, err = service.PutCollectionWithResponse(ctx, collection, settings)
	check(err)

	var upload bytes.Buffer
	files, err := filepath.Glob(filepath.Join(samples, "*.txt"))
	check(err)
	for _, file := range files {
		content, err := os.ReadFile(file)
		check(err)
		id, text := filepath.Base(file)[:3], string(content)
		document := client.Document{Id: &id, Text: &text}
		answer, err := service.IngestDocumentWithResponse(ctx, collection, nil, document)
		check(err)
		ingested := answer.JSON201
		fmt.Print(ingested.Id, " ", ingested.Verdict)
		for _, match := range ingested.Matches {
			fmt.Print(" ", match.Id, " ", strconv.FormatFloat(*match.Similarity, 'g', -1, 64))
		}
		fmt.Println()
		check(json.NewEncoder(&upload).Encode(document))
	}
	one := int64(1)
	list, err := service.ListClustersWithResponse(ctx, collection, &client.ListClustersParams{MinSize: &one})
	check(err)
	for _, cluster := range list.JSON200.Clusters {
		fmt.Println("cluster", cluster.Representative, cluster.Size)
	}
	stored, err := service.GetCollectionWithResponse(ctx, collection)
	check(err)
	fmt.Println("seed", stored.JSON200.Signature.Seed)

	// A stream of lines is read from the response itself: the wrapper would take it for one JSON value.
	imported, err := service.ImportDocumentsWithBody(ctx, collection, nil, "application/x-ndjson", &upload)
	check(err)
	defer imported.Body.Close()
	var last struct{ Summary struct{ Unchanged int } }
	for lines := bufio.NewScanner(imported.Body); lines.Scan(); {
		check(json.Unmarshal(lines.Bytes(), &last))
	}
	fmt.Println("imported", last.Summary.Unchanged, "unchanged")

	missing, err := service.GetDocumentWithResponse(ctx, collection, "https://example.com/none")
	check(err)
	fmt.Println("missing", missing.ApplicationproblemJSON404.Code)
}

func check(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
