import { join } from 'node:path'
import {
  type CallExpression,
  type Node,
  type SourceFile,
  SyntaxKind,
} from 'typescript/unstable/ast'
import { isCallExpression, isPropertyAccessExpression } from 'typescript/unstable/ast/is'
import { API, type Symbol as NameSymbol, SymbolFlags, TypeFlags } from 'typescript/unstable/sync'

export const ROOT = join(import.meta.dirname, '../../../..')

/** The shipped sources as the compiler understands them. */
export interface SourceProgram {
  readonly files: readonly SourceFile[]
  /** Where a name is declared; undefined outside the shipped sources. */
  declarationOf(name: Node): Node | undefined
  /** Every direct call of a function, by its declaration. */
  callsOf(declaration: Node): readonly CallExpression[]
  /** Whether the value can be text. */
  maybeText(node: Node): boolean
  close(): void
}

export function openSourceProgram(): SourceProgram {
  const api = new API({ cwd: ROOT })
  const [project] = api
    .updateSnapshot({ openProjects: [join(ROOT, 'tsconfig.check.json')] })
    .getProjects()
  if (!project) throw new Error('tsconfig.check.json cannot be opened')
  const { program, checker } = project
  const files = program.getSourceFileNames().flatMap((name) => {
    const file = isShipped(name) ? program.getSourceFile(name) : undefined
    return file ? [file] : []
  })
  const resolved = (symbol: NameSymbol | undefined): Node | undefined => {
    if (!symbol) return undefined
    const target = symbol.flags & SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol
    const handle = target.valueDeclaration
    return handle && isShipped(handle.path) ? handle.resolve(project) : undefined
  }
  const declarationOf = remembered((name: Node) => {
    const { parent } = name
    if (parent.kind === SyntaxKind.ShorthandPropertyAssignment) {
      return resolved(checker.getShorthandAssignmentValueSymbol(parent))
    }
    return resolved(checker.getSymbolAtLocation(name))
  })
  const calls = files.flatMap((file) => nodesOf(file).filter(isCallExpression))
  // To resolve a name takes long, so only calls by the right name are resolved.
  const byName = Map.groupBy(calls, (call) => nameText(calleeName(call)))
  const callsOf = remembered((declaration: Node) => {
    const { name } = declaration as { readonly name?: Node }
    const named = name ? (byName.get(nameText(name)) ?? []) : []
    return named.filter((call) => declarationOf(calleeName(call)) === declaration)
  })
  return {
    files,
    declarationOf,
    callsOf,
    maybeText: remembered((node: Node) => {
      const flags = checker.getTypeAtLocation(node)?.flags ?? 0
      return (flags & (TypeFlags.NumberLike | TypeFlags.BooleanLike)) === 0
    }),
    close: () => api.close(),
  }
}

function isShipped(path: string): boolean {
  const inside = path.startsWith(`${ROOT}/`) ? path.slice(ROOT.length + 1) : ''
  return /^(packages|apps)\/(?!demo\/)[^@]*\/src\//.test(inside) && !inside.includes('node_modules')
}

function calleeName({ expression }: CallExpression): Node {
  return isPropertyAccessExpression(expression) ? expression.name : expression
}

function nameText(name: Node): string {
  return (name as { readonly text?: string }).text ?? ''
}

/** All nodes below a node, itself included. */
export function nodesOf(root: Node): Node[] {
  const found: Node[] = []
  const visit = (node: Node): void => {
    found.push(node)
    node.forEachChild(visit)
  }
  visit(root)
  return found
}

function remembered<Key, Value>(compute: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>()
  return (key) => {
    if (!known.has(key)) known.set(key, compute(key))
    return known.get(key) as Value
  }
}
