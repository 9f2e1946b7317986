import type { RepresentativePolicy } from '../cluster/representative.ts'
import { readLocalConfig } from '../config.ts'
import { stateSuffix } from '../dedup/inputs/files.ts'
import type { Job } from '../dedup/job.ts'
import type { RunSummary } from '../dedup/run.ts'
import { RunError } from '../dedup/run-error.ts'
import { type Command, CommandError, type CommandStreams, jsonOption, type OptionValues } from './command.ts'
import { counted, secondsSince } from './data-directory.ts'
import { RunDisplay } from './dedup-display.ts'
import { delimiterValue, inputOptions } from './input-options.ts'
import { forceOption } from './new-file.ts'
import { numberValue, shingleOption, shingleValue, stringValue } from './option-values.ts'
import { stopOnSignal } from './stop-signal.ts'

const policies: readonly RepresentativePolicy[] = ['earliest', 'longest', 'central']
/** As the service takes by default. */
const usualRecordBytes = 16 * 1024 * 1024
/** How long a page of HTML may take. */
const pageTimeoutMs = 10_000
/** What a shell calls the end by a signal. */
const signalStatus = { SIGINT: 130, SIGTERM: 143, SIGPIPE: 141 } as const

/** Removes near-duplicates from files, without a service. */
export const dedup: Command = {
  summary: 'find near-duplicates in files of any size, without a service, and write the files without them',
  arguments: [
    {
      placeholder: 'INPUT',
      help: '.jsonl, .json, .csv or .tsv files, also as .gz or .zst; .parquet files; folders of these and of text and HTML files; - for standard input',
      isRepeatable: true
    }
  ],
  options: {
    out: {
      type: 'string',
      placeholder: 'FILE',
      help: 'where to write one record of each cluster, unchanged; - for standard output',
      completes: 'files'
    },
    clusters: {
      type: 'string',
      placeholder: 'FILE',
      help: 'where to write the clusters of two or more, one a line',
      completes: 'files'
    },
    duplicates: {
      type: 'string',
      placeholder: 'FILE',
      help: 'where to write what --out lacks and why, one a line',
      completes: 'files'
    },
    rejected: {
      type: 'string',
      placeholder: 'FILE',
      help: 'where to write which records cannot be read and why, one a line',
      completes: 'files'
    },
    keep: {
      type: 'string',
      placeholder: 'WHICH',
      help: 'the record of a cluster that is kept: earliest (the default), longest or central',
      completes: policies
    },
    threshold: {
      type: 'string',
      placeholder: 'NUMBER',
      help: 'least similarity of near-duplicates, 0.3 to 1; 0.6 by default'
    },
    shingle: shingleOption,
    ...inputOptions,
    format: { ...inputOptions.format, help: `${inputOptions.format.help}; jsonl by default for standard input` },
    'max-record-bytes': {
      type: 'string',
      placeholder: 'BYTES',
      help: `most bytes of a record; ${usualRecordBytes} by default`
    },
    force: forceOption,
    state: {
      type: 'string',
      placeholder: 'DIR',
      help: 'where to keep what a stopped run goes on from; beside the output by default, and removed when the run is done',
      completes: 'directories'
    },
    'keep-state': { type: 'boolean', help: 'do not remove it' },
    restart: { type: 'boolean', help: 'do not go on from it, begin anew' },
    json: jsonOption
  },
  examples: [
    { call: 'doppel dedup articles.jsonl --out unique.jsonl', does: 'writes one of each kind' },
    {
      call: 'doppel dedup shards/ --out unique.jsonl.gz --clusters clusters.jsonl',
      does: 'the same for all files of a folder, and tells what belongs together'
    },
    { call: 'zcat big.gz | doppel dedup - --text-field body --out -', does: 'works in a pipe' }
  ],
  statuses: {
    130: 'interrupted; the same command goes on',
    141: 'nobody reads standard output, and the other outputs are not written; the same command goes on',
    143: 'terminated; the same command goes on'
  },
  async run(values, streams, inputs) {
    const job = jobOf(values, inputs)
    const { memoryLimitBytes, threads } = readLocalConfig()
    const extraction = { pageBytes: job.fields.maxRecordBytes, timeoutMs: pageTimeoutMs, threads: Math.max(1, threads) }
    const { dedup: run } = await import('../dedup/run.ts')
    const startedAt = performance.now()
    const display = new RunDisplay(streams.err)
    const stop = stopOnSignal(() => display.notice('stopping; once more ends at once'))
    const statusBefore = process.exitCode
    if (hasPipeAndFile(job)) process.exitCode = signalStatus.SIGPIPE
    try {
      const context = {
        in: streams.in,
        out: streams.out,
        listener: display,
        signal: stop.signal,
        memoryLimitBytes,
        extraction
      }
      const summary = await run(job, context)
      display.end()
      if (summary === undefined) {
        streams.err.write(`doppel: stopped; the same command goes on from ${job.stateFolder}\n`)
        return stop.status()
      }
      printSummary(summary, job, streams, { isJson: values.json === true, startedAt })
      return summary.rejected > 0 ? 1 : 0
    } catch (error) {
      display.end()
      throw error instanceof RunError ? new CommandError(error.message, 1) : error
    } finally {
      process.exitCode = statusBefore
      stop.release()
    }
  }
}

function jobOf(values: OptionValues, inputs: readonly string[]): Job {
  if (inputs.filter(input => input === '-').length > 1)
    throw new CommandError('only one INPUT can be standard input', 2)
  const outputs = {
    out: stringValue(values, 'out'),
    clusters: stringValue(values, 'clusters'),
    duplicates: stringValue(values, 'duplicates'),
    rejected: stringValue(values, 'rejected')
  }
  const first = Object.values(outputs).find(path => path !== undefined && path !== '-')
  return {
    inputs,
    format: stringValue(values, 'format') as Job['format'],
    fields: {
      textField: stringValue(values, 'text-field'),
      idField: stringValue(values, 'id-field') ?? 'id',
      maxRecordBytes:
        numberValue(values, 'max-record-bytes', { min: 1, max: 268_435_456, isInteger: true }) ?? usualRecordBytes,
      delimiter: delimiterValue(values)
    },
    isIdNamed: stringValue(values, 'id-field') !== undefined,
    settings: {
      shingle: shingleValue(values),
      signature: { scheme: 'doppel', slots: 128, seed: 1 },
      threshold: numberValue(values, 'threshold', { min: 0.3, max: 1 }) ?? 0.6
    },
    keep: (stringValue(values, 'keep') ?? 'earliest') as RepresentativePolicy,
    outputs,
    overwrite: values.force === true,
    stateFolder: stringValue(values, 'state') ?? `${first ?? 'dedup'}${stateSuffix}`,
    keepState: values['keep-state'] === true,
    restart: values.restart === true
  }
}

/** Whether a reader of standard output who leaves keeps files from being written. */
function hasPipeAndFile({ outputs }: Job): boolean {
  const paths = Object.values(outputs).filter(path => path !== undefined)
  return paths.includes('-') && paths.length > 1
}

function printSummary(
  summary: RunSummary,
  { outputs }: Job,
  { out, err }: CommandStreams,
  { isJson, startedAt }: { readonly isJson: boolean; readonly startedAt: number }
): void {
  // Standard output may be the result itself.
  const stream = Object.values(outputs).includes('-') ? err : out
  if (isJson) {
    const seconds = Math.round(performance.now() - startedAt) / 1000
    stream.write(`${JSON.stringify({ ...summary, seconds })}\n`)
    return
  }
  const { documents, files, kept, duplicates, clusters, rejected, skipped } = summary
  const lines = [
    `${counted(documents, 'document')} in ${counted(files, 'file')}, in ${secondsSince(startedAt)}`,
    `${counted(duplicates, 'duplicate')} in ${counted(clusters, 'cluster')}; ${counted(kept, 'document')} kept`,
    ...(rejected > 0
      ? [
          `${counted(rejected, 'record or file', 'records or files')} could not be read, and ${rejected === 1 ? 'is' : 'are'} in no output`
        ]
      : []),
    ...(skipped > 0 ? [`${counted(skipped, 'file')} of folders skipped, whose names say no format`] : [])
  ]
  stream.write(lines.map(line => `${line}\n`).join(''))
}
