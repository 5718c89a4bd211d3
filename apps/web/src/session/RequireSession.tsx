import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Navigate, Outlet, useLocation } from 'react-router';
import { sessionQuery } from '../api/queries.js';
import { usePreferences } from '../preferences/preferences.js';
import { ErrorState } from '../states/ErrorState.js';
import { PageSkeleton } from '../states/PageSkeleton.js';
import { UserContext } from './use-session.js';

/** Lets signed-in users through; others sign in first and come back to the same place. */
export function RequireSession() {
  const location = useLocation();
  const session = useQuery(sessionQuery());
  const { change } = usePreferences();
  const preferences = session.data?.user?.preferences;
  useEffect(() => {
    if (preferences?.timeZone) change({ timeZone: preferences.timeZone });
  }, [preferences?.timeZone, change]);

  if (session.isPending) return <PageSkeleton />;
  if (session.isError) return <ErrorState error={session.error} retry={() => void session.refetch()} />;
  if (!session.data.user) {
    const here = location.pathname + location.search;
    const next = here === '/' ? '' : `?next=${encodeURIComponent(here)}`;
    return <Navigate to={`/login${next}`} replace />;
  }
  return (
    <UserContext value={session.data.user}>
      <Outlet />
    </UserContext>
  );
}
