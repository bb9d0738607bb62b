import {
  CompiledQuery,
  type DatabaseConnection,
  SqliteDialect,
  type SqliteDialectConfig,
  SqliteDriver,
} from 'kysely'
import { whileBusy } from './while-busy.ts'

/** The end of the last writer's turn on each file, of all handles in this process. */
const turns = new Map<string, Promise<void>>()

/**
 * Waits for other processes with every statement, also with one that is no part of a transaction, and begins every
 * transaction as a writer: a transaction that starts by reading cannot become a writer once another
 * process has written. Handles of one process wait for each other here, since waiting inside SQLite blocks the thread
 * on which the other one would have to go on.
 */
class ImmediateDriver extends SqliteDriver {
  readonly #path: string
  #patient: DatabaseConnection | undefined
  #endTurn = (): void => {}

  constructor(config: SqliteDialectConfig, path: string) {
    super(config)
    this.#path = path
  }

  override async acquireConnection(): Promise<DatabaseConnection> {
    const connection = await super.acquireConnection()
    this.#patient ??= {
      executeQuery: (query) => whileBusy(() => connection.executeQuery(query)),
      streamQuery: (query, chunkSize) => connection.streamQuery(query, chunkSize),
    }
    return this.#patient
  }

  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await this.#takeTurn()
    try {
      await connection.executeQuery(CompiledQuery.raw('begin immediate'))
    } catch (error) {
      this.#endTurn()
      throw error
    }
  }

  override async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await super.commitTransaction(connection)
    this.#endTurn()
  }

  /** SQLite ends the transaction by itself on some errors (a full disk), after which there is nothing to roll back. */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    try {
      await super.rollbackTransaction(connection)
    } catch (error) {
      if (!/no transaction is active/.test(String(error))) throw error
    } finally {
      this.#endTurn()
    }
  }

  async #takeTurn(): Promise<void> {
    const before = turns.get(this.#path)
    const mine = Promise.withResolvers<void>()
    turns.set(this.#path, mine.promise)
    this.#endTurn = () => {
      if (turns.get(this.#path) === mine.promise) turns.delete(this.#path)
      mine.resolve()
    }
    await before
  }
}

/** Kysely's SQLite dialect with transactions that write from their first statement. */
export class ImmediateSqliteDialect extends SqliteDialect {
  readonly #config: SqliteDialectConfig
  readonly #path: string

  constructor(config: SqliteDialectConfig, path: string) {
    super(config)
    this.#config = config
    this.#path = path
  }

  override createDriver(): SqliteDriver {
    return new ImmediateDriver(this.#config, this.#path)
  }
}
