import type { EntityInput, EntityKind, EntityRow } from '@timbre/contracts';
import { Input, Segmented, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EditorField, EditorFrame } from './EditorFrame.js';
import { useDisplayName } from './use-display-name.js';
import { useSaveItem } from './use-save.js';

/** Names and aliases of an entity. Aliases that were there keep their language and case. */
export default function EntityEditor({ entity, onClose }: { entity: EntityRow | null; onClose: () => void }) {
  const { t } = useTranslation();
  const [en, setEn] = useState(entity?.names.en ?? '');
  const [zh, setZh] = useState(entity?.names.zh ?? '');
  const [kind, setKind] = useState<EntityKind>(entity?.kind ?? 'organisation');
  const [aliases, setAliases] = useState(entity?.aliases.map((alias) => alias.text) ?? []);
  const [description, setDescription] = useState(entity?.description ?? '');
  const display = useDisplayName();
  const { save, remove, error } = useSaveItem('entities', entity?.id ?? null, onClose);
  const known = new Map(entity?.aliases.map((alias) => [alias.text, alias]));
  const input: EntityInput = {
    kind,
    names: { en: en.trim(), ...(zh.trim() === '' ? {} : { zh: zh.trim() }) },
    aliases: [...new Set(aliases.map((text) => text.trim()))]
      .filter((text) => text !== '')
      .map((text) => known.get(text) ?? { text }),
    ...(entity?.partOf ? { partOf: entity.partOf } : {}),
    ...(description.trim() === '' ? {} : { description: description.trim() }),
  };
  return (
    <EditorFrame
      title={entity ? display(entity.names).name : t('catalogue.addEntity')}
      edited={entity}
      error={error}
      saving={save.isPending}
      canSave={en.trim() !== ''}
      onSave={() => save.mutate(input)}
      onRemove={entity ? () => remove.mutate() : undefined}
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
      <div className="editor-field">
        <span>{t('catalogue.kind')}</span>
        <Segmented<EntityKind>
          aria-label={t('catalogue.kind')}
          value={kind}
          onChange={setKind}
          options={(['person', 'organisation', 'product', 'concept'] as const).map((value) => ({
            value,
            label: t(`catalogue.kinds.${value}`),
          }))}
        />
      </div>
      <EditorField label={t('catalogue.aliases')} hint={t('catalogue.aliasesHint')}>
        <Select
          mode="tags"
          aria-label={t('catalogue.aliases')}
          value={aliases}
          onChange={setAliases}
          open={false}
          suffixIcon={null}
        />
      </EditorField>
      <EditorField label={t('catalogue.description')}>
        <Input.TextArea
          autoSize={{ minRows: 2 }}
          value={description}
          onChange={(event) => setDescription(event.target.value)}
        />
      </EditorField>
    </EditorFrame>
  );
}
