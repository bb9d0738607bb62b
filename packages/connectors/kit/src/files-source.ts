import { z } from 'zod'

/** How much of a folder may be read; part of the configuration of every source of files, under `files`. */
const FileLimits = z.object({
  /** Files of the folder and all below it. */
  most: z.int().min(1).max(100_000).default(1_000),
  /** A larger file cannot be read; the others can. */
  maxMegabytes: z.number().min(0.001).max(500).default(64),
  /** Folders below the one that is configured; 0 = its own files alone. */
  depth: z.int().min(0).max(16).default(4),
})

/** What the configuration of every source of files holds: a folder or a file, and how much of it may be read. */
export const FilesSource = z.object({
  path: z.string().min(1),
  files: FileLimits.prefault({}),
})
export type FilesSource = z.output<typeof FilesSource>
