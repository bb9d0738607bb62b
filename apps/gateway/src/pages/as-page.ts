import type { Context } from 'hono'

/** Makes a page, or one that says why it cannot be had. */
export type AsPage = (context: Context, made: () => Promise<Response>) => Promise<Response>
