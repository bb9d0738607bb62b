import { z } from 'zod'

const Words = z.string().nullish()

/**
 * A row of the task table (Phụ lục I): what is to come out, who answers for it, and the documents it cites; `line` is
 * its row in the file, where it was read from one.
 */
export const ReportedTask = z.object({
  no: z.union([z.int(), z.string()]),
  line: z.int().min(1).optional(),
  /** The addresses of its cells, where it was read from a file with cells. */
  addresses: z
    .object({
      task: z.string().optional(),
      product: z.string().optional(),
      assignee: z.string().optional(),
      result: z.string().optional(),
    })
    .optional(),
  task: z.string(),
  product: Words,
  deadline: z.unknown().optional(),
  assignee: Words,
  status: Words,
  unnumberedResults: z.array(z.string()).nullish(),
  resultText: Words,
  documents: z
    .array(
      z.object({
        type: z.string(),
        number: z.string(),
        date: z.iso.date().nullish(),
        printedDate: Words,
        role: Words,
      }),
    )
    .nullish(),
})
export type ReportedTask = z.output<typeof ReportedTask>

/** A task as a row that findings point at. */
export function rowOfTask({ no, line, task, addresses = {} }: ReportedTask): {
  readonly line: number
  readonly code: string
  readonly label: string
  readonly wordsAt: { readonly label: string | undefined }
} {
  return {
    line: line ?? Math.max(1, Number(no) || 1),
    code: String(no),
    label: task,
    wordsAt: { label: addresses.task },
  }
}
