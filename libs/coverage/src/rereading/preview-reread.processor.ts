import { Injectable } from '@nestjs/common';
import type { RereadPreview } from '@timbre/contracts';
import { type JobContext, type JobProcessor, type PayloadOf, Processor } from '@timbre/platform';
import { rereadPreviewQueue } from './reread.job.js';
import { RereadPreviewer } from './reread-previewer.service.js';

/** Previews a re-reading as a job that people can watch and cancel; what it found is the job's result. */
@Injectable()
@Processor(rereadPreviewQueue)
export class PreviewRereadProcessor implements JobProcessor<typeof rereadPreviewQueue> {
  constructor(private readonly previewer: RereadPreviewer) {}

  process(payload: PayloadOf<typeof rereadPreviewQueue>, context: JobContext): Promise<RereadPreview> {
    return this.previewer.run(payload, context);
  }
}
