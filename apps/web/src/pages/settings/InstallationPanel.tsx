import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { settingsQuery } from '../../api/queries.js';
import { ErrorState } from '../../states/ErrorState.js';
import { PageSkeleton } from '../../states/PageSkeleton.js';

/** Settings in force, read-only: they belong to the environment. */
export function InstallationPanel() {
  const { t } = useTranslation();
  const settings = useQuery(settingsQuery());
  if (settings.isError) return <ErrorState error={settings.error} retry={() => void settings.refetch()} />;
  if (settings.isPending) return <PageSkeleton tiles={0} blocks={1} />;
  return (
    <div className="settings-panel settings-wide">
      <p className="meta">{t('settings.systemHint')}</p>
      <div className="table-scroll">
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">{t('settings.setting')}</th>
              <th scope="col">{t('settings.value')}</th>
              <th scope="col">{t('settings.source')}</th>
              <th scope="col">{t('settings.meaning')}</th>
            </tr>
          </thead>
          <tbody>
            {settings.data.map((setting) => (
              <tr key={setting.name}>
                <td>
                  <code>{setting.name}</code>
                </td>
                <td className="setting-value">{setting.value ?? '–'}</td>
                <td>{t(`settings.sourcesOf.${setting.source}`)}</td>
                <td>{setting.meaning}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
