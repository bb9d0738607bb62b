export type { Form, FormCell } from './form.ts'
export { openForm } from './open-form.ts'
export { type Renaming, renamedFile } from './renamed-file.ts'
