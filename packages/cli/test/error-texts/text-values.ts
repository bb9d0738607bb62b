import {
  type BinaryExpression,
  type BindingElement,
  type CallExpression,
  type Expression,
  type Node,
  type ParameterDeclaration,
  SyntaxKind,
  type TemplateExpression,
} from 'typescript/unstable/ast'
import {
  isArrowFunction,
  isAsExpression,
  isBinaryExpression,
  isBindingElement,
  isBlock,
  isCallExpression,
  isConditionalExpression,
  isElementAccessExpression,
  isFunctionDeclaration,
  isFunctionExpression,
  isIdentifier,
  isMethodDeclaration,
  isNonNullExpression,
  isNoSubstitutionTemplateLiteral,
  isObjectBindingPattern,
  isObjectLiteralExpression,
  isParameterDeclaration,
  isParenthesizedExpression,
  isPropertyAccessExpression,
  isPropertyAssignment,
  isReturnStatement,
  isSatisfiesExpression,
  isShorthandPropertyAssignment,
  isSpreadAssignment,
  isStringLiteral,
  isTemplateExpression,
  isVariableDeclaration,
} from 'typescript/unstable/ast/is'
import { nodesOf, type SourceProgram } from './source-program.ts'

/** Stands in a text for what is known only when the program runs. */
export const HOLE = '\u0000'

const MOST_TEXTS = 200
const DEEPEST = 12
const MOST_CALLERS = 3

type Function = Node & {
  readonly parameters: readonly ParameterDeclaration[]
  readonly body?: Node
}
/** A value that is read when it is needed, with the parameters that were bound where it was written. */
interface Value {
  readonly node: Node
  readonly bound: Bindings
}
type Bindings = ReadonlyMap<Node, Value>

/** The text depends on a parameter: it has to be read for each caller of the function. */
class Unbound extends Error {
  readonly of: Function
  constructor(of: Function) {
    super('a parameter is not bound')
    this.of = of
  }
}

/** Every text that an expression can have, as far as the sources tell. */
export function textsOf(node: Node, program: SourceProgram): readonly string[] {
  return [...new Set(new Reader(program).read(node))]
}

class Reader {
  readonly #program: SourceProgram
  #callers = new Map<Function, CallExpression>()
  #depth = 0

  constructor(program: SourceProgram) {
    this.#program = program
  }

  /** Reads an expression once for each chain of callers that its parameters come from. */
  read(node: Node): readonly string[] {
    try {
      this.#depth = 0
      return this.#texts({ node, bound: new Map() })
    } catch (thrown) {
      if (!(thrown instanceof Unbound)) throw thrown
      const outer = this.#callers
      const texts = this.#program.callsOf(owner(thrown.of)).flatMap((call) => {
        this.#callers = new Map([...outer, [thrown.of, call]])
        return this.read(node)
      })
      this.#callers = outer
      return texts
    }
  }

  #texts(value: Value): readonly string[] {
    this.#depth += 1
    try {
      return this.#depth > DEEPEST ? [HOLE] : this.#kinds(value).slice(0, MOST_TEXTS)
    } finally {
      this.#depth -= 1
    }
  }

  #kinds({ node, bound }: Value): readonly string[] {
    const all = (...nodes: Node[]) => nodes.flatMap((one) => this.#texts({ node: one, bound }))
    if (isStringLiteral(node) || isNoSubstitutionTemplateLiteral(node)) return [node.text]
    if (isTemplateExpression(node)) return this.#template(node, bound)
    if (isConditionalExpression(node)) return all(node.whenTrue, node.whenFalse)
    if (isBinaryExpression(node)) return this.#operation(node, all)
    const values = this.#values({ node, bound })
    if (values.some((one) => one.node === node)) return isJson(node) ? [`"${HOLE}"`] : [HOLE]
    return values.length === 0 ? [HOLE] : values.flatMap((one) => this.#texts(one))
  }

  #operation(
    { left, operatorToken, right }: BinaryExpression,
    all: (...nodes: Node[]) => readonly string[],
  ): readonly string[] {
    if (operatorToken.kind === SyntaxKind.PlusToken) return joined(all(left), all(right))
    const isAnd = operatorToken.kind === SyntaxKind.AmpersandAmpersandToken
    return isAnd ? all(right) : all(left, right)
  }

  #template(node: TemplateExpression, bound: Bindings): readonly string[] {
    return node.templateSpans.reduce<readonly string[]>(
      (texts, { expression, literal }) =>
        joined(texts, this.#texts({ node: expression, bound })).map((text) => text + literal.text),
      [node.head.text],
    )
  }

  /** What a name, a call or a member stands for; the value itself where nothing more is known. */
  #values(value: Value): readonly Value[] {
    const { node, bound } = value
    if (isWrapper(node)) return [{ node: node.expression, bound }]
    if (isIdentifier(node)) return this.#named(value)
    if (isCallExpression(node)) return this.#returned({ node, bound })
    if (isPropertyAccessExpression(node)) {
      const members = this.#members({ node: node.expression, bound }, node.name.text)
      return members.length > 0 ? members : [value]
    }
    if (isElementAccessExpression(node)) {
      const members = this.#members({ node: node.expression, bound }, undefined)
      return members.length > 0 ? members : [value]
    }
    return [value]
  }

  #named(value: Value): readonly Value[] {
    if (value.node.getText?.() === 'undefined') return []
    const declaration = this.#program.declarationOf(value.node)
    if (!declaration) return [value]
    if (isParameterDeclaration(declaration)) return this.#argument(declaration, value)
    if (isBindingElement(declaration)) return this.#taken(declaration, value)
    if (!isVariableDeclaration(declaration) || !declaration.initializer) return [value]
    return [{ node: declaration.initializer, bound: value.bound }]
  }

  /** What a caller hands over for a parameter. */
  #argument(parameter: ParameterDeclaration, value: Value): readonly Value[] {
    const bound = value.bound.get(parameter)
    if (bound) return [bound]
    const of = parameter.parent as Function
    const call = this.#callers.get(of)
    if (!call) {
      const callers = this.#program.callsOf(owner(of))
      if (!this.#program.maybeText(parameter) || callers.length === 0) return [value]
      if (this.#callers.size >= MOST_CALLERS) return [value]
      throw new Unbound(of)
    }
    const given = call.arguments[of.parameters.indexOf(parameter)] ?? parameter.initializer
    return given ? [{ node: given, bound: new Map() }] : []
  }

  /** A name that destructuring takes out of something. */
  #taken(element: BindingElement, value: Value): readonly Value[] {
    const pattern = element.parent
    const from = pattern.parent
    const name = (element.propertyName ?? element.name) as Node & { readonly text?: string }
    if (!isObjectBindingPattern(pattern) || name.text === undefined) return [value]
    if (isVariableDeclaration(from) && from.initializer) {
      const found = this.#members({ node: from.initializer, bound: value.bound }, name.text)
      return found.length > 0 ? found : [value]
    }
    if (!isParameterDeclaration(from) || !this.#program.maybeText(element)) return [value]
    const given = this.#argument(from, value).filter((one) => one !== value)
    const found = given.flatMap((one) => this.#members(one, name.text))
    return found.length > 0 ? found : [value]
  }

  /** The values of a member (of all members without a name) of an object literal, however it is reached. */
  #members(value: Value, name: string | undefined): readonly Value[] {
    this.#depth += 1
    try {
      if (this.#depth > DEEPEST) return []
      const { node, bound } = value
      const either = (...nodes: Node[]) =>
        nodes.flatMap((one) => this.#members({ node: one, bound }, name))
      if (isConditionalExpression(node)) return either(node.whenTrue, node.whenFalse)
      if (isBinaryExpression(node)) return either(node.left, node.right)
      if (isObjectLiteralExpression(node)) return this.#properties(value, name)
      return this.#values(value)
        .filter((one) => one.node !== node)
        .flatMap((one) => this.#members(one, name))
    } finally {
      this.#depth -= 1
    }
  }

  #properties({ node, bound }: Value, name: string | undefined): readonly Value[] {
    if (!isObjectLiteralExpression(node)) return []
    return node.properties.flatMap((property): readonly Value[] => {
      if (isSpreadAssignment(property)) {
        return this.#members({ node: property.expression, bound }, name)
      }
      const own = (property.name as { readonly text?: string } | undefined)?.text
      if (name !== undefined && own !== name) return []
      if (isPropertyAssignment(property)) return [{ node: property.initializer, bound }]
      return isShorthandPropertyAssignment(property) ? [{ node: property.name, bound }] : []
    })
  }

  /** What a function of ours returns for the arguments of a call. */
  #returned({ node, bound }: { node: CallExpression; bound: Bindings }): readonly Value[] {
    const { expression } = node
    const callee = isPropertyAccessExpression(expression) ? expression.name : expression
    const of = functionOf(this.#program.declarationOf(callee))
    if (!of?.body) return [{ node, bound }]
    const inner = new Map(bound)
    of.parameters.forEach((parameter, index) => {
      const given = node.arguments[index] ?? parameter.initializer
      if (given) inner.set(parameter, { node: given, bound })
    })
    return returnsOf(of).map((one) => ({ node: one, bound: inner }))
  }
}

function functionOf(declaration: Node | undefined): Function | undefined {
  if (!declaration) return undefined
  if (isFunctionDeclaration(declaration) || isMethodDeclaration(declaration)) return declaration
  if (!isVariableDeclaration(declaration)) return undefined
  const { initializer } = declaration
  if (!initializer) return undefined
  return isArrowFunction(initializer) || isFunctionExpression(initializer) ? initializer : undefined
}

/** The declaration whose name callers use. */
function owner(of: Function): Node {
  return isVariableDeclaration(of.parent) ? of.parent : of
}

function returnsOf(of: Function): readonly Expression[] {
  const { body } = of
  if (!body) return []
  if (!isBlock(body)) return [body as Expression]
  return nodesOf(body).flatMap((node) =>
    isReturnStatement(node) && node.expression && enclosing(node) === of ? [node.expression] : [],
  )
}

function enclosing(node: Node): Node | undefined {
  const { parent } = node
  if (!parent) return undefined
  const isFunction =
    isArrowFunction(parent) ||
    isFunctionExpression(parent) ||
    isFunctionDeclaration(parent) ||
    isMethodDeclaration(parent)
  return isFunction ? parent : enclosing(parent)
}

function isWrapper(node: Node) {
  return (
    isParenthesizedExpression(node) ||
    isAsExpression(node) ||
    isSatisfiesExpression(node) ||
    isNonNullExpression(node)
  )
}

/** Texts in JSON have quotes. */
function isJson(node: Node): boolean {
  return isCallExpression(node) && /^JSON\.stringify$/.test(calleeText(node))
}

function calleeText({ expression }: CallExpression): string {
  if (!isPropertyAccessExpression(expression) || !isIdentifier(expression.expression)) return ''
  return `${expression.expression.text}.${expression.name.text}`
}

function joined(first: readonly string[], second: readonly string[]): string[] {
  return first.flatMap((one) => second.map((other) => one + other)).slice(0, MOST_TEXTS)
}
