import { hashText, mix } from './feature-hash.js';
import type { FeatureVector } from './feature-vector.js';
import type { TargetContext } from './target-context.js';

const seeds = { word: hashText('target-word'), kind: hashText('target-kind') };

/** Common nouns by the part that they usually play in news. */
const kinds = {
  authority:
    'regulator watchdog court judge jury tribunal parliament senate congress ministry minister commission commissioner ' +
    'committee council agency authority police prosecutor auditor inspector inspectorate ombudsman government ' +
    'legislature lawmaker ftc sec doj fcc fda cma eu ec un nato fbi cia nsa ico cnil bafin esma nist epa nhtsa faa ' +
    'justice department bureau board panel inquiry investigator examiner treasury reserve bank union attorney general',
  observer:
    'analyst economist researcher scientist academic professor expert study report survey poll reporter journalist ' +
    'newspaper reviewer tester columnist blogger editor author historian observer commentator pundit strategist broker ' +
    'consultant forecaster pollster critic campaigner activist group witness lawyer plaintiff petitioner spokesman ' +
    'spokeswoman spokesperson',
  affected:
    'investor shareholder user customer consumer client buyer reader viewer voter citizen resident parent pupil student ' +
    'patient worker employee staff driver passenger traveller farmer family public people child children commuter ' +
    'subscriber developer engineer market street trader lender creditor bondholder neighbour village town school ' +
    'hospital team rival competitor partner supplier',
  self: 'i we my our me us dad mum mom father mother sister brother wife husband boss roommate colleague friend prof',
};

const kindOf = new Map<string, number>();
for (const [kind, words] of Object.entries(kinds)) {
  for (const word of words.split(' '))
    for (const form of [word, `${word}s`]) if (!kindOf.has(form)) kindOf.set(form, hashText(kind));
}

const openers = new Set(['the', 'a', 'an', 'my', 'our', 'its', 'her', 'his']);

/**
 * What an English target is by its own common nouns: courts and analysts act and speak, products are judged. Names are
 * left out, so that no opinion of a name is learned.
 */
export function addTargetKind(vector: FeatureVector, { sentence, own }: TargetContext): void {
  const main = own[0];
  if (main === undefined) return;
  let isName = true;
  const found = new Set<number>();
  for (let at = main.first; at < main.last; at++) {
    const { norm = '', text = '' } = sentence.tokens[at] ?? {};
    const kind = kindOf.get(norm);
    if (kind !== undefined) found.add(kind);
    if (!/^[a-z]/.test(text)) continue;
    if (norm !== 'of' && norm !== 'the' && norm !== 'a') isName = false;
    vector.add(mix(seeds.word, hashText(norm)), 1);
  }
  for (const kind of found) vector.add(mix(seeds.kind, kind), 1);
  vector.add(mix(seeds.kind, mix(2, kindOf.get(sentence.tokens[main.last - 1]?.norm ?? '') ?? 0)), 1);
  vector.add(mix(seeds.kind, isName ? 1 : 2), 1);
  const opener = sentence.tokens[main.first]?.norm ?? '';
  vector.add(mix(seeds.kind, mix(3, openers.has(opener) ? hashText(opener) : 0)), 1);
}
