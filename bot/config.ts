import type { z } from 'zod'
import type { PolicyOn } from '../rules/policy.ts'
import { type Credentials, readCredentials } from './credentials.ts'
import { readEnvFile } from './env-file.ts'
import { type Llm, readLlm } from './llm-settings.ts'
import { isLoopback } from './loopback.ts'
import { meantBy } from './misspelt.ts'
import { loadPolicy } from './policy-file.ts'
import { type Given, ids, placeholders, type Settings, settings } from './settings.ts'
import { folderFaults } from './store/folder.ts'
import { type Collector, readCollector } from './telemetry-settings.ts'

/** Everything that can be set from outside. Without credentials the bot listens and talks on this machine only. */
export interface Config {
  readonly host: string
  readonly port: number
  readonly dataDir: string
  /** PostgreSQL; undefined for SQLite in `dataDir`. */
  readonly databaseUrl: string | undefined
  readonly policyOn: PolicyOn
  readonly credentials: Credentials | undefined
  /** The model to ask where the embedded understanding is not sure; undefined where there is none. */
  readonly llm: Llm | undefined
  /** Who receives traces and metrics; undefined where nobody does. */
  readonly collector: Collector | undefined
  readonly logLevel: Settings['LOG_LEVEL']
}

/** The environment of this process, with what `.env` in the current folder adds to it. The only reader of either. */
export function environment(): { readonly given: Given; readonly faults: readonly string[] } {
  const file = readEnvFile()
  const names = Object.keys(process.env).filter(name => process.env[name]?.trim())
  // For the libraries too, which read theirs from the process.
  for (const [name, value] of Object.entries(file.given)) if (!process.env[name]?.trim()) process.env[name] = value
  return { given: process.env, faults: [...file.faults, ...names.flatMap(name => misspelt(name, process.env))] }
}

/** A platform sets many names of its own: only one that was meant for the bot is told, and only where the right one is not set. */
function misspelt(name: string, given: Given): string[] {
  const meant = meantBy(name)
  return meant && !given[meant]?.trim() ? [`${name} is not read; set ${meant}, or unset it.`] : []
}

/** Where things are stored, for a shell command beside the bot, or a sentence for each fault. */
export function readStorage({
  DATA_DIR,
  DATABASE_URL,
}: Given): Pick<Config, 'dataDir' | 'databaseUrl'> | { readonly faults: readonly string[] } {
  const databaseUrl = DATABASE_URL?.trim() || undefined
  const dataDir = DATA_DIR?.trim() || settings.shape.DATA_DIR.parse(undefined)
  const faults = databaseUrl ? databaseFaults(databaseUrl) : folderFaults(dataDir)
  return faults.length > 0 ? { faults } : { databaseUrl, dataDir }
}

/** The policy for a shell command: `POLICY_FILE` applies, `.env` does not. */
export const policyOfShell = () => loadPolicy(process.env.POLICY_FILE?.trim())

/** What the app package is made with, and which of it is only a placeholder. Whether it can be used shows in the package. */
export function readPackaging(given: Given): { readonly values: Readonly<Record<string, string>>; readonly unset: readonly string[] } {
  const values = Object.entries(placeholders).map(([name, placeholder]) => [name, given[name]?.trim() || placeholder] as const)
  return { values: Object.fromEntries(values), unset: Object.keys(placeholders).filter(name => !given[name]?.trim()) }
}

/** What is wrong with an environment. */
interface Faulty {
  /** A sentence for each fault, which names the variable and what is accepted; never a secret. */
  readonly faults: readonly string[]
  /** Where the bot would listen, so that a taken port can be told as well; undefined where that is not known. */
  readonly address: Pick<Config, 'host' | 'port'> | undefined
}

/** What the environment asks for. An empty value counts as unset: deployment templates write those. */
export function readConfig(environment: Given): Config | Faulty {
  const given = Object.fromEntries(Object.entries(environment).flatMap(([name, value]) => (value?.trim() ? [[name, value.trim()]] : [])))
  const policyOn = loadPolicy(given.POLICY_FILE)
  const { data, error } = settings.safeParse(given)
  const wrong = error?.issues.map(issue => String(issue.path[0])) ?? []
  // The faults of the rest are said as well, save those that may only follow from what is wrong.
  const sound = data ?? settings.parse(Object.fromEntries(Object.entries(given).filter(([name]) => !wrong.includes(name))))
  const credentials = readCredentials(sound, wrong)
  const llm = readLlm(sound, wrong)
  const collector = readCollector(sound)

  const faults = [
    ...(error?.issues.map(issue => sentence(issue, given)) ?? []),
    ...(wrong.includes('MICROSOFT_APP_ID') ? [] : openDoors(sound)),
    ...(isFaulty(credentials) ? credentials.faults : []),
    ...(isFaulty(llm) ? llm.faults : []),
    ...(isFaulty(collector) ? collector.faults : []),
    ...(sound.DATABASE_URL ? databaseFaults(sound.DATABASE_URL) : folderFaults(sound.DATA_DIR)),
    ...(isFaulty(policyOn) ? policyOn.faults : []),
  ]
  const { PORT: port, HOST, DATA_DIR: dataDir, DATABASE_URL: databaseUrl, LOG_LEVEL: logLevel } = sound
  const host = HOST ?? (credentials ? '0.0.0.0' : '127.0.0.1')
  if (faults.length > 0 || isFaulty(policyOn) || isFaulty(credentials) || isFaulty(llm) || isFaulty(collector)) {
    const isKnown = !wrong.includes('PORT') && !wrong.includes('HOST') && (credentials || isLoopback(host))
    return { faults, address: isKnown ? { host, port } : undefined }
  }
  return { host, port, dataDir, databaseUrl, policyOn, credentials, llm, collector, logLevel }
}

function isFaulty<Read>(read: Read | { readonly faults: readonly string[] }): read is { readonly faults: readonly string[] } {
  return typeof read === 'object' && read !== null && 'faults' in read
}

const sentence = (issue: z.core.$ZodIssue, given: Given) => {
  const name = String(issue.path[0])
  return `${name}${repeated(name, given[name] ?? '')} can't be used; give ${issue.message}.`
}

/** In place of an id may stand the secret that was set beside it. An address may hold a password before its host, or a key in its query. */
function repeated(name: string, value: string): string {
  if (ids.includes(name)) return ''
  const isAddress = /_(URL|ENDPOINT)$/.test(name) || value.includes('://')
  return `: ${JSON.stringify(isAddress ? value.replace(/^(\w+:\/\/)?.*@/s, '$1***@').replace(/[?#].*/s, '?***') : value)}`
}

/** Without credentials every request is believed, so nobody but this machine may send one. */
function openDoors({ MICROSOFT_APP_ID, NODE_ENV, HOST }: Settings): string[] {
  if (MICROSOFT_APP_ID) return []
  const faults: string[] = []
  if (NODE_ENV === 'production')
    faults.push("MICROSOFT_APP_ID is not set; give the bot's app id, or run `npm start` to try the desk without Teams.")
  if (HOST && !isLoopback(HOST))
    faults.push(
      `HOST: ${JSON.stringify(HOST)} is open to others, and without MICROSOFT_APP_ID nobody is checked; give 127.0.0.1, ::1 or localhost.`,
    )
  return faults
}

/** The library takes any other for TLS, and the server is blamed. */
const sslModes = ['disable', 'prefer', 'require', 'verify-ca', 'verify-full', 'no-verify']

/** The address may hold a password, so it is not repeated. */
function databaseFaults(url: string): string[] {
  if (URL.canParse(url) && /^postgres(ql)?:$/.test(new URL(url).protocol)) {
    const { pathname, search, searchParams, hash } = new URL(url)
    // What stands behind such a mark of a password would be taken for the host, and be named in a fault.
    if (hash || `${pathname}${search}`.includes('@'))
      return ['DATABASE_URL: a mark of its password divides it; write @ as %40, / as %2F, ? as %3F, # as %23 and % as %25 there.']
    const isKnown = searchParams.getAll('sslmode').every(mode => sslModes.includes(mode))
    return isKnown ? [] : [`DATABASE_URL: its sslmode can't be used; give one of ${sslModes.join(', ')}.`]
  }
  return [
    "DATABASE_URL can't be used; give an address such as postgres://user:password@host:5432/database, or unset it to store in DATA_DIR.",
  ]
}
