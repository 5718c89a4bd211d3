import { createBrowserRouter, type RouteObject } from 'react-router';
import { RequireSession } from '../session/RequireSession.js';
import { AppShell } from '../shell/AppShell.js';
import { PageSkeleton } from '../states/PageSkeleton.js';
import { RouteError } from '../states/RouteError.js';

/** A page as a chunk of its own. */
const page =
  (load: () => Promise<{ default: React.ComponentType }>): RouteObject['lazy'] =>
  async () => ({ Component: (await load()).default });

export const router = createBrowserRouter([
  {
    path: '/login',
    lazy: page(() => import('../session/LoginPage.js')),
    errorElement: <RouteError />,
    HydrateFallback: PageSkeleton,
  },
  { path: '/setup', lazy: page(() => import('../session/SetupPage.js')), errorElement: <RouteError /> },
  {
    element: <RequireSession />,
    HydrateFallback: PageSkeleton,
    errorElement: <RouteError />,
    children: [
      {
        element: <AppShell />,
        children: [
          {
            errorElement: <RouteError />,
            children: [
              { index: true, lazy: page(() => import('../pages/overview/OverviewPage.js')) },
              { path: 'targets/:ref', lazy: page(() => import('../pages/target/TargetPage.js')) },
              { path: 'articles', lazy: page(() => import('../pages/articles/ArticlesPage.js')) },
              { path: 'articles/:id', lazy: page(() => import('../pages/article/ArticlePage.js')) },
              { path: 'stories', lazy: page(() => import('../pages/stories/StoriesPage.js')) },
              { path: 'stories/:id', lazy: page(() => import('../pages/story/StoryPage.js')) },
              { path: 'languages', lazy: page(() => import('../pages/languages/LanguagesPage.js')) },
              { path: 'dashboards', lazy: page(() => import('../pages/dashboards/DashboardsPage.js')) },
              { path: 'dashboards/:id', lazy: page(() => import('../pages/dashboard/DashboardPage.js')) },
              { path: 'compare', lazy: page(() => import('../pages/compare/ComparePage.js')) },
              { path: 'outlets', lazy: page(() => import('../pages/outlets/OutletsPage.js')) },
              { path: 'forecasts', lazy: page(() => import('../pages/forecasts/ForecastsPage.js')) },
              { path: 'alerts', lazy: page(() => import('../pages/alerts/AlertsPage.js')) },
              { path: 'reports', lazy: page(() => import('../pages/reports/ReportsPage.js')) },
              { path: 'reports/:id', lazy: page(() => import('../pages/reports/ReportEditorPage.js')) },
              { path: 'sources', lazy: page(() => import('../pages/sources/SourcesPage.js')) },
              { path: 'missing', lazy: page(() => import('../pages/missing/MissingPage.js')) },
              { path: 'catalogue', lazy: page(() => import('../pages/catalogue/CataloguePage.js')) },
              { path: 'quality', lazy: page(() => import('../pages/quality/QualityPage.js')) },
              { path: 'settings', lazy: page(() => import('../pages/settings/SettingsPage.js')) },
              { path: 'gallery', lazy: page(() => import('../pages/gallery/GalleryPage.js')) },
              { path: '*', lazy: page(() => import('../pages/not-found/NotFoundPage.js')) },
            ],
          },
        ],
      },
    ],
  },
]);
