import type { AlertRule } from '@timbre/contracts';
import { Button, Switch, Table } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RelativeTime } from '../../format/RelativeTime.js';
import { EmptyState } from '../../states/EmptyState.js';
import { BulkEdit } from './BulkEdit.js';
import { LeftOut } from './LeftOut.js';
import { PhaseMark } from './PhaseMark.js';
import { useAlertAction } from './use-alert-action.js';
import { useAlertFormat } from './use-alert-format.js';

const RulesFile = lazy(() => import('./RulesFile.js'));

interface Props {
  rules: readonly AlertRule[];
  editor: boolean;
  onOpen: (id: string) => void;
}

const urgent: AlertRule['phase'][] = ['firing', 'recovering', 'error', 'no-data', 'pending', 'normal'];

/** What is on fire comes first. */
export function RuleList({ rules, editor, onOpen }: Props) {
  const { t } = useTranslation();
  const words = useAlertFormat();
  const action = useAlertAction();
  const [chosen, setChosen] = useState<string[]>([]);
  const [file, setFile] = useState(false);
  const rows = [...rules].sort(
    (a, b) =>
      Number(b.enabled) - Number(a.enabled) ||
      urgent.indexOf(a.phase) - urgent.indexOf(b.phase) ||
      a.name.localeCompare(b.name),
  );
  return (
    <>
      <div className="rule-list-head">
        {editor && chosen.length > 0 ? <BulkEdit chosen={chosen} onDone={() => setChosen([])} /> : <span />}
        <Button size="small" onClick={() => setFile(true)}>
          {t('alertRules.file')}
        </Button>
      </div>
      {rules.length === 0 && <EmptyState title={t('alerts.noRules')} hint={t('alerts.noRulesHint')} />}
      {rules.length > 0 && (
        <Table<AlertRule>
          className="alerts-table"
          {...(editor && {
            rowSelection: {
              selectedRowKeys: chosen,
              onChange: (keys) => setChosen(keys.map(String)),
              getCheckboxProps: (rule) => ({ 'aria-label': rule.name }),
            },
          })}
          rowKey="id"
          size="middle"
          dataSource={rows}
          pagination={{ pageSize: 50, hideOnSinglePage: true }}
          columns={[
            {
              title: t('alerts.state'),
              key: 'state',
              width: 116,
              render: (_, rule) => (
                <>
                  <PhaseMark
                    phase={rule.enabled ? rule.phase : 'off'}
                    label={rule.enabled ? t(`alerts.phases.${rule.phase}`) : t('alerts.off')}
                  />
                  {rule.enabled && rule.held && <p className="meta">{t('alerts.held')}</p>}
                  {rule.lastError !== null && <p className="meta">{rule.lastError}</p>}
                </>
              ),
            },
            {
              title: t('alerts.rule'),
              key: 'name',
              render: (_, rule) => (
                <button type="button" className="link-button" onClick={() => onOpen(rule.id)}>
                  <strong>{rule.name}</strong>
                  <p className="meta">
                    {words.condition(rule)}
                    {rule.forEach !== null && ` · ${t(`alertRules.forEachKinds.${rule.forEach.by}`)}`}
                    {rule.owner !== '' && ` · ${rule.owner}`}
                  </p>
                </button>
              ),
            },
            {
              title: t('alerts.value'),
              key: 'value',
              width: 180,
              responsive: ['sm'],
              render: (_, rule) =>
                rule.watched !== null ? (
                  <>
                    {t('alertRules.watched', rule.watched)}
                    <LeftOut leftOut={rule.watched.leftOut} />
                  </>
                ) : rule.lastEvaluated === null ? (
                  '–'
                ) : (
                  <>
                    {t('alerts.onValue', { value: words.value(rule.series, rule.lastValue), n: rule.lastN ?? 0 })}
                    <p className="meta">
                      <RelativeTime at={rule.lastEvaluated} />
                    </p>
                  </>
                ),
            },
            {
              title: t('alerts.enabled'),
              key: 'enabled',
              width: 70,
              render: (_, rule) => (
                <Switch
                  size="small"
                  aria-label={`${t('alerts.enabled')}: ${rule.name}`}
                  checked={rule.enabled}
                  disabled={!editor || action.isPending}
                  onChange={(enabled) =>
                    action.mutate({ path: `/alert-rules/${rule.id}/enabled`, method: 'PUT', body: { enabled } })
                  }
                />
              ),
            },
          ]}
        />
      )}
      <Suspense fallback={null}>{file && <RulesFile editor={editor} onClose={() => setFile(false)} />}</Suspense>
    </>
  );
}
