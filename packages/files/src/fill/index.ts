export type { Form, FormCell } from './form.ts'
export { openForm } from './open-form.ts'
export { renamedFile } from './renamed-file.ts'
