/** A topic query that cannot be read. `column` counts from 1, in UTF-16 code units of the query. */
export class TopicQueryError extends Error {
  constructor(
    readonly column: number,
    sentence: string,
  ) {
    super(`Column ${column}: ${sentence}`);
    this.name = 'TopicQueryError';
  }
}
