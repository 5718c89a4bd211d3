import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Dropdown } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { send } from '../api/client.js';
import { usePreferences } from '../preferences/preferences.js';
import { useUser } from '../session/use-session.js';

/** Language, theme and the way out, one click from everywhere. */
export function AccountMenu() {
  const { t } = useTranslation();
  const user = useUser();
  const navigate = useNavigate();
  const client = useQueryClient();
  const { language, theme, change } = usePreferences();
  const signOut = useMutation({
    mutationFn: () => send('/session', { method: 'DELETE' }),
    onSettled: () => {
      client.clear();
      void navigate('/login');
    },
  });
  return (
    <Dropdown
      trigger={['click']}
      placement="bottomRight"
      menu={{
        selectedKeys: [language, theme],
        items: [
          { key: 'who', type: 'group', label: `${user.name} · ${user.email}` },
          { type: 'divider' },
          {
            key: 'language',
            type: 'group',
            label: t('shell.language'),
            children: [
              { key: 'en', label: 'English', onClick: () => change({ language: 'en' }) },
              { key: 'zh-CN', label: '中文', onClick: () => change({ language: 'zh-CN' }) },
            ],
          },
          {
            key: 'theme',
            type: 'group',
            label: t('shell.theme'),
            children: [
              { key: 'light', label: t('shell.themeLight'), onClick: () => change({ theme: 'light' }) },
              { key: 'dark', label: t('shell.themeDark'), onClick: () => change({ theme: 'dark' }) },
              { key: 'system', label: t('shell.themeSystem'), onClick: () => change({ theme: 'system' }) },
            ],
          },
          { type: 'divider' },
          { key: 'settings', label: t('shell.settings'), onClick: () => void navigate('/settings') },
          { key: 'out', label: t('shell.signOut'), onClick: () => signOut.mutate() },
        ],
      }}
    >
      <Button type="text" className="avatar" aria-label={t('shell.account', { name: user.name })}>
        {[...user.name.trim()][0]?.toUpperCase() ?? '?'}
      </Button>
    </Dropdown>
  );
}
