import { expect, test } from 'vitest'
import { remember } from '../bot/once.ts'
import { createQueue } from '../bot/queue.ts'

const held = () => Promise.withResolvers<string>()

test('a queue runs one thing a key at a time, and goes on after one that failed', async () => {
  const queue = createQueue(10)
  const [first, second] = [held(), held()]
  const began: string[] = []
  const run = (name: string, work: Promise<string>) => () => {
    began.push(name)
    return work
  }
  const failed = queue.add('a', run('first', first.promise))
  const done = queue.add('a', run('second', second.promise))
  const other = queue.add('b', run('other', Promise.resolve('other')))
  expect(await other).toBe('other')
  expect(began).toEqual(['first', 'other'])
  first.reject(new Error('broken'))
  await expect(failed).rejects.toThrow('broken')
  second.resolve('second')
  expect(await done).toBe('second')
})

test('a queue is full at its limit, and empty once everything is through', async () => {
  const queue = createQueue(2)
  const [one, other] = [held(), held()]
  void queue.add('a', () => one.promise)
  expect(queue.full).toBe(false)
  void queue.add('a', () => other.promise)
  expect(queue.full).toBe(true)
  let empty = false
  const emptied = queue.empty().then(() => (empty = true))
  one.resolve('')
  await expect.poll(() => queue.full).toBe(false)
  expect(empty).toBe(false)
  other.resolve('')
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
