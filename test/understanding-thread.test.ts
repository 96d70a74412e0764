import { expect, test } from 'vitest'
import { startUnderstanding } from '../bot/understanding.ts'
import { understand as understandHere } from '../dialogs/understanding/understand.ts'
import type { Day } from '../rules/day.ts'

const at = { today: '2026-03-10' as Day, locale: 'en-US' }
const texts = [
  'can I still extend my trial? it ends on 15 April',
  '3 plants: 400, 900 and 6k devices',
  '10 K devices',
  'hello',
  '\ud800 €',
  '',
]

test('the thread reads every message as the embedded understanding does, each answer to whoever asked', async () => {
  const understand = startUnderstanding()
  expect(await Promise.all(texts.map(text => understand(text, at)))).toEqual(await Promise.all(texts.map(text => understandHere(text, at))))
})

/** A thread that takes so many milliseconds to load, and answers with the text, or stumbles over it. */
const stumblingAfter = (loadMs: number) =>
  new URL(
    `data:text/javascript,${encodeURIComponent(`
    import { parentPort } from 'node:worker_threads'
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ${loadMs})
    parentPort.on('message', asked => {
      for (const { text } of asked) {
        while (text === 'hangs') {}
        if (text === 'breaks') throw new TypeError('about a person')
        if (text === 'ends') process.exit(1)
        parentPort.postMessage(text)
      }
    })
    parentPort.postMessage('loaded')`)}`,
  )
const stumbling = stumblingAfter(0)

test.each([
  ['hangs', /ended/],
  ['breaks', TypeError],
  ['ends', /ended/],
])('a message over which the thread %s fails alone', async (text, error) => {
  const understand = startUnderstanding(stumbling, 1500)
  const read = (each: string) => understand(each, at)
  const [before, stumbled, behind, again] = [read('one'), read(text), read('two'), read(text)]
  await expect(before).resolves.toBe('one')
  await expect(stumbled).rejects.toThrow(error as RegExp)
  await expect(behind).resolves.toBe('two')
  await expect(again).rejects.toThrow(error as RegExp)
  await expect(read('three')).resolves.toBe('three')
})

test('a thread that takes long to load is waited for', async () => {
  const understand = startUnderstanding(stumblingAfter(1500), 400)
  const read = (each: string) => understand(each, at)
  expect(await Promise.all([read('one'), read('two')])).toEqual(['one', 'two'])
  await expect(read('hangs')).rejects.toThrow(/ended/)
  await expect(read('three')).resolves.toBe('three')
})

test('a message for which there is no thread fails, and the next one tries again', async () => {
  const thread = new URL(stumbling)
  const understand = startUnderstanding(thread)
  await expect(understand('one', at)).resolves.toBe('one')
  thread.href = 'https://127.0.0.1/no-thread.js'
  const refused = await Promise.allSettled(['ends', 'two'].map(text => understand(text, at)))
  expect(refused.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  await expect(understand('three', at)).rejects.toThrow()
  thread.href = stumbling.href
  await expect(understand('four', at)).resolves.toBe('four')
})
