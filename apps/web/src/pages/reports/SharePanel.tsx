import type { Report, ReportShare } from '@timbre/contracts';
import { useQuery } from '@tanstack/react-query';
import { App, Button, Checkbox, Drawer, Input, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { reportSharesQuery } from '../../api/report-queries.js';
import { useFormat } from '../../format/use-format.js';
import { ErrorState } from '../../states/ErrorState.js';
import { useReportAction } from './use-report-action.js';

/** Links to a report for readers without an account. */
export function SharePanel({ report, onClose }: { report: Report; onClose: () => void }) {
  const { t } = useTranslation();
  const shares = useQuery(reportSharesQuery(report.id));
  return (
    <Drawer open size={560} title={t('reports.share')} onClose={onClose} closable={{ 'aria-label': t('shell.close') }}>
      <p className="meta">{t('reports.shareHint')}</p>
      {shares.isError && <ErrorState error={shares.error} retry={() => void shares.refetch()} />}
      {shares.data?.map((share) => (
        <ShareItem key={share.id} share={share} />
      ))}
      <h2 className="reports-heading">{t('reports.addShare')}</h2>
      <ShareForm reportId={report.id} />
    </Drawer>
  );
}

function ShareItem({ share }: { share: ReportShare }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const format = useFormat();
  const action = useReportAction();
  const address = new URL(share.path, window.location.origin).href;
  const copy = async (text: string): Promise<void> => {
    await navigator.clipboard.writeText(text);
    void message.success(t('shell.copied'));
  };
  return (
    <section className="schedule">
      <Input readOnly value={address} aria-label={t('reports.link')} onFocus={({ target }) => target.select()} />
      <p className="meta">
        {[
          share.version === null ? t('reports.follows') : t('reports.showsVersion', { version: share.version }),
          t('reports.until', { when: format.moment(share.expiresAt) }),
          ...(share.hasPassword ? [t('reports.withPassword')] : []),
          ...share.embed,
        ].join(' · ')}
      </p>
      <div className="page-tools">
        <Button size="small" onClick={() => void copy(address)}>
          {t('reports.copy')}
        </Button>
        {share.feed && (
          <Button size="small" onClick={() => void copy(`${address}/feed.rss`)}>
            {t('reports.copyFeed')}
          </Button>
        )}
        <Button
          size="small"
          type="text"
          onClick={() =>
            action.mutate({ path: `/reports/shares/${share.id}`, method: 'DELETE', said: t('reports.withdrawn') })
          }
        >
          {t('reports.withdraw')}
        </Button>
      </div>
    </section>
  );
}

function ShareForm({ reportId }: { reportId: string }) {
  const { t } = useTranslation();
  const action = useReportAction();
  const [days, setDays] = useState(30);
  const [password, setPassword] = useState('');
  const [embed, setEmbed] = useState<string[]>([]);
  const [follow, setFollow] = useState(false);
  const [feed, setFeed] = useState(false);
  const body = { days, embed, follow, feed, ...(password !== '' && { password }) };
  return (
    <div className="report-settings">
      <label className="wide">
        <span>{t('reports.days')}</span>
        <InputNumber value={days} min={1} max={366} precision={0} onChange={(value) => setDays(value ?? 30)} />
      </label>
      <label className="wide">
        <span>{t('reports.password')}</span>
        <Input.Password
          value={password}
          autoComplete="new-password"
          status={password !== '' && password.length < 8 ? 'error' : ''}
          onChange={({ target }) => setPassword(target.value)}
        />
      </label>
      <label className="wide">
        <span>{t('reports.embed')}</span>
        <Select
          mode="tags"
          value={embed}
          open={false}
          suffixIcon={null}
          placeholder="https://intranet.example.org"
          tokenSeparators={[',', ' ']}
          onChange={setEmbed}
        />
      </label>
      <Checkbox className="wide" checked={follow} onChange={({ target }) => setFollow(target.checked)}>
        {t('reports.follow')}
      </Checkbox>
      <Checkbox className="wide" checked={feed} onChange={({ target }) => setFeed(target.checked)}>
        {t('reports.feed')}
      </Checkbox>
      <Button
        type="primary"
        loading={action.isPending}
        disabled={password !== '' && password.length < 8}
        onClick={() => action.mutate({ path: `/reports/${reportId}/shares`, body, said: t('reports.saved') })}
      >
        {t('reports.add')}
      </Button>
    </div>
  );
}
