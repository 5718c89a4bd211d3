import { escapeHtml } from '@timbre/charts';
import type { Inline, Prose } from './prose.js';

/** Prose as HTML; headings begin at `h3`, below those of the report. */
export function htmlProse(prose: readonly Prose[]): string {
  return prose.map(block).join('\n');
}

function block(prose: Prose): string {
  switch (prose.kind) {
    case 'heading': {
      const level = Math.min(6, prose.level + 2);
      return `<h${level}>${inline(prose.inline)}</h${level}>`;
    }
    case 'paragraph':
      return `<p>${inline(prose.inline)}</p>`;
    case 'list': {
      const tag = prose.ordered ? 'ol' : 'ul';
      return `<${tag}>${prose.items.map((item) => `<li>${htmlProse(item)}</li>`).join('')}</${tag}>`;
    }
    case 'quotation':
      return `<blockquote>${htmlProse(prose.prose)}</blockquote>`;
    case 'code':
      return `<pre><code>${escapeHtml(prose.text)}</code></pre>`;
    case 'rule':
      return '<hr>';
  }
}

function inline(parts: readonly Inline[]): string {
  return parts
    .map((part) => {
      switch (part.kind) {
        case 'text':
          return escapeHtml(part.text);
        case 'code':
          return `<code>${escapeHtml(part.text)}</code>`;
        case 'break':
          return '<br>';
        case 'strong':
          return `<strong>${inline(part.inline)}</strong>`;
        case 'emphasis':
          return `<em>${inline(part.inline)}</em>`;
        case 'link':
          return `<a href="${escapeHtml(part.href)}" rel="noreferrer noopener">${inline(part.inline)}</a>`;
      }
    })
    .join('');
}
