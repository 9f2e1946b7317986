// Who may import whom; scripts/check-dependencies.mjs runs it.
const columns = '^src/columns/'
const core = '^src/(columns|text|kernel|signature|lsh|cluster)/'
const bytes = '^src/bytes/'
const errors = '^src/errors[.]ts$'
const directories = '^src/make-directory[.]ts$'
const config = '^src/config[.]ts$'
const ports = '^src/store/[^/]+[.]ts$'
const embedded = '^src/store/embedded/'
const journals = '^src/store/(memory|lmdb)/'
const service = '^src/service/'
const http = '^src/http/'
const client = '^src/client/'
const roots = ['^src/(main|composition)[.]ts$', '^src/(cli|dedup)/']
const dedup = '^src/dedup/'
const extraction = '^src/extraction/'
const threads = '^src/threads/'
const minhashAdapter = '^src/signature/minhash-package[.]ts$'

/** Within src, modules of `from` may import only `allowed`; packages and node: are another rule's matter. */
const withinSource = (name, from, allowed) => ({ name, from, to: { path: '^src/', pathNot: allowed } })

const forbidden = [
  { name: 'no-cycles', from: {}, to: { circular: true } },
  { name: 'no-orphans', from: { orphan: true, path: '^src/', pathNot: '[.]d[.]ts$' }, to: {} },
  { name: 'no-unresolved-imports', from: {}, to: { couldNotResolve: true } },
  {
    name: 'no-dev-dependencies-at-run-time',
    from: { path: '^src/' },
    to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'] }
  },

  // The pure core and the ports: no node:, no packages.
  {
    name: 'core-is-pure',
    from: { path: [core, errors], pathNot: minhashAdapter },
    to: { pathNot: [core, errors] }
  },
  { name: 'columns-depend-on-nothing', from: { path: columns }, to: { pathNot: columns } },
  {
    name: 'minhash-adapter-imports-only-minhash',
    from: { path: minhashAdapter },
    to: { pathNot: [core, errors, '^node_modules/minhash/'] }
  },
  { name: 'ports-are-pure', from: { path: ports }, to: { pathNot: [ports, core, errors] } },

  // The engine and its journals.
  withinSource('engine-knows-only-the-journal-port', { path: embedded }, [embedded, ports, core, errors]),
  withinSource('journals-know-ports-and-rows', { path: '^src/store/(memory|lmdb)/' }, [
    '^src/store/$1/',
    '^src/store/embedded/(journal|snapshot-place|[^/]*row[^/]*)[.]ts$',
    ports,
    core,
    directories,
    errors
  ]),
  {
    name: 'only-roots-choose-engine-and-journal',
    from: { path: '^src/', pathNot: [...roots, embedded, journals] },
    to: { path: [embedded, journals] }
  },
  {
    name: 'only-its-journal-imports-lmdb',
    from: { path: '^src/', pathNot: '^src/store/lmdb/' },
    to: { path: '^node_modules/lmdb/' }
  },

  // Work that threads do for many clients.
  withinSource('threads-know-nothing-of-their-work', { path: threads }, [threads, errors]),

  // What comes in as bytes.
  withinSource('bytes-know-nothing-else', { path: bytes }, [bytes]),

  // Work on files: by the engine itself, without HTTP.
  withinSource('dedup-uses-the-engine-not-the-transports', { path: dedup }, [
    dedup,
    bytes,
    extraction,
    threads,
    service,
    embedded,
    '^src/store/lmdb/',
    ports,
    core,
    directories,
    errors,
    '^src/nearest-name[.]ts$'
  ]),
  {
    name: 'only-the-command-line-uses-dedup',
    from: { path: '^src/', pathNot: [dedup, '^src/cli/'] },
    to: { path: dedup }
  },
  {
    name: 'only-inputs-and-outputs-know-file-formats',
    from: { path: '^src/', pathNot: ['^src/dedup/inputs/', '^src/dedup/outputs/parquet-'] },
    to: { path: '^node_modules/(fzstd|hyparquet|hyparquet-compressors|hyparquet-writer)/' }
  },

  // What a sample says about the threshold: computed by the core alone.
  withinSource('tuning-uses-the-core', { path: '^src/tune/' }, ['^src/tune/', core]),
  {
    name: 'only-the-command-line-tunes',
    from: { path: '^src/', pathNot: ['^src/tune/', '^src/cli/'] },
    to: { path: '^src/tune/' }
  },

  // The client is published, and runs wherever there is a fetch.
  { name: 'client-depends-on-nothing', from: { path: client }, to: { pathNot: client } },
  {
    name: 'only-the-command-line-uses-the-client',
    from: { path: '^src/', pathNot: [client, '^src/cli/'] },
    to: { path: client }
  },

  // The use cases and the transports.
  withinSource('service-knows-ports-not-adapters', { path: service }, [service, threads, ports, core, errors]),
  withinSource('http-talks-to-the-service', { path: http }, [
    http,
    service,
    threads,
    errors,
    directories,
    config,
    ports,
    core,
    bytes
  ]),
  {
    name: 'http-knows-only-types-below-the-service',
    from: { path: http },
    to: { path: [config, ports, core], dependencyTypesNot: ['type-only'] }
  },
  withinSource('extraction-knows-only-its-port', { path: extraction }, [
    extraction,
    threads,
    '^src/service/page-extractor[.]ts$',
    errors
  ]),
  {
    name: 'only-roots-choose-the-extractor',
    from: { path: '^src/', pathNot: [...roots, extraction] },
    to: { path: extraction }
  },
  {
    name: 'only-extraction-reads-html',
    from: { path: '^src/', pathNot: extraction },
    to: { path: '^node_modules/(htmlparser2|@mozilla/readability)/' }
  },
  {
    name: 'only-http-imports-fastify',
    from: { path: '^src/', pathNot: http },
    to: { path: '^node_modules/(fastify|fastify-plugin|@fastify/[^/]+)/' }
  }
]

export default {
  forbidden: forbidden.map(rule => ({ severity: 'error', ...rule })),
  options: {
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true
  }
}
