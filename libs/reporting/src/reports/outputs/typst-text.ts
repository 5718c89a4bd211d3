import type { Inline, Prose } from './prose.js';

/**
 * Text for a Typst document: a string literal, so that nothing in it is read as markup or code.
 *
 * @example typstText('5 $ "per" #x') // '#"5 $ \\"per\\" #x"'
 */
export function typstText(text: string): string {
  return `#${typstString(text)};`;
}

export function typstString(text: string): string {
  const clean = text
    .toWellFormed()

    .replace(/[\x00-\x08\x0B-\x1F\x7F]/g, '')
    .replaceAll('\\', '\\\\')
    .replaceAll('"', '\\"')
    .replaceAll('\n', '\\n')
    .replaceAll('\t', ' ');
  return `"${clean}"`;
}

/** Prose as Typst markup. */
export function typstProse(prose: readonly Prose[]): string {
  return prose.map(block).join('\n');
}

function block(prose: Prose): string {
  switch (prose.kind) {
    case 'heading':
      return `#heading(level: ${Math.min(5, prose.level + 1)}, outlined: false)[${inline(prose.inline)}]`;
    case 'paragraph':
      return `#par[${inline(prose.inline)}]`;
    case 'list':
      return `#${prose.ordered ? 'enum' : 'list'}(${prose.items.map((item) => `[${typstProse(item)}]`).join(', ')})`;
    case 'quotation':
      return `#quote(block: true)[${typstProse(prose.prose)}]`;
    case 'code':
      return `#raw(block: true, ${typstString(prose.text)})`;
    case 'rule':
      return '#line(length: 100%, stroke: 0.5pt + quiet)';
  }
}

function inline(parts: readonly Inline[]): string {
  return parts
    .map((part) => {
      switch (part.kind) {
        case 'text':
          return typstText(part.text);
        case 'code':
          return `#raw(${typstString(part.text)});`;
        case 'break':
          return '#linebreak();';
        case 'strong':
          return `#strong[${inline(part.inline)}];`;
        case 'emphasis':
          return `#emph[${inline(part.inline)}];`;
        case 'link':
          return `#link(${typstString(part.href)})[${inline(part.inline)}];`;
      }
    })
    .join('');
}
