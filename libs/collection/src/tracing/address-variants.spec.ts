import { describe, expect, it } from 'vitest';
import { addressVariants } from './address-variants.js';

describe('addressVariants', () => {
  it('holds what was given first, and each other spelling once', () => {
    const variants = addressVariants('http://www.a.example/x/?q=1', 'https://a.example/x?q=1');
    expect(variants.slice(0, 2)).toEqual(['http://www.a.example/x/?q=1', 'https://a.example/x?q=1']);
    expect(new Set(variants).size).toBe(variants.length);
    expect(variants).toContain('https://www.a.example/x?q=1');
    expect(variants).toHaveLength(8);
  });

  it('leaves what is no address alone', () => {
    expect(addressVariants('nonsense')).toEqual(['nonsense']);
  });
});
