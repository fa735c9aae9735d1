import { defineConfig } from 'prisma/config'

// The prisma command downloads a schema engine at every start unless this names a file. Generating needs no engine, and
// migrations use the WebAssembly one (scripts/migration-engine.ts), so any file that exists will do.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= import.meta.filename

export default defineConfig({ schema: 'prisma/schema.prisma' })
