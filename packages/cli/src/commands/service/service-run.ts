/** A command that runs all the time, as the system is to start it. Paths are absolute. */
export interface ServiceRun {
  /** The word behind `cchc`. */
  readonly name: string
  /** Node and the program that it runs. */
  readonly program: readonly [node: string, script: string]
  readonly config: string
  /** The folder of the configuration, in which it works. */
  readonly folder: string
  /** Further folders into which it may write. */
  readonly writable: readonly string[]
  /** As whom it runs. */
  readonly user: string
}

/** The words after Node: what a system starts. */
export function wordsOf({ name, program: [, script], config }: ServiceRun): readonly string[] {
  return [script, name, '--config', config]
}
