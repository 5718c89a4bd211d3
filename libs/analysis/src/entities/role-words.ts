import type { Span } from '@timbre/contracts';
import { isHan } from '../folding/character-classes.js';

export type RoleClass = 'role' | 'organisation' | 'product' | 'person' | 'measure';

const LONGEST = 24;

/** Words for offices and kinds of things; they make a number a name ("360 创始人") and a noun a reference ("该公司"). */
export class RoleWords {
  private readonly classes = new Map<string, RoleClass>();
  /** 1 for each unit that a word begins with; most words of a text need no look into `classes`. */
  private readonly firsts = new Uint8Array(0x10000);

  constructor(rows: readonly (readonly string[])[]) {
    for (const [word, , kind] of rows) {
      if (!word || !isRoleClass(kind)) continue;
      this.classes.set(word.toLowerCase(), kind);
      this.firsts[word.toLowerCase().charCodeAt(0)] = 1;
    }
  }

  /** Class of a word in its normal form, plural or not. */
  classOf(norm: string): RoleClass | undefined {
    if (this.firsts[norm.charCodeAt(0)] !== 1) return undefined;
    const exact = this.classes.get(norm);
    if (exact !== undefined || norm.charCodeAt(norm.length - 1) !== 115) return exact;
    return this.classes.get(norm.slice(0, -1));
  }

  /** Class of the longest word that begins at `at` of a folded text, after at most one space. */
  classAt(folded: string, at: number): RoleClass | undefined {
    const from = folded.charCodeAt(at) === 32 ? at + 1 : at;
    const window = folded.slice(from, from + LONGEST).toLowerCase();
    if (isHan(window.charCodeAt(0))) {
      for (let length = Math.min(6, window.length); length > 0; length -= 1) {
        const kind = this.classes.get(window.slice(0, length));
        if (kind) return kind;
      }
      return undefined;
    }
    const word = /^[a-z][a-z-]*/.exec(window)?.[0];
    return word === undefined ? undefined : this.classOf(word);
  }

  /** Whether an office or a kind of organisation or product follows the span: "360 创始人", "360 公司". */
  standsBeside(folded: string, span: Span): boolean {
    const kind = this.classAt(folded, span.to);
    return kind === 'role' || kind === 'organisation' || kind === 'product';
  }

  /** Whether what follows the span counts or measures: "360 度". */
  isCounted(folded: string, span: Span): boolean {
    const next = folded.charCodeAt(span.to);
    const before = folded.slice(Math.max(0, span.from - 2), span.from).trim();
    return this.classAt(folded, span.to) === 'measure' || next === 37 || /[$€£¥第]$/.test(before);
  }
}

function isRoleClass(value: string | undefined): value is RoleClass {
  return (
    value === 'role' || value === 'organisation' || value === 'product' || value === 'person' || value === 'measure'
  );
}
