export { type Form, type FormCell, openForm } from './open-form.ts'
