// The streams, and what is done to them in one step.

/** Where documents wait; the group of the workers; what became of each; what can never be stored. */
export const names = {
  pages: 'doppel:pages',
  group: 'doppel-workers',
  verdicts: 'doppel:verdicts',
  dead: 'doppel:dead'
}

/**
 * Acknowledges an entry, removes it and tells its outcome, all or nothing, and only once: where two workers had the
 * same entry, the second finds it acknowledged and tells nothing.
 */
const settleScript = `
if redis.call('XACK', KEYS[1], ARGV[1], ARGV[2]) == 0 then return 0 end
redis.call('XDEL', KEYS[1], ARGV[2])
redis.call('XADD', KEYS[2], '*', unpack(ARGV, 3))
return 1`

/** Adds the command `settle` to a connection, and makes the group where it is missing. */
export async function prepare(redis) {
  redis.defineCommand('settle', { numberOfKeys: 2, lua: settleScript })
  try {
    // From 0: what was put in before the first worker started counts too.
    await redis.xgroup('CREATE', names.pages, names.group, '0', 'MKSTREAM')
  } catch (error) {
    if (!error.message.startsWith('BUSYGROUP')) throw error
  }
}

/** Puts a document into the queue. */
export function enqueue(redis, document) {
  return redis.xadd(names.pages, '*', 'document', JSON.stringify(document))
}

/** An entry as Redis gives it, read. An entry that is no document has a `reason`. */
export function entryOf([id, fields]) {
  const position = fields.indexOf('document')
  const text = position === -1 ? undefined : fields[position + 1]
  try {
    const document = JSON.parse(text)
    if (typeof document !== 'object' || document === null) throw new TypeError('it is no object')
    // An entry keeps its id however often it is delivered, so it serves where the document has none.
    return { id, text, document: { ...document, id: document.id ?? id } }
  } catch (error) {
    return { id, text, reason: `the entry holds no document: ${error.message}` }
  }
}
