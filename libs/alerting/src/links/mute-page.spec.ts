import { NotFoundError } from '@timbre/platform';
import { describe, expect, it } from 'vitest';
import { refusedPage } from './mute-page.js';
import { muteRefusal } from './mute-refusal.js';
import { ExpiredLinkError, ForgedLinkError } from './signed-link.js';

describe('a link that mutes nothing', () => {
  it('is refused for what is wrong with it, and not for mistakes of ours', () => {
    const errors = [
      new ExpiredLinkError(),
      new ForgedLinkError(),
      new NotFoundError('alert rule', '7'),
      new Error('x'),
    ];
    expect(errors.map(muteRefusal)).toEqual(['expired', 'forged', 'gone', null]);
  });

  it.each(['expired', 'forged', 'gone'] as const)('says in the reader’s language that it is %s', (reason) => {
    const said = (language: 'en' | 'zh') =>
      /role="alert">([^<]+)</.exec(refusedPage('https://timbre.test', reason, language))?.[1] ?? '';
    expect(said('zh')).toMatch(/\p{Script=Han}.*。$/u);
    expect(said('en')).toMatch(/^The |^This /);
  });
});
