import { type FileHandle, open } from 'node:fs/promises'
import { DoppelError } from '../../errors.ts'
import { newestMeta } from './data-file.ts'

/** The layout of LMDB's pages, version 2 on 64-bit processors; offsets in bytes. */
const headerBytes = 24
const at = { number: 0, transaction: 8, flags: 18, lower: 20, upper: 22, pages: 20 }
const kind = { branch: 1, leaf: 2, overflow: 4 }
const nodeBytes = 8
const node = { isOverflow: 1, isTable: 2 }
/** A table, as its node in the main tree describes it. */
const tableBytes = 48
const noPage = 0xffff_ffff_ffff_ffffn

interface Tree {
  readonly depth: number
  readonly pages: readonly [branch: number, leaf: number, overflow: number]
  readonly entries: number
  readonly root: number | undefined
}

/**
 * Walks all pages of a data file without LMDB, which trusts what it maps: a damaged page may end the process by a signal.
 *
 * @throws DoppelError STORE_UNAVAILABLE that names the first page that cannot be
 */
export async function checkPages(path: string): Promise<void> {
  const meta = newestMeta(path)
  if (meta === undefined) return
  const file = await open(path, 'r')
  try {
    const walk = new PageWalk(file, path, meta)
    await walk.tree(treeAt(meta.bytes, meta.treesAt[0]), { isFreeList: true })
    await walk.tree(treeAt(meta.bytes, meta.treesAt[1]))
  } finally {
    await file.close()
  }
}

class PageWalk {
  readonly #file: FileHandle
  readonly #path: string
  readonly #pageSize: number
  readonly #transaction: bigint
  readonly #isSeen: Uint8Array

  constructor(file: FileHandle, path: string, meta: { pageSize: number; pages: number; transaction: bigint }) {
    this.#file = file
    this.#path = path
    this.#pageSize = meta.pageSize
    this.#transaction = meta.transaction
    this.#isSeen = new Uint8Array(meta.pages)
  }

  async tree(tree: Tree, { isFreeList = false }: { readonly isFreeList?: boolean } = {}): Promise<void> {
    const counts = { branch: 0, leaf: 0, overflow: 0, entries: 0 }
    let last: Buffer | undefined
    const visit = async (number: number, depth: number): Promise<void> => {
      const page = await this.#read(number)
      const isLeaf = page.readUInt16LE(at.flags) === kind.leaf
      if (isLeaf !== (depth === tree.depth)) throw this.#damaged(number, 'it is of another kind')
      if (isLeaf) counts.leaf++
      else counts.branch++
      for (const [index, start] of this.#nodesOf(number, page).entries()) {
        if (!isLeaf) {
          await visit(childAt(page, start), depth + 1)
          continue
        }
        const key = this.#keyAt(number, page, start)
        if (!isFreeList && last !== undefined && Buffer.compare(last, key) >= 0) {
          throw this.#damaged(number, `its entry ${index} is out of order`)
        }
        last = Buffer.from(key)
        counts.entries++
        counts.overflow += await this.#value(number, page, start, key.length)
      }
    }
    if (tree.root !== undefined) await visit(tree.root, 1)
    const found = [counts.branch, counts.leaf, counts.overflow, counts.entries]
    const expected = [...tree.pages, tree.entries]
    if (found.join() !== expected.join()) {
      throw damaged(this.#path, `the tree at page ${tree.root} has ${found} pages and entries, not ${expected}`)
    }
  }

  async #read(number: number): Promise<Buffer> {
    if (number < 2 || number >= this.#isSeen.length) throw damaged(this.#path, `there is no page ${number}`)
    if (this.#isSeen[number] === 1) throw this.#damaged(number, 'it is used twice')
    this.#isSeen[number] = 1
    const page = Buffer.allocUnsafe(this.#pageSize)
    const { bytesRead } = await this.#file.read(page, 0, this.#pageSize, number * this.#pageSize)
    if (bytesRead !== this.#pageSize) throw this.#damaged(number, 'it is cut')
    if (page.readBigUInt64LE(at.number) !== BigInt(number)) throw this.#damaged(number, 'it has another number')
    if (page.readBigUInt64LE(at.transaction) > this.#transaction) {
      throw this.#damaged(number, 'it is of a later transaction')
    }
    const flags = page.readUInt16LE(at.flags)
    if (![kind.branch, kind.leaf, kind.overflow].includes(flags)) throw this.#damaged(number, `it has flags ${flags}`)
    return page
  }

  /** Where the nodes of a page begin. */
  #nodesOf(number: number, page: Buffer): number[] {
    const lower = page.readUInt16LE(at.lower)
    const upper = page.readUInt16LE(at.upper)
    if (lower === 0 || lower % 2 !== 0 || lower > upper || upper > this.#pageSize - headerBytes) {
      throw this.#damaged(number, 'its bounds cannot be')
    }
    return Array.from({ length: lower / 2 }, (_, index) => {
      const start = page.readUInt16LE(headerBytes + 2 * index)
      if (start < upper || start + headerBytes + nodeBytes > this.#pageSize) {
        throw this.#damaged(number, `its entry ${index} is out of it`)
      }
      return start + headerBytes
    })
  }

  #keyAt(number: number, page: Buffer, start: number): Buffer {
    const end = start + nodeBytes + page.readUInt16LE(start + 6)
    if (end > this.#pageSize) throw this.#damaged(number, 'a key is out of it')
    return page.subarray(start + nodeBytes, end)
  }

  /** Checks the value of an entry; gives the overflow pages that it takes. */
  async #value(number: number, page: Buffer, start: number, keyBytes: number): Promise<number> {
    const flags = page.readUInt16LE(start + 4)
    const size = page.readUInt32LE(start)
    const value = start + nodeBytes + keyBytes
    const isOverflow = flags === node.isOverflow
    if (value + (isOverflow ? 24 : size) > this.#pageSize) throw this.#damaged(number, 'a value is out of it')
    if (isOverflow) return this.#overflow(Number(page.readBigUInt64LE(value)), size)
    if (flags === node.isTable && size === tableBytes) await this.tree(treeAt(page, value))
    else if (flags !== 0) throw this.#damaged(number, `an entry has flags ${flags}`)
    return 0
  }

  async #overflow(number: number, size: number): Promise<number> {
    const page = await this.#read(number)
    const pages = Math.floor((headerBytes - 1 + size) / this.#pageSize) + 1
    const isRight = page.readUInt16LE(at.flags) === kind.overflow && page.readUInt32LE(at.pages) === pages
    if (!isRight || number + pages > this.#isSeen.length) throw this.#damaged(number, 'it is of another kind or size')
    for (let next = number + 1; next < number + pages; next++) {
      if (this.#isSeen[next] === 1) throw this.#damaged(next, 'it is used twice')
      this.#isSeen[next] = 1
    }
    return pages
  }

  #damaged(number: number, how: string): DoppelError {
    return damaged(this.#path, `page ${number}: ${how}`)
  }
}

function childAt(page: Buffer, start: number): number {
  return page.readUInt32LE(start) + page.readUInt16LE(start + 4) * 2 ** 32
}

function treeAt(bytes: Buffer, start: number): Tree {
  const number = (offset: number) => Number(bytes.readBigUInt64LE(start + offset))
  return {
    depth: bytes.readUInt16LE(start + 6),
    pages: [number(8), number(16), number(24)],
    entries: number(32),
    root: bytes.readBigUInt64LE(start + 40) === noPage ? undefined : number(40)
  }
}

function damaged(path: string, how: string): DoppelError {
  return new DoppelError('STORE_UNAVAILABLE', `${path} is damaged: ${how}`)
}
