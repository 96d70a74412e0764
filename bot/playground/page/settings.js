// How the person's client is set. Kept for this tab, so that a reload changes nothing.

const kept = JSON.parse(sessionStorage.getItem('settings') ?? '{}')
const locales = ['en-GB', 'en-US', 'en-AU', 'en-CA', 'de-DE', 'es-ES', 'fr-FR', 'it-IT', 'ja-JP', 'nl-NL', 'pl-PL', 'pt-BR', 'sv-SE']
const ownZone = Intl.DateTimeFormat().resolvedOptions().timeZone ?? 'UTC'

const form = document.querySelector('#settings-form')
const { today, locale, zone, device, theme, everything } = form.elements

/** What the server is told with each message; `today` only where it is not the real date. */
export function setting() {
  return { ...(isSet() ? { today: today.value } : {}), locale: locale.value, zone: zone.value, phone: device.value === 'phone' }
}

/** A day (`YYYY-MM-DD`) in words. */
export function dayInWords(day, style = 'full') {
  return new Intl.DateTimeFormat(locale.value, { dateStyle: style, timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`))
}

/** The time of day of a `localTimestamp`, which is on the person's own clock already. */
export function timeInWords(localTimestamp) {
  return new Intl.DateTimeFormat(locale.value, { timeStyle: 'short', timeZone: 'UTC' }).format(new Date(`${localTimestamp.slice(0, 19)}Z`))
}

/** Fills the form from what was kept and shows every change at once. */
export function startSettings() {
  fill(locale, [...new Set([...locales, navigator.language])].sort(), languageInWords)
  fill(zone, [...new Set(['UTC', ownZone, ...Intl.supportedValuesOf('timeZone')])].sort(), name => name.replaceAll('_', ' '))
  locale.value = kept.locale ?? (locales.includes(navigator.language) ? navigator.language : 'en-GB')
  zone.value = kept.zone ?? ownZone
  device.value = kept.device ?? 'desktop'
  theme.value = kept.theme ?? 'system'
  everything.checked = kept.everything ?? false
  today.value = kept.today ?? realDay()
  form.addEventListener('change', show)
  form.addEventListener('submit', event => event.preventDefault())
  document.querySelector('#real-date').addEventListener('click', () => {
    today.value = realDay()
    show()
    today.focus()
  })
  show()
}

function fill(select, values, words) {
  select.append(...values.map(value => new Option(words(value), value)))
}

function languageInWords(tag) {
  return `${new Intl.DisplayNames('en', { type: 'language', languageDisplay: 'standard', style: 'short' }).of(tag)}, ${tag}`
}

function realDay() {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: zone.value || ownZone }).format(new Date())
}

function isSet() {
  return today.value !== '' && today.value !== realDay()
}

function show() {
  if (today.value === '') today.value = realDay()
  const set = isSet()
  document.querySelector('#today-state').textContent = set
    ? `${dayInWords(today.value)}, set by you`
    : `${dayInWords(today.value)}, the real date`
  document.querySelector('#today-shown').textContent = set ? `Today is set to ${dayInWords(today.value, 'long')}` : ''
  document.querySelector('#real-date').disabled = !set
  const root = document.documentElement
  root.dataset.device = device.value
  root.toggleAttribute('data-everything', everything.checked)
  if (theme.value === 'system') delete root.dataset.theme
  else root.dataset.theme = theme.value
  const keep = { locale: locale.value, zone: zone.value, device: device.value, theme: theme.value, everything: everything.checked }
  sessionStorage.setItem('settings', JSON.stringify(set ? { ...keep, today: today.value } : keep))
}
