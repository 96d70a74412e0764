import { isKind } from './kind-lists.ts'

// Columns of a table that say of which devices there are how many.

const DEVICES =
  /\b(?:devices?|devs?|assets?|endpoints?|nodes?|hosts?|equipments?|ger[äa]e?te|appareils?|[ée]quipements?|dispositivos?|equipos?|ips?|ip addresses|enheter|apparaten|urządzeń|ot|it|iot)\b/iu
const OTHER_KINDS = /^(?:others?|misc\w*|rest)(?: (?:devices?|assets?|ot|it))*$/iu
const NO_DEVICES = /\b(?:licen[cs]es?|skus?|prices?|part|product|users?|e-?mail)\b/iu

/** "PLCs", "# HMIs", "Camera count". */
export const isOfKind = (title = '') => isKind(title.trim().replace(/^(?:#|no\.? of|number of|count of) ?| (?:count|qty|#)$/giu, ''))

/** "PLCs | HMIs | Cameras | Others": all of them are devices of the site; none where a column has the devices of any kind. */
export function kindsIn(header: readonly string[], devices: readonly number[]): number[] {
  const kinds = header.flatMap((title, column) => (isOfKind(title) || OTHER_KINDS.test(title.trim()) ? [column] : []))
  return kinds.length > 1 && devices.every(column => kinds.includes(column)) ? kinds : []
}

/** Whether a header names devices, and nothing that is counted otherwise, so that nothing need be said besides. */
export const namesDevices = (header: readonly string[]) =>
  header.some(title => isOfKind(title) || DEVICES.test(title)) && !header.some(title => NO_DEVICES.test(title))
