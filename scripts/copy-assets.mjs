// Copies what the compiler does not emit (everything in src but TypeScript) to dist.
import { cpSync, statSync } from 'node:fs'

cpSync('src', 'dist', {
  recursive: true,
  filter: path => statSync(path).isDirectory() || !path.endsWith('.ts')
})
