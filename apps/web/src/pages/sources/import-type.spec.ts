import { describe, expect, it } from 'vitest';
import { importTarget } from './import-type.js';

describe('importTarget', () => {
  it.each([
    ['a.JSONL', 'articles'],
    ['crawl-2026.warc.gz', 'articles'],
    ['feeds.opml', 'subscriptions'],
    ['a.gz', null],
    ['opml', null],
  ])('%s goes to %s', (name, to) => {
    expect(importTarget(name)?.to ?? null).toBe(to);
  });
});
