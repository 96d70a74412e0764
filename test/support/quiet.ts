import { afterEach, beforeEach, expect, vi } from 'vitest'

// What the code under test complains about on the console is a fault, unless a test says that it expects it.
beforeEach(() => {
  vi.spyOn(console, 'error')
  vi.spyOn(console, 'warn')
})
afterEach(() => {
  const complaints = [console.error, console.warn].flatMap(method => vi.mocked(method).mock.calls)
  vi.restoreAllMocks()
  expect(complaints, 'complaints on the console').toEqual([])
})
