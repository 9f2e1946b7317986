// How each generator makes a client of openapi.yaml, and how a program that uses it is built and run.
// Every entry works in a folder of its own, which holds a copy of the program beside this file.

/** What a run of openapi-generator takes, beside the name of its generator. */
const openApiGenerator = (name, output, properties = {}) =>
  [
    ['openapi-generator-cli', 'generate', '-g', name, '-i', 'openapi.yaml', '-o', output],
    Object.entries(properties).flatMap(([key, value]) => ['--additional-properties', `${key}=${value}`])
  ].flat()

/** Commands to run one after another; `python`, `tsc` and `oapi-codegen` are those that were prepared for the check. */
export const generators = {
  'typescript-fetch': {
    build: [
      openApiGenerator('typescript-fetch', 'client', { importFileExtension: '.ts' }),
      [
        'tsc',
        '--ignoreConfig',
        '--noEmit',
        '--strict',
        '--target',
        'es2023',
        '--module',
        'nodenext',
        '--allowImportingTsExtensions',
        '--types',
        'node',
        '--skipLibCheck',
        'main.ts'
      ]
    ],
    run: ['tsx', 'main.ts']
  },
  java: {
    build: [
      openApiGenerator('java', '.'),
      ['cp', 'Main.java', 'src/main/java/Main.java'],
      ['mvn', '-q', '-DskipTests', 'compile', 'dependency:copy-dependencies']
    ],
    run: ['java', '-cp', 'target/classes:target/dependency/*', 'Main']
  },
  go: {
    build: [
      openApiGenerator('go', 'client', { packageName: 'doppel', withGoMod: false }),
      ['go', 'vet', '.'],
      ['go', 'build', '-o', 'main', '.']
    ],
    run: ['./main']
  },
  'oapi-codegen': {
    build: [
      ['mkdir', '-p', 'client'],
      ['oapi-codegen', '-generate', 'types,client', '-package', 'client', '-o', 'client/client.go', 'openapi.yaml'],
      ['go', 'build', '-o', 'main', '.']
    ],
    run: ['./main']
  },
  python: {
    build: [
      openApiGenerator('python', '.'),
      ['python', '-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '-r', 'requirements.txt']
    ],
    run: ['python', 'main.py']
  },
  'openapi-python-client': {
    build: [
      [
        'openapi-python-client',
        'generate',
        '--config',
        'config.yaml',
        '--path',
        'openapi.yaml',
        '--meta',
        'none',
        '--output-path',
        'doppel_client',
        '--overwrite',
        '--fail-on-warning'
      ]
    ],
    run: ['python', 'main.py']
  }
}
