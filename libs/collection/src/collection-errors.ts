import { ProblemError } from '@timbre/platform';

export class SourceExistsError extends ProblemError {
  constructor(name: string) {
    super({ status: 409, code: 'source.exists', detail: `The source "${name}" has this address already.` });
  }
}

export class SourceNotVisitedError extends ProblemError {
  constructor() {
    super({
      status: 409,
      code: 'source.not_visited',
      detail: 'This source only receives articles; there is nothing to fetch.',
    });
  }
}

export class ImportFormatError extends ProblemError {
  constructor(fileName: string) {
    super({
      status: 415,
      code: 'import.format',
      detail: `"${fileName}" is neither JSON Lines (.jsonl, .ndjson), CSV (.csv) nor a web archive (.warc, .warc.gz). Convert it.`,
    });
  }
}

export class ImportFileMissingError extends ProblemError {
  constructor() {
    super({
      status: 400,
      code: 'import.no_file',
      detail: 'Send the file as the body of the request, with its name in "?name=".',
    });
  }
}
