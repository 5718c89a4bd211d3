import { signOf } from '@timbre/charts';
import { Tooltip } from 'antd';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.js';
import type { Segment } from './segment-text.js';
import type { TextMark } from './text-marks.js';
import { useMarkWords } from './use-mark-words.js';

/** By pointer, by keyboard and by touch. Spans, since the text must break like text: a button breaks before a full stop. */
const explain: ('hover' | 'focus' | 'click')[] = ['hover', 'focus', 'click'];

/** A stretch with a mark: hovering or focusing it explains what it did. */
export function MarkedSegment({ segment }: { segment: Segment<TextMark> }) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useMarkWords();
  const innermost = segment.marks.at(-1);
  if (!innermost) return segment.text;
  if (innermost.type === 'term') {
    const { weight } = innermost.term;
    const explained = t('articles.termWeight', { words: segment.text, weight: format.score(weight) });
    return (
      <Tooltip title={explained} trigger={explain}>
        <span tabIndex={0} role="button" className={`term term-${signOf(weight)}`} aria-label={explained}>
          {segment.text}
          <sup aria-hidden="true">{format.score(weight, 1)}</sup>
        </span>
      </Tooltip>
    );
  }
  if (innermost.type === 'sentence') {
    return (
      <Tooltip title={t('articles.sentenceScore', { score: format.score(innermost.evidence.score) })}>
        <span>{segment.text}</span>
      </Tooltip>
    );
  }
  return (
    <Tooltip title={words(innermost)} trigger={explain}>
      <span
        tabIndex={0}
        role="button"
        className={`term layer-${innermost.type}`}
        aria-label={`${segment.text}: ${words(innermost)}`}
      >
        {segment.text}
      </span>
    </Tooltip>
  );
}
