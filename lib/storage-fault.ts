import { StorageFault, type StorageFaultKind } from './errors.ts'

/** What Prisma, its adapters and the drivers below them call the same few conditions. */
const codes: Record<StorageFaultKind, RegExp> = {
  busy: /^(P1008|P2028|P2037|SocketTimeout|TooManyConnections|SQLITE_(BUSY|LOCKED)\w*|55P03|57014|53(?!100)\w{3})$/,
  full: /^(SQLITE_FULL|ENOSPC|53100)$/,
  'read-only': /^(SQLITE_READONLY\w*|EROFS|25006)$/,
  unreachable:
    /^(P10(00|01|03|10|11|17)|ConnectionClosed|DatabaseNotReachable|SQLITE_(CANTOPEN|IOERR|NOTADB|CORRUPT)\w*|08\w{3}|57P\w{2}|ECONN\w+|EPIPE|ETIMEDOUT)$/,
}

/** The same conditions where the driver gives them no code. */
const messages: Partial<Record<StorageFaultKind, RegExp>> = {
  busy: /timeout exceeded when trying to connect/,
  unreachable: /connect ENOENT|Connection terminated|connection error and is not queryable|directory does not exist/,
}

/** The storage fault that an error of the database amounts to, or undefined when the database is not at fault. */
export function storageFaultIn(error: unknown): StorageFault | undefined {
  if (error instanceof StorageFault) return error
  if (!(error instanceof Error)) return undefined
  const kinds = Object.keys(codes) as StorageFaultKind[]
  const kind = kinds.find(
    (candidate) =>
      codesOf(error).some((code) => codes[candidate].test(code)) || messages[candidate]?.test(error.message),
  )
  return kind && new StorageFault(kind, { cause: error })
}

/** Whether what was to be stored has the id, or another unique value, of something that is stored already. */
export function isUniqueViolation(error: unknown): boolean {
  return codesOf(error).some((code) => code === 'P2002' || code === 'UniqueConstraintViolation')
}

/** Whether a transaction failed only because another one stood in its way, so that it may be run again. */
export function isWriteConflict(error: unknown): boolean {
  return codesOf(error).some((code) => code === 'P2034' || code === 'TransactionWriteConflict')
}

type DriverCause = { originalCode?: string; kind?: string }

/**
 * Prisma reports what its adapter said in `meta`, except for errors of BEGIN and COMMIT, which it passes on as they are,
 * with what was said in `cause`.
 */
function codesOf(error: unknown): string[] {
  if (!(error instanceof Error)) return []
  const { code, cause, meta } = error as Error & {
    code?: unknown
    cause?: DriverCause
    meta?: { driverAdapterError?: { cause?: DriverCause } }
  }
  const driver = meta?.driverAdapterError?.cause ?? cause
  return [code, driver?.originalCode, driver?.kind].filter((value) => typeof value === 'string')
}
