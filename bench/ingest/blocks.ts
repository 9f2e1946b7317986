import { count, markdownTable, short } from '../report/table.ts'
import type { ProcessMemory } from '../server/process-figures.ts'

/** What is known of the ingesting process at some moment. */
export interface Standing {
  readonly memory: ProcessMemory
  readonly diskBytes: number
}

/** One of equal parts of an ingest. */
export interface Block extends Standing {
  /** Documents stored at its end, the blocks before it included. */
  readonly documents: number
  /** Documents of this block. */
  readonly size: number
  readonly seconds: number
  /** Processor time of the process that stores, in seconds. */
  readonly cpuSeconds: number
  /** Processor time of the client, in seconds; 0 where there is none. */
  readonly clientCpuSeconds: number
  /** Bytes of all texts so far, in UTF-8. */
  readonly textBytes: number
  /** The longest time that the event loop did not turn, in milliseconds; at most 10 ms too long. */
  readonly stallMs: number
}

/** An ingest in parts. */
export interface BlockedIngest {
  /** Before the first document. */
  readonly base: Standing
  readonly blocks: readonly Block[]
}

const head = [
  'documents',
  'documents/s',
  'CPU us a document',
  'client CPU us',
  'memory B a document',
  'mapped MB',
  'disk B a document',
  'beyond the text',
  'longest stall ms'
]

/** A line for each block, and one for all of them. */
export function blockTable(ingest: BlockedIngest): string {
  return markdownTable(head, [...ingest.blocks.map(block => row(ingest.base, block)), totalRow(ingest)])
}

/** What all blocks together come to. */
export function totalOf({ blocks }: BlockedIngest): Block {
  const last = blocks.at(-1)!
  const sum = (value: (block: Block) => number) => blocks.reduce((total, block) => total + value(block), 0)
  return {
    ...last,
    size: sum(block => block.size),
    seconds: sum(block => block.seconds),
    cpuSeconds: sum(block => block.cpuSeconds),
    clientCpuSeconds: sum(block => block.clientCpuSeconds),
    stallMs: Math.max(...blocks.map(block => block.stallMs))
  }
}

function totalRow(ingest: BlockedIngest): string[] {
  const [, ...figures] = row(ingest.base, totalOf(ingest))
  return ['all', ...figures]
}

function row(base: Standing, block: Block): string[] {
  const { documents, size } = block
  const disk = block.diskBytes - base.diskBytes
  return [
    count(documents),
    count(size / block.seconds),
    short((1e6 * block.cpuSeconds) / size),
    short((1e6 * block.clientCpuSeconds) / size),
    count((block.memory.anonymous - base.memory.anonymous) / documents),
    count(block.memory.mapped / 1e6),
    count(disk / documents),
    count((disk - block.textBytes) / documents),
    count(block.stallMs)
  ]
}
