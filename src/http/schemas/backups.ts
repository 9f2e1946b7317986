import { Type } from 'typebox'
import { named } from './reference.ts'

const count = (description: string) => Type.Integer({ minimum: 0, description })

/** What a client says of a backup to be made. */
export const BackupRequest = named('BackupRequest', 'A backup to be made', {
  name: Type.Optional(
    Type.String({
      pattern: '^[a-z0-9][a-z0-9_-]{0,63}$',
      examples: ['before-upgrade'],
      description: 'Its folder in the directory of the backups; the time of day without one'
    })
  )
})

/** A backup that was made. */
export const Backup = named('Backup', 'A backup that was made', {
  name: Type.String({ description: 'Its folder in the directory of the backups' }),
  bytes: count('Size of the data'),
  sequence: count('Number of the last commit in it'),
  documents: count('Documents in it; those of collections that were just deleted may still count'),
  durationMs: count('How long it took, in milliseconds')
})
