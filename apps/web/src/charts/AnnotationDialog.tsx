import type { Provenance } from '@timbre/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Checkbox, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { request, send } from '../api/client.js';
import { ANNOTATIONS, annotationsQuery } from '../api/coverage-queries.js';
import { useFormat } from '../format/use-format.js';

interface Props {
  /** The moment that was chosen on the chart. */
  at: string;
  /** The page's subject; `all` on pages about everything. */
  target: string;
  targetName: string;
  provenance: Pick<Provenance, 'from' | 'to'>;
  onClose: () => void;
}

/** Pins an event to a moment, and shows those that are pinned so that they can be taken off. */
export function AnnotationDialog({ at, target, targetName, provenance, onClose }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const { message } = App.useApp();
  const client = useQueryClient();
  const [text, setText] = useState('');
  const [everywhere, setEverywhere] = useState(target === 'all');
  const pinned = useQuery(annotationsQuery(provenance.from, provenance.to, target)).data ?? [];
  const refresh = () => void client.invalidateQueries({ queryKey: [ANNOTATIONS] });
  const failed = (error: Error) => void message.error(error.message);
  const pin = useMutation({
    mutationFn: () =>
      request('annotation', '/annotations', {
        method: 'POST',
        body: { at, text, target: everywhere ? null : target },
      }),
    onSuccess: () => {
      refresh();
      onClose();
    },
    onError: failed,
  });
  const unpin = useMutation({
    mutationFn: (id: string) => send(`/annotations/${encodeURIComponent(id)}`, { method: 'DELETE' }),
    onSuccess: refresh,
    onError: failed,
  });
  return (
    <Modal
      open
      title={t('chart.event.title', { date: format.date(at) })}
      okText={t('chart.event.pin')}
      okButtonProps={{ disabled: text.trim() === '', loading: pin.isPending }}
      onOk={() => pin.mutate()}
      onCancel={onClose}
    >
      <Input
        autoFocus
        maxLength={200}
        value={text}
        aria-label={t('chart.event.text')}
        placeholder={t('chart.event.placeholder')}
        onChange={({ target: field }) => setText(field.value)}
        onPressEnter={() => {
          if (text.trim() !== '') pin.mutate();
        }}
      />
      {target !== 'all' && (
        <p>
          <Checkbox checked={everywhere} onChange={({ target: field }) => setEverywhere(field.checked)}>
            {t('chart.event.everywhere', { name: targetName })}
          </Checkbox>
        </p>
      )}
      {pinned.length > 0 && (
        <ul className="pinned-events">
          {pinned.map((event) => (
            <li key={event.id}>
              <span className="meta">{format.date(event.at)}</span> {event.text}{' '}
              <Button type="link" size="small" onClick={() => unpin.mutate(event.id)}>
                {t('chart.event.unpin')}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </Modal>
  );
}
