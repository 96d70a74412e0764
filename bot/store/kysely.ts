import { createRequire } from 'node:module'
import type * as modules from 'kysely'

/** Kysely as CommonJS: to find and link its 260 files as ES modules takes half as long again, a twentieth of the desk's start. */
const commonJs: typeof modules = createRequire(import.meta.url)('kysely')

export const { CompiledQuery, Kysely, Migrator, PostgresDialect, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler, sql } = commonJs
export type Kysely<Database> = modules.Kysely<Database>
export type CompiledQuery<Row = unknown> = modules.CompiledQuery<Row>
