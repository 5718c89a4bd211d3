import { describe, expect, it } from 'vitest';
import { fileName } from './save-chart.js';

describe('fileName', () => {
  it('keeps letters of any script and nothing that a path could mean', () => {
    expect(fileName('净情感走势 / 2024', 'png')).toBe('净情感走势-2024.png');
    expect(fileName('../../etc', 'csv')).toBe('etc.csv');
    expect(fileName('???', 'svg')).toBe('chart.svg');
  });
});
