/** Why a thread was ended or died while it worked on something. */
export type FaultKind = 'time' | 'memory' | 'defect'

/** A thread did not get through what it was given, and was given up; another takes its place. */
export class ThreadFault extends Error {
  override readonly name = 'ThreadFault'
  readonly kind: FaultKind
  /** The step of the work that it was at, counted from 0; undefined where it had not begun, or counts no steps. */
  readonly step: number | undefined

  constructor(kind: FaultKind, message: string, options: ErrorOptions & { readonly step?: number | undefined } = {}) {
    super(message, options)
    this.kind = kind
    this.step = options.step
  }
}
