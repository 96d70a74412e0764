import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'
import { keeping, remember } from '../bot/once.ts'
import { createQueue } from '../bot/queue.ts'

const held = () => Promise.withResolvers<string>()

test('a queue runs one thing a key at a time, and goes on after one that failed', async () => {
  const queue = createQueue({ all: 10, ofGroup: 10, ofKey: 10 })
  const [first, second] = [held(), held()]
  const began: string[] = []
  const run = (name: string, work: Promise<string>) => () => {
    began.push(name)
    return work
  }
  const failed = queue.add('a', 'g', run('first', first.promise))
  const done = queue.add('a', 'g', run('second', second.promise))
  const other = queue.add('b', 'g', run('other', Promise.resolve('other')))
  expect(await other).toBe('other')
  expect(began).toEqual(['first', 'other'])
  first.reject(new Error('broken'))
  await expect(failed).rejects.toThrow('broken')
  second.resolve('second')
  expect(await done).toBe('second')
})

test('a queue has room within each of its limits, and neither a key nor a group takes all of it', async () => {
  const queue = createQueue({ all: 4, ofGroup: 3, ofKey: 2 })
  const works = [held(), held(), held(), held()]
  const fill = (key: string, group: string) => void queue.add(key, group, () => works.shift()!.promise)
  const [first] = works
  fill('a', 'one')
  fill('a', 'one')
  expect([queue.hasRoom('a', 'one'), queue.hasRoom('b', 'one')]).toEqual([false, true])
  fill('b', 'one')
  expect([queue.hasRoom('c', 'one'), queue.hasRoom('d', 'other')]).toEqual([false, true])
  fill('d', 'other')
  expect(queue.hasRoom('e', 'third')).toBe(false)
  first!.resolve('')
  await expect.poll(() => queue.hasRoom('e', 'third')).toBe(true)
})

test('a queue is empty once everything is through', async () => {
  const queue = createQueue({ all: 2, ofGroup: 2, ofKey: 2 })
  const [one, other] = [held(), held()]
  const through = Promise.all([one, other].map(({ promise }) => queue.add('a', 'g', () => promise)))
  let empty = false
  const emptied = queue.empty().then(() => (empty = true))
  one.resolve('')
  await one.promise
  expect(empty).toBe(false)
  other.resolve('')
  await through
  await emptied
  await queue.empty()
})

test('what came once is not run again, until it failed or so much came after it that it was forgotten', async () => {
  const once = remember<number>(2)
  let runs = 0
  const run = async () => ++runs
  expect([await once('a', run), await once('a', run)]).toEqual([1, 1])
  await expect(once('b', () => Promise.reject(new Error('broken')))).rejects.toThrow('broken')
  expect(await once('b', run)).toBe(2)
  expect([await once('c', run), await once('a', run), await once('c', run)]).toEqual([3, 4, 3])
})

/** Bytes that are still in use. */
function heapUsed(): number {
  setFlagsFromString('--expose-gc')
  runInNewContext('gc')()
  return process.memoryUsage().heapUsed
}

test('however long a key is, little is kept of it', async () => {
  const once = remember<number>(20_000)
  const before = heapUsed()
  for (let i = 0; i < 2000; i++) await once(`${i}${'x'.repeat(20_000)}`, async () => i)
  expect(heapUsed() - before).toBeLessThan(5_000_000)
  expect(await once(`7${'x'.repeat(20_000)}`, async () => -1)).toBe(7)
})

test('what was found is kept, a no as well, until so much came after it that it was forgotten', () => {
  const looked: string[] = []
  const isLong = keeping(2, key => {
    looked.push(key)
    return key.length > 1
  })
  expect(['a', 'bb', 'a', 'cc', 'bb', 'a', 'cc'].map(isLong)).toEqual([false, true, false, true, true, false, true])
  expect(looked).toEqual(['a', 'bb', 'cc', 'a'])
})
