/** A body of JSON that was not read yet, since it is large: that is done on a thread. */
export class JsonBytes {
  readonly bytes: Buffer

  constructor(bytes: Buffer) {
    this.bytes = bytes
  }
}

/** A body of more bytes than this is read, checked and sketched on a thread. */
export const largeBodyBytes = 32 * 1024
