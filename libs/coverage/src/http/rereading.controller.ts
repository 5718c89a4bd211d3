import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { type AnalysisState, type LongJob, rereadInput, rereadPreviewInput } from '@timbre/contracts';
import { Access, CurrentUser, type Principal } from '@timbre/platform';
import type { z } from 'zod';
import { Rereading } from '../rereading/rereading.service.js';

@Controller('quality')
@Access('viewer')
export class RereadingController {
  constructor(private readonly rereading: Rereading) {}

  /** What reads new articles, what of the past another version read, and what the scorer cost. */
  @Get('analysis')
  state(): Promise<AnalysisState> {
    return this.rereading.state();
  }

  /** Starts a job whose result says what reading the past again would move. */
  @Post('preview')
  @HttpCode(202)
  @Access('admin')
  preview(
    @Body({ schema: rereadPreviewInput }) input: z.output<typeof rereadPreviewInput>,
    @CurrentUser() by: Principal,
  ): Promise<LongJob> {
    return this.rereading.preview(input, by.userId);
  }

  /** Starts reading the past again; `/jobs/:id` tells how far it is and cancels it. */
  @Post('reread')
  @HttpCode(202)
  @Access('admin')
  reread(
    @Body({ schema: rereadInput }) input: z.output<typeof rereadInput>,
    @CurrentUser() by: Principal,
  ): Promise<LongJob> {
    return this.rereading.reread(input, by.userId);
  }
}
