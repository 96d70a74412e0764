import '../runtime.js'
import { parseArgs } from 'node:util'
import { DAY_MS, parseDay } from '../../rules/day.ts'
import { systemClock as clock } from '../clock.ts'
import { environment, readStorage } from '../config.ts'
import { databaseFault, fail, storeFault } from '../start-faults.ts'
import { absenceFaults } from '../store/folder.ts'
import { atUrl } from '../store/postgres.ts'
import type { Wanted } from '../store/register.ts'
import { type NoticeState, noticeStates } from '../store/schema.ts'
import { inFolder } from '../store/sqlite.ts'
import { openStore } from '../store/store.ts'
import { print } from './lines.ts'

// The notices and what became of them: a line of JSON each, no names, no text. Safe while the bot runs.
const usage = 'ledger [--state STATE] [--tenant TENANT] [--day YYYY-MM-DD] [--dry-run DAYS] [--resend ID...]'
const { wanted, resend } = readOptions()
const { given, faults } = environment()
const where = readStorage(given)
if ('faults' in where) fail([...faults, ...where.faults])
const { databaseUrl, dataDir } = where
const missing = databaseUrl ? [] : absenceFaults(dataDir)
if (faults.length + missing.length > 0) fail([...faults, ...missing])
const opened = async () => openStore(databaseUrl ? atUrl(databaseUrl) : inFolder(dataDir), clock)
const store = await opened().catch((error: unknown) => fail([databaseUrl ? databaseFault(error, databaseUrl) : storeFault(error, dataDir)]))

if (resend) await sendAgain(resend)
else for await (const line of store.register.lines(wanted)) await print(line)
await store.close()

async function sendAgain(ids: readonly string[]): Promise<void> {
  for (const id of ids) {
    const line = await store.register.resend(id, clock.now())
    if (line) await print(line)
    else {
      process.stderr.write(`--resend: ${JSON.stringify(id)} is no notice that failed, was parked or missed; give ids of such.\n`)
      process.exitCode = 1
    }
  }
}

function readOptions(): { readonly wanted: Wanted; readonly resend: readonly string[] | undefined } {
  try {
    const text = { type: 'string' } as const
    const args = process.argv.slice(2).flatMap(arg => (arg.startsWith('--resend=') ? ['--resend', arg.slice('--resend='.length)] : [arg]))
    const at = args.includes('--resend') ? args.indexOf('--resend') : args.length
    // An id of former days may begin with a dash: all that follows is one.
    const ids = args.slice(at + 1)
    const { values } = parseArgs({ args: args.slice(0, at), options: { state: text, tenant: text, day: text, 'dry-run': text } })
    const { state, tenant, day, 'dry-run': days } = values
    const faults = [
      ...(state && !isState(state) ? [`--state: "${state}" is none; use one of ${noticeStates.join(', ')}`] : []),
      ...(day && !parseDay(day) ? [`--day: "${day}" is not a day in the calendar; use YYYY-MM-DD, such as 2026-02-28`] : []),
      ...(days && !/^\d{1,4}$/.test(days) ? [`--dry-run: "${days}" is no number of days; use a whole number such as 30`] : []),
      ...(at < args.length && ids.length === 0 ? ['--resend: give the ids of notices that failed, were parked or missed'] : []),
    ]
    if (faults.length > 0) fail(faults)
    return {
      wanted: {
        ...(state ? { state: state as NoticeState } : {}),
        ...(tenant ? { tenant: tenant.toLowerCase() } : {}),
        ...(day ? { day } : {}),
        ...(days ? { until: new Date(clock.now().getTime() + Number(days) * DAY_MS) } : {}),
      },
      resend: at < args.length ? ids : undefined,
    }
  } catch (error) {
    return fail([(error as Error).message, usage])
  }
}

function isState(text: string): boolean {
  return (noticeStates as readonly string[]).includes(text)
}
