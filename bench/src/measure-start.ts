import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** Milliseconds of both commands, started in turn. */
export interface StartPair {
  readonly node: number
  readonly cchc: number
}

/** `cchc --version` and an empty program of the same Node, `rounds` times in turn. */
export function measureStarts(rounds: number): readonly StartPair[] {
  const bin = fileURLToPath(import.meta.resolve('@cchc/cli/bin'))
  const both = (): StartPair => ({ node: time(['-e', '0']), cchc: time([bin, '--version']) })
  both()
  return Array.from({ length: rounds }, both)
}

function time(args: readonly string[]): number {
  const started = performance.now()
  const { status } = spawnSync(process.execPath, args, { env: quietEnvironment() })
  const elapsed = performance.now() - started
  if (status !== 0) throw new Error(`node ${args.join(' ')} ended with ${status}`)
  return elapsed
}

/** Certificates and options that Node would load at every start are no part of either program. */
function quietEnvironment(): NodeJS.ProcessEnv {
  const { NODE_EXTRA_CA_CERTS: _, NODE_OPTIONS: __, ...env } = process.env
  return env
}
