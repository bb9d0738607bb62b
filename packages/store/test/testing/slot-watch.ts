import { sql } from 'kysely'
import { openDialect } from '../../src/open-dialect.ts'
import type { SlotKey } from '../../src/slots/slot-key.ts'

/** A slot, and the number of the process that is at it or was. */
export interface SlotOfProcess extends SlotKey {
  readonly process: number
}

/** The slots of a PostgreSQL database, by triggers of its own: what they tell no code of the store can leave out. */
export interface SlotWatch {
  /** The slots that processes are at now. */
  held(): Promise<readonly SlotOfProcess[]>
  /** Every time that a slot came to an end, the oldest first. */
  ends(): Promise<readonly SlotKey[]>
  /** The slots that another process took while their leases were valid, with the process that had them. */
  taken(): Promise<readonly SlotOfProcess[]>
  /**
   * Ends the leases of a process or of all, of runs and of schedules, as if their time were over; but those that a
   * transaction holds. Tells whether none of these is left.
   */
  endLeases(process?: number): Promise<boolean>
  /** Whether a process is within a transaction in which it has asked nothing for a moment. */
  isWithinTransaction(): Promise<boolean>
  /** Makes slots due that were put off. */
  endDelays(): Promise<void>
  close(): Promise<void>
}

const WATCHING = [
  `create table seen_end (number bigint generated always as identity, schedule text, slot bigint)`,
  `create table seen_taken (schedule text, slot bigint, owner text)`,
  `create function see_end() returns trigger language plpgsql as $$ begin
    insert into seen_end (schedule, slot) values (new.schedule, new.slot);
    return new;
  end $$`,
  `create function see_taken() returns trigger language plpgsql as $$ begin
    insert into seen_taken values (old.schedule, old.slot, old.owner);
    return new;
  end $$`,
  `create trigger see_end after update on schedule_slot for each row
    when (new.state not in ('due', 'running')) execute function see_end()`,
  `create trigger see_taken after update on schedule_lease for each row
    when (new.token <> old.token and new.owner <> '' and old.owner <> ''
      and old.expires_at > extract(epoch from clock_timestamp()) * 1000)
    execute function see_taken()`,
]

const LEASES = [
  ['schedule_lease', 'schedule'],
  ['lease', 'source'],
] as const

/** Watches the slots of a PostgreSQL database whose tables there are. */
export async function watchSlots(url: string): Promise<SlotWatch> {
  const { reader, writer, clock, close } = await openDialect(url)
  for (const statement of WATCHING) await sql.raw(statement).execute(writer)
  return {
    async held() {
      const { rows } = await sql<OwnedSlot>`select schedule, slot, owner from schedule_lease
        where owner <> '' and expires_at > ${clock}`.execute(reader)
      return rows.map(slotOfProcess)
    },
    async ends() {
      const { rows } = await sql<OwnedSlot>`select * from seen_end order by number`.execute(reader)
      return rows.map(({ schedule, slot }) => ({ schedule, at: Number(slot) }))
    },
    async taken() {
      const { rows } = await sql<OwnedSlot>`select * from seen_taken`.execute(reader)
      return rows.map(slotOfProcess)
    },
    async endLeases(process) {
      const owner = process === undefined ? '%' : `%:${process}:%`
      let left = 0
      for (const [table, key] of LEASES) {
        const [name, column] = [sql.table(table), sql.ref(key)]
        const valid = sql`owner like ${owner} and expires_at > 1`
        await sql`update ${name} set expires_at = 1 where ${column} in
          (select ${column} from ${name} where ${valid} for update skip locked)`.execute(writer)
        left += (await sql`select 1 from ${name} where ${valid}`.execute(writer)).rows.length
      }
      return left === 0
    },
    async isWithinTransaction() {
      const { rows } = await sql`select 1 from pg_stat_activity where datname = current_database()
        and state = 'idle in transaction' and state_change < clock_timestamp() - interval '80 ms'`.execute(
        reader,
      )
      return rows.length > 0
    },
    async endDelays() {
      await sql`update schedule_slot set due_at = slot where state = 'due' and due_at > slot`.execute(
        writer,
      )
    },
    close,
  }
}

interface OwnedSlot {
  readonly schedule: string
  readonly slot: number
  readonly owner: string
}

function slotOfProcess({ schedule, slot, owner }: OwnedSlot): SlotOfProcess {
  return { schedule, at: Number(slot), process: Number(owner.split(':')[1]) }
}
