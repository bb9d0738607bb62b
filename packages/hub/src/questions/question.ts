import { type BilingualText, wrongParameters } from '@cchc/domain'
import type { z } from 'zod'
import type { Scope } from '../access/scope.ts'
import type { HubContext } from '../context.ts'
import type { Watch } from '../sources/watch.ts'

/** A value as it is handed over: what is given may not be changed. */
export type Told<T> = T extends Uint8Array
  ? T
  : T extends readonly (infer Item)[]
    ? readonly Told<Item>[]
    : T extends object
      ? { readonly [Key in keyof T]: Told<T[Key]> }
      : T

/** What is said to the hub and what it says back; the command line, HTTP and its description are made of it. */
export interface Exchange<P extends z.ZodObject = z.ZodObject, A extends z.ZodType = z.ZodType> {
  /** Words of the command, with the parameters that are no options of it: `runs show <ID>`, `calendar [YEAR]`. */
  readonly command?: string
  readonly about: BilingualText
  /** What whoever asks over HTTP must be allowed; `anyone` needs no key, for it holds no data. */
  readonly scope: Scope | 'anyone'
  /**
   * What a public key gets of it; nothing unless told. `whole`: it holds no counts of dossiers. `suppressed`: it has the
   * parameter `suppressBelow`, which a public key cannot leave out.
   */
  readonly forPublic?: 'whole' | 'suppressed' | undefined
  /**
   * Strict, from text as people type and send it. Each says in its `meta` what it is: `description` in English, `vi` in
   * Vietnamese, what stands for its value in help as `placeholder`, and as `wrong` (`en`, `vi`) what the command line says
   * of a value that it refuses at once.
   */
  readonly parameters: P
  /** Of the parameters that are files, those that take any number of them. */
  readonly severalFiles?: readonly string[]
  /** One JSON document, the same for `--format json` and for HTTP. */
  readonly answer: A
}

/** A question that the hub answers; it changes nothing. */
export interface Question<P extends z.ZodObject = z.ZodObject, A extends z.ZodType = z.ZodType>
  extends Exchange<P, A> {
  /** Where HTTP asks it, with the parameters that are parts of the path: `/v1/runs/{id}`. */
  readonly path?: `/${string}`
  /** The heading under which the description of the API lists it. */
  readonly tag?: string
  /** Parameters that are files: HTTP takes them in the body of a POST, the others in its query. */
  readonly files?: readonly string[]
  /** It may read every dossier or write a document: a server answers it where nothing else has to wait. */
  readonly takesLong?: true
  /**
   * It may read all of something, in moments: a server answers it aside as well, anew each time, and behind nothing that
   * takes long.
   */
  readonly takesMoments?: true
  ask(hub: HubContext, asked: Told<z.output<P>>): Promise<Told<z.input<A>>>
}

/** A question that can be asked from elsewhere. */
export interface RemoteQuestion<
  P extends z.ZodObject = z.ZodObject,
  A extends z.ZodType = z.ZodType,
> extends Question<P, A> {
  readonly path: `/${string}`
}

/** Whether a question can be asked from elsewhere. */
export function isRemote(question: Question): question is RemoteQuestion {
  return question.path !== undefined
}

/** Declares a question; whether it has a path is known by its type. */
export function defineQuestion<P extends z.ZodObject, A extends z.ZodType>(
  question: RemoteQuestion<P, A>,
): RemoteQuestion<P, A>
export function defineQuestion<P extends z.ZodObject, A extends z.ZodType>(
  question: Question<P, A>,
): Question<P, A>
export function defineQuestion(question: Question): Question {
  return Object.freeze(question)
}

/** What the hub does when it is told to. */
export interface Action<P extends z.ZodObject = z.ZodObject, A extends z.ZodType = z.ZodType>
  extends Exchange<P, A> {
  /**
   * How HTTP tells it: `query` and `body` name the parameters that stand there, the others are parts of the path. Where some
   * are `files`, these are the body.
   */
  readonly http?: {
    readonly method: 'put' | 'post'
    readonly path: `/${string}`
    readonly query: readonly string[]
    readonly body: readonly string[]
    readonly files?: readonly string[]
  }
  readonly tag?: string
  act(hub: HubContext, asked: Told<z.output<P>>, watch: Watch): Promise<Told<z.input<A>>>
}

/** Declares an action. */
export function defineAction<P extends z.ZodObject, A extends z.ZodType>(
  action: Action<P, A>,
): Action<P, A> {
  return Object.freeze(action)
}

/** What is asked, as it was understood. */
export type AskedOf<E extends Exchange> = Told<z.output<E['parameters']>>

/** What comes back. */
export type AnswerOf<E extends Exchange> = z.output<E['answer']>

/** Reads what a person typed or sent; throws one UsageError that names every fault. */
export function readAsked<S extends z.ZodType>(schema: S, input: unknown): z.output<S> {
  const read = schema.safeParse(input, { reportInput: true })
  if (read.success) return read.data
  throw wrongParameters(read.error)
}
