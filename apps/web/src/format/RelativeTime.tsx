import { useFormat } from './use-format.js';

/** "3 hours ago", with the exact moment on hover. */
export function RelativeTime({ at }: { at: string }) {
  const format = useFormat();
  return (
    <time dateTime={at} title={format.moment(at)}>
      {format.relative(at)}
    </time>
  );
}
