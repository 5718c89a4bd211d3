import { describe, expect, it } from 'vitest';
import { nameColumn, nameLength, twoLines } from './name-column.js';

describe('room for names beside bars', () => {
  it('gives names what they need and no more', () => {
    expect(nameColumn(['AI', 'zh'], 600).left).toBeLessThan(80);
    expect(nameColumn(['The Harbour Gazette'], 600).left).toBeGreaterThan(nameLength('The Harbour Gazette'));
  });

  it('leaves more than half of the drawing to the bars, whatever the names', () => {
    for (const width of [280, 330, 480, 960]) {
      expect(nameColumn(['x'.repeat(300)], width).left).toBeLessThanOrEqual(width * 0.46 + 1);
    }
  });

  it('counts Chinese characters in full', () => {
    expect(nameLength('晚报')).toBeGreaterThan(nameLength('ab'));
  });

  it('wraps at a space and keeps every word', () => {
    const wrapped = twoLines('Northgate Business Review', 120);
    expect(wrapped.split('\n')).toHaveLength(2);
    expect(wrapped.replace('\n', ' ')).toBe('Northgate Business Review');
    expect(twoLines('Unbreakablenameofanoutlet', 60)).toBe('Unbreakablenameofanoutlet');
    expect(twoLines('Short', 120)).toBe('Short');
  });
});
