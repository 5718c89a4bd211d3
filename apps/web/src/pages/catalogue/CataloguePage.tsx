import { PlusOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Input, Tabs } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { entitiesQuery, topicsQuery } from '../../api/queries.js';
import { useMay } from '../../session/use-session.js';
import { ErrorState } from '../../states/ErrorState.js';
import { PageSkeleton } from '../../states/PageSkeleton.js';
import { EntityTable } from './EntityTable.js';
import { TopicTable } from './TopicTable.js';
import './catalogue.css';

const TopicEditor = lazy(() => import('./TopicEditor.js'));
const EntityEditor = lazy(() => import('./EntityEditor.js'));

/** What the analysis looks for. */
export default function CataloguePage() {
  const { t } = useTranslation();
  const editor = useMay('analyst');
  const topics = useQuery(topicsQuery());
  const entities = useQuery(entitiesQuery());
  const [search, setSearch] = useSearchParams();
  const [words, setWords] = useState('');
  const edit = search.get('edit') ?? '';
  const tab = search.get('tab') ?? (edit.startsWith('entity') ? 'entities' : 'topics');
  const open = (reference: string) => setSearch({ tab, edit: reference });
  const close = () => setSearch({ tab });
  const topic = topics.data?.find(({ id }) => edit === `topic:${id}`);
  const entity = entities.data?.find(({ id }) => edit === `entity:${id}`);
  const error = topics.error ?? entities.error;
  return (
    <>
      <div className="page-head">
        <div>
          <h1>{t('catalogue.title')}</h1>
          <p>{t('catalogue.hint')}</p>
        </div>
        <div className="page-tools">
          <Input
            className="catalogue-find"
            allowClear
            aria-label={t('catalogue.find')}
            placeholder={t('catalogue.find')}
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
          {editor && (
            <Button
              type="primary"
              icon={<PlusOutlined />}
              onClick={() => open(tab === 'topics' ? 'topic:' : 'entity:')}
            >
              {tab === 'topics' ? t('catalogue.addTopic') : t('catalogue.addEntity')}
            </Button>
          )}
        </div>
      </div>
      {error && (
        <ErrorState
          error={error}
          retry={() => {
            void topics.refetch();
            void entities.refetch();
          }}
        />
      )}
      {!error && (!topics.data || !entities.data) && <PageSkeleton tiles={0} blocks={2} />}
      {topics.data && entities.data && (
        <Tabs
          activeKey={tab}
          onChange={(key) => setSearch({ tab: key })}
          items={[
            {
              key: 'topics',
              label: `${t('catalogue.topics')} · ${topics.data.length}`,
              children: <TopicTable topics={topics.data} words={words} onEdit={editor ? open : undefined} />,
            },
            {
              key: 'entities',
              label: `${t('catalogue.entities')} · ${entities.data.length}`,
              children: <EntityTable entities={entities.data} words={words} onEdit={editor ? open : undefined} />,
            },
          ]}
        />
      )}
      <Suspense fallback={null}>
        {(topic || edit === 'topic:') && <TopicEditor key={edit} topic={topic ?? null} onClose={close} />}
        {(entity || edit === 'entity:') && <EntityEditor key={edit} entity={entity ?? null} onClose={close} />}
      </Suspense>
    </>
  );
}
