import { writeFile } from 'node:fs/promises';
import { type Command, Option } from 'commander';
import type { ReportDocument, ReportFormat, ReportLocale } from '@timbre/contracts';
import { addCoverageOptions, type CoverageOptions, instantOf } from './coverage-options.js';

interface ReportOptions extends CoverageOptions {
  format: ReportFormat;
  output?: string;
  locale: ReportLocale;
  now?: string;
}

/** `timbre report TEMPLATE|ID`: a report as a file, the same bytes for the same data and `--now`. */
export function register(program: Command): void {
  const command = program
    .command('report')
    .description('make a report from a template (weekly, topic, outlets, agi, crisis) or a saved one by its id')
    .argument('<template-or-id>')
    .addOption(
      new Option('-f, --format <format>', 'file format').choices(['pdf', 'docx', 'html', 'md', 'xlsx']).default('pdf'),
    )
    .option('-o, --output <file>', 'file to write; stdout without it')
    .addOption(new Option('--locale <locale>', 'language of a template').choices(['en', 'zh-CN']).default('en'))
    .option('--now <when>', 'moment that counts as now, for repeatable output');
  addCoverageOptions(command, 'stories').action(async (name: string, options: ReportOptions, self: Command) => {
    const now = options.now === undefined ? new Date() : new Date(options.now);
    if (Number.isNaN(now.getTime())) self.error('--now must be an ISO date or date-time', { exitCode: 2 });
    if ((options.from === undefined) !== (options.to === undefined)) {
      self.error('--from and --to go together', { exitCode: 2 });
    }
    const { CollectionModule } = await import('@timbre/collection');
    const { CoverageModule } = await import('@timbre/coverage');
    const { ReportingModule, ReportService } = await import('@timbre/reporting');
    const { withApplication } = await import('../context/with-application.js');
    await withApplication([CollectionModule, CoverageModule, ReportingModule], async (app) => {
      const reports = app.get(ReportService);
      const document = (await fromTemplate(name, options)) ?? (await reports.get(name)).document;
      const { files, drawn } = await reports.make(document, [options.format], now);
      const bytes = files.get(options.format) ?? Buffer.alloc(0);
      if (options.output === undefined) process.stdout.write(bytes);
      else await writeFile(options.output, bytes);
      process.stderr.write(`${document.name}: ${bytes.length} bytes, data ${drawn.dataHash.slice(0, 16)}\n`);
    });
  });
}

/** Null where the name is no template's. */
async function fromTemplate(name: string, options: ReportOptions): Promise<ReportDocument | null> {
  const { reportTemplateName, templateParameters } = await import('@timbre/contracts');
  const { documentFrom } = await import('@timbre/reporting');
  const template = reportTemplateName.safeParse(name);
  if (!template.success) return null;
  const { locale, tz, targets, unit } = options;
  const from = instantOf(options.from);
  const to = instantOf(options.to);
  const parameters = templateParameters.parse({
    locale,
    tz,
    ...(from === undefined ? {} : { range: { kind: 'fixed', from, to } }),
    ...(targets === undefined ? {} : { targets: targets.split(',') }),
  });
  return { ...documentFrom(template.data, parameters), unit };
}
