import type { AnswerCode, AnswerNote } from '../../../rules/answers.ts'
import type { Facts } from '../../../rules/facts.ts'
import type { Policy } from '../../../rules/policy.ts'
import type { Format } from '../../format.ts'
import { cloudNames, roles } from './facts.ts'

/** What the sentences of a plain answer need. */
export interface AnswerParams {
  readonly policy: Policy
  readonly format: Format
  readonly facts: Facts
  /** iOS or Android: nothing about prices. */
  readonly mobile: boolean
  /** Which of an intent's answers was asked for. */
  readonly aspect?: string | undefined
}

export interface AnswerWords {
  readonly headline: string
  readonly points: readonly string[]
}

const capacities = ({ policy, format }: AnswerParams) => policy.sizes.map(({ size, upTo }) => `${size} ${format.number(upTo)}`).join(', ')
const trialDevices = ({ policy, format }: AnswerParams) => format.number(policy.trial.devices)
const largest = ({ policy, format }: AnswerParams) => format.number(policy.sizes[4].upTo)

/** The words of each answer without arithmetic. */
export const answerWords: Readonly<Record<AnswerCode, (p: AnswerParams) => AnswerWords>> = {
  'trial-terms': p => ({
    headline: `A trial covers one site with up to ${trialDevices(p)} devices for at least ${p.policy.trial.assumedDays} days`,
    points: [
      'It has the full security value of a paid licence.',
      'The admin center shows the day on which yours ends, under Your products.',
    ],
  }),
  'trial-over-limit': p => ({
    headline: `More than ${trialDevices(p)} devices: the trial goes on, with full value`,
    points: ['The limit is not enforced during the trial.', 'At its end, buy the size that fits all devices at the site.'],
  }),
  'trial-start': ({ policy }) =>
    policy.trial.offered
      ? {
          headline: 'Start the trial in the Microsoft 365 admin center',
          points: [
            'A Global admin or Billing admin signs up for it; the guide has the link.',
            'There is one trial per tenant.',
            'Then add the OT plan in Defender for IoT on the Azure portal.',
          ],
        }
      : {
          headline: 'A new trial is no longer offered',
          points: ['Trials that run keep their dates.', 'Ask sales what is possible instead.'],
        },
  'trial-after': p => ({
    headline: 'At the end of the trial, buy a licence that fits your network',
    points: [
      'What you buy must cover all devices of each site, whatever the trial saw.',
      'With recurring billing on, the trial turns into a paid subscription by itself. Turn it off if you do not want that.',
      `Without a licence, the trial's data is kept for ${p.format.days(p.policy.grace.days)} after its end.`,
    ],
  }),
  'extension-rule': p => ({
    headline: `You can ask until ${p.format.days(p.policy.trial.closesDaysBefore)} before the trial ends`,
    points: [
      'Who: a Global admin or Billing admin.',
      'Where: the Microsoft 365 admin center, with an MCA or MOSA billing account.',
      'Later, or with another billing account: sales can extend it.',
    ],
  }),
  'refund-rule': p => ({
    headline: `A licence can be given back within ${p.format.days(p.policy.refund.days)} of its start`,
    points: [
      'You get the unused part of the year back.',
      'Later: turn off recurring billing. The licence works until its end and is not charged again.',
    ],
  }),
  'grace-rule': p => ({
    headline: `After the end you have ${p.format.days(p.policy.grace.days)} to renew. Then the service stops`,
    points: [
      `The data is kept for ${p.format.days(p.policy.retention.days)}; documents don't say from when, so take it from the licence's end.`,
      'Some MCA and Enterprise Agreement subscriptions end at once: the admin center shows yours.',
    ],
  }),
  'retention-rule': p => ({
    headline: `The data is kept for ${p.format.days(p.policy.retention.days)}. Count them from the licence's end`,
    points: [
      `A later reading counts from the end of the ${p.format.days(p.policy.grace.days)} to renew. Do not rely on it.`,
      `A trial's data is kept for ${p.format.days(p.policy.grace.days)} only.`,
    ],
  }),
  cancel: ({ format, policy }) => ({
    headline: 'To cancel, do both: the admin center, then Plans and pricing',
    points: [
      'In the Microsoft 365 admin center, cancel the subscription under Your products. That stops the bill.',
      'In Defender for IoT on the Azure portal, cancel the plan under Plans and pricing.',
      `Cancelling stops the service at once, without the ${format.days(policy.grace.days)} of grace.`,
    ],
  }),
  'stop-renewal': () => ({
    headline: 'Turn off recurring billing. The licence then ends by itself',
    points: [
      'Microsoft 365 admin center, Billing, Your products: choose the licence and turn recurring billing off.',
      'It works until its last day and is not charged again.',
    ],
  }),
  'renewal-on': () => ({
    headline: 'Turn recurring billing on again in the Microsoft 365 admin center',
    points: [
      'Billing, Your products: choose the licence and turn recurring billing on.',
      'It then renews at the end of its term and is charged again.',
    ],
  }),
  buy: ({ mobile, aspect }) => ({
    headline: aspect === 'price' && !mobile ? 'Prices are on the plans and pricing page' : 'Buy it in the Microsoft 365 admin center',
    points: [
      'A Global admin or Billing admin buys one licence per site, under Marketplace or Purchase services.',
      'Then add the OT plan in Defender for IoT on the Azure portal.',
      ...(mobile ? [] : ['Prices are on the plans and pricing page.']),
    ],
  }),
  sizes: p => ({
    headline: `Five sizes, by devices at a site: ${capacities(p)}`,
    points: [
      'Each site has its own licence; take the smallest size that covers it.',
      `Over ${largest(p)} devices at one site: several XL, or a 2XL or 3XL, which your Microsoft representative can order. Their capacities are not published.`,
    ],
  }),
  'one-license-per-site': p => ({
    headline: 'One licence per site',
    points: [
      'A licence is not shared between sites, and sizes are not added up on one site.',
      `For ${p.format.number(p.policy.sizes[3].upTo * 2)} devices take one XL, never two L.`,
      `Only over ${largest(p)} devices several XL go on one site. Your Microsoft representative confirms that.`,
    ],
  }),
  term: () => ({
    headline: 'A licence runs for one year',
    points: ['It renews each year while recurring billing is on.', 'For several years, ask sales.'],
  }),
  e5: () => ({
    headline: 'No, the OT site licence is not part of Microsoft 365 E5 or E5 Security',
    points: ['Enterprise IoT monitoring, for printers, cameras and the like, is another product: see its page.'],
  }),
  'change-size': () => ({
    headline: "The size can't change before renewal. Protection goes on",
    points: [
      'Over the size of a paid licence the site stays protected. Take the right size at renewal.',
      'If the wait is long, ask sales.',
    ],
  }),
  'count-devices': () => ({
    headline: 'Every IT, OT or IoT device with a network interface counts',
    points: [
      'Switches and routers too. A chassis with modules counts once, and so does a device with several interfaces.',
      'Not: public internet addresses, multicast and broadcast groups, and on OT networks devices silent for over 60 days.',
      'Endpoints managed by Defender for Endpoint: documents differ. Counting them is the safe side.',
    ],
  }),
  'find-device-count': () => ({
    headline: 'The device inventory shows the number',
    points: [
      'Open Defender for IoT, Device inventory, and filter by site.',
      'No inventory yet: count what has a network interface at the site.',
    ],
  }),
  hardware: () => ({
    headline: 'Pre-configured sensor appliances come from Arrow',
    points: ['Write to hardware.sales@arrow.com.', 'The guide and the catalogue list the models and what they are built for.'],
  }),
  migrate: () => ({
    headline: 'From the legacy Azure plan: buy site licences, then move each site',
    points: [
      'Buy the licences first, one per site.',
      'In Defender for IoT on the Azure portal, under Plans and pricing, edit the plan to use them.',
      'For help, use the licences form.',
    ],
  }),
  government: ({ facts: { cloud } }) => ({
    headline:
      cloud === undefined
        ? 'It depends on the government cloud'
        : cloud === 'gcc'
          ? 'In GCC, sales activates trials and licences'
          : cloud === 'commercial'
            ? 'For government customers on commercial Azure, sales activates trials and licences'
            : `In ${cloudNames[cloud]} it is part of your plan`,
    points: [
      'GCC, and government customers on commercial Azure: sales activates it.',
      'GCC High, DoD and Azure Government: it is part of the plan.',
    ],
  }),
  roles: ({ facts: { role } }) => ({
    headline: `${role === 'other' ? 'Only a Global admin or Billing admin' : role ? `A ${roles[role]}` : 'A Global admin or Billing admin'} can buy, extend and cancel`,
    points: [
      'With an MCA, also owners and contributors of the billing account or billing profile.',
      'To add the plan in Azure: Security admin, Contributor or Owner on the subscription.',
      'A reader or user role is not enough.',
    ],
  }),
  'billing-accounts': () => ({
    headline: 'A billing account is the agreement under which you buy from Microsoft',
    points: [
      'MCA: Microsoft Customer Agreement. MOSA: Microsoft Online Subscription Agreement. With both, an admin extends a trial in the admin center.',
      'EA: Enterprise Agreement. CSP: bought through a partner. With these, ask sales or the partner.',
      'Yours is in the Microsoft 365 admin center, under Billing, Billing accounts.',
    ],
  }),
  'contact-sales': () => ({
    headline: 'Write to the right people with one of these forms',
    points: ['To extend a trial: the trials form.', 'All else about licences: the licences form.', 'Sensor hardware: mail Arrow.'],
  }),
}

export const answerNotes: Readonly<Record<AnswerNote, string>> = {
  'trial-may-be-withdrawn':
    'Newer copies of the plans page no longer describe an OT trial: the admin center shows whether you can start one.',
  'not-in-dated-copy': 'That protection goes on is in later copies of the document only.',
  'documents-disagree':
    'Documents disagree: for Microsoft 365 trials in general, extending is offered only in the last 15 days. If "Extend trial" is missing, write to sales.',
  'retention-two-readings': 'Documents can be read in two ways. The earlier date is the one to act by.',
}
