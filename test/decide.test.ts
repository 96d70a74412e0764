import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ended, run, startCommand } from './support/command.ts'

const trial = {
  rule: 'trialExtension',
  today: '2026-03-10',
  facts: { trialEnd: '2026-04-15', role: 'billing-admin', billingAccount: 'MOSA' },
}
const sizing = (facts: object) => JSON.stringify({ rule: 'sizeLicenses', today: '2026-03-10', facts })
const parsed = (stdout: string) =>
  stdout
    .split('\n')
    .filter(line => line !== '')
    .map(line => JSON.parse(line))

/** What the command answers to these lines: the answer's rule, or the fact it refuses. */
async function answersTo(lines: readonly string[]): Promise<string[]> {
  const { stdout } = await run('decide', `${lines.join('\n')}\n`)
  return parsed(stdout).map(answer => ('error' in answer ? `error: ${answer.error.fact}` : answer.rule))
}

describe('a question from the shell', () => {
  test('is answered on one line, with its keys in the order of the rules', async () => {
    const { status, stdout, stderr } = await run('decide', `${JSON.stringify(trial)}\n`)
    expect(stdout).toBe(
      '{"rule":"trialExtension","today":"2026-03-10","answer":"yes","details":{"trialEnd":"2026-04-15","lastDay":"2026-03-31","daysLeft":36},' +
        '"reasons":[{"code":"window-open","sources":["D4IOT-LIC","D4IOT-PLANS"]}],"missing":[],"route":"admin-center","notes":["documents-disagree"],"policy":"2024-11-17"}\n',
    )
    expect([status, stderr]).toEqual([0, ''])
  })

  test('is answered through npm, with nothing around the answer', async () => {
    const child = promisify(execFile)('npm', ['run', '--silent', 'decide'], {
      env: { ...process.env, POLICY_FILE: '' },
      shell: process.platform === 'win32',
    })
    child.child.stdin?.end('{"rule":"nonsense"}')
    const { code, stdout } = (await child.catch((error: unknown) => error)) as { code: number; stdout: string }
    expect(code).toBe(1)
    expect(JSON.parse(stdout)).toEqual({
      error: {
        fact: 'rule',
        message: '"nonsense" is not known; use one of sizeLicenses, trialExtension, refundWindow, licenseLifecycle, milestones',
      },
    })
  })

  test('that is bad gets an error in its place, and the rest goes on', async () => {
    const { status, stdout } = await run('decide', `${JSON.stringify(trial)}\n{"rule":\n\n   \n[]\n${sizing({})}\n`)
    expect(status).toBe(1)
    expect(parsed(stdout).map(answer => answer.error?.fact ?? answer.rule ?? 'null')).toEqual([
      'trialExtension',
      'null',
      'null',
      'sizeLicenses',
    ])
    expect(parsed(stdout)[1].error.fact).toBeNull()
  })

  test('takes no arguments, and says so', async () => {
    const { stdout, stderr, status } = await ended(startCommand('decide', ['--today', '2026-03-10']))
    expect([status, stdout]).toEqual([1, ''])
    expect(stderr).toContain('takes no arguments')
  })

  test('says that today was left out, and how to give it', async () => {
    const { stdout, status } = await run('decide', '{"rule":"trialExtension"}\n')
    expect([status, parsed(stdout)]).toEqual([1, [{ error: { fact: 'today', message: 'today is missing; give it as YYYY-MM-DD' } }]])
  })

  test('says what was wrong with a day, and what is accepted', async () => {
    const facts = { trialEnd: '2026-02-31' }
    const { stdout } = await run('decide', JSON.stringify({ ...trial, facts }))
    expect(parsed(stdout)).toEqual([
      { error: { fact: 'trialEnd', message: '"2026-02-31" is not a day in the calendar; use YYYY-MM-DD, such as 2026-02-28' } },
    ])
  })
})

describe('lines', () => {
  const named = (name: string) => sizing({ sites: [{ devices: 400, name }] })

  test('may end in CRLF, and the last may end in nothing', async () => {
    expect(await answersTo([`${JSON.stringify(trial)}\r`, `\r`, `${sizing({})}\r`])).toEqual(['trialExtension', 'sizeLicenses'])
    expect(parsed((await run('decide', `${sizing({})}\r\n${JSON.stringify(trial)}`)).stdout)).toHaveLength(2)
  })

  test('end at line ends only: a name may hold U+2028, and characters of several bytes', async () => {
    const { status, stdout } = await run('decide', named('Łódź\u2028Süd\u2029日本\u0085𝕏'))
    expect([status, parsed(stdout)[0].details.sites[0].name]).toEqual([0, 'Łódź\u2028Süd\u2029日本\u0085𝕏'])
  })

  test('of any number and length are answered in order', async () => {
    const sites = Array.from({ length: 500 }, (_, index) => ({ devices: index + 1, name: `Plant ${index} ${'x'.repeat(80)}` }))
    const many = Array.from({ length: 2000 }, (_, index) => sizing({ sites: [{ devices: index + 1 }] }))
    const { status, stdout } = await run('decide', [sizing({ sites }), ...many].join('\n'))
    const totals = parsed(stdout).map(({ details }) => details.totals.devices)
    expect([status, totals]).toEqual([0, [125_250, ...many.map((_, index) => index + 1)]])
  })

  test('are answered as they come, while the input is still open', async () => {
    const command = startCommand('decide')
    const answers = createInterface({ input: command.stdout })[Symbol.asyncIterator]()
    for (const devices of [400, 600]) {
      command.stdin.write(`${sizing({ sites: [{ devices }] })}\n`)
      const { value } = (await answers.next()) as { value: string }
      expect(JSON.parse(value).details.totals.devices).toBe(devices)
    }
    command.stdin.end()
    expect((await ended(command)).status).toBe(0)
  })

  test('of no input at all are none', async () => {
    expect(await run('decide', '')).toEqual({ status: 0, stdout: '', stderr: '' })
  })
})

describe('several things wrong', () => {
  test('are told one by one: the line, rule, today, facts, an unknown key, an unknown fact, then each fact in the order of its rule', async () => {
    const line = (change: object) =>
      JSON.stringify({ rule: 'trialExtension', today: '2026-03-10', facts: { trialEnd: '2026-04-15' }, ...change })
    const bad = { role: 'boss', trialStart: '2026-01-32', trialEnd: 'soon', fee: 1, tax: 2 }
    expect(
      await answersTo([
        '[1]',
        line({ rule: 'x', today: 'x', facts: 1, zone: 'x' }),
        line({ today: 'x', facts: 1, zone: 'x' }),
        line({ facts: 1, zone: 'x' }),
        line({ zone: 'x', facts: bad }),
        line({ facts: bad }),
        line({ facts: { ...bad, fee: undefined, tax: undefined } }),
        line({ facts: { role: 'boss', trialStart: '2026-01-32' } }),
        line({ facts: { role: 'boss', trialStart: '2026-05-01', trialEnd: '2026-04-15' } }),
        line({ facts: { trialStart: '2026-05-01', trialEnd: '2026-04-15' } }),
      ]),
    ).toEqual([
      'error: null',
      'error: rule',
      'error: today',
      'error: facts',
      'error: zone',
      'error: fee',
      'error: trialEnd',
      'error: trialStart',
      'error: role',
      'error: trialEnd',
    ])
  })

  test('in a list are told entry by entry, an unknown key of an entry first', async () => {
    expect(
      await answersTo([
        sizing({ growthPercent: -1, sites: [{ devices: 1 }, { name: '', count: 0, devices: 0, size: 'L' }, 7] }),
        sizing({ growthPercent: -1, sites: [{ devices: 1 }, { name: '', count: 0, devices: 0 }] }),
        sizing({ growthPercent: -1, sites: [{ devices: 1 }, { name: '', count: 0, devices: 2 }] }),
        sizing({ growthPercent: -1, sites: [{ devices: 1 }, { name: '', devices: 2 }] }),
        sizing({ growthPercent: -1, sites: [{ devices: 1 }] }),
      ]),
    ).toEqual(['error: sites[1].size', 'error: sites[1].devices', 'error: sites[1].count', 'error: sites[1].name', 'error: growthPercent'])
  })

  const cases: readonly (readonly [why: string, line: string, fact: string | null])[] = [
    ['an inherited key is unknown', '{"rule":"milestones","today":"2026-03-10","facts":{"__proto__":{"kind":"paid"}}}', '__proto__'],
    ['a key of every object is unknown as well', '{"rule":"milestones","today":"2026-03-10","toString":1}', 'toString'],
    ['null is no object', 'null', null],
    ['a number is no object', '7', null],
    ['the facts left out are none', '{"rule":"milestones","today":"2026-03-10"}', 'kind'],
    ['null facts are no object', '{"rule":"milestones","today":"2026-03-10","facts":null}', 'facts'],
    ['a list of facts is no object', '{"rule":"milestones","today":"2026-03-10","facts":[]}', 'facts'],
    ['today is needed', '{"rule":"milestones","facts":{"kind":"paid"}}', 'today'],
    ['today begins in 2015', '{"rule":"milestones","today":"2014-12-31","facts":{"kind":"paid"}}', 'today'],
    ['today ends in 2099', '{"rule":"milestones","today":"2100-01-01","facts":{"kind":"paid"}}', 'today'],
    ['an instant is no day', '{"rule":"milestones","today":"2026-03-10T00:00:00Z","facts":{"kind":"paid"}}', 'today'],
    [
      'days reach ten years ahead',
      '{"rule":"milestones","today":"2026-03-10","facts":{"kind":"trial","trialEnd":"2036-03-11"}}',
      'trialEnd',
    ],
    [
      'and after 29 February to 28',
      '{"rule":"milestones","today":"2024-02-29","facts":{"kind":"trial","trialEnd":"2034-03-01"}}',
      'trialEnd',
    ],
    ['a fact of no use in the case is checked', '{"rule":"refundWindow","today":"2026-03-10","facts":{"kind":"trial","price":0}}', 'price'],
    ['null is no unknown fact', '{"rule":"trialExtension","today":"2026-03-10","facts":{"role":null}}', 'role'],
    ['yes is not true', '{"rule":"trialExtension","today":"2026-03-10","facts":{"extended":"yes"}}', 'extended'],
  ]
  let refused: { error?: { fact: string | null } }[]
  beforeAll(async () => {
    refused = parsed((await run('decide', cases.map(([, line]) => line).join('\n'))).stdout)
  })

  test.for(cases.map(([why, , fact], index) => [why, index, fact] as const))('%s', ([, index, fact]) => {
    expect(refused[index]?.error?.fact).toBe(fact)
  })
})

describe('POLICY_FILE', () => {
  let folder: string
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'policy-'))
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  const withPolicy = (content: string, lines: string) => {
    const file = join(folder, 'policy.json')
    writeFileSync(file, content)
    return run('decide', lines, { POLICY_FILE: file })
  }

  test('changes the numbers, and every answer says that they are the operator’s', async () => {
    const bought = JSON.stringify({ rule: 'refundWindow', today: '2026-03-10', facts: { licenseStart: '2026-02-28' } })
    const { status, stdout, stderr } = await withPolicy('\uFEFF{"refund":{"days":14}}', `${bought}\n${JSON.stringify(trial)}`)
    expect([status, stderr]).toEqual([0, ''])
    expect(parsed(stdout)).toMatchObject([
      { answer: 'yes', details: { lastDay: '2026-03-14', daysLeft: 4 }, policy: 'operator' },
      { answer: 'yes', details: { lastDay: '2026-03-31' }, policy: 'operator' },
    ])
  })

  test.for<[content: string, sentences: readonly string[]]>([
    ['{"refund":{"days":-1}}', ['POLICY_FILE: refund.days is -1; it must be a whole number from 0 to 365.']],
    [
      '{"refunds":{"days":7}}',
      [
        'POLICY_FILE: refunds is not a key of the policy; the keys here are trial, refund, grace, retention, sizes, roles, selfServeAccounts.',
      ],
    ],
    ['{"retention":{"days":30}}', ['POLICY_FILE: retention.days is 30; it must be at least 31, one more than grace.days.']],
    [
      '{"sizes":[{"size":"XS","upTo":100},{"size":"S","upTo":90},{"size":"M","upTo":500},{"size":"L","upTo":1000},{"size":"XL","upTo":5000}]}',
      ['POLICY_FILE: sizes[1].upTo is 90 for S; it must be more than 100 (XS).'],
    ],
    [
      '{"grace":{"days":1.5},"trial":{"offered":"no"}}',
      [
        'POLICY_FILE: trial.offered is "no"; it must be true or false.',
        'POLICY_FILE: grace.days is 1.5; it must be a whole number from 0 to 365.',
      ],
    ],
  ])('with %s stops before any answer', async ([content, sentences]) => {
    expect(await withPolicy(content, JSON.stringify(trial))).toEqual({ status: 1, stdout: '', stderr: `${sentences.join('\n')}\n` })
  })

  test('that is no JSON, or not there, stops and names the file', async () => {
    const broken = await withPolicy('{"refund":', JSON.stringify(trial))
    expect([broken.status, broken.stdout]).toEqual([1, ''])
    expect(broken.stderr).toMatch(/^POLICY_FILE: .*policy\.json is not JSON \(.+\); give a file such as \{.+\}\.\n$/)
    const file = join(folder, 'nowhere.json')
    expect(await run('decide', JSON.stringify(trial), { POLICY_FILE: file })).toEqual({
      status: 1,
      stdout: '',
      stderr: `POLICY_FILE: ${file} can't be read (ENOENT); give a file that the bot may read.\n`,
    })
  })

  test('that is set to nothing counts as not set', async () => {
    const { stdout } = await run('decide', JSON.stringify(trial), { POLICY_FILE: '' })
    expect(parsed(stdout)[0].policy).toBe('2024-11-17')
  })
})
