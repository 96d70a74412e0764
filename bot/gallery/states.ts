import { calledWrongCard } from '../../cards/called-wrong.ts'
import { noticeCard, notUnderstoodCard, outOfScopeCard, welcomeCard } from '../../cards/help.ts'
import type { Aspect, Intent } from '../../cards/intents.ts'
import { ABOUT, ACCOUNT_KINDS, aspects, CANCELLING, intents, RENEWAL_ON, TRIAL_END } from '../../cards/intents.ts'
import { smallTalk } from '../../cards/words/en/small-talk.ts'
import { type Question, viewOf } from '../../dialogs/topic.ts'
import type { Facts, Site } from '../../rules/facts.ts'
import { answered, at, blank, day, type State, today } from './answered.ts'
import { extensionStates } from './extension.ts'
import { questionStates } from './questions.ts'
import { reminderStates, trackedStates } from './reminders.ts'

const operators = { ...at.policy, version: 'operator', trial: { ...at.policy.trial, closesDaysBefore: 10 } } as const
const admin: Facts = { role: 'billing-admin', billingAccount: 'MCA' }

function trials(): State[] {
  const trial = (name: string, facts: Facts, more?: Partial<Question>) => answered(`trial: ${name}`, 'extend-trial', facts, more)
  return [
    ...trial('in GCC High', { cloud: 'gcc-high' }),
    ...trial('in GCC', { cloud: 'gcc' }),
    ...trial('in the DoD cloud', { cloud: 'dod' }),
    ...trial('over', { trialEnd: day('2026-03-03'), ...admin }),
    ...trial('window closed', { trialEnd: day('2026-03-20') }),
    ...trial('enterprise agreement', { trialEnd: day('2026-04-15'), billingAccount: 'EA' }),
    ...trial('bought through a partner', { trialEnd: day('2026-04-15'), billingAccount: 'CSP' }),
    ...trial('end unknown', {}),
    ...trial('end unknown and not known', {}, { declined: ['trialEnd'] }),
    ...trial('end assumed, perhaps closed', { trialStart: day('2026-02-15') }),
    ...trial('extended already', { trialEnd: day('2026-04-15'), extended: true }),
    ...trial('another role', { trialEnd: day('2026-04-15'), role: 'other', billingAccount: 'MOSA' }),
    ...trial('open if', { trialEnd: day('2026-04-15') }),
    ...trial('open if the account fits', { trialEnd: day('2026-04-15'), role: 'global-admin' }),
    ...trial('open', { trialEnd: day('2026-04-15'), ...admin }),
    ...trial('open for two days', { trialEnd: day('2026-03-27'), ...admin }),
    ...trial('open today only', { trialEnd: day('2026-03-25'), ...admin }),
    ...trial('open, end assumed', { trialStart: day('2026-03-01'), ...admin }),
    ...trial('supposed', { trialEnd: day('2026-04-20'), ...admin }, { supposed: true }),
    ...trial('for one site of several', { trialEnd: day('2026-04-20') }, { about: 'Lyon' }),
    ...trial('for an American', { trialEnd: day('2026-04-15') }, { locale: 'en-US' }),
    ...trial("with the operator's numbers", { trialEnd: day('2026-04-15'), ...admin }, { at: { today, policy: operators } }),
    ...trial('called wrong', { trialEnd: day('2026-04-15'), role: 'global-admin' }, { calledWrong: true }),
    ...trial('on a phone', { trialEnd: day('2026-03-03') }, { mobile: true }),
  ]
}

function refunds(): State[] {
  const refund = (name: string, facts: Facts, more?: Partial<Question>) => answered(`refund: ${name}`, 'refund-window', facts, more)
  return [
    ...refund('start unknown', {}),
    ...refund('open', { licenseStart: day('2026-03-08') }),
    ...refund('open with an estimate', { licenseStart: day('2026-03-05'), price: 4200 }),
    ...refund('last day', { licenseStart: day('2026-03-03'), billingAccount: 'CSP' }),
    ...refund('perhaps renewed', { licenseStart: day('2025-03-06') }),
    ...refund('closed', { licenseStart: day('2026-02-27') }),
    ...refund('closed, enterprise agreement', { licenseStart: day('2026-02-27'), billingAccount: 'EA' }),
    ...refund('of a trial', { kind: 'trial' }),
    ...refund('on a phone', { licenseStart: day('2026-03-05'), price: 4200 }, { mobile: true }),
  ]
}

function lifecycles(): State[] {
  const life = (name: string, facts: Facts, more?: Partial<Question>) =>
    answered(`after the end: ${name}`, 'license-lifecycle', facts, more)
  return [
    ...life('unknown', {}),
    ...life('unknown, about data', {}, { aspect: 'retention-rule' }),
    ...life('active', { licenseEnd: day('2026-04-30') }),
    ...life('active, from the start', { licenseStart: day('2025-05-01'), billingAccount: 'MCA', otherActiveLicense: false }),
    ...life('grace', { licenseEnd: day('2026-02-20'), billingAccount: 'EA' }),
    ...life('stopped', { licenseEnd: day('2026-01-20'), billingAccount: 'MOSA', otherActiveLicense: false }),
    ...life('data at risk', { licenseEnd: day('2025-12-05') }),
    ...life('ended', { licenseEnd: day('2025-11-01') }),
    ...life('other licence active', { licenseEnd: day('2026-02-20'), otherActiveLicense: true }),
    ...life('trial active', { kind: 'trial', trialEnd: day('2026-03-30') }),
    ...life('trial in grace', { kind: 'trial', trialEnd: day('2026-02-20') }),
    ...life('trial, data at risk', { kind: 'trial', trialEnd: day('2026-01-20') }),
  ]
}

function sizes(): State[] {
  const size = (name: string, sites: readonly Site[] | undefined, more?: Partial<Question>, facts: Facts = {}) =>
    answered(`sizes: ${name}`, 'size-license', sites ? { sites, ...facts } : {}, more)
  const many = (count: number) =>
    Array.from({ length: count }, (_, index) => ({ name: `Plant ${index + 1}`, devices: 40 + ((index * 737) % 2400) }))
  return [
    ...size('unknown', undefined),
    ...size('1 site', [{ devices: 480 }]),
    ...size('3 sites', [{ devices: 400 }, { devices: 900 }, { devices: 6000 }]),
    ...size(
      '3 sites with growth',
      [
        { name: 'Lyon', devices: 400 },
        { name: 'Leeds', devices: 900 },
        { name: 'Łódź', devices: 240 },
      ],
      {},
      { growthPercent: 20 },
    ),
    ...size('20 sites of 80', [{ devices: 80, count: 20 }]),
    ...size('over 5,000', [{ name: 'Refinery', devices: 11_000 }]),
    ...size('15 sites', many(15)),
    ...size('500 sites', many(500), { list: 'x'.repeat(22), leftOut: 12 }),
    ...size('long names', [
      { name: 'Werk Ludwigshafen am Rhein, Halle 14, Nordost', devices: 1234 },
      { name: 'Donaudampfschifffahrtselektrizitaetenhauptbetriebswerk', devices: 97_500 },
      { name: 'مصنع القاهرة', devices: 310, count: 12 },
    ]),
    ...size('on a phone', [{ name: 'Lyon', devices: 480 }], { mobile: true }),
    ...size('with lines that can not be read', [{ name: 'Lyon', devices: 400 }], {
      unreadable: [
        { line: 2, text: 'Leeds\t400-450', why: 'a range, not one number' },
        { line: 5, text: '**Łódź**\ttbd', why: 'no device count yet' },
      ],
    }),
    ...size('with many lines that can not be read', [{ name: 'Lyon', devices: 400 }], {
      unreadable: Array.from({ length: 40 }, (_, index) => ({
        line: index + 2,
        text: `Plant ${index + 2}\ttbd`,
        why: 'no device count yet',
      })),
    }),
  ]
}

function plainAnswers(): State[] {
  const ruled: readonly Intent[] = [
    'extend-trial',
    'refund-window',
    'license-lifecycle',
    'size-license',
    'set-reminder',
    'license-lifecycle',
  ]
  return intents
    .filter(intent => !ruled.includes(intent))
    .flatMap(intent => [
      ...answered(intent, intent, {}),
      ...(intent in aspects ? aspects[intent as keyof typeof aspects] : []).flatMap(aspect =>
        answered(`${intent}: ${aspect}`, intent, {}, { aspect: aspect as Aspect }),
      ),
    ])
}

function others(): State[] {
  const view = viewOf(blank)
  return [
    { name: 'welcome', card: welcomeCard(view) },
    ...answered('about', 'help', {}, { aspect: ABOUT }),
    ...answered('about, on a phone', 'help', {}, { aspect: ABOUT, mobile: true, at: { today, policy: operators } }),
    { name: 'not understood', card: notUnderstoodCard(1, view) },
    { name: 'not understood twice', card: notUnderstoodCard(2, view) },
    { name: 'out of scope', card: outOfScopeCard(view) },
    ...questionStates(),
    { name: 'unreadable button', card: noticeCard(smallTalk.unknownButton, view) },
    {
      name: 'called wrong in words',
      card: calledWrongCard(
        ['trialEnd', 'role'],
        viewOf({ ...blank, intent: 'extend-trial', facts: { trialEnd: day('2026-04-15'), role: 'global-admin' } }),
      ),
    },
    { name: 'lost list', card: noticeCard(smallTalk.lostList, view) },
    ...answered('too many devices in a trial', 'trial-terms', { sites: [{ devices: 1400 }] }, { aspect: 'trial-over-limit' }),
    ...answered('when a trial ends', 'trial-terms', { trialStart: day('2026-02-20') }, { aspect: TRIAL_END }),
    ...answered(
      'when a trial ends of known length',
      'trial-terms',
      { trialStart: day('2026-02-01'), trialDays: 60 },
      { aspect: TRIAL_END },
    ),
    ...answered('how to cancel', 'stop-renewal', {}, { aspect: CANCELLING }),
    ...answered('renewal on again', 'stop-renewal', {}, { aspect: RENEWAL_ON }),
    ...answered('kinds of billing accounts', 'admin-roles', {}, { aspect: ACCOUNT_KINDS }),
    ...answered('licence too small', 'change-size', { sites: [{ devices: 620 }] }),
  ]
}

/** Every card in every state that matters, on a fixed day. */
export function states(): State[] {
  return [
    ...others(),
    ...trackedStates(),
    ...reminderStates(),
    ...trials(),
    ...refunds(),
    ...lifecycles(),
    ...sizes(),
    ...extensionStates(),
    ...plainAnswers(),
  ]
}
