import type { Ask, Begin, SentFiles, Tell, WhyNot } from './ask.ts'
import type { Html } from './html.ts'
import type { Calendar } from './periods.ts'

/** Where a page is shown, and to whom. */
export interface Place extends Calendar {
  /** Whether whoever looks has given a key, which they can take back. */
  readonly hasKey: boolean
}

/** What a view is asked, with whom it asks, and where. */
export interface Viewing {
  /** Of the address: what the view takes; never empty texts. */
  readonly given: Readonly<Record<string, string | undefined>>
  readonly ask: Ask
  readonly whyNot: WhyNot
  readonly place: Place
}

/** What is shown: a title of its own and the content of the page. */
export interface Shown {
  readonly title: string
  readonly content: Html
}

/** What a form of the page was sent with; `given` holds what was written into it. */
export interface Sent extends Viewing {
  readonly files: SentFiles
  readonly tell: Tell
  readonly begin: Begin
}

/** The form of a view that is sent back to it: what is written, which files come with it, and what is shown then. */
export interface ViewForm {
  readonly takes: readonly string[]
  readonly files: readonly string[]
  show(sent: Sent): Promise<Shown>
}

/** One view of the page: where it is, what it takes of the address, and what it shows. */
export interface View {
  readonly path: `/${string}`
  /** Under which word the menu lists it; absent = not there. */
  readonly menu?: string
  readonly takes: readonly string[]
  show(viewing: Viewing): Promise<Shown>
  /** Absent = nothing is sent from it. */
  readonly form?: ViewForm
}
