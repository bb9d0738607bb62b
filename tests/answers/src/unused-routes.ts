interface Operation {
  readonly parameters?: readonly { readonly in: string; readonly name: string }[]
}

interface Api {
  readonly paths?: Readonly<Record<string, Readonly<Record<string, Operation>>>>
}

/** Routes of an OpenAPI document that no request goes to, and query parameters that none has. */
export function unusedRoutes({ paths = {} }: Api, requests: readonly string[]): string[] {
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, operation]) =>
      unusedOf({ name: `${method.toUpperCase()} ${path}`, operation }, requests),
    ),
  )
}

function unusedOf(
  { name, operation }: { readonly name: string; readonly operation: Operation },
  requests: readonly string[],
): string[] {
  const route = new RegExp(`^${name.replace(/\{\w+\}/g, '[^/?]+')}(?=[? ]|$)`)
  const own = requests.filter((line) => route.test(line))
  if (own.length === 0) return [name]
  const isAsked = (query: string) => own.some((line) => new RegExp(`[?&]${query}=`).test(line))
  return (operation.parameters ?? []).flatMap((one) =>
    one.in !== 'query' || isAsked(one.name) ? [] : [`${name} ${one.name}`],
  )
}
