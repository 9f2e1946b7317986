/** Where a snapshot is read from. */
export interface SnapshotSource {
  /** @throws Error when there are fewer bytes */
  read(length: number): Promise<Uint8Array>
  /** How much has been read, 0 to 1. */
  readonly share: number
  close(): Promise<void>
}

/** Keeps at most one snapshot. */
export interface SnapshotPlace {
  /** Undefined when there is none. */
  open(): Promise<SnapshotSource | undefined>
  /**
   * Writes a snapshot in the place of the former one, all or nothing.
   *
   * @param parts taken one after another while others get a turn
   * @param isStale asked before each part; once it says so the rest is not taken
   * @returns whether the snapshot is there
   */
  write(parts: Iterable<Uint8Array>, isStale: () => boolean): Promise<boolean>
  remove(): Promise<void>
}
