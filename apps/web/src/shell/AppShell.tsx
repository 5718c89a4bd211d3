import { lazy, Suspense, useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Outlet } from 'react-router';
import { NewArticlesPill } from '../live/NewArticlesPill.js';
import { useLiveEvents, useLiveState } from '../live/use-live.js';
import { PageSkeleton } from '../states/PageSkeleton.js';
import { Navigation } from './Navigation.js';
import { TopBar } from './TopBar.js';
import { useShortcuts, type Shortcut } from './use-shortcuts.js';
import './shell.css';
import './panels.css';

const CommandPalette = lazy(() => import('./CommandPalette.js'));
const JobDrawer = lazy(() => import('./JobDrawer.js'));
const ShortcutHelp = lazy(() => import('./ShortcutHelp.js'));
type Panel = 'palette' | 'jobs' | 'help';

/** Navigation, top bar, and the panels that every page can call up. */
export function AppShell() {
  const { t } = useTranslation();
  const [panel, setPanel] = useState<Panel | null>(null);
  const close = useCallback(() => setPanel(null), []);
  const { connected } = useLiveState();
  useLiveEvents();
  useShortcuts(
    useCallback((shortcut: Shortcut) => {
      if (shortcut === 'palette' || shortcut === 'search') setPanel('palette');
      if (shortcut === 'help') setPanel('help');
    }, []),
  );
  return (
    <div className="shell">
      <a className="skip" href="#content">
        {t('shell.skip')}
      </a>
      <Navigation />
      <div className="shell-main">
        <TopBar onPalette={() => setPanel('palette')} onJobs={() => setPanel('jobs')} onHelp={() => setPanel('help')} />
        {!connected && (
          <div className="offline" role="status">
            {t('shell.offline')}
          </div>
        )}
        <main id="content" className="content" tabIndex={-1}>
          <Suspense fallback={<PageSkeleton />}>
            <Outlet />
          </Suspense>
        </main>
        <NewArticlesPill />
      </div>
      <Suspense fallback={null}>
        {panel === 'palette' && <CommandPalette onClose={close} />}
        {panel === 'jobs' && <JobDrawer onClose={close} />}
        {panel === 'help' && <ShortcutHelp onClose={close} />}
      </Suspense>
    </div>
  );
}
