import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { runCommand } from '../helpers/run-command.ts'

const folder = t.testdir({ samples: { 'one.txt': '', 'two.txt': '' }, doppel: '#!/bin/sh\n' })
chmodSync(join(folder, 'doppel'), 0o755)

/** Test options: skips, saying so, where there is no such shell. */
function needs(shell: string): { readonly skip?: string } {
  return process.env.CI === 'true' || spawnSync(shell, ['-c', 'exit']).status === 0
    ? {}
    : { skip: `${shell} is not installed` }
}

/** Where the script for a shell lies. */
async function scriptFor(shell: string): Promise<string> {
  const { status, out } = await runCommand('completion', shell)
  if (status !== 0) throw new Error(`status ${status}`)
  const path = join(folder, `doppel.${shell}`)
  writeFileSync(path, out)
  return path
}

function run(shell: string, script: string): string {
  const { PATH } = process.env
  return execFileSync(shell, ['-c', script], {
    cwd: folder,
    encoding: 'utf8',
    env: { PATH: `${folder}:${PATH}`, HOME: folder }
  })
}

t.test('bash completes', needs('bash'), async t => {
  const path = await scriptFor('bash')
  const complete = (...words: string[]) => {
    const array = words.map(word => `'${word}'`).join(' ')
    const script = `compopt() { echo "compopt $*"; }; source '${path}'; COMP_WORDS=(${array}); COMP_CWORD=${words.length - 1}; _doppel; printf '%s\n' "\${COMPREPLY[@]}"`
    return run('bash', script).trim().split('\n')
  }
  t.strictSame(complete('doppel', 'com'), ['compare', 'completion'])
  t.ok(complete('doppel', '').includes('--version'))
  t.strictSame(complete('doppel', 'compare', '--th'), ['--threshold'])
  t.strictSame(complete('doppel', 'completion', ''), ['bash', 'zsh', 'fish'])
  t.strictSame(complete('doppel', 'clusters', '--sort', ''), ['-size', 'size', '-updatedAt'])
  t.strictSame(complete('doppel', 'compare', ''), ['compopt -o default'])
  t.strictSame(complete('doppel', 'backup', ''), ['compopt -o dirnames'])
  t.strictSame(complete('doppel', 'clusters', ''), [''])
  t.strictSame(complete('doppel', 'clusters', '--key', ''), [''])
})

t.test('fish completes', needs('fish'), async t => {
  const path = await scriptFor('fish')
  const complete = (line: string) =>
    run('fish', `source '${path}'; complete -C '${line}'`)
      .split('\n')
      .flatMap(row => (row === '' ? [] : [row.split('\t')[0] as string]))
      .sort()
  t.strictSame(complete('doppel com'), ['compare', 'completion'])
  t.strictSame(complete('doppel compare --th'), ['--threshold'])
  t.strictSame(complete('doppel completion '), ['bash', 'fish', 'zsh'])
  t.strictSame(complete('doppel clusters --sort '), ['-size', '-updatedAt', 'size'])
  t.strictSame(complete('doppel compare samples/'), ['samples/one.txt', 'samples/two.txt'])
  t.strictSame(complete('doppel backup sam'), ['samples/'])
  t.strictSame(complete('doppel clusters '), [])
})

t.test('zsh completes', needs('zsh'), async t => {
  const path = await scriptFor('zsh')
  // What _arguments and the like are told: how they show it is the shell's business.
  const told = (...words: string[]) => {
    const stubs =
      '_arguments() { printf "%s\\n" "$@"; }; _describe() { printf "%s\\n" $commands; }; compdef() { print compdef $*; }'
    const array = words.map(word => `'${word}'`).join(' ')
    return run('zsh', `${stubs}; source '${path}'; words=(${array}); CURRENT=${words.length}; _doppel`)
      .trim()
      .split('\n')
  }
  const [registered, ...names] = told('doppel', 'com')
  t.equal(registered, 'compdef _doppel doppel')
  t.ok(names.includes('compare:compare two files of text or HTML'))
  const compare = told('doppel', 'compare', '')
  t.ok(compare.includes('1:A:_files') && compare.includes('2:B:_files'))
  t.ok(compare.some(spec => spec.startsWith('--threshold[end with status 3') && spec.endsWith(':NUMBER: ')))
  t.ok(told('doppel', 'clusters', '').some(spec => spec.endsWith(':ORDER:(-size size -updatedAt)')))
  t.ok(told('doppel', 'tune', '').includes('*:FILE:_files'))
  t.ok(told('doppel', 'backup', '').includes('1:DIR:_files -/'))
})

t.test('another shell is refused', async t => {
  t.match(await runCommand('completion', 'tcsh'), {
    status: 2,
    err: /SHELL is "tcsh": it must be one of bash, zsh, fish/
  })
  t.match(await runCommand('completion'), { status: 2, err: /completion needs SHELL/ })
})
