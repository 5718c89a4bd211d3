/** What the server's log says when it does not come up → what a person should do. */
const explanations: [RegExp, string][] = [
  [
    /No space left on device|Disk quota exceeded/i,
    'The disk of the data folder is full. Free some space or set TIMBRE_DATA to another disk.',
  ],
  [
    /Address already in use|could not bind/i,
    'Its port is taken by another program. Start again: another port will be picked.',
  ],
  [
    /Permission denied/i,
    'The data folder cannot be read or written. Check its owner, or set TIMBRE_DATA to another folder.',
  ],
  [
    /Read-only file system/i,
    'The data folder is on a read-only file system. Set TIMBRE_DATA to a folder that can be written.',
  ],
  [
    /database files are incompatible|incompatible with server/i,
    'The data folder was made by another version of PostgreSQL. Move it away, or export with the old version first.',
  ],
  [
    /could not (create|resize) shared memory|Cannot allocate memory/i,
    'There is not enough (shared) memory for PostgreSQL. Free some, or give the container a larger --shm-size.',
  ],
  [
    /invalid (checkpoint|primary checkpoint)|could not locate a valid checkpoint/i,
    'The database files are damaged. Restore a backup of the data folder, or move the folder away to begin anew.',
  ],
];

/** One sentence for people from the tail of the server's log; the log's last error where nothing is known. */
export function explainStartFailure(logTail: string): string {
  for (const [pattern, advice] of explanations) if (pattern.test(logTail)) return advice;
  const lines = logTail.trim().split('\n');
  return lines.findLast((line) => /FATAL|ERROR|PANIC|error:/.test(line)) ?? lines.at(-1) ?? 'It says nothing.';
}

/** After kill -9 of the server, a backend can live on for a moment and hold its memory; then a second try works. */
export function isOrphanInTheWay(logTail: string): boolean {
  return /pre-existing shared memory block|lock file "postmaster.pid" already exists/.test(logTail);
}
