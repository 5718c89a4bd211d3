import { forecastKind, type Reading } from '@timbre/contracts';
import { AutoComplete, Checkbox, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { changesOf, formOf } from './statement-changes.js';
import type { Statement } from './statement-correction.js';
import { useJudgement } from './use-judgement.js';

interface Props {
  reading: Reading;
  statement: Statement;
  onClose: () => void;
}

/** Says who spoke, and of a forecast also what it is about, when, and of which kind. */
export default function StatementEditor({ reading, statement, onClose }: Props) {
  const { t } = useTranslation();
  const judgement = useJudgement(reading.id);
  const [form, setForm] = useState(() => formOf(statement));
  const change = (part: Partial<typeof form>) => setForm((before) => ({ ...before, ...part }));
  const asked = changesOf(statement, form);
  const save = () => {
    if (asked !== null) judgement.mutate(asked, { onSuccess: onClose });
  };
  const speakers = [...reading.quotes, ...reading.forecasts].map(({ speaker }) => speaker ?? '');
  const people = reading.entities.filter(({ kind }) => kind === 'person' || kind === 'organisation');
  return (
    <Modal
      open
      title={t(`judging.change.${statement.kind}`)}
      okText={t('judging.save')}
      cancelText={t('judging.cancel')}
      okButtonProps={{ disabled: asked === null, loading: judgement.isPending }}
      onOk={save}
      onCancel={onClose}
    >
      <div className="statement-editor">
        <blockquote>{statement.said.text}</blockquote>
        <NameField
          label={t('judging.speaker')}
          hint={t('judging.speakerHint')}
          value={form.speaker}
          names={[...speakers, ...people.map(({ name }) => name)]}
          onChange={(speaker) => change({ speaker })}
        />
        {statement.kind === 'forecast' && (
          <>
            <NameField
              label={t('judging.subject')}
              value={form.subject}
              names={[
                ...reading.forecasts.map(({ subject }) => subject ?? ''),
                ...reading.entities.map(({ name }) => name),
              ]}
              onChange={(subject) => change({ subject })}
            />
            <div className="statement-days">
              <label>
                <span>{t('judging.from')}</span>
                <Input type="date" value={form.from} onChange={({ target }) => change({ from: target.value })} />
              </label>
              <label>
                <span>{t('judging.to')}</span>
                <Input
                  type="date"
                  value={form.to}
                  min={form.from}
                  disabled={form.to === ''}
                  onChange={({ target }) => change({ to: target.value })}
                />
              </label>
            </div>
            <Checkbox
              checked={form.to === ''}
              onChange={({ target }) => change({ to: target.checked ? '' : (statement.said.to ?? form.from) })}
            >
              {t('judging.open')}
            </Checkbox>
            <label>
              <span>{t('judging.kind')}</span>
              <Select
                value={form.kind}
                onChange={(kind) => change({ kind })}
                options={forecastKind.options.map((kind) => ({ value: kind, label: t(`articles.kind.${kind}`) }))}
              />
            </label>
          </>
        )}
        <p className="meta">{t('judging.stays')}</p>
      </div>
    </Modal>
  );
}

interface NameFieldProps {
  label: string;
  hint?: string;
  value: string;
  names: readonly string[];
  onChange: (name: string) => void;
}

/** A name, with those of the article to choose from. */
function NameField({ label, hint, value, names, onChange }: NameFieldProps) {
  const options = [...new Set(names)].filter((name) => name !== '').map((name) => ({ value: name }));
  const typed = value.toLowerCase();
  return (
    <label>
      <span>{label}</span>
      <AutoComplete
        value={value}
        maxLength={200}
        options={options}
        filterOption={(_, option) => option?.value.toLowerCase().includes(typed) ?? false}
        onChange={(name: string) => onChange(name)}
      />
      {hint && <span className="meta">{hint}</span>}
    </label>
  );
}
