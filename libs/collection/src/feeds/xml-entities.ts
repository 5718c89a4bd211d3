import { decodeHTMLStrict, replaceCodePoint } from 'entities/decode';
import { EntityExpansionError } from './feed-errors.js';

/** Characters that the entities of one document may add in all; honest feeds use them for single characters. */
const EXPANSION_BUDGET = 256 * 1024;
const DEEPEST = 8;
/** Characters decoded at a time: a text of nothing but references would otherwise need fifty times its own memory. */
const PIECE = 32 * 1024;
const LONGEST_REFERENCE = 66;

const XML_ENTITIES: ReadonlyMap<string, string> = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
  ['apos', "'"],
]);

const REFERENCE = /&(#x[0-9a-f]{1,8}|#[0-9]{1,10}|[a-z_][\w.-]{0,63});/gi;

/**
 * Resolves character and entity references of one document: numeric ones (those of windows-1252's control range as
 * browsers read them), XML's five, all of HTML, and the internal entities of the document type declaration. What
 * cannot be resolved stays as written; external entities are empty and never fetched.
 *
 * @throws EntityExpansionError from `decode` when internal entities add more than 256 Ki characters in all
 */
export class XmlEntities {
  private readonly own = new Map<string, string>();
  private spent = 0;

  /** @param internalSubset what stands between the brackets of `<!DOCTYPE … [ ]>` */
  constructor(internalSubset: string) {
    const declaration = /<!ENTITY\s+([\w.-]{1,64})\s+(?:(?:SYSTEM|PUBLIC)\b[^>]*|"([^"]*)"|'([^']*)')/gi;
    for (const [, name, double, single] of internalSubset.matchAll(declaration)) {
      if (name && !this.own.has(name)) this.own.set(name, double ?? single ?? '');
    }
  }

  /** The text with its references resolved, once. */
  decode(text: string): string {
    if (!text.includes('&')) return text;
    if (text.length <= PIECE) return this.resolve(text, 0);
    let decoded = '';
    for (let from = 0; from < text.length;) {
      const to = endOfPiece(text, from + PIECE);
      decoded += this.resolve(text.slice(from, to), 0);
      from = to;
    }
    return decoded;
  }

  private resolve(text: string, depth: number): string {
    return text.replace(REFERENCE, (reference, name: string) => {
      if (name[0] === '#') return character(name);
      const own = this.own.get(name);
      if (own === undefined) return XML_ENTITIES.get(name) ?? htmlEntity(reference);
      if (depth >= DEEPEST) throw new EntityExpansionError();
      const value = this.resolve(own, depth + 1);
      this.spent += value.length;
      if (this.spent > EXPANSION_BUDGET) throw new EntityExpansionError();
      return value;
    });
  }
}

/** Where to cut a long text so that no reference is torn: before an ampersand that stands close to the cut. */
function endOfPiece(text: string, wanted: number): number {
  if (wanted >= text.length) return text.length;
  const ampersand = text.lastIndexOf('&', wanted);
  return wanted - ampersand <= LONGEST_REFERENCE ? ampersand : wanted;
}

function character(name: string): string {
  const hex = name[1] === 'x' || name[1] === 'X';
  return String.fromCodePoint(replaceCodePoint(Number.parseInt(name.slice(hex ? 2 : 1), hex ? 16 : 10)));
}

/** HTML's entities are case-sensitive; `&NBSP;` and its like are common enough in feeds to be read as well. */
function htmlEntity(reference: string): string {
  const exact = decodeHTMLStrict(reference);
  return exact === reference ? decodeHTMLStrict(reference.toLowerCase()) : exact;
}
