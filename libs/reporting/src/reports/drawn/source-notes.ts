import type { SourceNote } from './drawn-report.js';

/** Numbers sources in the order in which they are first named; the same article keeps its number. */
export class SourceNotes {
  private readonly numbers = new Map<string, number>();
  readonly notes: SourceNote[] = [];

  /** @returns the footnote's number, from 1. */
  number(articleId: string, note: SourceNote): number {
    const known = this.numbers.get(articleId);
    if (known !== undefined) return known;
    this.notes.push(note);
    this.numbers.set(articleId, this.notes.length);
    return this.notes.length;
  }
}
