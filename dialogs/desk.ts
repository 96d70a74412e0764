import type { Desk } from './ports.ts'
import type { Answer, Turn } from './turn.ts'

/** Answers one turn: the one door to everything that License Desk knows. */
export async function handle(turn: Turn, desk: Desk): Promise<Answer> {
  void desk
  return { reply: turn.input.kind === 'said' ? { kind: 'say', text: `You said: ${turn.input.text}` } : { kind: 'nothing' }, trace: {} }
}
