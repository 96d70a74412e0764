import { expect, test } from 'vitest'
import { isOnlyNumbers } from '../../dialogs/phrases.ts'
import { chat } from '../support/chat.ts'

test('a bound or a range is listed and asked, as the first thing said and as an answer', async () => {
  await chat()`
    > >1000
      One licence per site, sized by its devices
      ... Line 1: ">1000": more or less than a number, not one number
    > 300 to 400
      One licence per site, sized by its devices
      ... Line 1: "300 to 400": a range, not one number
    > 400 or 500
      One licence per site, sized by its devices
      ... Line 1: "400 or 500": two numbers, not one
    > 400 900
      1 L, 1 M
  `
})

test('what fits into a trial is not answered with its limit', async () => {
  await chat()`
    > 400 devices, trial ends 15 April
      Yes, until 31 March 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
      1 M
    > start over
      Done: I've forgotten what you told me. What would you like to know?
    > 1,500 devices, trial ends 15 April
      More than 1,000 devices: the trial goes on, with full value
      1 XL
  `
})

test('a growth that cannot be has no button that sends nothing', async () => {
  await chat()`
    > 400 with 1001% growth
      1001 can't be right. I accept numbers from 0 to 1,000
    > 20%
      1 M
      ... sized with 20 % growth
  `
})

test('a day in figures is no number of devices', () => {
  const days = ['3/4', '15/4', '13/4/2026', '2026-04-03', '2026/4/3', '4/13/26']
  expect(days.filter(isOnlyNumbers)).toEqual([])
  const numbers = ['400/900', '400/900/6k', '25/40', '12 x 80', '>1000', '400-450', 'up to 500', '1,200']
  expect(numbers.filter(text => !isOnlyNumbers(text))).toEqual([])
})

test('whatever is typed into the card for sites and is none is shown again', async () => {
  await chat()`
    > what size do I need?
      One licence per site, sized by its devices
    > [Update] sites=1.5
      One licence per site, sized by its devices
      ... Line 1: "1.5": not a whole number
    > [Update] sites=1e3
      One licence per site, sized by its devices
      ... Line 1: "1e3": not a number
    > [Update] sites=banana
      One licence per site, sized by its devices
      ... Line 1: "banana": no device count
    > [Update] sites=400
      1 M
  `
})
