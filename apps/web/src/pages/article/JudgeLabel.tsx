import { CheckCircleFilled, EditFilled, EditOutlined } from '@ant-design/icons';
import type { Correction, SentimentLabel } from '@timbre/contracts';
import { Button, Dropdown, Tooltip } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.js';
import { useMay } from '../../session/use-session.js';
import { useJudgement } from './use-judgement.js';

interface Props {
  articleId: string;
  /** Target ref; `all` for the article as a whole. */
  target: string;
  name: string;
  label: SentimentLabel;
  corrections: readonly Correction[];
}

const labels = ['negative', 'neutral', 'positive'] as const;

/** Beside a target: who judged its label, and for analysts the ways to judge it. */
export function JudgeLabel({ articleId, target, name, label, corrections }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const allowed = useMay('analyst');
  const judgement = useJudgement(articleId);
  const [open, setOpen] = useState(false);
  const made = corrections.find((one) => one.kind === 'mention' && one.key === target);
  const judged =
    made?.kind !== 'mention'
      ? null
      : made.confirms
        ? t('quality.confirmedBy', { name: made.by, when: format.moment(made.at) })
        : t('quality.correctedBy', {
            name: made.by,
            when: format.moment(made.at),
            label: t(`articles.tone.${made.said.label}`),
            score: format.score(made.said.score),
          });
  const icon = made === undefined ? <EditOutlined /> : made.confirms ? <CheckCircleFilled /> : <EditFilled />;
  if (!allowed) {
    if (judged === null) return null;
    return (
      <Tooltip title={judged}>
        <span className="judged" role="img" aria-label={judged} tabIndex={0}>
          {icon}
        </span>
      </Tooltip>
    );
  }
  const judge = (value: 'confirm' | { label: SentimentLabel | 'unrelated' }) =>
    judgement.mutate({ kind: 'mention', key: target, value });
  const items = [
    // What a person corrected needs no confirmation: undoing returns to what the analysis said.
    ...(made === undefined ? [{ key: 'confirm', label: t('quality.confirm'), onClick: () => judge('confirm') }] : []),
    ...labels
      .filter((other) => other !== label)
      .map((other) => ({
        key: other,
        label: t(`quality.setTo.${other}`),
        onClick: () => judge({ label: other }),
      })),
    ...(target === 'all'
      ? []
      : [{ key: 'unrelated', label: t('quality.unrelated'), onClick: () => judge({ label: 'unrelated' }) }]),
    ...(made === undefined
      ? []
      : [{ key: 'undo', label: t('quality.undo'), onClick: () => judgement.mutate({ undo: made.id }) }]),
  ];
  return (
    <Dropdown trigger={['click']} placement="bottomRight" menu={{ items }} onOpenChange={setOpen}>
      <Tooltip title={open ? null : (judged ?? t('quality.correct', { name }))} placement="left">
        <Button
          size="small"
          type="text"
          className={made === undefined ? 'judge' : 'judge judged'}
          icon={icon}
          loading={judgement.isPending}
          aria-label={judged === null ? t('quality.correct', { name }) : `${t('quality.correct', { name })}. ${judged}`}
        />
      </Tooltip>
    </Dropdown>
  );
}
