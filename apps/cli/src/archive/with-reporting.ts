import type { ArchiveService } from '@timbre/reporting';

/** Runs the work with the services that archives need; heavy parts are loaded here and not before. */
export async function withReporting<Result>(
  work: (parts: { archive: ArchiveService }) => Promise<Result>,
): Promise<Result> {
  const { CollectionModule } = await import('@timbre/collection');
  const { CoverageModule } = await import('@timbre/coverage');
  const { ArchiveService, ReportingModule } = await import('@timbre/reporting');
  const { withApplication } = await import('../context/with-application.js');
  return withApplication([CollectionModule, CoverageModule, ReportingModule], (app) =>
    work({ archive: app.get(ArchiveService) }),
  );
}
