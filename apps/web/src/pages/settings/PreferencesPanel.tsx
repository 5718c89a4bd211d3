import type { User } from '@timbre/contracts';
import { useMutation } from '@tanstack/react-query';
import { App, Button, Form, Input, Segmented, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { send } from '../../api/client.js';
import { usePreferences, type Language, type ThemeChoice } from '../../preferences/preferences.js';

const zones = Intl.supportedValuesOf('timeZone').map((value) => ({ value, label: value.replaceAll('_', ' ') }));

/** Applied at once, here and with the account. */
export function PreferencesPanel() {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { language, theme, timeZone, change } = usePreferences();
  const keep = useMutation({
    mutationFn: (preferences: User['preferences']) => send('/users/me', { method: 'PATCH', body: { preferences } }),
    onError: (error) => void message.error(error.message),
  });
  const set = (patch: User['preferences']) => {
    change(patch);
    keep.mutate({ language, theme, timeZone, ...patch });
  };
  return (
    <div className="settings-panel">
      <p className="meta">{t('settings.preferencesHint')}</p>
      <div className="settings-row">
        <span>{t('shell.language')}</span>
        <Segmented<Language>
          aria-label={t('shell.language')}
          value={language}
          onChange={(value) => set({ language: value })}
          options={[
            { value: 'en', label: 'English' },
            { value: 'zh-CN', label: '中文' },
          ]}
        />
      </div>
      <div className="settings-row">
        <span>{t('shell.theme')}</span>
        <Segmented<ThemeChoice>
          aria-label={t('shell.theme')}
          value={theme}
          onChange={(value) => set({ theme: value })}
          options={[
            { value: 'light', label: t('shell.themeLight') },
            { value: 'dark', label: t('shell.themeDark') },
            { value: 'system', label: t('shell.themeSystem') },
          ]}
        />
      </div>
      <div className="settings-row">
        <span>
          {t('shell.timeZone')}
          <span className="meta">{t('settings.timeZoneHint')}</span>
        </span>
        <Select
          aria-label={t('shell.timeZone')}
          value={timeZone}
          className="zone-select"
          onChange={(value) => set({ timeZone: value })}
          options={[{ value: 'UTC', label: 'UTC' }, ...zones.filter((zone) => zone.value !== 'UTC')]}
          showSearch={{ optionFilterProp: 'label' }}
        />
      </div>
      <PasswordForm />
    </div>
  );
}

const SHORTEST_PASSWORD = 12;

function PasswordForm() {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [form] = Form.useForm<{ password: string }>();
  const save = useMutation({
    mutationFn: (body: { password: string }) => send('/users/me', { method: 'PATCH', body }),
    onSuccess: () => {
      form.resetFields();
      void message.success(t('settings.passwordChanged'));
    },
    onError: (error) => void message.error(error.message),
  });
  return (
    <Form form={form} layout="inline" className="settings-row" onFinish={(values) => save.mutate(values)}>
      <span>
        {t('settings.password')}
        <span className="meta">{t('session.passwordHint')}</span>
      </span>
      <Form.Item
        name="password"
        rules={[{ required: true, min: SHORTEST_PASSWORD, message: t('session.passwordHint') }]}
      >
        <Input.Password autoComplete="new-password" aria-label={t('settings.password')} />
      </Form.Item>
      <Button htmlType="submit" loading={save.isPending}>
        {t('settings.passwordChange')}
      </Button>
    </Form>
  );
}
