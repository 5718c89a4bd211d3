import { describe, expect, it } from 'vitest';
import { type FamilyFacts, publisherFamilies } from './publisher-families.js';

const source = (id: string, outlet: string, url: string | null = null, family: string | null = null): FamilyFacts => ({
  id,
  outlet,
  url,
  family,
});
const groups = (...sources: FamilyFacts[]) => {
  const families = publisherFamilies(sources);
  return sources.map(({ id }) => families.get(id));
};

describe('publisherFamilies', () => {
  it('joins sources of one outlet, of one domain, and what these join', () => {
    expect(
      groups(
        source('1', 'Gazette', 'https://feeds.gazette.co.uk/a'),
        source('2', 'Gazette Sport', 'https://www.gazette.co.uk/b'),
        source('3', 'gazette sport', 'https://elsewhere.test/c'),
        source('4', 'gazette.co.uk'),
        source('5', 'Herald', 'https://herald.co.uk/a'),
      ),
    ).toEqual(['Gazette', 'Gazette', 'Gazette', 'Gazette', 'Herald']);
  });

  it('does not join strangers on a host that many share', () => {
    const [a, b] = groups(
      source('1', 'A', 'https://feeds.feedburner.com/a'),
      source('2', 'B', 'https://feeds.feedburner.com/b'),
    );
    expect(a).not.toBe(b);
    const [c, d] = groups(source('1', 'C', 'https://c.github.io/f'), source('2', 'D', 'https://d.github.io/f'));
    expect(c).not.toBe(d);
  });

  it('takes a named house before the domain, whatever the order', () => {
    const one = source('1', 'One', 'https://portal.test/1', 'House');
    const two = source('2', 'Two', 'https://portal.test/2');
    const three = source('3', 'Three', 'https://three.test/', 'house');
    expect(groups(one, two, three)).toEqual(['House', 'Two', 'House']);
    expect(groups(three, two, one)).toEqual(['House', 'Two', 'House']);
  });

  it('leaves outlets without an address to their names', () => {
    expect(groups(source('1', '新华社'), source('2', '新华社 '), source('3', '人民日报'))).toEqual([
      '新华社',
      '新华社',
      '人民日报',
    ]);
  });
});
