// For ts-node, which tap runs the tests by: it would transpile the same files anew in each of a hundred processes.
const { createHash } = require('node:crypto')
const { mkdirSync, readFileSync, renameSync, writeFileSync } = require('node:fs')
const { join } = require('node:path')
const ts = require('typescript')

const directory = join(__dirname, '..', '.tap', 'transpiled')
const compilerOptions = {
  module: ts.ModuleKind.ESNext,
  target: ts.ScriptTarget.ES2022,
  verbatimModuleSyntax: true,
  sourceMap: true
}
const settings = `${ts.version} ${JSON.stringify(compilerOptions)}`

function transpile(source, { fileName }) {
  const key = createHash('sha256').update(`${settings}\0${fileName}\0${source}`).digest('hex')
  const path = join(directory, key)
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    const { outputText, sourceMapText } = ts.transpileModule(source, { fileName, compilerOptions })
    keep(path, JSON.stringify({ outputText, sourceMapText }))
    return { outputText, sourceMapText }
  }
}

/** As a whole or not at all, since other processes read it at the same time. */
function keep(path, text) {
  mkdirSync(directory, { recursive: true })
  writeFileSync(`${path}.${process.pid}`, text)
  renameSync(`${path}.${process.pid}`, path)
}

exports.create = () => ({ transpile })
