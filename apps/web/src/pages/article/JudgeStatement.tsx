import { CheckCircleFilled, EditFilled, EditOutlined } from '@ant-design/icons';
import type { CorrectionInput, Reading } from '@timbre/contracts';
import { Button, Dropdown, Tooltip } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.js';
import { useMay } from '../../session/use-session.js';
import { type Statement, type StatementCorrection, statementKey } from './statement-correction.js';
import { useJudgement } from './use-judgement.js';
import { useSaidWords } from './use-said-words.js';

const StatementEditor = lazy(() => import('./StatementEditor.js'));

interface Props {
  reading: Reading;
  statement: Statement;
  made: StatementCorrection | undefined;
}

/** Beside a quote or a forecast: who judged it, and for analysts the ways to judge it. */
export function JudgeStatement({ reading, statement, made }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const allowed = useMay('analyst');
  const judgement = useJudgement(reading.id);
  const saidWords = useSaidWords();
  const [open, setOpen] = useState(false);
  const [editing, setEditing] = useState(false);
  const judged =
    made === undefined
      ? null
      : made.confirms
        ? t('quality.confirmedBy', { name: made.by, when: format.moment(made.at) })
        : t('judging.correctedBy', { name: made.by, when: format.moment(made.at), said: saidWords(made) });
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
  const { kind } = statement;
  const name = t(`judging.name.${kind}`, { words: statement.said.text.slice(0, 60) });
  const items = [
    ...(made === undefined
      ? [{ key: 'confirm', label: t(`judging.confirm.${kind}`), onClick: () => judgement.mutate(confirmed(statement)) }]
      : []),
    { key: 'change', label: t(`judging.change.${kind}`), onClick: () => setEditing(true) },
    { key: 'reject', label: t(`judging.reject.${kind}`), onClick: () => judgement.mutate(rejected(statement)) },
    ...(made === undefined
      ? []
      : [{ key: 'undo', label: t('quality.undo'), onClick: () => judgement.mutate({ undo: made.id }) }]),
  ];
  return (
    <>
      <Dropdown trigger={['click']} placement="bottomRight" menu={{ items }} onOpenChange={setOpen}>
        <Tooltip title={open ? null : (judged ?? name)} placement="left">
          <Button
            size="small"
            type="text"
            className={made === undefined ? 'judge' : 'judge judged'}
            icon={icon}
            loading={judgement.isPending}
            aria-label={judged === null ? name : `${name}. ${judged}`}
          />
        </Tooltip>
      </Dropdown>
      {editing && (
        <Suspense fallback={null}>
          <StatementEditor reading={reading} statement={statement} onClose={() => setEditing(false)} />
        </Suspense>
      )}
    </>
  );
}

const confirmed = (statement: Statement): CorrectionInput => ({
  kind: statement.kind,
  key: statementKey(statement),
  value: 'confirm',
});

const rejected = (statement: Statement): CorrectionInput =>
  statement.kind === 'quote'
    ? { kind: 'quote', key: statementKey(statement), value: { speaker: statement.said.speaker, wrong: true } }
    : { kind: 'forecast', key: statementKey(statement), value: { wrong: true } };
