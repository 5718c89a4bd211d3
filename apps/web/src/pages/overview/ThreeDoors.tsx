import { CloudDownloadOutlined, ExperimentOutlined, UploadOutlined } from '@ant-design/icons';
import { App, Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useSample } from '../../api/use-sample.js';
import { useMay } from '../../session/use-session.js';
import './doors.css';

/** An empty database greets with three ways to begin. */
export default function ThreeDoors() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { message } = App.useApp();
  const editor = useMay('analyst');
  const sample = useSample();
  const load = () =>
    sample.mutate('load', {
      onSuccess: () => void message.success(t('states.started')),
      onError: (error) => void message.error(error.message),
    });
  return (
    <section className="doors" aria-label={t('states.doorsTitle')}>
      <h2>{t('states.doorsTitle')}</h2>
      <p>{t('states.doorsHint')}</p>
      <div className="doors-row">
        <Door icon={<ExperimentOutlined />} title={t('states.doorSample')} text={t('states.doorSampleText')}>
          <Button type="primary" disabled={!editor} loading={sample.isPending} onClick={load}>
            {t('states.doorSampleAction')}
          </Button>
        </Door>
        <Door icon={<CloudDownloadOutlined />} title={t('states.doorFeeds')} text={t('states.doorFeedsText')}>
          <Button disabled={!editor} onClick={() => void navigate('/sources?open=presets')}>
            {t('states.doorFeedsAction')}
          </Button>
        </Door>
        <Door icon={<UploadOutlined />} title={t('states.doorImport')} text={t('states.doorImportText')}>
          <Button disabled={!editor} onClick={() => void navigate('/sources?open=import')}>
            {t('states.doorImportAction')}
          </Button>
        </Door>
      </div>
    </section>
  );
}

function Door({ icon, title, text, children }: { icon: ReactNode; title: string; text: string; children: ReactNode }) {
  return (
    <div className="card door-card">
      <span className="door-icon" aria-hidden="true">
        {icon}
      </span>
      <h3>{title}</h3>
      <p>{text}</p>
      {children}
    </div>
  );
}
