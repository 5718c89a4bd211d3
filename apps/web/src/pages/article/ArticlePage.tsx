import { ArrowLeftOutlined, ExportOutlined } from '@ant-design/icons';
import type { ArticleDetail } from '@timbre/contracts';
import { useQuery } from '@tanstack/react-query';
import { Button, Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { articleQuery } from '../../api/queries.js';
import { useFormat } from '../../format/use-format.js';
import { ErrorState } from '../../states/ErrorState.js';
import { PageSkeleton } from '../../states/PageSkeleton.js';
import { ArticleText } from './ArticleText.js';
import { ReadingPanel } from './ReadingPanel.js';
import { RemoveArticle } from './RemoveArticle.js';
import { layers, targetKey, type Layer } from './text-marks.js';
import './article.css';

/** One article, with the words that made each number. */
export default function ArticlePage() {
  const id = useParams().id ?? '';
  const article = useQuery(articleQuery(id));
  if (article.isPending) return <PageSkeleton tiles={0} blocks={3} />;
  if (article.isError) return <ErrorState error={article.error} retry={() => void article.refetch()} />;
  return <ArticleView article={article.data} />;
}

function ArticleView({ article }: { article: ArticleDetail }) {
  const { t } = useTranslation();
  const format = useFormat();
  const navigate = useNavigate();
  const [search, setSearch] = useSearchParams();
  const [layer, setLayer] = useState<Layer>('evidence');
  const { reading } = article;
  const asked = search.get('target');
  const known = reading?.targets.some((target) => targetKey(target) === asked);
  const strongest = [...(reading?.targets ?? [])].sort((a, b) => Math.abs(b.score) - Math.abs(a.score))[0];
  const target = asked === 'all' ? null : known ? asked : strongest ? targetKey(strongest) : null;
  const chooseTarget = (next: string | null) => {
    setLayer('evidence');
    setSearch({ target: next ?? 'all' }, { replace: true });
  };
  return (
    <div className="article-page">
      <article className="article" lang={article.lang}>
        <Button type="text" className="article-back" icon={<ArrowLeftOutlined />} onClick={() => void navigate(-1)}>
          {t('articles.back')}
        </Button>
        <p className="article-meta">
          {article.sourceName}
          {article.byline && ` · ${article.byline}`} ·{' '}
          <time dateTime={article.published} title={article.dated ? undefined : t('articles.undated')}>
            {format.moment(article.published)}
            {!article.dated && ' *'}
          </time>
          {article.sample && (
            <>
              {' '}
              <span className="tag-sample" title={t('shell.sampleHint')}>
                {t('shell.sample')}
              </span>
            </>
          )}
        </p>
        {article.textRemoved && <p className="card-subtitle">{t('doors.textRemoved')}</p>}
        {article.excerptsOnly && <p className="card-subtitle">{t('doors.excerptsOnly')}</p>}
        {!reading && <h1>{article.title}</h1>}
        {reading ? (
          <>
            <div className="layer-switch">
              <Segmented<Layer>
                aria-label={t('articles.layers')}
                value={layer}
                onChange={setLayer}
                options={layers.map((value) => ({ value, label: t(`articles.layer.${value}`) }))}
              />
            </div>
            <ArticleText reading={reading} title={article.title} layer={layer} target={target} />
          </>
        ) : (
          <>
            <p className="card-subtitle">{t('articles.notRead')}</p>
            <div className="article-text">{article.text}</div>
          </>
        )}
        <div className="article-actions">
          {article.url && (
            <a href={article.url} target="_blank" rel="noreferrer noopener">
              {t('articles.original')} <ExportOutlined aria-hidden="true" />
            </a>
          )}
          <RemoveArticle id={article.id} />
        </div>
      </article>
      <ReadingPanel article={article} target={target} onTarget={chooseTarget} onLayer={setLayer} />
    </div>
  );
}
