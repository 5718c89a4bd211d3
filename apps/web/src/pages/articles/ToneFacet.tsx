import { signMark } from '@timbre/charts';
import type { SentimentLabel } from '@timbre/contracts';
import { useTranslation } from 'react-i18next';

const tones: readonly SentimentLabel[] = ['negative', 'neutral', 'positive'];

/** Three switches; sign and word, never colour alone. */
export function ToneFacet({
  value,
  onChange,
}: {
  value: SentimentLabel[];
  onChange: (labels: SentimentLabel[]) => void;
}) {
  const { t } = useTranslation();
  const toggle = (tone: SentimentLabel) =>
    onChange(value.includes(tone) ? value.filter((other) => other !== tone) : [...value, tone]);
  return (
    <span className="tones" role="group" aria-label={t('filter.labels')}>
      {tones.map((tone) => (
        <button
          key={tone}
          type="button"
          className={`tone tone-${tone}`}
          aria-pressed={value.includes(tone)}
          onClick={() => toggle(tone)}
        >
          <span aria-hidden="true">{signMark[tone]}</span> {t(`articles.tone.${tone}`)}
        </button>
      ))}
    </span>
  );
}
