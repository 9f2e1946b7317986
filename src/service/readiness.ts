/** Whether the service can answer, as `/readyz` tells it. */
export class Readiness {
  #status: 'loading' | 'ready' | 'closing' = 'loading'
  #progress = 0

  get status(): 'loading' | 'ready' | 'closing' {
    return this.#status
  }

  /** How much of the store has been loaded, 0 to 1. */
  get progress(): number {
    return this.#progress
  }

  loading(progress: number): void {
    this.#progress = progress
  }

  ready(): void {
    this.#progress = 1
    this.#status = 'ready'
  }

  closing(): void {
    this.#status = 'closing'
  }
}
