import '../bot/runtime.js'
import { attack } from './support/attack.ts'
import { startBot } from './support/bot.ts'

const [minutes = '1', first = String(Date.now() % 1_000_000)] = process.argv.slice(2)
const until = Date.now() + Number(minutes) * 60_000

// Round after round with another seed, each on a bot of its own, until the time is up or something broke.
for (let seed = Number(first), sent = 0; Date.now() < until; seed++) {
  const bot = await startBot()
  const breaches = await attack(bot, seed, 500)
  await bot.stop()
  sent += 500
  process.stdout.write(`seed ${seed}: ${sent} activities sent\n`)
  for (const { what, body } of breaches) process.stdout.write(`${what}\n  ${body}\n`)
  if (breaches.length > 0) process.exit(1)
}
process.exit()
