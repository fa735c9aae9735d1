/** Why the database did not do what it was asked to. */
export type StorageFaultKind = 'busy' | 'full' | 'read-only' | 'unreachable'

const sentences: Record<StorageFaultKind, string> = {
  busy: 'This was not saved because the database is busy: try again in a moment.',
  full: 'This was not saved because the server has run out of disk space: tell whoever runs it, and try again later.',
  'read-only':
    'This was not saved because the server may not write to its database: tell whoever runs it, and try again later.',
  unreachable: 'This may not have been saved because the server lost its database: try again in a moment.',
}

/**
 * The database is at fault, not the request, so sending the same request again later may succeed. The message is meant for
 * the learner; `cause` has what the database said, for the log.
 */
export class StorageFault extends Error {
  override readonly name = 'StorageFault'

  constructor(
    readonly kind: StorageFaultKind,
    options?: ErrorOptions,
  ) {
    super(sentences[kind], options)
  }
}
