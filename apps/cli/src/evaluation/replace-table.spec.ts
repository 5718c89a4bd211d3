import { describe, expect, it } from 'vitest';
import { replaceTable } from './replace-table.js';

describe('replaceTable', () => {
  const document = 'a\n<!-- evaluation:begin -->\nold\n<!-- evaluation:end -->\nb\n';

  it('changes only what stands between the markers, and the same again when repeated', () => {
    const once = replaceTable(document, '| t |');
    expect(once).toBe('a\n<!-- evaluation:begin -->\n\n| t |\n\n<!-- evaluation:end -->\nb\n');
    expect(replaceTable(once, '| t |')).toBe(once);
  });

  it('refuses a document without markers', () => {
    expect(() => replaceTable('a', 't')).toThrow(/evaluation:begin/);
  });
});
