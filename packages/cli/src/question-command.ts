import type { BilingualText } from '@cchc/domain'
import { page } from '@cchc/hub/questions/paging'
import type { Exchange } from '@cchc/hub/questions/question'
import { type Command, InvalidArgumentError, Option } from 'commander'
import type { z } from 'zod'
import { positionsOf } from './asked-of.ts'
import type { CommandContext } from './command-context.ts'

/** An option that a command has beside its question's; behind that of a parameter, else at the end. */
interface OwnOption {
  readonly option: Option
  readonly after?: string
}

/** How a question becomes a command. */
interface QuestionCommand {
  readonly question: Exchange
  readonly own?: readonly OwnOption[]
  /** Words of the command that its help explains. */
  readonly explained?: readonly string[]
  /** What must be said but is supplied where nobody says it. */
  readonly supplied?: readonly string[]
}

/** What commands are made with. */
type OfCommands = Pick<CommandContext, 'language' | 'messages'>

/** Adds the command of a question: its words, its options in the order of its parameters, its help in one language. */
export function questionCommand(
  parent: Command,
  context: OfCommands,
  shape: QuestionCommand,
): Command {
  const { question, own = [], explained = [] } = shape
  const { parameters, about, command: words = '' } = question
  const command = parent.command(nameOf(words)).description(about[context.language])
  for (const { written, name } of positionsOf(question)) {
    command.argument(written, explained.includes(name) ? helpOf(parameters, name, context) : '')
  }
  for (const option of optionsOf(shape, context)) {
    command.addOption(option)
    for (const one of own) if (one.after === option.attributeName()) command.addOption(one.option)
  }
  for (const { option, after } of own) if (after === undefined) command.addOption(option)
  return command
}

function nameOf(words: string): string {
  return words.split(' ').findLast((word) => /^[a-z]/.test(word)) ?? words
}

/** Parameters of which the command line makes nothing: it shows lists from their beginning. */
const PAGES = Object.keys(page)

function optionsOf(
  { question, supplied = [] }: QuestionCommand,
  context: OfCommands,
): readonly Option[] {
  const { parameters } = question
  const positions = positionsOf(question)
  const needed = (name: string) => !schemaOf(parameters, name).safeParse(undefined).success
  const asksAnother = positions.some(({ name, optional }) => optional && needed(name))
  const names = Object.keys(parameters.shape).filter(
    (name) => !PAGES.includes(name) && !positions.some((position) => position.name === name),
  )
  return names.map((name) => {
    const option = new Option(flagOf(parameters, name), helpOf(parameters, name, context))
    if (option.required) refuseAtOnce(option, { schema: schemaOf(parameters, name), context })
    return option.makeOptionMandatory(needed(name) && !asksAnother && !supplied.includes(name))
  })
}

/** A value that the command line refuses before anything is opened says so in one line; so does a second value. */
function refuseAtOnce(
  option: Option,
  { schema, context }: { schema: z.ZodType; context: OfCommands },
): void {
  const { failure } = context.messages
  const wrong = schema.meta()?.wrong as BilingualText | undefined
  option.argParser((text, before: unknown) => {
    if (before !== undefined) throw new InvalidArgumentError(failure.givenTwice)
    if (!wrong || schema.safeParse(text).success) return text
    throw new InvalidArgumentError(wrong[context.language])
  })
}

function flagOf(parameters: z.ZodObject, name: string): string {
  const flag = `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`
  const { placeholder } = schemaOf(parameters, name).meta() ?? {}
  return placeholder === undefined ? flag : `${flag} <${placeholder}>`
}

function helpOf(
  parameters: z.ZodObject,
  name: string,
  { language }: Pick<CommandContext, 'language'>,
): string {
  const { description, vi } = schemaOf(parameters, name).meta() ?? {}
  return String((language === 'vi' ? vi : description) ?? '')
}

function schemaOf({ shape }: z.ZodObject, name: string): z.ZodType {
  return shape[name] as z.ZodType
}
