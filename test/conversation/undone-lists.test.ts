import { test } from 'vitest'
import { chat } from '../support/chat.ts'

test('"undo" brings back the list as it was before its last change, once', async () => {
  await chat()`
    > Lyon 400, Porto 900
      1 L, 1 M
    > add Bath with 80
      1 L, 1 M, 1 XS
    > undo
      1 L, 1 M
    > undo
      I no longer have the list before this one. This is how it stands; say what to change.
      Defender for IoT site licences: 1 L, 1 M
      Lyon: 400 devices, M
      Porto: 900 devices, L
      Total: 1,300 devices, 2 sites, 2 licences
    > Porto is 1,050
      1 XL, 1 M
    > no, back to how it was
      1 L, 1 M
    > with 20% growth
      1 XL, 1 M
    > undo that
      1 L, 1 M
    > without Porto
      1 M
    > oops, revert
      1 L, 1 M
    > 120 each
      2 S
    > restore the old list
      1 L, 1 M
  `
})

test('what was only supposed is left by it, and lines that could not be read come back', async () => {
  await chat()`
    > Lyon 400, Porto 900
      1 L, 1 M
    > what if Lyon had 1,200?
      1 XL, 1 L
    > undo
      1 L, 1 M
  `
  await chat()`
    > Lyon 400, Leeds, Porto 900
      1 L, 1 M
      ... Line 1: "Leeds": no device count
    > Leeds has 80
      1 L, 1 M, 1 XS
    > undo
      1 L, 1 M
      ... Line 1: "Leeds": no device count
  `
})

test('without a list there is nothing but to drop what was asked', async () => {
  await chat()`
    > undo
      OK, dropped. What would you like to know?
    > which licence?
      One licence per site, sized by its devices
    > undo
      OK, dropped. What would you like to know?
  `
})

test('a reminder of a site of the list in view changes no list', async () => {
  await chat()`
    > Basel 400, Lyon 900
      1 L, 1 M
    > remind me of the Basel licence, 30 June
      Tracked. Your next reminder comes on 1 May 2026
      ... For Basel
    > undo
      Stopped: no more reminders for this one
  `
})

test.for([
  ['what about 12,000 devices?', '3 XL'],
  ['and what about 800?', '1 L'],
  ['what would 12000 devices need?', '3 XL'],
  ['is M enough for 300?', '1 M'],
] as const)('a question of its own is answered beside a list, which comes back: %s', async ([says, headline]) => {
  await chat()`
    > Lyon 400, Basel 900
      1 L, 1 M
    > ${says}
      ${headline}
    > undo
      1 L, 1 M
  `
})

test('what is kept for it is told to whoever asks', async () => {
  await chat()`
    > Lyon 400, Porto 900
      1 L, 1 M
    > add Bath with 80
      1 L, 1 M, 1 XS
    > what do you know about me?
      This is what I know about you. "Forget me" deletes it
      ... Sites before the last change: Lyon 400; Porto 900
  `
})
