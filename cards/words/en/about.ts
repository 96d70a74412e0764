import type { Policy } from '../../../rules/policy.ts'
import type { Format } from '../../format.ts'

/** What License Desk says about itself. */
export const aboutWords = {
  about: 'About License Desk',
  headline: 'License Desk answers licence questions about Microsoft Defender for IoT',
  version: 'Version',
  numbers: 'Numbers',
  asOf: (version: Policy['version'], format: Format) =>
    version === 'operator' ? "your organisation's own values" : `as documented on ${format.day(version)}`,
  what: [
    'It is not a Microsoft product. Whoever added it to your Teams runs it.',
    "It is a program. Fixed rules work out every date, number, yes and no from Microsoft's documents.",
    'Understanding only decides what you asked. Where an AI model had a hand in that, the answer is labelled.',
    'It needs no sign-in and reads nothing of your tenant.',
  ],
  stores: 'What it stores',
  stored: [
    'What you tell it about a trial or licence: used for 30 minutes after your last message, deleted after 30 days.',
    'What you track, with who and where you are in Teams, your language and your time zone, so that reminders reach you. That a reminder was sent is on record for 400 days.',
    'Its log holds codes and counts, never what you write or who you are.',
    '"What do you know about me?" shows all of it, "forget me" deletes it.',
  ],
  sources: 'Sources',
  help: 'What I can do',
} as const
