export interface Policy {
  readonly date: string
}
