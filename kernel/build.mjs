// Builds the kernel: assembly/ -> build/kernel.wasm -> ../src/kernel/kernel-module.ts.
//   node build.mjs          writes the module into the source tree
//   node build.mjs --check  fails when the module in the source tree is another one
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import asc from 'assemblyscript/asc'

const target = new URL('../src/kernel/kernel-module.ts', import.meta.url)
process.chdir(new URL('.', import.meta.url).pathname)
mkdirSync('build', { recursive: true })

const options =
  '--outFile build/kernel.wasm --textFile build/kernel.wat --runtime stub --enable simd ' +
  '-O3 --noAssert --converge --initialMemory 32 --maximumMemory 65536'
const { error, stderr } = await asc.main(['assembly/index.ts', ...options.split(' ')])
if (error) {
  process.stderr.write(stderr.toString())
  throw error
}

const wasm = readFileSync('build/kernel.wasm')
const lines = wasm.toString('base64').match(/.{1,110}/g)
const source = `// Written by kernel/build.mjs from kernel/assembly. Do not edit.

/** The WebAssembly module of the kernel, ${wasm.length} bytes, in base64. */
export const kernelModule =
  ${lines.map(line => `'${line}'`).join(' +\n  ')}
`
if (process.argv.includes('--check')) {
  if (readFileSync(target, 'utf8') !== source) {
    process.stderr.write(
      'src/kernel/kernel-module.ts is not what kernel/assembly builds: run npm run build in kernel/\n'
    )
    process.exit(1)
  }
} else {
  writeFileSync(target, source)
  process.stdout.write(`${wasm.length} bytes\n`)
}
