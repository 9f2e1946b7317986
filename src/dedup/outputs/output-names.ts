import { RunError } from '../run-error.ts'

/** What the end of a name says that a file is, where it is nothing that is written here. */
const foreign: Readonly<Record<string, string>> = {
  arrow: 'Arrow',
  arrows: 'Arrow',
  feather: 'Feather',
  ipc: 'Arrow',
  avro: 'Avro',
  orc: 'ORC',
  lance: 'Lance',
  xlsx: 'Excel',
  xlsm: 'Excel',
  xlsb: 'Excel',
  xls: 'Excel',
  ods: 'OpenDocument',
  db: 'a database',
  db3: 'a database',
  sqlite: 'SQLite',
  sqlite3: 'SQLite',
  duckdb: 'DuckDB',
  mdb: 'a database',
  sql: 'SQL',
  bson: 'BSON',
  msgpack: 'MessagePack',
  pb: 'Protocol Buffers',
  tfrecord: 'TFRecord',
  tfrecords: 'TFRecord',
  cbor: 'CBOR',
  pkl: 'pickle',
  pickle: 'pickle',
  npy: 'NumPy',
  npz: 'NumPy',
  h5: 'HDF5',
  hdf5: 'HDF5',
  mat: 'MATLAB',
  sav: 'SPSS',
  dta: 'Stata',
  rds: 'R',
  rdata: 'R',
  warc: 'WARC',
  mbox: 'mbox',
  xml: 'XML',
  rss: 'XML',
  html: 'HTML',
  htm: 'HTML',
  yaml: 'YAML',
  yml: 'YAML',
  toml: 'TOML',
  psv: 'text with separators',
  geojson: 'GeoJSON',
  pdf: 'PDF',
  docx: 'Word'
}

const compressions: Readonly<Record<string, string>> = {
  zst: 'Zstandard',
  zstd: 'Zstandard',
  bz2: 'bzip2',
  xz: 'xz',
  lzma: 'LZMA',
  lz4: 'LZ4',
  lzo: 'LZO',
  br: 'Brotli',
  sz: 'Snappy',
  snappy: 'Snappy',
  z: 'compress',
  zip: 'zip',
  '7z': '7-Zip',
  rar: 'RAR',
  tar: 'tar',
  tgz: 'tar'
}

/** The end of a name without `.gz`, in lower case; empty for none. */
export function extensionOf(path: string): string {
  return /[.]([a-z0-9]+)(?:[.]gz)?$/i.exec(path)?.[1]?.toLowerCase() ?? ''
}

/** @throws RunError where the name of a file says that it is something that is not written here */
export function checkOutputName(path: string): void {
  const extension = extensionOf(path)
  const compression = compressions[extension]
  if (compression !== undefined) throw new RunError(`${path}: outputs can be gzip (.gz), and not ${compression}`)
  const format = foreign[extension]
  if (format !== undefined) throw new RunError(`${path}: ${format} cannot be written; use .jsonl`)
}

/** The same for what is JSON, whatever the inputs are. @throws RunError */
export function checkJsonName(path: string): void {
  checkOutputName(path)
  const extension = extensionOf(path)
  if (['csv', 'tsv', 'parquet'].includes(extension)) {
    throw new RunError(`${path}: it is JSON Lines, which cannot be written as ${extension}; use .jsonl`)
  }
}
