import { describe, expect, it } from 'vitest';
import { filterComponentRules, topLevelRules } from './filter-component-rules.js';

const css =
  '.ant-btn{color:red;}.ant-tree .ant-btn{color:blue;}@keyframes antFade{from{opacity:0;}to{opacity:1;}}' +
  '@media (max-width:1px){.ant-tour{color:red;}}.ant-btn .ant-tour{margin:0;}';

describe('filterComponentRules', () => {
  it('splits without losing a character', () => {
    expect(topLevelRules(css).join('')).toBe(css);
  });

  it('keeps what the app uses, and key frames', () => {
    expect(filterComponentRules(css, new Set(['btn']))).toBe(
      '.ant-btn{color:red;}@keyframes antFade{from{opacity:0;}to{opacity:1;}}.ant-btn .ant-tour{margin:0;}',
    );
  });
});
