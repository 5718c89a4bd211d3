import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../format/use-format.js';
import { PREVIEW_DAYS, type useTopicPreview } from './use-topic-preview.js';

/** What the query finds, why, and what it just misses. */
export function TopicPreview({ preview }: { preview: ReturnType<typeof useTopicPreview> }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { data } = preview;
  return (
    <section className="topic-preview" aria-busy={preview.isFetching}>
      <h3>{t('catalogue.preview', { days: PREVIEW_DAYS })}</h3>
      {preview.error && <p className="meta">{preview.error.message}</p>}
      {data && !data.error && (
        <>
          <p>
            {t('catalogue.previewCounts', {
              matched: format.count(data.matched),
              scanned: format.count(data.scanned),
              perDay: data.perDay < 10 ? data.perDay.toFixed(1) : format.count(data.perDay),
            })}
          </p>
          {data.examples.length === 0 && <p className="meta">{t('catalogue.previewNone')}</p>}
          {data.examples.length > 0 && <h4>{t('catalogue.previewExamples')}</h4>}
          <ul>
            {data.examples.map((example) => (
              <li key={example.articleId}>
                <Link to={`/articles/${encodeURIComponent(example.articleId)}`}>{example.title}</Link>{' '}
                <span className="meta">{format.date(example.published)}</span>
                <p className="meta preview-why" title={example.why.map((reason) => reason.clause).join('\n')}>
                  {example.why.map((reason) => `${reason.text} ← ${reason.clause}`).join(' · ')}
                </p>
              </li>
            ))}
          </ul>
          {data.almost.length > 0 && <h4>{t('catalogue.previewAlmost')}</h4>}
          <ul>
            {data.almost.map((near) => (
              <li key={near.articleId}>
                <Link to={`/articles/${encodeURIComponent(near.articleId)}`}>{near.title}</Link>{' '}
                <span className="meta">{t('catalogue.previewAlmostWhy', { missing: near.missing })}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
