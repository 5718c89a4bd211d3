import { signOf } from '@timbre/charts';
import type { SentimentLabel } from '@timbre/contracts';
import { useFormat } from './use-format.js';
import './score.css';

/** A score in the colour of its sign; the sign itself is always there. */
export function Score({
  value,
  label,
  large = false,
}: {
  value: number | null;
  label?: SentimentLabel | null;
  large?: boolean;
}) {
  const format = useFormat();
  const tone = label ?? signOf(value);
  return <span className={`score score-${tone}${large ? ' score-large' : ''}`}>{format.score(value)}</span>;
}
