import { readExamples } from '../dialogs/understanding/examples.ts'
import { activityOf } from '../test/support/activities.ts'
import { diceOf } from '../test/support/simulation.ts'

/** So many messages a person sends before somebody new begins. */
const MESSAGES = 5

const texts = readExamples()
  .map(({ text }) => text)
  .filter(text => text.trim() !== '')

/** One after the other, the messages of somebody who asks a few things and is followed by somebody else; every name is used once. */
export function someone(serviceUrl: string, name: string, seed: number): () => string {
  const dice = diceOf(seed)
  let said = 0
  return () => {
    const person = `${name}-${Math.floor(said++ / MESSAGES)}`
    const now = new Date().toISOString()
    return JSON.stringify(
      activityOf(serviceUrl, {
        id: `${name}-${said}`,
        timestamp: now,
        localTimestamp: now.replace('Z', '+00:00'),
        localTimezone: 'Etc/UTC',
        from: { id: `29:${person}`, name: 'Robin Meyer', aadObjectId: '66666666-7777-4888-9999-aaaaaaaaaaaa' },
        conversation: { id: `a:${person}`, conversationType: 'personal', tenantId: '11111111-2222-4333-8444-555555555555' },
        text: texts[Math.floor(dice() * texts.length)],
        textFormat: 'plain',
      }),
    )
  }
}
