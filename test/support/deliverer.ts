import { Writable } from 'node:stream'
import { movableClock, systemClock } from '../../bot/clock.ts'
import { createLog } from '../../bot/log.ts'
import { createNotifier } from '../../bot/notifier.ts'
import { createSender } from '../../bot/sender.ts'
import { atUrl } from '../../bot/store/postgres.ts'
import { inFolder } from '../../bot/store/sqlite.ts'
import { openStore } from '../../bot/store/store.ts'
import type { Day } from '../../rules/day.ts'
import { documentedPolicy } from '../../rules/policy.ts'
import { plainReminder } from './notifying.ts'
import { threadOf, track, trial } from './tracked.ts'

// A process to be killed: delivers what is due, and meanwhile tracks one licence after the other, saying so once it is acknowledged.
const [place = '', serviceUrl = '', start = '', name = '', tracks = ''] = process.argv.slice(2)
const clock = movableClock(systemClock)
clock.moveTo(new Date(start))
const store = await openStore(place.startsWith('postgres') ? atUrl(place) : inFolder(place), clock)
const log = createLog('error', new Writable({ write: (line, _, done) => done(void process.stderr.write(line)) }))
const parts = { store, write: plainReminder, policy: documentedPolicy, clock, log, hindrance: () => undefined }
const notifier = createNotifier({ ...parts, sender: createSender(clock) })
process.stdout.write('ready\n')
if (tracks !== 'tracks') {
  await notifier.round()
  process.stdout.write('done\n')
  process.exit()
}
void notifier.run()
for (let number = 0; ; number++) {
  const thread = threadOf(serviceUrl, { conversation: `a:${name}-${number}`, tenant: `tenant-${number % 10}` })
  await track(store, thread, trial({ name: `${name}-${number}`, facts: { trialEnd: '2026-06-15' as Day } }), clock.now())
  process.stdout.write(`tracked ${name}-${number}\n`)
  await clock.wait(5)
}
