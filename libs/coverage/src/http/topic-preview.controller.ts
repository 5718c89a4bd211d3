import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { type TopicPreview, topicPreviewInput } from '@timbre/contracts';
import { Access } from '@timbre/platform';
import type { z } from 'zod';
import { TopicPreviewService } from '../queries/preview/topic-preview.service.js';

/** Stands beside the catalogue's routes, but reads articles. */
@Controller('catalogue/topics/preview')
@Access('viewer', 'read')
export class TopicPreviewController {
  constructor(private readonly previews: TopicPreviewService) {}

  @Post()
  @HttpCode(200)
  preview(@Body({ schema: topicPreviewInput }) input: z.output<typeof topicPreviewInput>): Promise<TopicPreview> {
    return this.previews.preview(input.query, input.days, new Date());
  }
}
