/** A document took more than any honest one. `code` is stable and goes to users and health pages. */
export class DocumentTooHeavyError extends Error {
  constructor(
    readonly code: 'document.too_slow' | 'document.too_large',
    message: string,
  ) {
    super(message);
    this.name = 'DocumentTooHeavyError';
  }
}
