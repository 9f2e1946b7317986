// Made from openapi.yaml by `npm run client:types`; not to be edited.

export interface paths {
    readonly "/openapi.json": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * This specification as JSON
         * @description OpenAPI 3.1.
         */
        readonly get: operations["getSpecificationAsJson"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/openapi.yaml": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * This specification as YAML
         * @description OpenAPI 3.1.
         */
        readonly get: operations["getSpecificationAsYaml"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/metrics": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Metrics for Prometheus
         * @description Of this process, since its start.
         */
        readonly get: operations["getMetrics"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/healthz": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Whether the process is alive
         * @description Answers as long as the process does, also while the store is loading.
         */
        readonly get: operations["getHealth"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/readyz": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Whether the service can answer
         * @description While it loads its index, the problem says how much is loaded in `progress`.
         */
        readonly get: operations["getReadiness"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/collections": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List the collections
         * @description In order of name.
         */
        readonly get: operations["listCollections"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/collections/{collection}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Get a collection
         * @description Its settings, what follows from them, and how much it holds.
         */
        readonly get: operations["getCollection"];
        /**
         * Create a collection
         * @description With the settings of the body, which may be absent; what is missing has its default. A collection that exists takes other settings while it is empty.
         */
        readonly put: operations["putCollection"];
        readonly post?: never;
        /**
         * Delete a collection with all its documents
         * @description `default` is emptied, and stays.
         */
        readonly delete: operations["deleteCollection"];
        readonly options?: never;
        readonly head?: never;
        /**
         * Change the representative or the retention
         * @description Only what is in the body changes. A new retention holds at once, for all documents without a retention of their own: a shorter one expires those that are older.
         */
        readonly patch: operations["patchCollection"];
        readonly trace?: never;
    };
    readonly "/v1/collections/{collection}/documents": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List the documents
         * @description In order of first ingest, without texts. With `id` the list is that one document, with its text, or 404.
         */
        readonly get: operations["listDocuments"];
        /**
         * Ingest a document under the id in the query
         * @description As `PUT` with the id in the path.
         */
        readonly put: operations["putDocumentByQuery"];
        /**
         * Ingest a document
         * @description Stores the document and says what the documents stored before it have in common with it. With an id it may be sent again without harm; without one it gets a new id each time.
         */
        readonly post: operations["ingestDocument"];
        /**
         * Delete the document whose id is in the query
         * @description As `DELETE` with the id in the path. Without an id nothing is deleted.
         */
        readonly delete: operations["deleteDocumentByQuery"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/collections/{collection}/documents/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Get a document
         * @description As it is stored, with its cluster.
         */
        readonly get: operations["getDocument"];
        /**
         * Ingest a document under the id in the address
         * @description As `POST`; an id in the body must be the same. Replaces the whole document.
         */
        readonly put: operations["putDocument"];
        readonly post?: never;
        /**
         * Delete a document
         * @description Its cluster is split where only this document held it together.
         */
        readonly delete: operations["deleteDocument"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/collections/{collection}/matches": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List the matches of the document whose id is in the query
         * @description As the matches of a document with the id in the path.
         */
        readonly get: operations["listMatchesByQuery"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/collections/{collection}/documents/{id}/matches": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List the matches of a document
         * @description Earlier and later documents that match it, best first.
         */
        readonly get: operations["listMatches"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/collections/{collection}/compare": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Compare two documents
         * @description Stored documents or texts, under the settings of the collection. Nothing is stored. Two empty texts have similarity 0. With `spans=true` also the character spans of each text that lie under shared shingles.
         */
        readonly post: operations["compareDocuments"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/collections/{collection}/check": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Ask whether a document is known
         * @description Answers as an ingest would, and stores nothing. NDJSON with a document a line is answered with NDJSON: a result with `line` and `id`, or an error, a line, in order, while the upload goes on, and a summary at the end.
         */
        readonly post: operations["checkDocument"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/collections/{collection}/clusters": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List the clusters
         * @description Each with its first 10 members and its 20 strongest matches. A threshold above the collection’s cuts the clusters there.
         */
        readonly get: operations["listClusters"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/collections/{collection}/clusters/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Get a cluster
         * @description With a page of its members. The id that any stored member’s own cluster would have leads here too; `id` in the answer is the current one.
         */
        readonly get: operations["getCluster"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/collections/{collection}/stats": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Get the figures of a collection
         * @description How much it holds, how its clusters and similarities are distributed, and how fast it grows.
         */
        readonly get: operations["getStats"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/collections/{collection}/import": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Ingest a stream of documents
         * @description One document a line in, one result a line out: in order, while the upload goes on, and each once its document is durable. Lines act as if sent one after another; a bad line fails alone.
         *
         *     - Lines are counted from 1. Blank lines are counted, and have no result.
         *     - A result is an `Ingested`, or `{line, id?, error}` with a `Problem`; the `id` where the line had one.
         *     - The last line is `{"summary": {lines, created, updated, unchanged, failed}}`; where it is missing, the stream was cut. `lines` is the number of lines that have a result: the sum of the others.
         *     - Where the upload breaks off, because the client paused too long or the gzip data are corrupt, an error for the line that was due says so before the summary. A shutdown reads no further; each line that was read has its result or an error.
         *     - Lines of an export can be imported with `?otherFields=drop`, but for documents that were sent as a signature.
         *     - A line may be as long as a JSON body, and the upload as long as it likes. The results may be read at any time.
         */
        readonly post: operations["importDocuments"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/collections/{collection}/export": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Export the documents as a stream
         * @description One document a line (an `ExportedDocument`), in order of first ingest: as `GET` of the document answers it, with `similarity` and `estimate` to the representative of its cluster. `?representatives=true` gives one document a cluster, the deduplicated collection.
         *
         *     - Every document that is stored when the export begins, and neither changes nor goes meanwhile, is in it exactly once; what is first ingested after that is not. Each line tells how its document and cluster are when it is made.
         *     - With `?representatives=true` a cluster that does not change meanwhile has exactly one line. One whose representative changes may have several, or none; while documents are only added, and the earliest member is the representative, every cluster has at least one.
         *     - There is no last line that says so: the answer is whole when it ends properly. Otherwise, at a failure, at a shutdown, and when the client reads nothing for too long, the connection is reset in the middle, which every HTTP client reports as an error (`curl` by its exit status).
         *     - To import lines again, use `?otherFields=drop`, which takes out what a document does not have. Documents that were sent as a signature have no text and cannot be imported again; retentions start anew.
         */
        readonly get: operations["exportDocuments"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/admin/backup": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Make a backup
         * @description Copies everything that is stored, as it is at one moment, while writes go on: all that was acknowledged before the request is in it. The copy is a folder in the directory that `DOPPEL_BACKUP_DIRECTORY` names; `doppel restore` makes a data directory of it.
         */
        readonly post: operations["makeBackup"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description A backup that was made */
        readonly Backup: {
            /** @description Its folder in the directory of the backups */
            readonly name: string;
            /**
             * Format: int64
             * @description Size of the data
             */
            readonly bytes: number;
            /**
             * Format: int64
             * @description Number of the last commit in it
             */
            readonly sequence: number;
            /**
             * Format: int64
             * @description Documents in it; those of collections that were just deleted may still count
             */
            readonly documents: number;
            /**
             * Format: int64
             * @description How long it took, in milliseconds
             */
            readonly durationMs: number;
        };
        /** @description A backup to be made */
        readonly BackupRequest: {
            /**
             * @description Its folder in the directory of the backups; the time of day without one
             * @example before-upgrade
             */
            readonly name?: string;
        };
        /** @description What an ingest would find; nothing was stored */
        readonly Checked: {
            readonly verdict: components["schemas"]["Verdict"];
            /** @description Present when the document is blank: nothing but white space. It is `unique`, and alone in its cluster */
            readonly empty?: boolean;
            /** @description The cluster of the best match; null without a match */
            readonly cluster: components["schemas"]["ClusterReference"] | null;
            /** @description Stored documents, best first */
            readonly matches: readonly components["schemas"]["Match"][];
            /** @description Present when a documented cap has cut what is shown or searched */
            readonly truncated?: boolean;
            /** @description Beside `truncated`, what was cut: `candidates`, some similar documents were not looked at, so a match may be missing; `page`, there is more to show than is shown here */
            readonly truncatedBy?: readonly components["schemas"]["Truncation"][];
            readonly extraction?: components["schemas"]["Extraction"];
            /** @description The text that was compared, that of a page included; only with `text=true` */
            readonly text?: string;
        };
        /** @description Documents that belong together */
        readonly Cluster: {
            /** @description Opaque; stays the same while the cluster grows */
            readonly id: string;
            /**
             * Format: int64
             * @description Number of members
             */
            readonly size: number;
            /** @description Id of the document that speaks for the cluster */
            readonly representative: string;
            /** @description Over the matches of the cluster; null for a singleton */
            readonly similarity: components["schemas"]["SimilarityRange"] | null;
            /**
             * Format: date-time
             * @description When the earliest member was first ingested
             * @example 2026-11-20T08:30:00.000Z
             */
            readonly createdAt: string;
            /**
             * Format: date-time
             * @description When a current member last changed
             * @example 2026-11-20T08:30:00.000Z
             */
            readonly updatedAt: string;
            /** @description In order of first ingest; in a list, the first 10 */
            readonly members: readonly components["schemas"]["Member"][];
            /** @description The strongest matches, strongest first */
            readonly pairs: readonly components["schemas"]["Pair"][];
            /** @description Present when a documented cap has cut what is shown or searched */
            readonly truncated?: boolean;
            /** @description Beside `truncated`, what was cut: `candidates`, some similar documents were not looked at, so a match may be missing; `page`, there is more to show than is shown here */
            readonly truncatedBy?: readonly components["schemas"]["Truncation"][];
            /** @description Send it as `cursor` to the address of this cluster for its next members */
            readonly nextCursor?: string;
        };
        /** @description Clusters, cut at the threshold asked for */
        readonly ClusterList: {
            readonly clusters: readonly components["schemas"]["Cluster"][];
            /** @description Send it as `cursor` for the next page; absent on the last */
            readonly nextCursor?: string;
            /**
             * Format: date-time
             * @description When the listing was computed
             * @example 2026-11-20T08:30:00.000Z
             */
            readonly asOf: string;
        };
        /** @description A cluster, in brief */
        readonly ClusterReference: {
            /** @description Opaque; stays the same while the cluster grows */
            readonly id: string;
            /**
             * Format: int64
             * @description Number of members
             */
            readonly size: number;
            /** @description Id of the document that speaks for the cluster */
            readonly representative: string;
        };
        /** @description Documents under one set of settings */
        readonly Collection: {
            readonly name: string;
            readonly shingle: components["schemas"]["Shingle"];
            readonly signature: components["schemas"]["SignatureScheme"];
            /** @description The signature scheme in full: everything that decides a signature, with versions */
            readonly scheme: string;
            /**
             * Format: double
             * @description Least similarity of a match
             */
            readonly threshold: number;
            readonly bands: components["schemas"]["Bands"];
            readonly representative: components["schemas"]["RepresentativePolicy"];
            /**
             * Format: int64
             * @description How long a version of a document is kept; for ever when absent
             */
            readonly retentionSeconds?: number;
            /** @description Whether texts are kept; otherwise only their shingle sets are */
            readonly storeText: boolean;
            /**
             * Format: date-time
             * @description When the collection was created
             * @example 2026-11-20T08:30:00.000Z
             */
            readonly createdAt: string;
            readonly counts: components["schemas"]["CollectionCounts"];
        };
        /** @description Collections in order of name */
        readonly CollectionList: {
            readonly collections: readonly components["schemas"]["Collection"][];
            /** @description Send it as `cursor` for the next page; absent on the last */
            readonly nextCursor?: string;
        };
        /** @description The settings to change; the others stay */
        readonly CollectionPatch: {
            readonly representative?: components["schemas"]["RepresentativePolicy"];
            /**
             * Format: int64
             * @description How long a version of a document is kept; null: for ever
             */
            readonly retentionSeconds?: number | null;
        };
        /** @description The settings of a collection, all optional */
        readonly CollectionSettings: {
            readonly shingle?: components["schemas"]["ShingleSettings"];
            readonly signature?: components["schemas"]["SignatureSettings"];
            /**
             * Format: double
             * @description Least similarity of a match
             * @default 0.6
             */
            readonly threshold?: number;
            /** @default earliest */
            readonly representative?: components["schemas"]["RepresentativePolicy"];
            /**
             * Format: int64
             * @description How long a version of a document is kept; for ever when absent
             */
            readonly retentionSeconds?: number;
            /**
             * @description Whether texts are kept; otherwise only their shingle sets are
             * @default true
             */
            readonly storeText?: boolean;
        };
        /** @description Two documents to compare */
        readonly CompareRequest: {
            readonly left: components["schemas"]["CompareSide"];
            readonly right: components["schemas"]["CompareSide"];
        };
        /** @description How two documents compare */
        readonly Comparison: {
            /**
             * Format: double
             * @description Exact Jaccard similarity of the shingle sets; null when one is not known, because only a signature was sent
             */
            readonly similarity: number | null;
            /**
             * Format: double
             * @description Similarity as estimated from the signatures; decides where `similarity` is null
             */
            readonly estimate: number;
            /** @description Null when both texts are empty, or a shingle set is not known */
            readonly containment: components["schemas"]["ContainmentBothWays"] | null;
            /**
             * Format: int64
             * @description Shingles in both; null when a set is not known
             */
            readonly shared: number | null;
            /**
             * Format: int64
             * @description Shingles in either; null when a set is not known
             */
            readonly union: number | null;
            readonly spans?: components["schemas"]["SharedSpans"];
        };
        /** @description A document with exactly one of `text`, `html` and `signature` */
        readonly Document: {
            /** @description 1 to 512 bytes of UTF-8 without control characters; neither `.` nor `..` */
            readonly id?: string;
            /** @description The text; lone surrogates and NUL are returned as U+FFFD. It may be empty */
            readonly text?: string;
            /** @description A web page instead of a text, decoded from its encoding. Its main text is stored as `text`, and the page is not kept; `title`, `url` (the canonical one) and `publishedAt` are taken from it where they are not sent. Most bytes: `DOPPEL_HTML_LIMIT_BYTES` */
            readonly html?: string;
            readonly signature?: components["schemas"]["ClientSignature"];
            /** @description Where the document is from; at most 2,048 characters */
            readonly url?: string;
            /** @description At most 1,024 characters */
            readonly title?: string;
            /** @description Anything of the client’s; at most 16,000 bytes of JSON and 32 levels */
            readonly metadata?: {
                readonly [key: string]: unknown;
            };
            /**
             * Format: date-time
             * @description RFC 3339; returned as it was sent; at most 64 characters
             */
            readonly publishedAt?: string;
            /**
             * Format: int64
             * @description How long this version is kept; the collection’s retention when absent
             */
            readonly retentionSeconds?: number;
        };
        /** @description Documents in order of first ingest, without texts */
        readonly DocumentList: {
            readonly documents: readonly components["schemas"]["StoredDocument"][];
            /** @description Send it as `cursor` for the next page; absent on the last */
            readonly nextCursor?: string;
        };
        /** @description A line of an export: a stored document and how near it is to the representative of its cluster */
        readonly ExportedDocument: {
            readonly id: string;
            /** @description Absent in lists, where texts are not kept, and where only a signature was sent */
            readonly text?: string;
            /** @description Where the document is from; at most 2,048 characters */
            readonly url?: string;
            /** @description At most 1,024 characters */
            readonly title?: string;
            /** @description Anything of the client’s; at most 16,000 bytes of JSON and 32 levels */
            readonly metadata?: {
                readonly [key: string]: unknown;
            };
            /**
             * Format: date-time
             * @description RFC 3339; returned as it was sent; at most 64 characters
             */
            readonly publishedAt?: string;
            /**
             * Format: date-time
             * @description When the id was first ingested
             * @example 2026-11-20T08:30:00.000Z
             */
            readonly ingestedAt: string;
            /**
             * Format: date-time
             * @description When the current version was ingested
             * @example 2026-11-20T08:30:00.000Z
             */
            readonly updatedAt: string;
            /**
             * Format: date-time
             * @description When the document will be as good as deleted; absent when never
             * @example 2026-11-20T08:30:00.000Z
             */
            readonly expiresAt?: string;
            /** @description Present when the document is blank: nothing but white space. It is `unique`, and alone in its cluster */
            readonly empty?: boolean;
            readonly cluster: components["schemas"]["ClusterReference"];
            /**
             * Format: double
             * @description Exact Jaccard similarity of the shingle sets; null when one is not known, because only a signature was sent
             */
            readonly similarity: number | null;
            /**
             * Format: double
             * @description Similarity as estimated from the signatures; decides where `similarity` is null
             */
            readonly estimate: number;
        };
        /** @description What became of a document; it is durable */
        readonly Ingested: {
            /** @description The id of the document; assigned when none was sent */
            readonly id: string;
            readonly status: components["schemas"]["IngestStatus"];
            readonly verdict: components["schemas"]["Verdict"];
            /** @description Present when the document is blank: nothing but white space. It is `unique`, and alone in its cluster */
            readonly empty?: boolean;
            readonly cluster: components["schemas"]["ClusterReference"];
            /** @description Earlier documents, best first */
            readonly matches: readonly components["schemas"]["Match"][];
            /** @description Present when a documented cap has cut what is shown or searched */
            readonly truncated?: boolean;
            /** @description Beside `truncated`, what was cut: `candidates`, some similar documents were not looked at, so a match may be missing; `page`, there is more to show than is shown here */
            readonly truncatedBy?: readonly components["schemas"]["Truncation"][];
            readonly extraction?: components["schemas"]["Extraction"];
        };
        /** @description A document that is near the one asked about */
        readonly Match: {
            /** @description Id of the other document */
            readonly id: string;
            /**
             * Format: double
             * @description Exact Jaccard similarity of the shingle sets; null when one is not known, because only a signature was sent
             */
            readonly similarity: number | null;
            /**
             * Format: double
             * @description Similarity as estimated from the signatures; decides where `similarity` is null
             */
            readonly estimate: number;
            /**
             * Format: double
             * @description Share of the shingles of the document asked about that the other one has too
             */
            readonly containment: number | null;
        };
        /** @description Earlier and later documents that match */
        readonly MatchList: {
            /** @description Best first */
            readonly matches: readonly components["schemas"]["Match"][];
            /** @description Present when a documented cap has cut what is shown or searched */
            readonly truncated?: boolean;
            /** @description Beside `truncated`, what was cut: `candidates`, some similar documents were not looked at, so a match may be missing; `page`, there is more to show than is shown here */
            readonly truncatedBy?: readonly components["schemas"]["Truncation"][];
        };
        /** @description A document of a cluster; the similarity is that to the representative, 1 for itself */
        readonly Member: {
            readonly id: string;
            /**
             * Format: double
             * @description Exact Jaccard similarity of the shingle sets; null when one is not known, because only a signature was sent
             */
            readonly similarity: number | null;
            /**
             * Format: double
             * @description Similarity as estimated from the signatures; decides where `similarity` is null
             */
            readonly estimate: number;
            readonly url?: string;
            readonly title?: string;
            /**
             * Format: date-time
             * @description When the id was first ingested
             * @example 2026-11-20T08:30:00.000Z
             */
            readonly ingestedAt: string;
        };
        /** @description Two members that match */
        readonly Pair: {
            /** @description Id of the earlier document */
            readonly a: string;
            readonly b: string;
            /**
             * Format: double
             * @description Exact Jaccard similarity of the shingle sets; null when one is not known, because only a signature was sent
             */
            readonly similarity: number | null;
            /**
             * Format: double
             * @description Similarity as estimated from the signatures; decides where `similarity` is null
             */
            readonly estimate: number;
        };
        /** @description A failure, as RFC 9457 describes it */
        readonly Problem: {
            /**
             * Format: uri-reference
             * @description Names the kind of failure; it is the address of its description
             */
            readonly type: string;
            /** @description The kind of failure, in words */
            readonly title: string;
            /** Format: int32 */
            readonly status: number;
            /** @description This very failure, in words; absent when it is not the client’s */
            readonly detail?: string;
            /** @description The request id, as in the header `x-request-id` and in the log */
            readonly instance: string;
            /** @description The kind of failure, for programs */
            readonly code: string;
            /** @description What is wrong with which field; at most 8 entries */
            readonly errors?: readonly components["schemas"]["FieldProblem"][];
            /**
             * Format: double
             * @description Share of the index that is loaded; only in `/readyz`
             */
            readonly progress?: number;
        };
        /** @description The parts of each text that lie under shingles of both: runs of shared shingles that overlap or follow each other are one span. Offsets count UTF-16 code units of the text as it was sent, as JavaScript and Java count; outside the first plane (emoji, rare Han) a character has two. Empty exactly when `shared` is 0 */
        readonly SharedSpans: {
            /** @description Spans of `left`, ascending; no two touch */
            readonly left: readonly components["schemas"]["Span"][];
            /** @description Spans of `right`, ascending; no two touch */
            readonly right: readonly components["schemas"]["Span"][];
            /** @description Present when a documented cap has cut what is shown or searched */
            readonly truncated?: boolean;
            /** @description Beside `truncated`, what was cut: `candidates`, some similar documents were not looked at, so a match may be missing; `page`, there is more to show than is shown here */
            readonly truncatedBy?: readonly components["schemas"]["Truncation"][];
        };
        /** @description A cluster, with a page of its members */
        readonly SingleCluster: {
            /** @description Opaque; stays the same while the cluster grows */
            readonly id: string;
            /**
             * Format: int64
             * @description Number of members
             */
            readonly size: number;
            /** @description Id of the document that speaks for the cluster */
            readonly representative: string;
            /** @description Over the matches of the cluster; null for a singleton */
            readonly similarity: components["schemas"]["SimilarityRange"] | null;
            /**
             * Format: date-time
             * @description When the earliest member was first ingested
             * @example 2026-11-20T08:30:00.000Z
             */
            readonly createdAt: string;
            /**
             * Format: date-time
             * @description When a current member last changed
             * @example 2026-11-20T08:30:00.000Z
             */
            readonly updatedAt: string;
            /** @description Similarity of all other members to the representative; far below the threshold it shows a chain. Null for a singleton */
            readonly toRepresentative: components["schemas"]["SimilarityToRepresentative"] | null;
            /** @description In order of first ingest; in a list, the first 10 */
            readonly members: readonly components["schemas"]["Member"][];
            /** @description The strongest matches, strongest first */
            readonly pairs: readonly components["schemas"]["Pair"][];
            /** @description Present when a documented cap has cut what is shown or searched */
            readonly truncated?: boolean;
            /** @description Beside `truncated`, what was cut: `candidates`, some similar documents were not looked at, so a match may be missing; `page`, there is more to show than is shown here */
            readonly truncatedBy?: readonly components["schemas"]["Truncation"][];
            /** @description Send it as `cursor` to the address of this cluster for its next members */
            readonly nextCursor?: string;
        };
        /** @description Figures of a collection */
        readonly Stats: {
            /**
             * Format: int64
             * @description Documents stored
             */
            readonly documents: number;
            /**
             * Format: int64
             * @description Clusters of two or more
             */
            readonly clusters: number;
            /**
             * Format: int64
             * @description Documents less all clusters, singletons included
             */
            readonly duplicates: number;
            /**
             * Format: int64
             * @description Bytes of stored text
             */
            readonly bytes: number;
            /**
             * Format: int64
             * @description Documents whose candidates were cut by a cap
             */
            readonly truncatedDocuments: number;
            /** @description All clusters by number of members, singletons included */
            readonly clusterSizes: readonly components["schemas"]["HistogramBin"][];
            /** @description Matching pairs by similarity */
            readonly matchSimilarities: readonly components["schemas"]["HistogramBin"][];
            /**
             * Format: double
             * @description Documents a second, over the last minute
             */
            readonly ingestPerSecond: number;
        };
        /** @description A stored document */
        readonly StoredDocument: {
            readonly id: string;
            /** @description Absent in lists, where texts are not kept, and where only a signature was sent */
            readonly text?: string;
            /** @description Where the document is from; at most 2,048 characters */
            readonly url?: string;
            /** @description At most 1,024 characters */
            readonly title?: string;
            /** @description Anything of the client’s; at most 16,000 bytes of JSON and 32 levels */
            readonly metadata?: {
                readonly [key: string]: unknown;
            };
            /**
             * Format: date-time
             * @description RFC 3339; returned as it was sent; at most 64 characters
             */
            readonly publishedAt?: string;
            /**
             * Format: date-time
             * @description When the id was first ingested
             * @example 2026-11-20T08:30:00.000Z
             */
            readonly ingestedAt: string;
            /**
             * Format: date-time
             * @description When the current version was ingested
             * @example 2026-11-20T08:30:00.000Z
             */
            readonly updatedAt: string;
            /**
             * Format: date-time
             * @description When the document will be as good as deleted; absent when never
             * @example 2026-11-20T08:30:00.000Z
             */
            readonly expiresAt?: string;
            /** @description Present when the document is blank: nothing but white space. It is `unique`, and alone in its cluster */
            readonly empty?: boolean;
            readonly cluster: components["schemas"]["ClusterReference"];
            readonly extraction?: components["schemas"]["Extraction"];
        };
        /**
         * @description What the documents stored before say: `exact-duplicate` when one has the same words in the same order (of a text without words: the same signs), `near-duplicate` when one matches, else `unique`
         * @enum {string}
         */
        readonly Verdict: "unique" | "near-duplicate" | "exact-duplicate";
        /** @enum {string} */
        readonly Truncation: "candidates" | "page";
        /**
         * @description `article`: the text is that of the article; `page`: no article was surely found, and the text is what the page shows but for navigation, footers and the like
         * @enum {string}
         */
        readonly ExtractionKind: "article" | "page";
        /** @description How the text of a web page was found; absent where a text was sent */
        readonly Extraction: {
            readonly kind: components["schemas"]["ExtractionKind"];
        };
        readonly SimilarityRange: {
            /** Format: double */
            readonly min: number;
            /** Format: double */
            readonly mean: number;
            /** Format: double */
            readonly max: number;
        };
        /** @enum {string} */
        readonly ShingleUnit: "word" | "character";
        readonly Shingle: {
            readonly unit: components["schemas"]["ShingleUnit"];
            /**
             * Format: int32
             * @description Consecutive words or characters of a shingle: 1 to 16 words, or 1 to 64 characters
             */
            readonly size: number;
        };
        /**
         * @description `minhash`: signatures as the npm package `minhash` makes them
         * @enum {string}
         */
        readonly SignatureFamily: "doppel" | "minhash";
        /**
         * Format: int32
         * @description Values of a signature
         * @enum {integer}
         */
        readonly SlotCount: 64 | 128 | 256;
        readonly SignatureScheme: {
            readonly scheme: components["schemas"]["SignatureFamily"];
            readonly slots: components["schemas"]["SlotCount"];
            /** Format: int64 */
            readonly seed: number;
        };
        /** @description How signatures are cut to find candidates */
        readonly Bands: {
            /** Format: int64 */
            readonly count: number;
            /**
             * Format: int64
             * @description Slots of a band
             */
            readonly rows: number;
        };
        /**
         * @description Which member speaks for a cluster: the earliest; the one with the longest text; or the one with the highest sum of similarities to its matches, in clusters of up to 1,000 members, else the earliest. Among equals the earliest
         * @enum {string}
         */
        readonly RepresentativePolicy: "earliest" | "longest" | "central";
        readonly CollectionCounts: {
            /** Format: int64 */
            readonly documents: number;
            /**
             * Format: int64
             * @description Clusters of two or more
             */
            readonly clusters: number;
            /**
             * Format: int64
             * @description Documents less all clusters, singletons included
             */
            readonly duplicates: number;
        };
        readonly ShingleSettings: {
            /** @default word */
            readonly unit?: components["schemas"]["ShingleUnit"];
            /**
             * Format: int32
             * @description Consecutive words or characters of a shingle: 1 to 16 words, or 1 to 64 characters
             * @default 3
             */
            readonly size?: number;
        };
        readonly SignatureSettings: {
            /** @default doppel */
            readonly scheme?: components["schemas"]["SignatureFamily"];
            /** @default 128 */
            readonly slots?: components["schemas"]["SlotCount"];
            /**
             * Format: int64
             * @default 1
             */
            readonly seed?: number;
        };
        /** @description A stored document by its `id`, or a `text` */
        readonly CompareSide: {
            /** @description 1 to 512 bytes of UTF-8 without control characters; neither `.` nor `..` */
            readonly id?: string;
            readonly text?: string;
        };
        readonly ContainmentBothWays: {
            /**
             * Format: double
             * @description Share of the shingles of `left` that `right` has too
             */
            readonly left: number | null;
            /**
             * Format: double
             * @description Share of the shingles of `right` that `left` has too
             */
            readonly right: number | null;
        };
        /** @description A signature made by the client instead of a text; similarity is then only estimated */
        readonly ClientSignature: {
            /** @description The scheme of the collection, in full as `scheme` of the collection says it, or `doppel` or `minhash` */
            readonly scheme: string;
            /** @description As many as the collection’s `signature.slots` */
            readonly slots: readonly number[];
        };
        /** @enum {string} */
        readonly IngestStatus: "created" | "updated" | "unchanged";
        readonly FieldProblem: {
            /** @description JSON pointer into the body, or the name of a parameter */
            readonly path: string;
            readonly message: string;
        };
        readonly Span: {
            /**
             * Format: int64
             * @description Offset of the first code unit
             */
            readonly start: number;
            /**
             * Format: int64
             * @description Offset behind the last code unit
             */
            readonly end: number;
        };
        readonly SimilarityToRepresentative: {
            /** Format: double */
            readonly min: number;
            /** Format: double */
            readonly mean: number;
        };
        readonly HistogramBin: {
            /**
             * Format: double
             * @description Least value, included
             */
            readonly from: number;
            /**
             * Format: double
             * @description Upper end, not included; a similarity of 1 is in the last bin
             */
            readonly to: number;
            /** Format: int64 */
            readonly count: number;
        };
        /** @description Alive */
        readonly Health: {
            /** @enum {string} */
            readonly status: "ok";
        };
        /** @description Ready */
        readonly ReadyState: {
            /** @enum {string} */
            readonly status: "ready";
        };
        /**
         * @default -size
         * @enum {string}
         */
        readonly ClusterOrder: "-size" | "size" | "-updatedAt";
        /**
         * @default all
         * @enum {string}
         */
        readonly ImportResults: "all" | "errors" | "none";
        /**
         * @default refuse
         * @enum {string}
         */
        readonly OtherFields: "refuse" | "drop" | "metadata";
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    readonly getSpecificationAsJson: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OpenAPI 3.1 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly [key: string]: unknown;
                    };
                };
            };
            /** @description `MALFORMED_REQUEST`: the request cannot be read */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHORIZED`: a key is required */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `FOREIGN_ORIGIN`: web pages of this origin may not do this */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `FOREIGN_HOST`: the service does not go by this name */
            readonly 421: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INVALID_REQUEST`: the request is not valid */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `TOO_MANY_REQUESTS`: too many requests */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `HEADERS_TOO_LARGE`: the headers are too large */
            readonly 431: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL`: the service has a defect */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `STORE_CLOSING`: the service is shutting down */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other failure, such as one of a version to come */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly getSpecificationAsYaml: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OpenAPI 3.1 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/yaml": string;
                };
            };
            /** @description `MALFORMED_REQUEST`: the request cannot be read */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHORIZED`: a key is required */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `FOREIGN_ORIGIN`: web pages of this origin may not do this */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `FOREIGN_HOST`: the service does not go by this name */
            readonly 421: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INVALID_REQUEST`: the request is not valid */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `TOO_MANY_REQUESTS`: too many requests */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `HEADERS_TOO_LARGE`: the headers are too large */
            readonly 431: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL`: the service has a defect */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `STORE_CLOSING`: the service is shutting down */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other failure, such as one of a version to come */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly getMetrics: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Prometheus text format */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "text/plain": string;
                };
            };
            /** @description `MALFORMED_REQUEST`: the request cannot be read */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHORIZED`: a key is required */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `FOREIGN_ORIGIN`: web pages of this origin may not do this */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `FOREIGN_HOST`: the service does not go by this name */
            readonly 421: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INVALID_REQUEST`: the request is not valid */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `TOO_MANY_REQUESTS`: too many requests */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `HEADERS_TOO_LARGE`: the headers are too large */
            readonly 431: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL`: the service has a defect */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `STORE_CLOSING`: the service is shutting down */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other failure, such as one of a version to come */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly getHealth: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Alive */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Health"];
                };
            };
            /** @description `MALFORMED_REQUEST`: the request cannot be read */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHORIZED`: a key is required */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `FOREIGN_ORIGIN`: web pages of this origin may not do this */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `FOREIGN_HOST`: the service does not go by this name */
            readonly 421: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INVALID_REQUEST`: the request is not valid */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `TOO_MANY_REQUESTS`: too many requests */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `HEADERS_TOO_LARGE`: the headers are too large */
            readonly 431: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL`: the service has a defect */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `STORE_CLOSING`: the service is shutting down */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other failure, such as one of a version to come */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly getReadiness: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Ready */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ReadyState"];
                };
            };
            /** @description `MALFORMED_REQUEST`: the request cannot be read */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHORIZED`: a key is required */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `FOREIGN_ORIGIN`: web pages of this origin may not do this */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `FOREIGN_HOST`: the service does not go by this name */
            readonly 421: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INVALID_REQUEST`: the request is not valid */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `TOO_MANY_REQUESTS`: too many requests */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `HEADERS_TOO_LARGE`: the headers are too large */
            readonly 431: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL`: the service has a defect */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `STORE_CLOSING`: the service is shutting down; `STORE_LOADING`: the service is still loading its index */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other failure, such as one of a version to come */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly listCollections: {
        readonly parameters: {
            readonly query?: {
                /** @description Most items to answer */
                readonly limit?: number;
                /** @description `nextCursor` of the page before; absent for the first */
                readonly cursor?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Collections in order of name */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CollectionList"];
                };
            };
            /** @description `MALFORMED_REQUEST`: the request cannot be read */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHORIZED`: a key is required */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `FOREIGN_ORIGIN`: web pages of this origin may not do this */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `FOREIGN_HOST`: the service does not go by this name */
            readonly 421: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INVALID_REQUEST`: the request is not valid */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `TOO_MANY_REQUESTS`: too many requests */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `HEADERS_TOO_LARGE`: the headers are too large */
            readonly 431: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL`: the service has a defect */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `STORE_CLOSING`: the service is shutting down; `STORE_LOADING`: the service is still loading its index; `STORE_UNAVAILABLE`: the store cannot be reached */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other failure, such as one of a version to come */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly getCollection: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description Name of the collection; `default` always exists
                 * @example default
                 */
                readonly collection: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Documents under one set of settings */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Collection"];
                };
            };
            /** @description `MALFORMED_REQUEST`: the request cannot be read */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHORIZED`: a key is required */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `FOREIGN_ORIGIN`: web pages of this origin may not do this */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `COLLECTION_NOT_FOUND`: there is no such collection */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `FOREIGN_HOST`: the service does not go by this name */
            readonly 421: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INVALID_REQUEST`: the request is not valid */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `TOO_MANY_REQUESTS`: too many requests */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `HEADERS_TOO_LARGE`: the headers are too large */
            readonly 431: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL`: the service has a defect */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `STORE_CLOSING`: the service is shutting down; `STORE_LOADING`: the service is still loading its index; `STORE_UNAVAILABLE`: the store cannot be reached */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other failure, such as one of a version to come */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly putCollection: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description Name of the collection; `default` always exists
                 * @example example
                 */
                readonly collection: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: {
            readonly content: {
                readonly "application/json": components["schemas"]["CollectionSettings"];
            };
        };
        readonly responses: {
            /** @description It existed; it has these settings now */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Collection"];
                };
            };
            /** @description Created */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Collection"];
                };
            };
            /** @description `MALFORMED_REQUEST`: the request cannot be read; `MALFORMED_BODY`: the body cannot be read */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHORIZED`: a key is required */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `FOREIGN_ORIGIN`: web pages of this origin may not do this */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `REQUEST_TIMEOUT`: the request took too long to arrive */
            readonly 408: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `COLLECTION_NOT_EMPTY`: the settings cannot change while there are documents */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `BODY_TOO_LARGE`: the body is too large */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE`: the body is of a type that is not read here */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `FOREIGN_HOST`: the service does not go by this name */
            readonly 421: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INVALID_REQUEST`: the request is not valid; `INVALID_SETTINGS`: the settings are not valid */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `TOO_MANY_REQUESTS`: too many requests */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `HEADERS_TOO_LARGE`: the headers are too large */
            readonly 431: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL`: the service has a defect */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `STORE_CLOSING`: the service is shutting down; `STORE_LOADING`: the service is still loading its index; `STORE_UNAVAILABLE`: the store cannot be reached; `TOO_MANY_BODIES`: too many bodies are under way */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `STORE_FULL`: the memory or the disk is at its limit */
            readonly 507: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other failure, such as one of a version to come */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly deleteCollection: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description Name of the collection; `default` always exists
                 * @example example
                 */
                readonly collection: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Deleted */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `MALFORMED_REQUEST`: the request cannot be read */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHORIZED`: a key is required */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `FOREIGN_ORIGIN`: web pages of this origin may not do this */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `COLLECTION_NOT_FOUND`: there is no such collection */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `FOREIGN_HOST`: the service does not go by this name */
            readonly 421: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INVALID_REQUEST`: the request is not valid */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `TOO_MANY_REQUESTS`: too many requests */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `HEADERS_TOO_LARGE`: the headers are too large */
            readonly 431: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL`: the service has a defect */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `STORE_CLOSING`: the service is shutting down; `STORE_LOADING`: the service is still loading its index; `STORE_UNAVAILABLE`: the store cannot be reached */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other failure, such as one of a version to come */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly patchCollection: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description Name of the collection; `default` always exists
                 * @example example
                 */
                readonly collection: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["CollectionPatch"];
            };
        };
        readonly responses: {
            /** @description Documents under one set of settings */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Collection"];
                };
            };
            /** @description `MALFORMED_REQUEST`: the request cannot be read; `MALFORMED_BODY`: the body cannot be read */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHORIZED`: a key is required */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `FOREIGN_ORIGIN`: web pages of this origin may not do this */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `COLLECTION_NOT_FOUND`: there is no such collection */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `REQUEST_TIMEOUT`: the request took too long to arrive */
            readonly 408: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `BODY_TOO_LARGE`: the body is too large */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE`: the body is of a type that is not read here */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `FOREIGN_HOST`: the service does not go by this name */
            readonly 421: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INVALID_REQUEST`: the request is not valid; `INVALID_SETTINGS`: the settings are not valid */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `TOO_MANY_REQUESTS`: too many requests */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `HEADERS_TOO_LARGE`: the headers are too large */
            readonly 431: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL`: the service has a defect */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `STORE_CLOSING`: the service is shutting down; `STORE_LOADING`: the service is still loading its index; `STORE_UNAVAILABLE`: the store cannot be reached; `TOO_MANY_BODIES`: too many bodies are under way */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other failure, such as one of a version to come */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly listDocuments: {
        readonly parameters: {
            readonly query?: {
                /** @description Most items to answer */
                readonly limit?: number;
                /** @description `nextCursor` of the page before; absent for the first */
                readonly cursor?: string;
                /** @description Id of the document; for ids that a proxy changes in a path, such as addresses */
                readonly id?: string;
            };
            readonly header?: never;
            readonly path: {
                /**
                 * @description Name of the collection; `default` always exists
                 * @example default
                 */
                readonly collection: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Documents in order of first ingest, without texts */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["DocumentList"];
                };
            };
            /** @description `MALFORMED_REQUEST`: the request cannot be read */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHORIZED`: a key is required */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `FOREIGN_ORIGIN`: web pages of this origin may not do this */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `COLLECTION_NOT_FOUND`: there is no such collection; `DOCUMENT_NOT_FOUND`: there is no such document */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `FOREIGN_HOST`: the service does not go by this name */
            readonly 421: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INVALID_REQUEST`: the request is not valid */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `TOO_MANY_REQUESTS`: too many requests */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `HEADERS_TOO_LARGE`: the headers are too large */
            readonly 431: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL`: the service has a defect */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `STORE_CLOSING`: the service is shutting down; `STORE_LOADING`: the service is still loading its index; `STORE_UNAVAILABLE`: the store cannot be reached */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other failure, such as one of a version to come */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly putDocumentByQuery: {
        readonly parameters: {
            readonly query: {
                /**
                 * @description Id of the document; for ids that a proxy changes in a path, such as addresses
                 * @example example-000
                 */
                readonly id: string;
                /** @description Most matches to answer */
                readonly matches?: number;
                /** @description Whether the retention of an unchanged document starts anew */
                readonly renew?: boolean;
            };
            readonly header?: never;
            readonly path: {
                /**
                 * @description Name of the collection; `default` always exists
                 * @example default
                 */
                readonly collection: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["Document"];
            };
        };
        readonly responses: {
            /** @description Updated or unchanged; durable */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Ingested"];
                };
            };
            /** @description Created; durable */
            readonly 201: {
                headers: {
                    /** @description The address of the document, where `POST` created it */
                    readonly location?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Ingested"];
                };
            };
            /** @description `MALFORMED_REQUEST`: the request cannot be read; `MALFORMED_BODY`: the body cannot be read */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHORIZED`: a key is required */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `FOREIGN_ORIGIN`: web pages of this origin may not do this */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `COLLECTION_NOT_FOUND`: there is no such collection */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `REQUEST_TIMEOUT`: the request took too long to arrive */
            readonly 408: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `COLLECTION_CHANGED`: the settings changed during the request */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `BODY_TOO_LARGE`: the body is too large */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE`: the body is of a type that is not read here */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `FOREIGN_HOST`: the service does not go by this name */
            readonly 421: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INVALID_REQUEST`: the request is not valid; `INVALID_DOCUMENT`: the document is not valid; `SIGNATURE_MISMATCH`: the signature does not fit the collection; `HTML_TOO_LARGE`: the page is too large; `HTML_TOO_COMPLEX`: the page cannot be taken apart; `NOT_HTML`: the page is not html; `NOT_SUPPORTED`: this version does not support it */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `TOO_MANY_REQUESTS`: too many requests */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `HEADERS_TOO_LARGE`: the headers are too large */
            readonly 431: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL`: the service has a defect */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `STORE_CLOSING`: the service is shutting down; `STORE_LOADING`: the service is still loading its index; `STORE_UNAVAILABLE`: the store cannot be reached; `TOO_MANY_BODIES`: too many bodies are under way; `STORE_BUSY`: too much is waiting to be stored */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `STORE_FULL`: the memory or the disk is at its limit */
            readonly 507: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other failure, such as one of a version to come */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly ingestDocument: {
        readonly parameters: {
            readonly query?: {
                /** @description Most matches to answer */
                readonly matches?: number;
                /** @description Whether the retention of an unchanged document starts anew */
                readonly renew?: boolean;
            };
            readonly header?: never;
            readonly path: {
                /**
                 * @description Name of the collection; `default` always exists
                 * @example default
                 */
                readonly collection: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["Document"];
            };
        };
        readonly responses: {
            /** @description Updated or unchanged; durable */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Ingested"];
                };
            };
            /** @description Created; durable */
            readonly 201: {
                headers: {
                    /** @description The address of the document, where `POST` created it */
                    readonly location?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Ingested"];
                };
            };
            /** @description `MALFORMED_REQUEST`: the request cannot be read; `MALFORMED_BODY`: the body cannot be read */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHORIZED`: a key is required */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `FOREIGN_ORIGIN`: web pages of this origin may not do this */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `COLLECTION_NOT_FOUND`: there is no such collection */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `REQUEST_TIMEOUT`: the request took too long to arrive */
            readonly 408: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `COLLECTION_CHANGED`: the settings changed during the request */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `BODY_TOO_LARGE`: the body is too large */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE`: the body is of a type that is not read here */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `FOREIGN_HOST`: the service does not go by this name */
            readonly 421: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INVALID_REQUEST`: the request is not valid; `INVALID_DOCUMENT`: the document is not valid; `SIGNATURE_MISMATCH`: the signature does not fit the collection; `HTML_TOO_LARGE`: the page is too large; `HTML_TOO_COMPLEX`: the page cannot be taken apart; `NOT_HTML`: the page is not html; `NOT_SUPPORTED`: this version does not support it */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `TOO_MANY_REQUESTS`: too many requests */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `HEADERS_TOO_LARGE`: the headers are too large */
            readonly 431: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL`: the service has a defect */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `STORE_CLOSING`: the service is shutting down; `STORE_LOADING`: the service is still loading its index; `STORE_UNAVAILABLE`: the store cannot be reached; `TOO_MANY_BODIES`: too many bodies are under way; `STORE_BUSY`: too much is waiting to be stored */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `STORE_FULL`: the memory or the disk is at its limit */
            readonly 507: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other failure, such as one of a version to come */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly deleteDocumentByQuery: {
        readonly parameters: {
            readonly query: {
                /**
                 * @description Id of the document; for ids that a proxy changes in a path, such as addresses
                 * @example example-000
                 */
                readonly id: string;
            };
            readonly header?: never;
            readonly path: {
                /**
                 * @description Name of the collection; `default` always exists
                 * @example default
                 */
                readonly collection: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Deleted */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `MALFORMED_REQUEST`: the request cannot be read */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHORIZED`: a key is required */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `FOREIGN_ORIGIN`: web pages of this origin may not do this */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `COLLECTION_NOT_FOUND`: there is no such collection; `DOCUMENT_NOT_FOUND`: there is no such document */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `FOREIGN_HOST`: the service does not go by this name */
            readonly 421: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INVALID_REQUEST`: the request is not valid */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `TOO_MANY_REQUESTS`: too many requests */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `HEADERS_TOO_LARGE`: the headers are too large */
            readonly 431: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL`: the service has a defect */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `STORE_CLOSING`: the service is shutting down; `STORE_LOADING`: the service is still loading its index; `STORE_UNAVAILABLE`: the store cannot be reached */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other failure, such as one of a version to come */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly getDocument: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description Name of the collection; `default` always exists
                 * @example default
                 */
                readonly collection: string;
                /**
                 * @description Id of the document, percent-encoded
                 * @example example-000
                 */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A stored document */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["StoredDocument"];
                };
            };
            /** @description `MALFORMED_REQUEST`: the request cannot be read */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHORIZED`: a key is required */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `FOREIGN_ORIGIN`: web pages of this origin may not do this */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `COLLECTION_NOT_FOUND`: there is no such collection; `DOCUMENT_NOT_FOUND`: there is no such document */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `FOREIGN_HOST`: the service does not go by this name */
            readonly 421: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INVALID_REQUEST`: the request is not valid */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `TOO_MANY_REQUESTS`: too many requests */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `HEADERS_TOO_LARGE`: the headers are too large */
            readonly 431: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL`: the service has a defect */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `STORE_CLOSING`: the service is shutting down; `STORE_LOADING`: the service is still loading its index; `STORE_UNAVAILABLE`: the store cannot be reached */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other failure, such as one of a version to come */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly putDocument: {
        readonly parameters: {
            readonly query?: {
                /** @description Most matches to answer */
                readonly matches?: number;
                /** @description Whether the retention of an unchanged document starts anew */
                readonly renew?: boolean;
            };
            readonly header?: never;
            readonly path: {
                /**
                 * @description Name of the collection; `default` always exists
                 * @example default
                 */
                readonly collection: string;
                /**
                 * @description Id of the document, percent-encoded
                 * @example example-000
                 */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["Document"];
            };
        };
        readonly responses: {
            /** @description Updated or unchanged; durable */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Ingested"];
                };
            };
            /** @description Created; durable */
            readonly 201: {
                headers: {
                    /** @description The address of the document, where `POST` created it */
                    readonly location?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Ingested"];
                };
            };
            /** @description `MALFORMED_REQUEST`: the request cannot be read; `MALFORMED_BODY`: the body cannot be read */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHORIZED`: a key is required */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `FOREIGN_ORIGIN`: web pages of this origin may not do this */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `COLLECTION_NOT_FOUND`: there is no such collection */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `REQUEST_TIMEOUT`: the request took too long to arrive */
            readonly 408: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `COLLECTION_CHANGED`: the settings changed during the request */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `BODY_TOO_LARGE`: the body is too large */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE`: the body is of a type that is not read here */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `FOREIGN_HOST`: the service does not go by this name */
            readonly 421: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INVALID_REQUEST`: the request is not valid; `INVALID_DOCUMENT`: the document is not valid; `SIGNATURE_MISMATCH`: the signature does not fit the collection; `HTML_TOO_LARGE`: the page is too large; `HTML_TOO_COMPLEX`: the page cannot be taken apart; `NOT_HTML`: the page is not html; `NOT_SUPPORTED`: this version does not support it */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `TOO_MANY_REQUESTS`: too many requests */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `HEADERS_TOO_LARGE`: the headers are too large */
            readonly 431: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL`: the service has a defect */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `STORE_CLOSING`: the service is shutting down; `STORE_LOADING`: the service is still loading its index; `STORE_UNAVAILABLE`: the store cannot be reached; `TOO_MANY_BODIES`: too many bodies are under way; `STORE_BUSY`: too much is waiting to be stored */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `STORE_FULL`: the memory or the disk is at its limit */
            readonly 507: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other failure, such as one of a version to come */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly deleteDocument: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description Name of the collection; `default` always exists
                 * @example default
                 */
                readonly collection: string;
                /**
                 * @description Id of the document, percent-encoded
                 * @example example-000
                 */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Deleted */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `MALFORMED_REQUEST`: the request cannot be read */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHORIZED`: a key is required */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `FOREIGN_ORIGIN`: web pages of this origin may not do this */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `COLLECTION_NOT_FOUND`: there is no such collection; `DOCUMENT_NOT_FOUND`: there is no such document */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `FOREIGN_HOST`: the service does not go by this name */
            readonly 421: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INVALID_REQUEST`: the request is not valid */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `TOO_MANY_REQUESTS`: too many requests */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `HEADERS_TOO_LARGE`: the headers are too large */
            readonly 431: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL`: the service has a defect */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `STORE_CLOSING`: the service is shutting down; `STORE_LOADING`: the service is still loading its index; `STORE_UNAVAILABLE`: the store cannot be reached */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other failure, such as one of a version to come */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly listMatchesByQuery: {
        readonly parameters: {
            readonly query: {
                /**
                 * @description Id of the document; for ids that a proxy changes in a path, such as addresses
                 * @example example-000
                 */
                readonly id: string;
                /** @description Most items to answer */
                readonly limit?: number;
                /** @description Least similarity of a match: from the collection’s threshold, the default, to 1 */
                readonly threshold?: number;
            };
            readonly header?: never;
            readonly path: {
                /**
                 * @description Name of the collection; `default` always exists
                 * @example default
                 */
                readonly collection: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Earlier and later documents that match */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["MatchList"];
                };
            };
            /** @description `MALFORMED_REQUEST`: the request cannot be read */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHORIZED`: a key is required */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `FOREIGN_ORIGIN`: web pages of this origin may not do this */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `COLLECTION_NOT_FOUND`: there is no such collection; `DOCUMENT_NOT_FOUND`: there is no such document */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `FOREIGN_HOST`: the service does not go by this name */
            readonly 421: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INVALID_REQUEST`: the request is not valid */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `TOO_MANY_REQUESTS`: too many requests */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `HEADERS_TOO_LARGE`: the headers are too large */
            readonly 431: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL`: the service has a defect */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `STORE_CLOSING`: the service is shutting down; `STORE_LOADING`: the service is still loading its index; `STORE_UNAVAILABLE`: the store cannot be reached */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other failure, such as one of a version to come */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly listMatches: {
        readonly parameters: {
            readonly query?: {
                /** @description Most items to answer */
                readonly limit?: number;
                /** @description Least similarity of a match: from the collection’s threshold, the default, to 1 */
                readonly threshold?: number;
            };
            readonly header?: never;
            readonly path: {
                /**
                 * @description Name of the collection; `default` always exists
                 * @example default
                 */
                readonly collection: string;
                /**
                 * @description Id of the document, percent-encoded
                 * @example example-000
                 */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Earlier and later documents that match */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["MatchList"];
                };
            };
            /** @description `MALFORMED_REQUEST`: the request cannot be read */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHORIZED`: a key is required */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `FOREIGN_ORIGIN`: web pages of this origin may not do this */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `COLLECTION_NOT_FOUND`: there is no such collection; `DOCUMENT_NOT_FOUND`: there is no such document */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `FOREIGN_HOST`: the service does not go by this name */
            readonly 421: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INVALID_REQUEST`: the request is not valid */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `TOO_MANY_REQUESTS`: too many requests */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `HEADERS_TOO_LARGE`: the headers are too large */
            readonly 431: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL`: the service has a defect */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `STORE_CLOSING`: the service is shutting down; `STORE_LOADING`: the service is still loading its index; `STORE_UNAVAILABLE`: the store cannot be reached */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other failure, such as one of a version to come */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly compareDocuments: {
        readonly parameters: {
            readonly query?: {
                /** @description Whether to answer the spans of each text that the two share, too; needs the texts (409 where one is not kept) */
                readonly spans?: boolean;
            };
            readonly header?: never;
            readonly path: {
                /**
                 * @description Name of the collection; `default` always exists
                 * @example default
                 */
                readonly collection: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["CompareRequest"];
            };
        };
        readonly responses: {
            /** @description How two documents compare */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Comparison"];
                };
            };
            /** @description `MALFORMED_REQUEST`: the request cannot be read; `MALFORMED_BODY`: the body cannot be read */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHORIZED`: a key is required */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `FOREIGN_ORIGIN`: web pages of this origin may not do this */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `COLLECTION_NOT_FOUND`: there is no such collection; `DOCUMENT_NOT_FOUND`: there is no such document */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `REQUEST_TIMEOUT`: the request took too long to arrive */
            readonly 408: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `TEXT_NOT_KEPT`: the text of the document is not kept; `COLLECTION_CHANGED`: the settings changed during the request */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `BODY_TOO_LARGE`: the body is too large */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE`: the body is of a type that is not read here */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `FOREIGN_HOST`: the service does not go by this name */
            readonly 421: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INVALID_REQUEST`: the request is not valid */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `TOO_MANY_REQUESTS`: too many requests */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `HEADERS_TOO_LARGE`: the headers are too large */
            readonly 431: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL`: the service has a defect */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `STORE_CLOSING`: the service is shutting down; `STORE_LOADING`: the service is still loading its index; `STORE_UNAVAILABLE`: the store cannot be reached; `TOO_MANY_BODIES`: too many bodies are under way */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other failure, such as one of a version to come */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly checkDocument: {
        readonly parameters: {
            readonly query?: {
                /** @description Most matches to answer */
                readonly matches?: number;
                /** @description Whether the answer has the text that was compared: of a page, what was taken from it */
                readonly text?: boolean;
                /** @description Least similarity of a match: from the collection’s threshold, the default, to 1 */
                readonly threshold?: number;
            };
            readonly header?: never;
            readonly path: {
                /**
                 * @description Name of the collection; `default` always exists
                 * @example default
                 */
                readonly collection: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["Document"];
                readonly "application/x-ndjson": string;
            };
        };
        readonly responses: {
            /** @description What an ingest would find */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Checked"];
                    readonly "application/x-ndjson": string;
                };
            };
            /** @description `MALFORMED_REQUEST`: the request cannot be read; `MALFORMED_BODY`: the body cannot be read */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHORIZED`: a key is required */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `FOREIGN_ORIGIN`: web pages of this origin may not do this */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `COLLECTION_NOT_FOUND`: there is no such collection */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `REQUEST_TIMEOUT`: the request took too long to arrive */
            readonly 408: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `BODY_TOO_LARGE`: the body is too large */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE`: the body is of a type that is not read here */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `FOREIGN_HOST`: the service does not go by this name */
            readonly 421: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INVALID_REQUEST`: the request is not valid; `INVALID_DOCUMENT`: the document is not valid; `SIGNATURE_MISMATCH`: the signature does not fit the collection; `HTML_TOO_LARGE`: the page is too large; `HTML_TOO_COMPLEX`: the page cannot be taken apart; `NOT_HTML`: the page is not html; `NOT_SUPPORTED`: this version does not support it */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `TOO_MANY_REQUESTS`: too many requests */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `HEADERS_TOO_LARGE`: the headers are too large */
            readonly 431: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL`: the service has a defect */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `STORE_CLOSING`: the service is shutting down; `STORE_LOADING`: the service is still loading its index; `STORE_UNAVAILABLE`: the store cannot be reached; `TOO_MANY_BODIES`: too many bodies are under way; `STORE_BUSY`: too much is waiting to be stored */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other failure, such as one of a version to come */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly listClusters: {
        readonly parameters: {
            readonly query?: {
                /** @description Least number of members; 1 lists singletons too */
                readonly minSize?: number;
                /** @description Largest, smallest or last changed first */
                readonly sort?: components["schemas"]["ClusterOrder"];
                /** @description Most items to answer */
                readonly limit?: number;
                /** @description Least similarity of a match: from the collection’s threshold, the default, to 1 */
                readonly threshold?: number;
                /** @description `nextCursor` of the page before; absent for the first */
                readonly cursor?: string;
            };
            readonly header?: never;
            readonly path: {
                /**
                 * @description Name of the collection; `default` always exists
                 * @example default
                 */
                readonly collection: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Clusters, cut at the threshold asked for */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ClusterList"];
                };
            };
            /** @description `MALFORMED_REQUEST`: the request cannot be read */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHORIZED`: a key is required */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `FOREIGN_ORIGIN`: web pages of this origin may not do this */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `COLLECTION_NOT_FOUND`: there is no such collection */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `FOREIGN_HOST`: the service does not go by this name */
            readonly 421: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INVALID_REQUEST`: the request is not valid */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `TOO_MANY_REQUESTS`: too many requests */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `HEADERS_TOO_LARGE`: the headers are too large */
            readonly 431: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL`: the service has a defect */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `STORE_CLOSING`: the service is shutting down; `STORE_LOADING`: the service is still loading its index; `STORE_UNAVAILABLE`: the store cannot be reached */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other failure, such as one of a version to come */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly getCluster: {
        readonly parameters: {
            readonly query?: {
                /** @description Most items to answer */
                readonly limit?: number;
                /** @description Least similarity of a match: from the collection’s threshold, the default, to 1 */
                readonly threshold?: number;
                /** @description `nextCursor` of the page before; absent for the first */
                readonly cursor?: string;
            };
            readonly header?: never;
            readonly path: {
                /**
                 * @description Name of the collection; `default` always exists
                 * @example default
                 */
                readonly collection: string;
                /** @description Id of the cluster, percent-encoded, as a list or an ingest answered it */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A cluster, with a page of its members */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SingleCluster"];
                };
            };
            /** @description `MALFORMED_REQUEST`: the request cannot be read */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHORIZED`: a key is required */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `FOREIGN_ORIGIN`: web pages of this origin may not do this */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `COLLECTION_NOT_FOUND`: there is no such collection; `CLUSTER_NOT_FOUND`: there is no such cluster */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `FOREIGN_HOST`: the service does not go by this name */
            readonly 421: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INVALID_REQUEST`: the request is not valid */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `TOO_MANY_REQUESTS`: too many requests */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `HEADERS_TOO_LARGE`: the headers are too large */
            readonly 431: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL`: the service has a defect */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `STORE_CLOSING`: the service is shutting down; `STORE_LOADING`: the service is still loading its index; `STORE_UNAVAILABLE`: the store cannot be reached */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other failure, such as one of a version to come */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly getStats: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description Name of the collection; `default` always exists
                 * @example default
                 */
                readonly collection: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Figures of a collection */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Stats"];
                };
            };
            /** @description `MALFORMED_REQUEST`: the request cannot be read */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHORIZED`: a key is required */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `FOREIGN_ORIGIN`: web pages of this origin may not do this */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `COLLECTION_NOT_FOUND`: there is no such collection */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `FOREIGN_HOST`: the service does not go by this name */
            readonly 421: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INVALID_REQUEST`: the request is not valid */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `TOO_MANY_REQUESTS`: too many requests */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `HEADERS_TOO_LARGE`: the headers are too large */
            readonly 431: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL`: the service has a defect */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `STORE_CLOSING`: the service is shutting down; `STORE_LOADING`: the service is still loading its index; `STORE_UNAVAILABLE`: the store cannot be reached */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other failure, such as one of a version to come */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly importDocuments: {
        readonly parameters: {
            readonly query?: {
                /** @description Which result lines are sent: all, those of failed lines, or none; the summary always is */
                readonly results?: components["schemas"]["ImportResults"];
                /** @description Most matches to answer */
                readonly matches?: number;
                /** @description Whether the retention of an unchanged document starts anew */
                readonly renew?: boolean;
                /** @description What becomes of fields that a `Document` does not have: their line is refused, or they are dropped, or put into its metadata, where fields of that name stay as they are */
                readonly otherFields?: components["schemas"]["OtherFields"];
            };
            readonly header?: never;
            readonly path: {
                /**
                 * @description Name of the collection; `default` always exists
                 * @example default
                 */
                readonly collection: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/x-ndjson": string;
            };
        };
        readonly responses: {
            /** @description Results while the upload goes on; the summary is the last line */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/x-ndjson": string;
                };
            };
            /** @description `MALFORMED_REQUEST`: the request cannot be read; `MALFORMED_BODY`: the body cannot be read */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHORIZED`: a key is required */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `FOREIGN_ORIGIN`: web pages of this origin may not do this */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `COLLECTION_NOT_FOUND`: there is no such collection */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `REQUEST_TIMEOUT`: the request took too long to arrive */
            readonly 408: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `BODY_TOO_LARGE`: the body is too large */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE`: the body is of a type that is not read here */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `FOREIGN_HOST`: the service does not go by this name */
            readonly 421: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INVALID_REQUEST`: the request is not valid */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `TOO_MANY_REQUESTS`: too many requests */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `HEADERS_TOO_LARGE`: the headers are too large */
            readonly 431: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL`: the service has a defect */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `STORE_CLOSING`: the service is shutting down; `STORE_LOADING`: the service is still loading its index; `STORE_UNAVAILABLE`: the store cannot be reached; `TOO_MANY_BODIES`: too many bodies are under way */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other failure, such as one of a version to come */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly exportDocuments: {
        readonly parameters: {
            readonly query?: {
                /** @description Whether only the documents that speak for their clusters are given */
                readonly representatives?: boolean;
            };
            readonly header?: never;
            readonly path: {
                /**
                 * @description Name of the collection; `default` always exists
                 * @example default
                 */
                readonly collection: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description All documents, or all representatives, one a line */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/x-ndjson": string;
                };
            };
            /** @description `MALFORMED_REQUEST`: the request cannot be read */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHORIZED`: a key is required */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `FOREIGN_ORIGIN`: web pages of this origin may not do this */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `COLLECTION_NOT_FOUND`: there is no such collection */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `TEXT_NOT_KEPT`: the text of the document is not kept */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `FOREIGN_HOST`: the service does not go by this name */
            readonly 421: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INVALID_REQUEST`: the request is not valid */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `TOO_MANY_REQUESTS`: too many requests */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `HEADERS_TOO_LARGE`: the headers are too large */
            readonly 431: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL`: the service has a defect */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `STORE_CLOSING`: the service is shutting down; `STORE_LOADING`: the service is still loading its index; `STORE_UNAVAILABLE`: the store cannot be reached; `STORE_BUSY`: too much is waiting to be stored */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other failure, such as one of a version to come */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly makeBackup: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: {
            readonly content: {
                readonly "application/json": components["schemas"]["BackupRequest"];
            };
        };
        readonly responses: {
            /** @description A backup that was made */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Backup"];
                };
            };
            /** @description `MALFORMED_REQUEST`: the request cannot be read; `MALFORMED_BODY`: the body cannot be read */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHORIZED`: a key is required */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `FOREIGN_ORIGIN`: web pages of this origin may not do this */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `REQUEST_TIMEOUT`: the request took too long to arrive */
            readonly 408: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `BACKUP_EXISTS`: there is such a backup already; `BACKUP_OFF`: the service is not set up for backups; `BACKUP_RUNNING`: another backup is being made */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `BODY_TOO_LARGE`: the body is too large */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE`: the body is of a type that is not read here */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `FOREIGN_HOST`: the service does not go by this name */
            readonly 421: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INVALID_REQUEST`: the request is not valid; `NOT_SUPPORTED`: this version does not support it */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `TOO_MANY_REQUESTS`: too many requests */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `HEADERS_TOO_LARGE`: the headers are too large */
            readonly 431: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL`: the service has a defect */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `STORE_CLOSING`: the service is shutting down; `STORE_LOADING`: the service is still loading its index; `STORE_UNAVAILABLE`: the store cannot be reached; `TOO_MANY_BODIES`: too many bodies are under way */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `STORE_FULL`: the memory or the disk is at its limit */
            readonly 507: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other failure, such as one of a version to come */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
