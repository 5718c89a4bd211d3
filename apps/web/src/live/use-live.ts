import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';
import { COVERAGE } from '../api/queries.js';
import { applyEvent } from './apply-event.js';
import { listen } from './listen.js';
import { liveStore, type LiveState } from './live-store.js';

/** Keeps the event stream open while the shell is on screen. */
export function useLiveEvents(): void {
  const client = useQueryClient();
  useEffect(() => {
    let lost = false;
    return listen(
      (event) => applyEvent(event, client, liveStore),
      (open) => {
        // What happened while the stream was down is unknown: look again.
        if (open && lost) void client.invalidateQueries({ queryKey: ['jobs'] });
        lost = !open;
        liveStore.connection(open);
      },
    );
  }, [client]);
}

export function useLiveState(): LiveState {
  return useSyncExternalStore(liveStore.subscribe, liveStore.read);
}

/** Shows what has been announced. */
export function useShowNew(): () => void {
  const client = useQueryClient();
  return () => {
    liveStore.shown();
    void client.invalidateQueries({ queryKey: [COVERAGE] });
  };
}
