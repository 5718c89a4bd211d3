import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { dashboardListQuery } from '../../api/dashboard-queries.js';

const LEAST_SECONDS = 5;

/** On a wall screen, goes on to the next dashboard every `rotate` seconds of the URL (30 unless it says otherwise). */
export function useRotation(id: string, on: boolean): void {
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const asked = Number(search.get('rotate') ?? 30);
  const seconds = Number.isFinite(asked) && asked > 0 ? Math.max(LEAST_SECONDS, asked) : null;
  const ids = useQuery({ ...dashboardListQuery(), enabled: on }).data?.map((dashboard) => dashboard.id);
  const next = ids && ids.length > 1 ? ids[(ids.indexOf(id) + 1) % ids.length] : undefined;
  useEffect(() => {
    if (!on || seconds === null || next === undefined) return undefined;
    const timer = setTimeout(
      () => void navigate({ pathname: `/dashboards/${next}`, search: search.toString() }, { replace: true }),
      seconds * 1000,
    );
    return () => clearTimeout(timer);
  }, [on, seconds, next, navigate, search]);
}
