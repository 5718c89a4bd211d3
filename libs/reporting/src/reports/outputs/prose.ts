import { lexer, type Token, type Tokens } from 'marked';

/** Markdown reduced to what every output can set; raw HTML and pictures become their text. */
export type Prose =
  | { kind: 'heading'; level: number; inline: Inline[] }
  | { kind: 'paragraph'; inline: Inline[] }
  | { kind: 'list'; ordered: boolean; items: Prose[][] }
  | { kind: 'quotation'; prose: Prose[] }
  | { kind: 'code'; text: string }
  | { kind: 'rule' };

export type Inline =
  | { kind: 'text'; text: string }
  | { kind: 'code'; text: string }
  | { kind: 'break' }
  | { kind: 'strong' | 'emphasis'; inline: Inline[] }
  | { kind: 'link'; href: string; inline: Inline[] };

/** Reads Markdown. Links lead to web and mail addresses only; all else of them is text. */
export function proseOf(markdown: string): Prose[] {
  return lexer(markdown.replaceAll('\0', '').toWellFormed(), { gfm: true }).flatMap(blockOf);
}

function blockOf(token: Token): Prose[] {
  switch (token.type) {
    case 'space':
    case 'def':
      return [];
    case 'hr':
      return [{ kind: 'rule' }];
    case 'code':
      return [{ kind: 'code', text: (token as Tokens.Code).text }];
    case 'heading':
      return [{ kind: 'heading', level: (token as Tokens.Heading).depth, inline: inlineOf(token.tokens) }];
    case 'blockquote':
      return [{ kind: 'quotation', prose: (token.tokens ?? []).flatMap(blockOf) }];
    case 'list': {
      const { ordered, items } = token as Tokens.List;
      return [{ kind: 'list', ordered, items: items.map((item) => item.tokens.flatMap(blockOf)) }];
    }
    case 'table': {
      const { header, rows } = token as Tokens.Table;
      const line = (cells: Tokens.TableCell[]): Prose => ({
        kind: 'paragraph',
        inline: cells.flatMap((cell, index) => [
          ...(index === 0 ? [] : [{ kind: 'text' as const, text: ' · ' }]),
          ...inlineOf(cell.tokens),
        ]),
      });
      return [line(header), ...rows.map(line)];
    }
    default: {
      const inline =
        token.type === 'html' ? [plain(token.raw.trim())] : inlineOf('tokens' in token ? token.tokens : [token]);
      return inline.length === 0 ? [] : [{ kind: 'paragraph', inline }];
    }
  }
}

const plain = (text: string): Inline => ({ kind: 'text', text });
const safeAddress = /^(https?:\/\/|mailto:)[^\s\p{Cc}]+$/iu;

function inlineOf(tokens: readonly Token[] | undefined): Inline[] {
  return (tokens ?? []).flatMap((token): Inline[] => {
    switch (token.type) {
      case 'br':
        return [{ kind: 'break' }];
      case 'codespan':
        return [{ kind: 'code', text: (token as Tokens.Codespan).text }];
      case 'strong':
        return [{ kind: 'strong', inline: inlineOf(token.tokens) }];
      case 'em':
        return [{ kind: 'emphasis', inline: inlineOf(token.tokens) }];
      case 'link': {
        const { href, tokens: inside } = token as Tokens.Link;
        const inline = inlineOf(inside);
        return safeAddress.test(href) ? [{ kind: 'link', href, inline }] : inline;
      }
      case 'escape':
        return [plain((token as Tokens.Escape).text)];
      case 'del':
        return inlineOf(token.tokens);
      case 'text':
        return 'tokens' in token && token.tokens ? inlineOf(token.tokens) : [plain((token as Tokens.Text).raw)];
      case 'image':
        return [plain((token as Tokens.Image).text)];
      default:
        return [plain(token.raw)];
    }
  });
}
