import type { SourcePreset } from '@timbre/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Checkbox, Drawer } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { send } from '../../api/client.js';
import { presetsQuery } from '../../api/queries.js';
import { ErrorState } from '../../states/ErrorState.js';

const fields = ['ai', 'technology', 'business', 'science', 'policy'] as const;
type Field = (typeof fields)[number];

/** Known feeds, off until chosen. */
export default function PresetDrawer({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const client = useQueryClient();
  const presets = useQuery(presetsQuery());
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const follow = useMutation({
    mutationFn: () => send('/sources/presets', { method: 'POST', body: { ids: chosen } }),
    onSuccess: () => {
      void message.success(t('sources.created'));
      void client.invalidateQueries({ queryKey: ['sources'] });
      onClose();
    },
    onError: (error) => void message.error(error.message),
  });
  const toggle = (id: string, on: boolean) =>
    setChosen((before) => (on ? [...before, id] : before.filter((other) => other !== id)));
  const fieldName = (field: string) => {
    const known = fields.find((name): name is Field => name === field.toLowerCase());
    return known ? t(`sources.field.${known}`) : field;
  };
  const groups = new Map<string, SourcePreset[]>();
  for (const preset of presets.data ?? []) groups.set(preset.field, [...(groups.get(preset.field) ?? []), preset]);
  return (
    <Drawer
      open
      title={t('sources.presets')}
      onClose={onClose}
      size={460}
      closable={{ 'aria-label': t('shell.close') }}
      footer={
        <Button
          type="primary"
          disabled={chosen.length === 0}
          loading={follow.isPending}
          onClick={() => follow.mutate()}
        >
          {chosen.length === 0 ? t('sources.choose') : t('sources.chooseCount', { count: chosen.length })}
        </Button>
      }
    >
      {presets.isError && <ErrorState error={presets.error} retry={() => void presets.refetch()} />}
      {[...groups].map(([field, rows]) => (
        <fieldset key={field} className="presets">
          <legend>{fieldName(field)}</legend>
          {rows.map((preset) => (
            <Checkbox
              key={preset.id}
              checked={preset.chosen || chosen.includes(preset.id)}
              disabled={preset.chosen}
              onChange={(event) => toggle(preset.id, event.target.checked)}
            >
              {preset.name}{' '}
              <span className="meta">
                {preset.language === 'zh' ? t('filter.language.zh') : t('filter.language.en')}
                {preset.chosen && ` · ${t('sources.chosen')}`}
              </span>
            </Checkbox>
          ))}
        </fieldset>
      ))}
    </Drawer>
  );
}
