import { readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import type { CallExpression, NewExpression, Node, SourceFile } from 'typescript/unstable/ast'
import {
  isCallExpression,
  isIdentifier,
  isNewExpression,
  isObjectLiteralExpression,
  isPropertyAccessExpression,
  isPropertyAssignment,
  isShorthandPropertyAssignment,
  isStringLiteral,
  isTemplateExpression,
} from 'typescript/unstable/ast/is'
import { nodesOf, openSourceProgram, ROOT } from './source-program.ts'
import { HOLE, textsOf } from './text-values.ts'

/** A text that an operator can meet, what is filled in marked by HOLE, and where it is written. */
export interface CollectedText {
  readonly text: string
  readonly place: string
}

/** Members whose text another place puts together with more text. */
const COMPLETED: Readonly<Record<string, (text: string) => string>> = {
  'packages/connectors/kit/src/transport.ts': (text) => `${HOLE}: ${text}`,
  'packages/store/src/sqlite/sqlite-failures.ts': (text) => `${text} (${HOLE}).`,
  'packages/store/src/postgres/postgres-failures.ts': (text) =>
    text.startsWith('The ') ? text : `The PostgreSQL server ${HOLE} ${text} (${HOLE}).`,
}

/** Members of these names hold texts for people when one of the others stands beside them. */
const TEXT_MEMBERS = new Map<string, readonly string[]>(
  Object.entries({
    fix: [],
    fault: [],
    message: ['path', 'address', 'fix', 'code'],
  }),
)

/** Files that make nothing but texts for people, which others put into faults and notes. */
const TEXT_FILES = new Set([
  'packages/forms/src/templates/template-faults.ts',
  'packages/figures/src/statistics/findings.ts',
  'packages/forms/src/origin/sum-findings.ts',
])

/** The first argument that is a text for people, by the names of methods of schemas. */
const TEXT_METHODS = new Map<string, number>(
  Object.entries({
    addIssue: 0,
    regex: 1,
    refine: 1,
    min: 1,
    max: 1,
    length: 1,
  }),
)

/** The command's own messages are there in both languages; the gateway speaks English, but for how it begins. */
const LEFT_OUT = /^(packages\/cli\/src\/messages\/|apps\/gateway\/src\/(?!serve\.ts$))/

const OWN_MESSAGES = /^packages\/cli\//

const LETTERS = /\p{L}{2}/u
const CODE = /^[a-z]+(_[a-z]+)+$/
const VIETNAMESE = /[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/i

/** What the shipped sources say to operators in English. */
export interface Collection {
  readonly texts: readonly CollectedText[]
  /** Files with a text that comes from where the sources do not tell. */
  readonly untold: readonly string[]
}

/** Every English text of an error, a fault, a refused record or a run's warning in the shipped sources. */
export function collectTexts(): Collection {
  const program = openSourceProgram()
  const errors = errorClasses()
  const found = program.files.flatMap((file) => {
    const path = relative(ROOT, file.fileName)
    if (LEFT_OUT.test(path)) return []
    return nodesOf(file).flatMap((node) =>
      textNodes(node, { path, errors }).flatMap((one) => {
        const place = `${path}:${lineOf(file, one)}`
        return textsOf(one, program).map((text) => ({
          path,
          place,
          isUntold: text === HOLE && !isCallExpression(node) && !OWN_MESSAGES.test(path),
          text: completed(path, { node, text }),
        }))
      }),
    )
  })
  program.close()
  const byText = new Map(found.map(({ text, place }) => [text, { text, place }]))
  const untold = found.filter(({ isUntold }) => isUntold)
  return {
    texts: [...byText.values()].filter(({ text }) => isEnglish(text)),
    untold: [...new Set(untold.map(({ path }) => path))].toSorted(),
  }
}

function completed(path: string, { node, text }: { node: Node; text: string }): string {
  const isPart = isPropertyAssignment(node) && nameOf(node) !== 'fix'
  return (isPart && COMPLETED[path]?.(text)) || text
}

/** What is quoted may be Vietnamese in an English text; codes are for programs. */
function isEnglish(text: string): boolean {
  return LETTERS.test(text) && !CODE.test(text) && !VIETNAMESE.test(text.replace(/“[^”]*”/g, ''))
}

/** The expressions directly below a node whose values are texts for people. */
function textNodes(
  node: Node,
  { path, errors }: { readonly path: string; readonly errors: ReadonlySet<string> },
): readonly Node[] {
  if (TEXT_FILES.has(path)) return isSentence(node) ? [node] : []
  if (isCallExpression(node)) return textArguments(node)
  if (isNewExpression(node)) return errorArguments(node, errors)
  return memberValue(node, path)
}

function errorArguments(
  { expression, arguments: given }: NewExpression,
  errors: ReadonlySet<string>,
): readonly Node[] {
  const isError = isIdentifier(expression) && errors.has(expression.text)
  return isError ? (given?.slice(0, 1) ?? []) : []
}

function memberValue(member: Node, path: string): readonly Node[] {
  if (isPropertyAssignment(member)) {
    const { initializer } = member
    return holdsText(member, path) && !isSchema(initializer) ? [initializer] : []
  }
  const isShort = isShorthandPropertyAssignment(member)
  return isShort && holdsText(member, path) ? [member.name] : []
}

/** What a member of an answer is, not what it says. */
function isSchema(node: Node): boolean {
  return /^z\b/.test(node.getText())
}

function isSentence(node: Node): boolean {
  if (isTemplateExpression(node))
    return node.templateSpans.some(({ literal }) => / /.test(literal.text))
  return isStringLiteral(node) && / /.test(node.text.trim())
}

function textArguments({ expression, arguments: given }: CallExpression): readonly Node[] {
  if (!isPropertyAccessExpression(expression)) return []
  const method = expression.name.text
  const first = isWarning(method, expression.expression) ? 0 : TEXT_METHODS.get(method)
  if (first === undefined) return []
  return given.slice(first).filter((one) => !isObjectLiteralExpression(one))
}

/** `writer.warn` keeps a run's warning; `log.warn` is a line of the log, which stays English. */
function isWarning(method: string, of: Node): boolean {
  return method === 'warn' && /(^|\.)writer$/.test(of.getText())
}

function holdsText(member: Node, path: string): boolean {
  if (nameOf(member) === 'reason') return path in COMPLETED
  const beside = TEXT_MEMBERS.get(nameOf(member) ?? '')
  if (!beside) return false
  const { parent } = member
  if (beside.length === 0 || isCallExpression(parent.parent)) return true
  if (!isObjectLiteralExpression(parent)) return false
  return parent.properties.some((one) => beside.includes(nameOf(one) ?? ''))
}

function nameOf(member: Node): string | undefined {
  return (member as { readonly name?: { readonly text?: string } }).name?.text
}

function lineOf(file: SourceFile, node: Node): number {
  return file.text.slice(0, node.end).split('\n').length
}

/** The names of the error classes, from where they are declared. */
function errorClasses(): ReadonlySet<string> {
  const source = readFileSync(join(ROOT, 'packages/domain/src/errors.ts'), 'utf8')
  return new Set(
    [...source.matchAll(/class (\w+) extends AppError/g)].map(([, name]) => name ?? ''),
  )
}
