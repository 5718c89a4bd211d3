import type { TopicInput, TopicRow } from '@timbre/contracts';
import { Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EditorField, EditorFrame } from './EditorFrame.js';
import { TopicPreview } from './TopicPreview.js';
import { useDisplayName } from './use-display-name.js';
import { useSaveItem } from './use-save.js';
import { useTopicPreview } from './use-topic-preview.js';

/** A boolean query, tried on real coverage while it is written. */
export default function TopicEditor({ topic, onClose }: { topic: TopicRow | null; onClose: () => void }) {
  const { t } = useTranslation();
  const [en, setEn] = useState(topic?.names.en ?? '');
  const [zh, setZh] = useState(topic?.names.zh ?? '');
  const [query, setQuery] = useState(topic?.query ?? '');
  const [description, setDescription] = useState(topic?.description ?? '');
  const preview = useTopicPreview(query);
  const { save, remove, error } = useSaveItem('topics', topic?.id ?? null, onClose);
  const problem = preview.data?.error ?? null;
  const input: TopicInput = {
    names: { en: en.trim(), ...(zh.trim() === '' ? {} : { zh: zh.trim() }) },
    query: query.trim(),
    ...(description.trim() === '' ? {} : { description: description.trim() }),
  };
  const display = useDisplayName();
  const name = topic ? display(topic.names).name : t('catalogue.addTopic');
  return (
    <EditorFrame
      title={name}
      edited={topic}
      error={error}
      saving={save.isPending}
      canSave={en.trim() !== '' && query.trim() !== '' && problem === null}
      onSave={() => save.mutate(input)}
      onRemove={topic ? () => remove.mutate() : undefined}
      onClose={onClose}
    >
      <div className="editor-pair">
        <EditorField label={t('catalogue.nameEn')}>
          <Input value={en} onChange={(event) => setEn(event.target.value)} />
        </EditorField>
        <EditorField label={t('catalogue.nameZh')}>
          <Input value={zh} onChange={(event) => setZh(event.target.value)} />
        </EditorField>
      </div>
      <EditorField label={t('catalogue.query')} hint={t('catalogue.queryHint')}>
        <Input.TextArea
          className="query-field"
          autoSize={{ minRows: 4, maxRows: 12 }}
          spellCheck={false}
          status={problem ? 'error' : undefined}
          value={query}
          onChange={(event) => setQuery(event.target.value)}
        />
      </EditorField>
      <p className="query-verdict" role="status">
        {problem
          ? t('catalogue.queryAt', { column: problem.column, message: problem.message.replace(/^Column \d+: /, '') })
          : preview.data && query.trim() !== ''
            ? t('catalogue.queryFine')
            : '\u00A0'}
      </p>
      <EditorField label={t('catalogue.description')}>
        <Input.TextArea
          autoSize={{ minRows: 2 }}
          value={description}
          onChange={(event) => setDescription(event.target.value)}
        />
      </EditorField>
      <TopicPreview preview={preview} />
    </EditorFrame>
  );
}
