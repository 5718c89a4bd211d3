import { formatCount, formatDay, formatScore, formatShare } from '@timbre/charts';
import type { BreakdownRow, ContributingStory, CountingUnit, ReportLocale, Totals } from '@timbre/contracts';
import { reportWords } from '../words/report-words.js';

export interface NarrativeInput {
  totals: Totals;
  unit: CountingUnit;
  /** Strongest first. */
  stories: readonly ContributingStory[];
  outlets: readonly BreakdownRow[];
  locale: ReportLocale;
}

/** Below this n a figure is called uncertain. */
const few = 10;
/** Outlets with fewer are not compared. */
const leastPerOutlet = 5;

/** What the numbers say, in sentences made by rules; each figure in them is one of the input's. */
export function narrative({ totals, unit, stories, outlets, locale }: NarrativeInput): string[] {
  const words = reportWords(locale).narrative;
  const count = (value: number) => formatCount(value, locale);
  const { current, previous, name } = totals;
  if (current.n === 0) return [words.none(name)];
  const sentences = [words.volume(name, count(current.n), unit, count(current.outlets))];
  if (previous !== null && previous.n > 0 && previous.n !== current.n) {
    const change = Math.abs(current.n - previous.n) / previous.n;
    sentences.push(words.volumeChange(count(previous.n), formatShare(change, locale), current.n > previous.n));
  }
  sentences.push(...netSentences(totals, locale));
  const direction = Math.sign((current.net.value ?? 0) - (previous?.net.value ?? 0));
  const story = stories.find(({ contribution }) => direction !== 0 && Math.sign(contribution) === direction);
  if (story !== undefined) {
    sentences.push(words.story(story.title, story.sourceName, formatDay(story.published, locale), direction > 0));
  }
  const compared = outlets
    .filter(({ n, net }) => n >= leastPerOutlet && net.value !== null)
    .sort((left, right) => (right.net.value ?? 0) - (left.net.value ?? 0));
  const [best, worst] = [compared[0], compared.at(-1)];
  if (best !== undefined && worst !== undefined && best.net.value !== worst.net.value) {
    sentences.push(
      words.outlets(
        best.name,
        formatScore(best.net.value),
        count(best.n),
        worst.name,
        formatScore(worst.net.value),
        count(worst.n),
      ),
    );
  }
  return sentences;
}

function netSentences({ current, previous }: Totals, locale: ReportLocale): string[] {
  const words = reportWords(locale).narrative;
  const { net } = current;
  if (net.value === null) return [];
  const n = formatCount(net.n, locale);
  const after = formatScore(net.value);
  const uncertain = net.n < few ? [words.few(n)] : [];
  if (previous === null || previous.net.value === null) {
    return [words.net(after, formatScore(net.low), formatScore(net.high), n), ...uncertain];
  }
  const before = formatScore(previous.net.value);
  if (before === after) return [words.netSame(after, n), ...uncertain];
  const change = words.netChange(net.value > previous.net.value ? 'rose' : 'fell', before, after, n);
  const apart = overlap(net, previous.net) ? [words.overlap] : [];
  return [change, ...apart, ...uncertain];
}

type Interval = Totals['current']['net'];
const overlap = (left: Interval, right: Interval): boolean =>
  left.low !== null &&
  left.high !== null &&
  right.low !== null &&
  right.high !== null &&
  left.low <= right.high &&
  right.low <= left.high;
