import t from 'tap'
import { parseCall, requireArguments } from '../../src/cli/call.ts'
import type { Command } from '../../src/cli/command.ts'
import { commandHelp } from '../../src/cli/help.ts'

const copy: Command = {
  summary: 'copy files',
  arguments: [
    { placeholder: 'MODE', help: 'how to copy', completes: ['fast', 'slow'] },
    { placeholder: 'FILE', help: 'what to copy', isRepeatable: true }
  ],
  options: {
    skip: { type: 'string', placeholder: 'NAME', help: 'a name to leave out', multiple: true },
    keep: { type: 'string', placeholder: 'WHICH', help: 'which copy stays', completes: ['first', 'last'] },
    quiet: { type: 'boolean', help: 'print nothing' }
  },
  examples: [{ call: 'doppel copy fast a b', does: 'copies a and b' }],
  statuses: { 3: 'there was nothing to copy' },
  run: async () => 0
}

t.test('options are read, repeated ones as a list', async t => {
  const { values, positionals } = parseCall(
    ['fast', '--skip', 'a', 'x', '--skip=b', '--quiet', '--', '-y'],
    copy.options
  )
  t.strictSame({ ...values }, { skip: ['a', 'b'], quiet: true })
  t.strictSame(positionals, ['fast', 'x', '-y'])
})

t.test('an option outside its choices is refused', async t => {
  t.doesNotThrow(() => parseCall(['--keep', 'last'], copy.options))
  t.throws(() => parseCall(['--keep', 'both'], copy.options), {
    message: '--keep is "both": it must be one of first, last',
    status: 2
  })
})

t.test('a command takes as many arguments as it says', async t => {
  const checked = (...args: string[]) => requireArguments(args, 'copy', copy.arguments)
  t.throws(() => checked(), { message: 'copy needs MODE: how to copy', status: 2 })
  t.throws(() => checked('fast'), { message: 'copy needs FILE: what to copy', status: 2 })
  t.doesNotThrow(() => checked('slow', 'a'))
  t.doesNotThrow(() => checked('slow', 'a', 'b', 'c'))
  t.throws(() => checked('never', 'a'), { message: 'MODE is "never": it must be one of fast, slow', status: 2 })
  t.throws(() => requireArguments(['a'], 'serve'), { message: "Unexpected argument 'a'", status: 2 })
})

t.test('the help has the usage, all options, the examples and the statuses', async t => {
  t.equal(
    commandHelp('copy', copy),
    `doppel copy: copy files

Usage: doppel copy MODE FILE... [OPTIONS]

Arguments:
  MODE  how to copy
  FILE  what to copy

Options:
  --skip NAME   a name to leave out; may be repeated
  --keep WHICH  which copy stays
  --quiet       print nothing

Examples:
  $ doppel copy fast a b
      copies a and b

Exit status:
  0  done
  1  something failed, or was not done; a line on standard error says what
  2  the call makes no sense, and nothing was done
  3  there was nothing to copy
`
  )
})
