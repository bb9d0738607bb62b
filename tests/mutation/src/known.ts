import { existsSync, readFileSync, writeFileSync } from 'node:fs'

interface Known {
  readonly files: Readonly<Record<string, { mutants: readonly { readonly status: string }[] }>>
}

/** Takes survivors out of what an earlier run has kept, so that cases added since can notice them. */
export function forgetSurvivors(file: string): void {
  if (!existsSync(file)) return
  const known = JSON.parse(readFileSync(file, 'utf8')) as Known
  for (const source of Object.values(known.files)) {
    source.mutants = source.mutants.filter(
      ({ status }) => status !== 'Survived' && status !== 'NoCoverage',
    )
  }
  writeFileSync(file, JSON.stringify(known))
}
