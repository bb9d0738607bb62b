import { z } from 'zod'
import { type Catalogue, type Message, say } from './messages/say.ts'

/**
 * The received file of which a form was learnt, beside its data file: reports of its kind are that file, filled. `rows`
 * are what was told of rows that are not known by their names, one a line.
 */
export const FormLayout = z.object({
  file: z.string().regex(/^[^/\\]+\.(xlsx|docx)$/),
  rows: z.string().optional(),
})
export type FormLayout = z.output<typeof FormLayout>

/** That the received file names something else than what it is filled for. */
export function leftInLayout(words: string): Message {
  return say('The received form says “{words}”, which stays as it is: look whether it holds.', {
    words,
  })
}

/** That nothing tells where the figure of a row of a learnt form comes from, so that its cell stays empty. */
export function unknownInForm(label: string): Message {
  return say('The row “{label}” stays empty: nothing tells what it is.', { label })
}

/** The same in reports. */
export const LAYOUTS_VIETNAMESE: Catalogue = {
  'The received form says “{words}”, which stays as it is: look whether it holds.':
    'Biểu nhận được ghi “{words}”, được giữ nguyên: cần xem lại có đúng không.',
  'The row “{label}” stays empty: nothing tells what it is.':
    'Dòng “{label}” để trống: chưa nhận ra là chỉ tiêu nào.',
}
