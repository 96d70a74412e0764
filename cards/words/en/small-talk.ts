import type { FactKey } from '../../../rules/facts.ts'
import type { Intent } from '../../intents.ts'

/** Names of what can be asked, as buttons. */
export const topicTitles: Readonly<Record<Intent, string>> = {
  'size-license': 'Size licences for my sites',
  'extend-trial': 'Extend my trial',
  'refund-window': 'Get a refund',
  'license-lifecycle': 'After a licence ends',
  'trial-terms': 'What a trial is',
  'buy-license': 'Buy a licence',
  'stop-renewal': 'Turn off renewal',
  'change-size': 'Licence too small or large',
  'license-terms': 'Licence terms',
  'count-devices': 'What counts as a device',
  'buy-hardware': 'Sensor hardware',
  'migrate-legacy': 'Leave the legacy plan',
  'government-cloud': 'Government clouds',
  'admin-roles': 'Who may do what',
  'contact-sales': 'Contact sales',
  'set-reminder': 'Remind me',
  'list-reminders': 'What is tracked',
  'stop-reminders': 'Stop reminders',
  help: 'What I can do',
  greeting: 'Say hello',
  thanks: 'Say thanks',
  cancel: 'Start over',
  'out-of-scope': 'Something else',
}

export const smallTalk = {
  welcome: 'I answer licence questions about Microsoft Defender for IoT',
  welcomeLines: [
    'Ask in your own words: "can I still extend my trial? it ends on 15 April" or "3 plants: 400, 900 and 6k devices".',
    'Every answer has a date or a size, the reason and the document behind it.',
  ],
  help: 'Ask me about trials, licences and dates of Defender for IoT',
  helpLines: [
    '"Can I still extend my trial?"',
    '"3 plants: 400, 900 and 6k devices"',
    '"Bought on 3 March, can I get my money back?"',
    '"Our licence ended on 20 February, what now?"',
    '"Remind me before our trial ends on 15 April"',
    'Correct me at any time: "sorry, the 20th". "Start over" forgets what you said.',
  ],
  about: 'License Desk is not a Microsoft product. It needs no sign-in and reads nothing of your tenant.',
  thanks: 'Glad to help.',
  waiting: 'Take your time.',
  restarted: "Done: I've forgotten what you told me. What would you like to know?",
  dropped: 'OK, dropped. What would you like to know?',
  outOfScope: "That's outside what I know. I answer licence questions about Microsoft Defender for IoT, and nothing else",
  notUnderstood: "I didn't understand that",
  notUnderstoodLines: ['Here is what I can answer. Or say it in other words.'],
  notUnderstoodTwice: "I still don't understand. Sales can help you in person",
  didYouMean: 'Did you mean ...?',
  whichKind: 'Is it a trial or a paid licence?',
  whichKindRule: 'A trial can be extended. A paid licence is renewed.',
  tooManyAsked: (count: number, most: number) =>
    `Those are ${count} at once. Ask me about up to ${most} in one message, so that none is left out`,
  askedTogether: "Those are several with a day each, and I can't tell all of them apart. Ask me about one at a time",
  noneOfThese: 'Something else',
  calledWrong: "Thank you, I've counted that this answer is wrong",
  putRight: 'Only codes are counted, nothing you wrote. If a fact is not right, change it here or say the right one; or ask a person.',
  nothingTold: 'I have no answer of mine in mind. Ask again, or press "This is wrong" under the answer\'s "Why"',
  askOtherwise: 'Only codes are counted, nothing you wrote. Say what is right, ask again in other words, or ask a person.',
  forgotten: 'Done: everything about you is deleted, with all reminders of this chat.',
  forgottenHere:
    'Done: everything about you is deleted. Reminders of a shared conversation go on without your name; "stop reminders" ends them.',
  howForgotten:
    'Write "forget me": that deletes everything about you, at once and for good. "Start over" only forgets what was said here, "stop reminders" only ends reminders.',
  foreign: 'I only read English. Please ask in English',
  empty: 'Write your question as text, for example "can I still extend my trial?"',
  tooLong: 'That is too long for me to read. Please send the question alone, and a long list in parts of 500 sites',
  lostList: 'I no longer have that list; paste it again',
  unknownButton: "I can't read that button any more. Please ask again in words",
} as const

/** An unreadable or ambiguous value. */
export const unclearWords = {
  cloud: 'Which government cloud is it? Each has its own answer',
  ambiguous: (text: string) => `Which day is "${text}"?`,
  whose: (text: string) => `Is "${text}" that day itself, or only the day on which you ask?`,
  other: (day: string, what: 'end' | 'start') => `Is ${day} the ${what} of the trial, or a day of something else?`,
  endOf: (start: string) => `With a start on ${start}, which day is the end?`,
  vague: (text: string) => `I need the day: which one is "${text}"?`,
  impossible: (text: string) => `There is no day "${text}" in the calendar`,
} as const

/** Said when an answer to an open question can't be read: what does fit. */
export const retryWords: Readonly<Partial<Record<FactKey, string>>> = {
  trialEnd: "I couldn't find a date in that. Write it like 15 April 2026, or pick it here",
  licenseStart: "I couldn't find a date in that. Write it like 3 March 2026, or pick it here",
  licenseEnd: "I couldn't find a date in that. Write it like 30 April 2026, or pick it here",
  sites: "I couldn't find a number of devices in that. Write it like 400, 900 and 6k",
  kind: 'Is it a trial or a paid licence? Press one of the two',
  billingAccount: 'Which billing account is it then? Choose it here, or write its name alone',
}
