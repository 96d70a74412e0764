import type { Intent } from '../cards/intents.ts'
import { plain, trialTermsTopic, withSizes } from './answers.ts'
import { extendTrialTopic } from './extend-trial.ts'
import { licenseLifecycleTopic } from './license-lifecycle.ts'
import { refundWindowTopic } from './refund-window.ts'
import { sizeLicenseTopic } from './size-license.ts'
import { helpTopic, outOfScopeTopic } from './small-talk.ts'
import { listRemindersTopic, stopRemindersTopic } from './stop-reminders.ts'
import type { ActingTopic, Topic } from './topic.ts'
import { setReminderTopic } from './tracking.ts'

/** The topic of an intent; undefined for what the conversation itself answers. */
export function topicOf(intent: Intent | undefined): Topic | ActingTopic | undefined {
  return intent && intent !== 'thanks' && intent !== 'cancel' ? topics[intent] : undefined
}

/** Everything that can be asked: a new capability is one more line. `thanks` and `cancel` are said by the conversation itself. */
export const topics: Readonly<Record<Exclude<Intent, 'thanks' | 'cancel'>, Topic | ActingTopic>> = {
  'size-license': sizeLicenseTopic,
  'extend-trial': extendTrialTopic,
  'refund-window': refundWindowTopic,
  'license-lifecycle': licenseLifecycleTopic,
  'trial-terms': trialTermsTopic,
  'buy-license': plain({ answers: ['buy', 'trial-after'], byAspect: { price: 'buy', 'trial-to-paid': 'trial-after' } }),
  'stop-renewal': plain({ answers: ['stop-renewal', 'cancel'], aside: ['renewal-on'], facts: ['licenseEnd', 'licenseStart'] }),
  'change-size': withSizes(plain({ answers: ['change-size'] })),
  'license-terms': plain({ answers: ['term', 'one-license-per-site', 'sizes', 'e5'] }),
  'count-devices': plain({ answers: ['count-devices', 'find-device-count'] }),
  'buy-hardware': plain({ answers: ['hardware'] }),
  'migrate-legacy': plain({ answers: ['migrate'] }),
  'government-cloud': plain({ answers: ['government'], facts: ['cloud'] }),
  'admin-roles': plain({ answers: ['roles'], aside: ['billing-accounts'], facts: ['role'], asksAbout: ['role'] }),
  'contact-sales': plain({ answers: ['contact-sales'] }),
  'set-reminder': setReminderTopic,
  'list-reminders': listRemindersTopic,
  'stop-reminders': stopRemindersTopic,
  help: helpTopic,
  greeting: helpTopic,
  'out-of-scope': outOfScopeTopic,
}
