import { describe, expect, it } from 'vitest';
import { articleIdentity } from './article-identity.js';
import { uuidV5 } from './uuid-v5.js';

const draft = { title: 'Sora 年内公开', text: 'OpenAI 说……\n\n第二段' };

describe('articleIdentity', () => {
  it('is the canonical URL where there is one, whatever the text says', () => {
    const url = 'https://example.com/a';
    const first = articleIdentity({ ...draft, canonicalUrl: url });
    const second = articleIdentity({ title: 'corrected', text: 'new text', canonicalUrl: url });
    expect(second.id).toBe(first.id);
    expect(second.contentId).not.toBe(first.contentId);
  });

  it('is the content where there is no URL, without regard to white space', () => {
    const copy = articleIdentity({ title: ' Sora  年内公开 ', text: 'OpenAI 说……\r\n第二段\n' });
    expect(copy).toEqual(articleIdentity(draft));
    expect(copy.id).toBe(copy.contentId);
  });

  it('makes version 5 UUIDs', () => {
    expect(uuidV5('url', 'x')).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(uuidV5('url', 'x')).not.toBe(uuidV5('story', 'x'));
  });
});
