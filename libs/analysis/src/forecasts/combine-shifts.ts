import type { Forecast, Span } from '@timbre/contracts';

/** A forecast with the place of its time expression. */
export type PlacedForecast = Forecast & { at: Span };

const BEFORE =
  /原定|原计划|原本|原先|此前(?:预计|预测|认为|预期)|之前(?:预计|预测|认为)|先前|最初|曾预|\b(?:originally|previously|initially|earlier|had (?:expected|planned|predicted|said|hoped)|once (?:predicted|expected|thought)|used to)\b/iu;
const NOW =
  /如今|现在|目前|最新|改口|现(?=预|认|称|已|计)|今(?!年|后|天)|将?推迟|提前|\b(?:now|instead|but|has since|currently)\b/iu;

/**
 * Joins what one sentence says of one date in two places: "originally planned for 2025, now expected in 2026", and a date
 * together with "later than expected".
 */
export function combineShifts(placed: readonly PlacedForecast[], text: string, sentence: Span): Forecast[] {
  return combined(placed, text, sentence).map(({ at: _, ...forecast }) => forecast);
}

function combined(claims: readonly PlacedForecast[], text: string, sentence: Span): PlacedForecast[] {
  const direction = claims.find((claim) => claim.rule === 'direction');
  const dated = claims.filter((claim) => claim.rule !== 'direction');
  if (direction && dated.length === 1 && dated[0]) {
    return [{ ...dated[0], kind: 'revision', ...(direction.direction ? { direction: direction.direction } : {}) }];
  }
  const [first, second] = dated;
  if (!first || !second || dated.length !== 2 || first.kind === 'revision') return [...claims];
  const lead = text.slice(Math.max(sentence.from, first.at.from - 60), first.at.to);
  const tail = text.slice(first.at.to, second.span.to);
  const moved = second.kind === 'revision' && !second.previous;
  if (!moved && (second.kind === 'revision' || !BEFORE.test(lead) || !NOW.test(tail))) return [...claims];
  const later = (second.to ?? '9999') > (first.to ?? '9999');
  return [
    {
      ...second,
      subject: second.subject ?? first.subject,
      kind: 'revision',
      rule: moved ? second.rule : `shift-${second.rule}`,
      direction: later ? 'later' : 'sooner',
      previous: { from: first.from, to: first.to, text: text.slice(first.at.from, first.at.to) },
    },
  ];
}
