import { formatCount, formatDay, formatScore, formatShare } from '@timbre/charts';
import type { BreakdownRow, ContributingStory, CountingUnit, ReportLocale, Totals } from '@timbre/contracts';
import { reportWords } from '../words/report-words.js';
import { FigureLinks, type Sentence, unmarked } from './figure-links.js';

export interface NarrativeInput {
  totals: Totals;
  unit: CountingUnit;
  /** Strongest first. */
  stories: readonly ContributingStory[];
  outlets: readonly BreakdownRow[];
  locale: ReportLocale;
  /** Address of the articles behind a figure. */
  address(question: { period: 'current' | 'previous'; source?: string; article?: string }): string;
}

/** Below this n a figure is called uncertain. */
const few = 10;
/** Outlets with fewer are not compared. */
const leastPerOutlet = 5;

/** What the numbers say, in sentences made by rules; each figure is one of the input's and leads to what was counted. */
export function narrative(input: NarrativeInput): Sentence[] {
  const { totals, unit, stories, outlets, locale, address } = input;
  const words = reportWords(locale).narrative;
  const links = new FigureLinks();
  const now = (figure: string): string => links.mark(figure, address({ period: 'current' }));
  const then = (figure: string): string => links.mark(figure, address({ period: 'previous' }));
  const count = (value: number) => formatCount(value, locale);
  const { current, previous } = totals;
  const name = unmarked(totals.name);
  if (current.n === 0) return [links.sentence(words.none(name))];
  const sentences = [words.volume(name, now(count(current.n)), unit, now(count(current.outlets)))];
  if (previous !== null && previous.n > 0 && previous.n !== current.n) {
    const change = Math.abs(current.n - previous.n) / previous.n;
    sentences.push(words.volumeChange(then(count(previous.n)), formatShare(change, locale), current.n > previous.n));
  }
  sentences.push(...netSentences(totals, locale, now, then));
  const direction = Math.sign((current.net.value ?? 0) - (previous?.net.value ?? 0));
  const story = stories.find(({ contribution }) => direction !== 0 && Math.sign(contribution) === direction);
  if (story !== undefined) {
    const title = links.mark(unmarked(story.title), address({ period: 'current', article: story.articleId }));
    sentences.push(words.story(title, unmarked(story.sourceName), formatDay(story.published, locale), direction > 0));
  }
  const compared = outlets
    .filter(({ n, net }) => n >= leastPerOutlet && net.value !== null)
    .sort((left, right) => (right.net.value ?? 0) - (left.net.value ?? 0));
  const [best, worst] = [compared[0], compared.at(-1)];
  if (best !== undefined && worst !== undefined && best.net.value !== worst.net.value) {
    const of = ({ key }: BreakdownRow, figure: string): string =>
      links.mark(figure, address({ period: 'current', source: key }));
    sentences.push(
      words.outlets(
        unmarked(best.name),
        of(best, formatScore(best.net.value)),
        of(best, count(best.n)),
        unmarked(worst.name),
        of(worst, formatScore(worst.net.value)),
        of(worst, count(worst.n)),
      ),
    );
  }
  return sentences.map((sentence) => links.sentence(sentence));
}

type Mark = (figure: string) => string;

function netSentences({ current, previous }: Totals, locale: ReportLocale, now: Mark, then: Mark): string[] {
  const words = reportWords(locale).narrative;
  const { net } = current;
  if (net.value === null) return [];
  const n = now(formatCount(net.n, locale));
  const after = formatScore(net.value);
  const uncertain = net.n < few ? [words.few(n)] : [];
  if (previous === null || previous.net.value === null) {
    return [words.net(now(after), now(formatScore(net.low)), now(formatScore(net.high)), n), ...uncertain];
  }
  const before = formatScore(previous.net.value);
  if (before === after) return [words.netSame(now(after), n), ...uncertain];
  const verb = net.value > previous.net.value ? 'rose' : 'fell';
  const change = words.netChange(verb, then(before), now(after), n);
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
