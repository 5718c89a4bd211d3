/** The archive cannot be read; the message says what to do. */
export class ArchiveUnreadableError extends Error {
  constructor(reason: string) {
    super(`This archive cannot be imported: ${reason}`);
    this.name = 'ArchiveUnreadableError';
  }
}

/** An archive is a whole installation, so it needs an empty one. */
export class InstallationNotEmptyError extends Error {
  constructor(table: string) {
    super(
      `This installation is not empty (there are rows in "${table}"). Import into a new one: set TIMBRE_DATA to a new folder, or DATABASE_URL to a new database.`,
    );
    this.name = 'InstallationNotEmptyError';
  }
}
