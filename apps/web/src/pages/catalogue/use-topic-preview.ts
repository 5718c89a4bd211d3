import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { request } from '../../api/client.js';

export const PREVIEW_DAYS = 90;
/** Long enough not to ask at each key, short enough to feel live. */
const PAUSE = 350;

function useSettled(value: string): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), PAUSE);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}

/** Tries a query on recent coverage once the typing pauses. */
export function useTopicPreview(query: string) {
  const settled = useSettled(query.trim());
  return useQuery({
    queryKey: ['catalogue', 'preview', settled],
    queryFn: ({ signal }) =>
      request('topicPreview', '/catalogue/topics/preview', {
        method: 'POST',
        body: { query: settled, days: PREVIEW_DAYS },
        signal,
      }),
    enabled: settled !== '',
    placeholderData: keepPreviousData,
  });
}
