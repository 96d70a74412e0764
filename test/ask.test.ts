import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { ended, startCommand } from './support/command.ts'

function ask(input: string, ...options: string[]) {
  const command = startCommand('ask', ['--today', '2026-03-10', ...options])
  // A command that stops at once does not read its input.
  command.stdin.on('error', () => undefined)
  command.stdin.end(input)
  return ended(command)
}

/** Only what can be pressed, and headlines. */
const pressable = (shown: string) => shown.match(/^(Yes|No|It depends|\d+ XL).*$|\[\d+ [^\]]+\]/gm)

test('a question of its own is answered, and the command ends', async () => {
  const { stdout, stderr, status } = await ask('', 'can I still extend my trial? it ends 15 April')
  expect([status, stderr]).toEqual([0, ''])
  expect(stdout).toMatch(/^Yes, until 31 March 2026, if/)
})

test('the choices of an open question are numbered, and a number answers it like the choice and "Update"', async () => {
  const { stdout, status } = await ask('can I still extend my trial? it ends 15 April\n2\n1\n')
  const [first, second, third] = stdout.split(/\n\n(?=Yes)/)
  expect(status).toBe(0)
  expect(pressable(first!)!.slice(1)).toEqual([
    '[1 Global admin]',
    '[2 Billing admin]',
    '[3 Another role]',
    "[4 I don't know]",
    '[5 Remind me]',
  ])
  expect(second).toContain('Your role: Billing admin')
  expect(pressable(second!)![1]).toBe('[1 Customer Agreement (MCA)]')
  expect(pressable(third!)).toEqual(['Yes, until 31 March 2026', '[1 Remind me]'])
})

test('"I don\'t know" by its number is not asked again', async () => {
  const { stdout } = await ask('can I still extend my trial? it ends 15 April\n4\n')
  expect(stdout.split(/\n\n(?=Yes)/)[1]).not.toContain('Which role')
})

test('buttons are numbered too, and a number without a button is something said', async () => {
  const { stdout } = await ask('3 plants with 400, 900 and 6k\n1\n')
  expect(pressable(stdout)![1]).toBe('[1 With 20 % growth]')
  expect(stdout).toContain('20 % growth.')
  expect((await ask('hello\n99\n')).status).toBe(0)
})

test('"as text" of what was only supposed says so', async () => {
  const { stdout } = await ask('Graz 310, Linz 95\nsuppose linz had 300\nas text\nundo\nas text\n')
  const [, supposed = '', real = ''] = stdout.split('Defender for IoT site licences: ').slice(-3)
  expect(supposed).toMatch(/^2 M\nOnly supposed: this is not the list as it stands\.\n/)
  expect(real).toMatch(/^1 M, 1 XS\n/)
  expect(real).not.toContain('Only supposed')
})

test('"as text" gives the order in lines to paste, also after an aside', async () => {
  const { stdout } = await ask('Graz 310, Linz 95\nwhat is a trial?\nas text, please\n')
  expect(stdout).toMatch(
    /Defender for IoT site licences: 1 M, 1 XS\n\nGraz: 310 devices, M\nLinz: 95 devices, XS\n\nTotal: 405 devices, 2 sites, 2 licences\s*$/,
  )
})

test('with --json every card is a line', async () => {
  const { stdout } = await ask('', '--json', 'can I still extend my trial? it ends 15 April')
  expect(JSON.parse(stdout)).toMatchObject({ type: 'AdaptiveCard', version: '1.5' })
})

test.for([
  ['--today', '2014-12-31', '2014-12-31 is out of range; days from 2015-01-01 to 2099-12-31 are accepted'],
  ['--today', '2100-01-01', '2100-01-01 is out of range; days from 2015-01-01 to 2099-12-31 are accepted'],
  ['--today', '2026-02-30', '"2026-02-30" is not a day in the calendar; use YYYY-MM-DD, such as 2026-02-28'],
  ['--zone', 'Mars', '"Mars" is not known; use an IANA zone, such as Europe/Berlin'],
  ['--locale', '!!', '"!!" is no language tag; use one such as en-GB'],
] as const)('%s %s is refused in a sentence', async ([option, value, sentence]) => {
  expect(await ask('hello\n', option, value)).toEqual({ status: 1, stdout: '', stderr: `${option}: ${sentence}\n` })
})

test('several options that can not be used are refused together', async () => {
  const { stderr } = await ask('', '--zone', 'Mars', '--locale', '!!', 'hello')
  expect(stderr.split('\n').map(line => line.split(':')[0])).toEqual(['--zone', '--locale', ''])
})

test('a reader that has seen enough ends it without a word', async () => {
  const command = startCommand('ask', ['--today', '2026-03-10'])
  command.stdin.on('error', () => undefined)
  command.stdin.write('hello\n')
  await once(command.stdout, 'data')
  command.stdout.destroy()
  const [said, closed] = [text(command.stderr), once(command, 'close')]
  command.stdin.end('hi\n'.repeat(20))
  expect([await said, (await closed)[0]]).toEqual(['', 0])
})
