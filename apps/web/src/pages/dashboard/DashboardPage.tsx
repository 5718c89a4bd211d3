import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { dashboardQuery } from '../../api/dashboard-queries.js';
import { ErrorState } from '../../states/ErrorState.js';
import { PageSkeleton } from '../../states/PageSkeleton.js';
import { DashboardView } from './DashboardView.js';
import './dashboard.css';

/** One of the users' own dashboards. */
export default function DashboardPage() {
  const { id = '' } = useParams();
  const query = useQuery(dashboardQuery(id));
  if (query.isError) return <ErrorState error={query.error} retry={() => void query.refetch()} />;
  return query.data ? <DashboardView saved={query.data} /> : <PageSkeleton tiles={0} blocks={3} />;
}
