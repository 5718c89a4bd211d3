import { Tabs } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useMay } from '../../session/use-session.js';
import { InstallationPanel } from './InstallationPanel.js';
import { PreferencesPanel } from './PreferencesPanel.js';
import { TokensPanel } from './TokensPanel.js';
import { UsersPanel } from './UsersPanel.js';
import './settings.css';

export default function SettingsPage() {
  const { t } = useTranslation();
  const admin = useMay('admin');
  const [search, setSearch] = useSearchParams();
  return (
    <>
      <div className="page-head">
        <h1>{t('settings.title')}</h1>
        <div className="page-tools">
          <Link to="/gallery">{t('shell.gallery')}</Link>
        </div>
      </div>
      <Tabs
        activeKey={search.get('tab') ?? 'preferences'}
        onChange={(tab) => setSearch({ tab })}
        items={[
          { key: 'preferences', label: t('settings.preferences'), children: <PreferencesPanel /> },
          { key: 'tokens', label: t('settings.tokens'), children: <TokensPanel /> },
          ...(admin
            ? [
                { key: 'users', label: t('settings.users'), children: <UsersPanel /> },
                { key: 'system', label: t('settings.system'), children: <InstallationPanel /> },
              ]
            : []),
        ]}
      />
    </>
  );
}
