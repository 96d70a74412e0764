import { test } from 'vitest'
import { chat } from '../support/chat.ts'

// What people say before they say something changes nothing about what they say.

test.for([
  '',
  'ok, ',
  'Okay ',
  'well, ',
  'Right, ',
  'hey, ',
  'oh, ',
  'Oh ',
  'hmm, ',
  'uh ',
  'alright, ',
  'Great, ',
  'oh ok, well, ',
  'please ',
])('before a short phrase: "%s"', async opener => {
  await chat()`
      > can I still extend my trial? it ends 15 April
        Yes, until 31 March 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
      > ${opener}why?
        Yes, until 31 March 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
      > ${opener}and afterwards?
        Your trial covers you until 15 April 2026
      > ${opener}start over
        Done: I've forgotten what you told me. What would you like to know?
      > 400, 900 and 6k devices
        2 XL, 1 L, 1 M
      > plus 20 %
        3 XL, 1 M
      > ${opener}undo
        2 XL, 1 L, 1 M
      > remind me before our licence ends on 15 April
        Tracked. Your next reminder comes on 16 March 2026
      > ${opener}stop it
        Stopped: no more reminders for this one
    `
})
