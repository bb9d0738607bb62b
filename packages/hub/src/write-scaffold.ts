import { globSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'

/** What a new connector begins with: the files of the example connector, as a package outside of this repository. */
export function scaffoldOf(example: string): Record<string, string> {
  const paths = globSync(['src/**/*.ts', 'test/*.ts'], { cwd: example }).sort()
  const sources = paths.map((path) => [path, readFileSync(`${example}/${path}`, 'utf8')])
  return {
    'package.json': jsonText(packageOf(example)),
    'tsconfig.json': jsonText(TSCONFIG),
    'README.md': README,
    '.gitignore': 'node_modules\ndist\n',
    ...Object.fromEntries(sources),
  }
}

interface Manifest {
  readonly version: string
  readonly engines: object
  readonly dependencies: Readonly<Record<string, string>>
  readonly devDependencies: Readonly<Record<string, string>>
}

function packageOf(example: string) {
  const own = manifestOf(`${example}/package.json`)
  const inside = createRequire(`${example}/package.json`)
  const versions = (named: Readonly<Record<string, string>>) =>
    Object.fromEntries(
      Object.keys(named).map((name) => [name, `^${versionOf(inside, name)}`] as const),
    )
  return {
    name: 'connector-example',
    version: '0.1.0',
    private: true,
    type: 'module',
    engines: own.engines,
    exports: './dist/index.js',
    files: ['dist'],
    scripts: {
      test: 'vitest run',
      check: 'tsc --noEmit',
      build: 'tsc',
      prepare: 'tsc',
      portal: 'node test/serve.ts',
    },
    dependencies: versions(own.dependencies),
    devDependencies: versions(own.devDependencies),
  }
}

/** A package that hides its manifest is found by the folder that its entry stands in. */
function versionOf(inside: NodeJS.Require, name: string): string {
  for (const folder of inside.resolve.paths(name) ?? []) {
    try {
      return manifestOf(`${folder}/${name}/package.json`).version
    } catch {
      // It may stand in the next folder.
    }
  }
  throw new RangeError(`${name} is not installed`)
}

function manifestOf(path: string): Manifest {
  return JSON.parse(readFileSync(path, 'utf8')) as Manifest
}

function jsonText(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`
}

const TSCONFIG = {
  compilerOptions: {
    target: 'ES2023',
    lib: ['ES2024', 'ESNext.Array'],
    module: 'NodeNext',
    strict: true,
    noUncheckedIndexedAccess: true,
    exactOptionalPropertyTypes: true,
    verbatimModuleSyntax: true,
    erasableSyntaxOnly: true,
    rewriteRelativeImportExtensions: true,
    declaration: true,
    skipLibCheck: true,
    rootDir: 'src',
    outDir: 'dist',
  },
  include: ['src'],
}

const README = `# example

A connector for CCHC Hub.

\`\`\`
npm install        brings what it needs, and builds it
npm test           the conformance suite, against the simulated portal in test/portal.ts
npm run build      after a change, for a hub that reads it
npm run portal     serves the simulated portal on http://127.0.0.1:8090 (Node 22.18 or newer); -- later: five days later
\`\`\`

Name it in \`cchc.config.yaml\` by its path, and a source of it:

\`\`\`yaml
connectors: [./example]
sources:
  my-portal:
    connector: example
    baseUrl: https://portal.example.gov.vn
    username: cchc-hub
    password: \${env:PORTAL_PASSWORD}
\`\`\`

\`cchc connector try my-portal\` reads one page of each stream and shows what would be stored; \`cchc sync\` stores it.
`

if (import.meta.main) {
  const root = (path: string) => fileURLToPath(new URL(path, import.meta.url))
  const text = jsonText(scaffoldOf(root('../../connectors/example')))
  writeFileSync(root('./developing/scaffold.json'), text)
}
