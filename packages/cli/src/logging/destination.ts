import { dirname, join, resolve } from 'node:path'
import { CONFIG_FILE, type LogSettings } from '@cchc/hub'
import type { Invocation } from '../command-context.ts'
import { RotatedFile } from './rotated-file.ts'

/** What takes the lines of a log, each with its end. */
export interface Destination {
  write(line: string): void
}

/** A file of the command in the configured folder, which is put aside when it is full; standard error without one. */
export function destinationOf(
  { terminal, options, cwd }: Pick<Invocation, 'terminal' | 'options' | 'cwd'>,
  { settings, command }: { readonly settings: LogSettings | undefined; readonly command: string },
): Destination {
  if (settings?.folder === undefined) return { write: (line) => terminal.note(line.trimEnd()) }
  const base = dirname(resolve(cwd, options.config ?? CONFIG_FILE))
  const path = join(resolve(base, settings.folder), `cchc-${command}.log`)
  return new RotatedFile(path, { most: settings.megabytes * 1_000_000, keep: settings.keep })
}
