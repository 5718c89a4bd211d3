import { useMutation } from '@tanstack/react-query';
import { Alert, Button, type FormInstance, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { request } from '../../api/client.js';
import { useFormat } from '../../format/use-format.js';
import { useDoorError } from './use-door-error.js';
import { sourceBody, type SourceFormValues } from './source-form-values.js';

/** Asks once with the settings of the form, and shows the first entries or the cause. */
export function SourceTrial({ form, sourceId }: { form: FormInstance<SourceFormValues>; sourceId?: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const explain = useDoorError();
  const [sample, setSample] = useState('');
  const trial = useMutation({
    mutationFn: () => {
      const { kind, url, options, headers } = sourceBody(form.getFieldsValue(true) as SourceFormValues);
      const body = { kind, url, options, headers, sourceId, ...(kind === 'webhook' && { sample: parsed(sample) }) };
      return request('sourcePreview', '/sources/preview', { method: 'POST', body });
    },
  });
  const kind = form.getFieldValue('kind') as SourceFormValues['kind'] | undefined;
  return (
    <section className="trial" aria-live="polite">
      {kind === 'webhook' && (
        <Input.TextArea
          rows={4}
          spellCheck={false}
          value={sample}
          aria-label={t('doors.sample')}
          placeholder={t('doors.sample')}
          onChange={(event) => setSample(event.target.value)}
        />
      )}
      <Button loading={trial.isPending} onClick={() => trial.mutate()}>
        {t('doors.try')}
      </Button>
      {trial.error && <Alert type="error" showIcon title={explain(trial.error)} description={trial.error.message} />}
      {trial.data && (
        <>
          <p className="meta">{t('doors.tried', { count: trial.data.total })}</p>
          {trial.data.rejected.length > 0 && (
            <p className="meta">{t('doors.wordless', { count: trial.data.rejected.length })}</p>
          )}
          <ol className="trial-entries">
            {trial.data.entries.map((entry, index) => (
              <li key={entry.url ?? index}>
                <strong>{entry.title || t('doors.untitled')}</strong>
                <p className="meta">
                  {[entry.outlet, entry.byline, dateOf(entry)].filter((part) => part !== null).join(' · ')}
                </p>
                {entry.url && <p className="meta trial-url">{entry.url}</p>}
                {entry.text && <p>{entry.text}</p>}
              </li>
            ))}
          </ol>
        </>
      )}
    </section>
  );

  function dateOf(entry: { published: string | null; seen: string | null }): string {
    if (entry.published !== null) return format.moment(entry.published);
    return entry.seen === null ? t('doors.undated') : t('doors.seen', { when: format.moment(entry.seen) });
  }
}

/** What is no JSON goes as text, so that the server says what is wrong with it. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError) return text;
    throw error;
  }
}
