import { Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { ErrorState } from '../../states/ErrorState.js';
import type { TileFrame } from './tile-frame.js';

interface Props<Data> {
  frame: TileFrame;
  query: { data: Data | undefined; error: Error | null; refetch: () => unknown };
  children: (data: Data) => ReactNode;
}

/** A tile while it loads, when it fails, and when it has its answer. */
export function TileState<Data>({ frame, query, children }: Props<Data>) {
  if (query.data !== undefined) return children(query.data);
  return (
    <section className="card tile-card" aria-label={frame.title}>
      <div className="card-head">
        <h2>{frame.title}</h2>
        {frame.extra}
      </div>
      {query.error ? (
        <ErrorState error={query.error} retry={() => void query.refetch()} />
      ) : (
        <Skeleton active paragraph={{ rows: 4 }} title={false} />
      )}
    </section>
  );
}
