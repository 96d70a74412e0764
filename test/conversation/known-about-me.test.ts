import { test } from 'vitest'
import { chat } from '../support/chat.ts'

test('what is no longer used is told as long as it is stored, and that it is not used', async () => {
  await chat()`
    > can I still extend my trial in Hamburg? it ends on 15 April, I'm a billing admin
      Yes, until 31 March 2026, if your billing account is MCA or MOSA
    > (31 minutes later)
    > what do you know about me?
      This is what I know about you. "Forget me" deletes it
      ... Talked about: Extend my trial
      ... Site: Hamburg
      ... Trial ends: 15 April 2026
      ... Your role: Billing admin
      ... I don't use this any more: your last message is more than 30 minutes old.
    > can I still extend my trial?
      You can ask until 15 days before the trial ends
  `
})

test('a name without its date, a date that reads two ways, and lines that can not be read are told as well', async () => {
  await chat()`
    > remind me before the Fabrikam licence ends
      I remind you before each date that closes a door
    > what do you know about me?
      This is what I know about you. "Forget me" deletes it
      ... To be reminded of: Fabrikam
    > start over
      Done: I've forgotten what you told me. What would you like to know?
    > what do you know about me?
      I know nothing about you at the moment
    > my trial ends on 3/4/2026, can I extend it?
      Which day is "3/4/2026"?
    > what do you know about me?
      This is what I know about you. "Forget me" deletes it
      ... Asked back: 3/4/2026
    > start over
      Done: I've forgotten what you told me. What would you like to know?
    > Site;Devices\\nLyon;400\\nLeeds;900\\nWerk 7;4oo
      1 L, 1 M
    > what do you know about me?
      This is what I know about you. "Forget me" deletes it
      ... Sites: Lyon 400; Leeds 900
      ... Could not be read: Werk 7;4oo
  `
})

test('another site and what was only supposed are told by name', async () => {
  await chat()`
    > our trial in Hamburg ends on 15 April, can I extend it?
      Yes, until 31 March 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
    > and for Lyon?
      You can ask until 15 days before the trial ends
    > what if it ends on 20 May?
      Yes, until 5 May 2026, if you're a Global or Billing admin and your billing account is MCA or MOSA
    > what do you know about me?
      This is what I know about you. "Forget me" deletes it
      ... Site: Lyon
      ... Hamburg: Trial ends 15 April 2026
      ... Trial ends (only supposed): 20 May 2026
  `
})

test('a long list is counted as long as it is stored, also where the conversation is forgotten', async () => {
  const list = Array.from({ length: 200 }, (_, index) => `Plant number ${index + 1}: ${300 + index}`).join('\\n')
  const script = `
    > ${list}
      200 M
    > what do you know about me?
      This is what I know about you. "Forget me" deletes it
      ... Sites: Plant number 1 300; Plant number 2 301;
      ... ; and 
      ... For buttons under earlier answers I also keep a long list of sites or a form, for 90 days.
    > start over
      Done: I've forgotten what you told me. What would you like to know?
    > what do you know about me?
      This is what I know about you. "Forget me" deletes it
      ... For buttons under earlier answers I also keep a long list of sites or a form, for 90 days.
    > forget me
      Done: everything about you is deleted, with all reminders of this chat.
    > what do you know about me?
      I know nothing about you at the moment
  `
  await chat()(Object.assign([script], { raw: [script] }))
})
