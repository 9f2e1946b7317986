import assert from 'node:assert/strict'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DoppelError } from '../../../src/errors.ts'
import { EmbeddedStore } from '../../../src/store/embedded/embedded-store.ts'
import type { Change } from '../../../src/store/embedded/journal.ts'
import { LmdbJournal } from '../../../src/store/lmdb/lmdb-journal.ts'
import { loadBothWays } from '../../helpers/index-state.ts'
import { type Engine, injectedFault, type SnapshotFate } from './engine.ts'

/** Fails when it is told to. */
class FailingJournal extends LmdbJournal {
  isFailing = false

  override async commit(changes: readonly Change[], nextNumber: number): Promise<void> {
    if (!this.isFailing) return super.commit(changes, nextNumber)
    this.isFailing = false
    await new Promise(setImmediate)
    throw new DoppelError('STORE_UNAVAILABLE', injectedFault)
  }
}

/** What the tests of LMDB did to snapshots. */
export interface SnapshotCounts {
  restored: number
  former: number
  damaged: number
}

/**
 * The engine on LMDB, which takes a snapshot at each end: at each restart the index from
 * what there is of snapshot and log is compared with that from the rows.
 *
 * @param canFail whether commits fail when they are told to
 */
export function lmdbEngine({ canFail }: { readonly canFail: boolean }): Engine & { readonly counts: SnapshotCounts } {
  const counts: SnapshotCounts = { restored: 0, former: 0, damaged: 0 }
  let journal: FailingJournal | undefined
  return {
    name: canFail ? 'failing lmdb' : 'lmdb',
    open: async (dir, clock) => {
      journal = new FailingJournal(join(dir, 'data'))
      const snapshots = { idleMs: Number.POSITIVE_INFINITY, minChanges: 1, minShare: 0 }
      const store = new EmbeddedStore(journal, clock, { snapshots })
      await store.open(() => {})
      return store
    },
    close: async (store, dir, fate) => {
      const directory = join(dir, 'data')
      const file = join(directory, 'index.snapshot')
      const former = existsSync(file) ? readFileSync(file) : undefined
      await store.close()
      if (apply(fate, file, former)) counts[fate === 'damaged' ? 'damaged' : 'former']++
      const loading = loadBothWays(directory)
      if (fate === 'damaged' && existsSync(file))
        return assert.rejects(loading, /it has another layout|checksum|too early|JSON/)
      const { restored, states, faults } = await loading
      assert.deepEqual(faults, [])
      if (restored === undefined) return
      counts.restored++
      assert.deepEqual(states.restored, states.built)
    },
    isDurable: true,
    effort: 0.5,
    counts,
    ...(canFail && {
      failNextCommit: () => {
        if (journal !== undefined) journal.isFailing = true
      }
    })
  }
}

/** @returns whether the snapshot is not the last one any more */
function apply(fate: SnapshotFate, file: string, former: Buffer | undefined): boolean {
  if (!existsSync(file)) return false
  if (fate === 'removed' || (fate === 'former' && former === undefined)) rmSync(file)
  if (fate === 'former' && former !== undefined) {
    writeFileSync(file, former)
    return true
  }
  if (fate === 'damaged') {
    const bytes = readFileSync(file)
    // Not always the same place, and the same one when a failure is run again.
    const place = (bytes.readUInt32LE(16) * 7919) % bytes.length
    bytes.writeUInt8(bytes.readUInt8(place) ^ 4, place)
    writeFileSync(file, bytes)
    return true
  }
  return false
}
