import fc from 'fast-check'
import { activityOf, pressOf } from './activities.ts'
import { post, type RunningBot } from './bot.ts'
import { hostileBody, type Loot } from './hostile-activities.ts'

const SECRET = 'Zeppelin'
const MARK = 'qzxmark'
const TENANT = '11111111-2222-4333-8444-555555555555'
/** What may be answered to somebody who sends nonsense. */
const ANSWERS = [200, 400, 413, 415, 501]

/** Something that must never happen, and the body that made it. */
export interface Breach {
  readonly what: string
  readonly body: string
}

/**
 * Sends a bot so many activities of an attacker, who has somebody else's cards, and looks at all that comes back.
 * @returns what went wrong; the same seed does the same
 */
export async function attack(bot: RunningBot, seed: number, count: number): Promise<Breach[]> {
  const victim = await victimOf(bot)
  const before = JSON.stringify(await bot.store.trackedIn(victim.thread))
  const usual = activityOf(bot.connector.serviceUrl, {
    text: MARK,
    from: { id: '29:attacker', name: MARK },
    conversation: { id: 'a:attack', conversationType: 'personal', tenantId: TENANT },
  })
  const breaches: Breach[] = []
  for (const [index, body] of fc.sample(hostileBody(usual, victim.loot), { seed, numRuns: count }).entries()) {
    const numbered = body.replace(/"id":"activity-\d+"/, `"id":"attack-${seed}-${index}"`)
    const [posted, lines] = [bot.connector.posted.length, bot.lines.length]
    const { status, body: answer } = await post(bot.address, numbered)
    const shown = JSON.stringify([answer, bot.connector.posted.slice(posted).map(({ activity }) => activity)])
    const logged = JSON.stringify(bot.lines.slice(lines))
    const what = breachIn(status, shown, logged)
    if (what) breaches.push({ what, body: numbered })
  }
  if (JSON.stringify(await bot.store.trackedIn(victim.thread)) !== before)
    breaches.push({ what: 'what somebody else tracks was changed', body: '' })
  if (Object.keys(Object.prototype).length > 0) breaches.push({ what: 'the prototype of every object was changed', body: '' })
  return breaches
}

function breachIn(status: number, shown: string, logged: string): string | undefined {
  if (!ANSWERS.includes(status)) return `answered with ${status}`
  if (shown.includes(SECRET)) return "somebody else's fact was shown"
  // No text that is sent has them.
  if (/\bundefined\b|\bNaN\b/.test(shown)) return 'a value was shown that is none'
  if (/node_modules|\bat [\w.<>]+ \(|TypeError|RangeError|Cannot read|is not a function/.test(shown))
    return 'the text of an error was shown'
  if (/"level":"(error|fatal)"/.test(logged)) return `an error was logged: ${logged.slice(0, 500)}`
  return logged.includes(MARK) || logged.includes(SECRET) ? 'what was sent was logged' : undefined
}

interface Victim {
  readonly thread: string
  readonly loot: Loot
}

/** Somebody who tracks a trial and has a long list of sites, with all that an attacker could have seen of the cards about them. */
async function victimOf(bot: RunningBot): Promise<Victim> {
  const id = 'a:victim'
  const as = { from: { id: '29:victim' }, conversation: { id, conversationType: 'personal', tenantId: TENANT } }
  const remind = { press: { v: 1, intent: 'set-reminder', facts: { trialEnd: '2026-04-15' }, reminding: { kind: 'trial', name: SECRET } } }
  const answers = [await bot.send(pressOf(bot.connector.serviceUrl, remind, as))]
  await bot.say(['Site;Devices', ...Array.from({ length: 200 }, (_, index) => `${SECRET} ${index};${100 + index}`)].join('\n'), as)
  const seen = JSON.stringify([answers, bot.connector.posted])
  const all = (pattern: RegExp) => [...new Set([...seen.matchAll(pattern)].map(([, found = '']) => found))]
  const [handles, lists] = [all(/"items":\["([^"]+)"/g), all(/"list":"([^"]+)"/g)]
  if (handles.length === 0 || lists.length === 0) throw new Error('the cards carry no handle or no list')
  return {
    thread: JSON.stringify([TENANT, id]),
    loot: {
      handles,
      lists,
      places: ['a:attack', '19:plant@thread.tacv2', '19:plant@thread.tacv2;messageid=1'],
      tenants: [TENANT, '99999999-2222-4333-8444-555555555555'],
    },
  }
}
