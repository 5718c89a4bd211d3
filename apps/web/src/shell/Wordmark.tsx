/** The name, with a wave that goes down and up. */
export function Wordmark({ small = false }: { small?: boolean }) {
  return (
    <span className="wordmark">
      <svg viewBox="0 0 32 32" width="26" height="26" aria-hidden="true">
        <path
          d="M3 16h4l3-8 5 17 4.5-13 2.8 4H29"
          fill="none"
          stroke="currentColor"
          strokeWidth="2.6"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      </svg>
      {!small && <span>Timbre</span>}
    </span>
  );
}
