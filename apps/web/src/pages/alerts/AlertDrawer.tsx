import type { AlertDetail, AlertRule } from '@timbre/contracts';
import { useQuery } from '@tanstack/react-query';
import { Button, Drawer, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { alertQuery } from '../../api/alert-queries.js';
import { useFormat } from '../../format/use-format.js';
import { usePreferences } from '../../preferences/preferences.js';
import { ErrorState } from '../../states/ErrorState.js';
import { articlesLink } from './articles-link.js';
import { DeliveryRow } from './DeliveryPanel.js';
import { PhaseMark } from './PhaseMark.js';
import { VerdictChoice } from './VerdictChoice.js';
import { useAlertAction } from './use-alert-action.js';
import { useAlertFormat } from './use-alert-format.js';

interface Props {
  id: string;
  rules: readonly AlertRule[];
  editor: boolean;
  onClose: () => void;
}

/** One alert: what led to it, who was told what, and what people made of it. */
export default function AlertDrawer({ id, rules, editor, onClose }: Props) {
  const { t } = useTranslation();
  const detail = useQuery(alertQuery(id));
  const rule = rules.find((one) => one.id === detail.data?.alert.ruleId);
  return (
    <Drawer
      open
      size={600}
      title={titleOf(detail.data)}
      onClose={onClose}
      closable={{ 'aria-label': t('shell.close') }}
    >
      {detail.isError && <ErrorState error={detail.error} retry={() => void detail.refetch()} />}
      {detail.data && <AlertFacts detail={detail.data} rule={rule} editor={editor} />}
    </Drawer>
  );
}

function titleOf(detail: AlertDetail | undefined): string {
  if (detail === undefined) return ' ';
  const { ruleName, series } = detail.alert;
  return series.name === '' ? ruleName : `${ruleName} · ${series.name}`;
}

function AlertFacts({ detail, rule, editor }: { detail: AlertDetail; rule: AlertRule | undefined; editor: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useAlertFormat();
  const action = useAlertAction();
  const [text, setText] = useState('');
  const { language, dark } = usePreferences();
  const { alert, filter, transitions, notifications, comments } = detail;
  // Drawn for the width at which it is shown, so that its words stay legible.
  const narrow = window.innerWidth < 768;
  const look = `language=${language === 'en' ? 'en' : 'zh'}&theme=${dark ? 'dark' : 'light'}&width=${narrow ? 360 : 640}`;
  return (
    <div className="alert-facts">
      <p>
        <PhaseMark phase={alert.state} label={t(`alerts.alertStates.${alert.state}`)} />{' '}
        <span className="meta">
          {format.moment(alert.startedAt)}
          {alert.endedAt !== null && ` – ${format.moment(alert.endedAt)}`}
        </span>
      </p>
      {rule && (
        <p>
          {words.condition(rule)} ·{' '}
          {t('alerts.onValue', { value: words.value(rule.series, alert.value), n: alert.n ?? 0 })}
        </p>
      )}
      <div className="alert-tools">
        {rule && (
          <Link className="alert-link" to={articlesLink({ filter, window: rule.window }, alert.startedAt)}>
            {t('alerts.openView')}
          </Link>
        )}
        {alert.acknowledgedBy !== null && alert.acknowledgedAt !== null ? (
          <span className="meta">
            {t('alerts.acknowledged', { name: alert.acknowledgedBy, when: format.relative(alert.acknowledgedAt) })}
          </span>
        ) : (
          editor && (
            <Button
              type="primary"
              loading={action.isPending}
              onClick={() => action.mutate({ path: `/alerts/${alert.id}/acknowledge` })}
            >
              {t('alerts.acknowledge')}
            </Button>
          )
        )}
        {editor && rule && (
          <VerdictChoice
            verdict={alert.verdict}
            mark={{
              rule: { series: rule.series, filter: rule.filter },
              key: alert.series.key,
              from: alert.startedAt,
              to: alert.endedAt,
            }}
          />
        )}
      </div>
      <h3>{t('alertRules.moment')}</h3>
      <img
        className="alert-moment"
        src={`/api/v1/alerts/${alert.id}/chart.png?${look}`}
        width={narrow ? 360 : 640}
        height={narrow ? 240 : 300}
        alt={t('alertRules.momentAlt')}
      />
      <h3>{t('alerts.history')}</h3>
      <ol className="alert-history">
        {transitions.map((step) => (
          <li key={step.at + step.to}>
            <span className="meta">{format.moment(step.at)}</span>{' '}
            <PhaseMark phase={step.to} label={t(`alerts.phases.${step.to}`)} />
            {step.input && rule && (
              <span className="meta">
                {' '}
                {t('alerts.onValue', { value: words.value(rule.series, step.input.value), n: step.input.n })}
              </span>
            )}
          </li>
        ))}
      </ol>
      <h3>{t('alerts.told')}</h3>
      {notifications.length === 0 && <p className="meta">{t('alerts.toldNobody')}</p>}
      {notifications.map((one) => (
        <DeliveryRow key={one.id} notification={one} editor={editor} />
      ))}
      <h3>{t('alerts.comment')}</h3>
      {comments.map((one) => (
        <p key={one.at}>
          <strong>{one.by}</strong> <span className="meta">{format.relative(one.at)}</span>
          <br />
          {one.text}
        </p>
      ))}
      {editor && (
        <div className="alert-comment">
          <Input.TextArea
            aria-label={t('alerts.comment')}
            placeholder={t('alerts.commentHint')}
            autoSize={{ minRows: 2 }}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
          <Button
            disabled={text.trim() === ''}
            onClick={() =>
              action.mutate(
                { path: `/alerts/${alert.id}/comments`, body: { text: text.trim() } },
                { onSuccess: () => setText('') },
              )
            }
          >
            {t('alerts.send')}
          </Button>
        </div>
      )}
    </div>
  );
}
