import type { MissingTrace, TraceStep } from '@timbre/contracts';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../format/use-format.js';
import { stepWords } from './step-words.js';

/** Shape and word say the verdict; colour only repeats it. */
const shape: Record<TraceStep['verdict'], string> = { ok: '●', note: '▲', problem: '■', skipped: '–' };

export function TraceSteps({ trace }: { trace: MissingTrace }) {
  const { t } = useTranslation();
  const format = useFormat();
  const say = ({ code, parameters }: TraceStep) =>
    t(`missing.code.${code}`, { replace: stepWords(parameters, { moment: format.moment, count: format.count }) });
  const cause = trace.steps.find(({ verdict }) => verdict === 'problem');
  return (
    <section aria-live="polite">
      <p className="missing-cause">
        <strong>{cause ? t('missing.cause') : t('missing.noCause')}</strong> {cause && say(cause)}
      </p>
      <ol className="missing-steps">
        {trace.steps.map((step, index) => (
          <li key={index} className={`missing-step missing-${step.verdict}`}>
            <span className="missing-shape" aria-hidden="true">
              {shape[step.verdict]}
            </span>
            <div>
              <h2>
                {t(`missing.station.${step.station}`)}{' '}
                <span className="meta">{t(`missing.verdict.${step.verdict}`)}</span>
              </h2>
              <p>{say(step)}</p>
              {step.links.length > 0 && (
                <p className="missing-links">
                  {step.links.map((link) => (
                    <Link key={`${link.kind}${link.id}`} to={addressOf(link)}>
                      {link.name || link.id}
                    </Link>
                  ))}
                </p>
              )}
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}

function addressOf({ kind, id }: TraceStep['links'][number]): string {
  switch (kind) {
    case 'source':
      return `/sources?open=edit&source=${encodeURIComponent(id)}`;
    case 'article':
      return `/articles/${encodeURIComponent(id)}`;
    case 'topic':
    case 'entity':
      return `/targets/${encodeURIComponent(id)}`;
  }
}
