import { darkTokens, lightTokens } from '@timbre/charts';
import { QueryClientProvider } from '@tanstack/react-query';
import { App, ConfigProvider } from 'antd';
import en from 'antd/locale/en_US';
import zh from 'antd/locale/zh_CN';
import { useMemo, useState, type ReactNode } from 'react';
import { usePreferences } from '../preferences/preferences.js';
import { antdTheme } from './antd-theme.js';
import { createQueryClient } from './query-client.js';

/** A server that sends nonces names its own in the page; antd's variables then carry it. */
const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content;

export function AppProviders({ children }: { children: ReactNode }) {
  const { dark, language } = usePreferences();
  const [client] = useState(createQueryClient);
  const theme = useMemo(() => antdTheme(dark ? darkTokens : lightTokens), [dark]);
  return (
    <QueryClientProvider client={client}>
      <ConfigProvider
        theme={theme}
        locale={language === 'zh-CN' ? zh : en}
        csp={nonce ? { nonce } : undefined}
        button={{ autoInsertSpace: false }}
      >
        <App>{children}</App>
      </ConfigProvider>
    </QueryClientProvider>
  );
}
