import { createPublicKey, type KeyObject } from 'node:crypto'
import { z } from 'zod'
import type { Clock } from '../dialogs/ports.ts'
import { boundedFetch } from './bounded-fetch.ts'
import { within } from './clock.ts'
import { Crowded } from './gate.ts'
import type { Log } from './log.ts'
import { isSecure } from './loopback.ts'

/** A key that tokens are signed with, and the channels that it may speak for. */
export interface SigningKey {
  readonly key: KeyObject
  readonly endorsements: readonly string[]
}

/** The key of that id, loaded anew where it isn't known; undefined where there is none. Fails with `Crowded` where too many wait for a load. */
export type SigningKeys = (id: string) => Promise<SigningKey | undefined>

/** Microsoft asks to look for new keys once a day. */
const FRESH_MS = 24 * 3_600_000
/** A token with an unknown key makes the bot look, but not for every one that somebody makes up. */
const AGAIN_MS = 5000
const LOAD_MS = 5000
/** Everybody can make the bot look for keys that don't come: the log says so once in such a time. */
const SAY_MS = 60_000
const SHORTEST_BITS = 2048
/** Everybody can wait for a key that doesn't exist: whoever's key is at hand doesn't stand behind them. */
const MOST_WAITING = 500

const metadata = z.object({ jwks_uri: z.url({ protocol: /^https?$/ }).refine(isSecure) })
const keySet = z.object({ keys: z.array(z.unknown()) })
// A key without endorsements speaks for no channel, so it is none.
const publicKey = z.looseObject({
  kid: z.string().min(1),
  kty: z.literal('RSA'),
  use: z.literal('sig').optional(),
  endorsements: z.array(z.string()).min(1),
})

/** The keys that an OpenID metadata document leads to. Those that were loaded stay where no newer ones can be had. */
export function createSigningKeys(metadataUrl: string, clock: Clock, log: Log): SigningKeys {
  let known: ReadonlyMap<string, SigningKey> = new Map()
  let loadedAt = Number.NEGATIVE_INFINITY
  let loading: Promise<void> | undefined
  let failing = false
  let waiting = 0
  let saidAt = Number.NEGATIVE_INFINITY

  const load = async () => {
    const giveUp = new AbortController()
    const late = () => {
      giveUp.abort()
      throw new Error('the keys did not arrive in time')
    }
    try {
      known = await within(clock, LOAD_MS, loadKeys(metadataUrl, giveUp.signal), late)
      loadedAt = clock.now().getTime()
      failing = false
    } catch (error) {
      failing = true
      const now = clock.now().getTime()
      if (Math.abs(now - saidAt) < SAY_MS) return
      saidAt = now
      log.trouble('the keys of Teams could not be loaded', error)
    }
  }

  return async id => {
    // What a clock loaded that was ahead is not young for as long as that is not over.
    const age = Math.abs(clock.now().getTime() - loadedAt)
    if (age >= FRESH_MS || (!known.has(id) && age >= AGAIN_MS)) {
      loading ??= load().finally(() => {
        loading = undefined
      })
      // While no newer ones can be had, nobody waits for what is at hand.
      if (failing && known.has(id)) return known.get(id)
      if (waiting >= MOST_WAITING) throw new Crowded()
      waiting++
      await loading.finally(() => waiting--)
    }
    return known.get(id)
  }
}

async function loadKeys(metadataUrl: string, signal: AbortSignal): Promise<Map<string, SigningKey>> {
  const { jwks_uri } = metadata.parse(await loadJson(metadataUrl, signal))
  const { keys } = keySet.parse(await loadJson(jwks_uri, signal))
  const usable = new Map(keys.flatMap(keyIn))
  if (usable.size === 0) throw new Error('there is no key in them')
  return usable
}

async function loadJson(url: string, signal: AbortSignal): Promise<unknown> {
  // Another address might be one that anybody on the way can write to.
  const response = await boundedFetch(url, { signal, redirect: 'error' })
  if (!response.ok) throw new Error('there is nothing')
  return response.json()
}

function keyIn(written: unknown): [string, SigningKey][] {
  const { data } = publicKey.safeParse(written)
  if (!data) return []
  try {
    const key = createPublicKey({ key: data, format: 'jwk' })
    const isLong = (key.asymmetricKeyDetails?.modulusLength ?? 0) >= SHORTEST_BITS
    return isLong ? [[data.kid, { key, endorsements: data.endorsements }]] : []
  } catch {
    return []
  }
}
