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

test.each(['dunno, about 400', 'idk maybe 400', 'err 400', 'umm about 400', 'guess 400', 'yeah 400', 'tbh 400', 'i guess 400'])(
  '"%s" names no site',
  async said => {
    await chat()`
      > which size do we need?
        One licence per site, sized by its devices
      > ${said}
        1 M
        ... Site 1 | 400 | M
    `
  },
)

test('a site is told of after such a word as well', async () => {
  await chat()`
    > which size do we need?
      One licence per site, sized by its devices
    > idk paris 400, lyon 900
      1 L, 1 M
      ... paris | 400 | M
    > err lyon 950
      1 L, 1 M
      ... lyon | 950 | L
  `
})
