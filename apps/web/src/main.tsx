import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { RouterProvider } from 'react-router';
import 'virtual:antd.css';
import './styles/base.css';
import './charts/chart.css';
import './styles/layout.css';
import { AppProviders } from './app/AppProviders.js';
import { router } from './app/routes.js';
import { startI18n } from './i18n/start-i18n.js';
import { PreferencesProvider, systemLanguage } from './preferences/PreferencesProvider.js';
import { readStored } from './preferences/stored-preferences.js';

await startI18n(readStored(window.localStorage).language ?? systemLanguage());
const root = document.getElementById('root');
if (!root) throw new Error('index.html lacks the element #root.');
createRoot(root).render(
  <StrictMode>
    <PreferencesProvider>
      <AppProviders>
        <RouterProvider router={router} />
      </AppProviders>
    </PreferencesProvider>
  </StrictMode>,
);
