import { isKind } from './kind-lists.ts'

// Columns of a table that say of which devices there are how many.

const DEVICES =
  /\b(?:devices?|devs?|assets?|endpoints?|nodes?|hosts?|equipments?|ger[äa]e?te|appareils?|[ée]quipements?|dispositivos?|equipos?|ips?|ip addresses|enheter|apparaten|urządzeń|ot|it|iot)\b/iu
const OTHER_KINDS = /^(?:others?|misc\w*|rest)(?: (?:devices?|assets?|ot|it))*$/iu
const NO_DEVICES = /\b(?:licen[cs]es?|skus?|prices?|part|product|users?|e-?mail)\b/iu

/** "PLCs", "# HMIs", "Camera count". */
const isOfKind = (title: string) => isKind(title.trim().replace(/^(?:#|no\.? of|number of|count of) ?| (?:count|qty|#)$/giu, ''))

/** What is counted by its maker or its use. */
const MAKER =
  /^ ?(?:siemens|rockwell|allen[- ]?bradley|schneider|abb|honeywell|emerson|yokogawa|mitsubishi|omron|beckhoff|wago|phoenix(?: contact)?|bosch(?: rexroth)?|fanuc|kuka|ge|moxa|hirschmann|cisco|scada|cctv|hvac|historians?)(?: |$)/iu
const MAKERS = new RegExp(`${MAKER.source}$`, 'iu')
/** All devices, by their addresses; the sensors are those of Defender itself. */
const NO_KIND = /^(?:sensors|ips?|ip addresses|things)$/iu

/** Whether a column counts a kind of devices, or the rest of them: "PLC/RTU", "Siemens", "Others". */
export const isKindTitle = (title = '') =>
  !NO_KIND.test(title.trim()) &&
  (OTHER_KINDS.test(title.trim()) ||
    title.split(/[/&+]| and /u).every(part => isOfKind(part.replace(MAKER, '')) || MAKERS.test(part.trim())))

/** "Total OT", "All IT devices". */
export const isOfSort = (title = '') => /\b(?:ot|it|iot|iiot)\b/iu.test(title)

/** Whether a header names devices, and nothing that is counted otherwise, so that nothing need be said besides. */
export const namesDevices = (header: readonly string[]) =>
  header.some(title => isOfKind(title) || DEVICES.test(title)) && !header.some(title => NO_DEVICES.test(title))
