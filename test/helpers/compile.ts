import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'

const root = fileURLToPath(new URL('../..', import.meta.url))
const options: ts.CompilerOptions = {
  module: ts.ModuleKind.ESNext,
  target: ts.ScriptTarget.ES2022,
  rewriteRelativeImportExtensions: true,
  verbatimModuleSyntax: true
}

/**
 * Compiles folders of TypeScript to JavaScript, without checking types: a process that is
 * started fifty times should not compile itself each time.
 *
 * @param folders relative to the repository
 * @param out a folder in the repository, where packages are found; files keep their places in it
 */
export function compileFolders(folders: readonly string[], out: string): void {
  for (const folder of folders) {
    for (const name of readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })) {
      if (!name.endsWith('.ts') || name.endsWith('.d.ts')) continue
      const source = readFileSync(join(root, folder, name), 'utf8')
      const target = join(out, folder, name.replace(/\.ts$/, '.js'))
      mkdirSync(dirname(target), { recursive: true })
      writeFileSync(target, ts.transpileModule(source, { compilerOptions: options }).outputText)
    }
  }
}
