import { describe, expect, it } from 'vitest';
import { readDateline } from './dateline.js';

const reading = { now: new Date('2026-03-20T12:00:00Z'), dayFirst: true };
const told = (line: string, label = '') => {
  const dateline = readDateline(line, reading, label);
  return dateline && `${dateline.kind} ${dateline.date.instant.toISOString().slice(0, 10)}`;
};

describe('readDateline', () => {
  it.each([
    ['10 March 2026', 'plain 2026-03-10'],
    ['By Ann Sailor | 10.03.2026 08:30 | 5 comments', 'plain 2026-03-10'],
    ['Von Bo Taucher am 10. März 2026', 'plain 2026-03-10'],
    ['10.03.26', 'plain 2026-03-10'],
    ['Published 10 March 2026, updated 12 March 2026', 'labelled 2026-03-10'],
    ['Updated 12 March 2026 · Published on 10 March 2026', 'labelled 2026-03-10'],
    ['Zuletzt aktualisiert am 12.03.2026', 'modified 2026-03-12'],
    ['发布时间：2026-03-10 08:30　来源：海湾日报', 'labelled 2026-03-10'],
    [
      'Bremen (10.03.2026). Die neue Fähre legt im Juni ab, sagte das Hafenamt am Montag, und niemand widersprach.',
      'opening 2026-03-10',
    ],
  ])('reads %s', (line, expected) => {
    expect(told(line)).toBe(expected);
  });

  it.each([
    'The ferry will leave on 10 March 2026',
    'Das Treffen findet am 10. März 2026 statt',
    'Termin: 10.03.2026',
    'Angebot gültig bis 10.03.2026',
    '1.03.2026 – 10.03.2026',
    'vom 9.1. - 10.2.2026',
    'Member since 10 March 2026',
    'Price 10.03 or 26',
  ])('takes no event for a publication: %s', (line) => {
    expect(told(line)).toBeNull();
  });

  it('takes the label from the line before', () => {
    expect(told('10.03.2026', 'Erschienen am:')).toBe('labelled 2026-03-10');
    expect(told('10.03.2026', 'Letzte Änderung:')).toBe('modified 2026-03-10');
    expect(told('10.03.2026', 'Gültig bis')).toBeNull();
  });
});
