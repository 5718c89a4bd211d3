import type { SourceKind } from '@timbre/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The last thing that went wrong with a source, for people. */
export interface SourceError {
  code: string;
  message: string;
  at: string;
}

/** Where articles come from, and how its last visits went. */
@Entity({ name: 'source' })
export class SourceEntity {
  @PrimaryColumn('text') id!: string;
  @Column('text') name!: string;
  @Column('text') kind!: SourceKind;
  @Column('text', { nullable: true }) url!: string | null;
  @Column('text') outlet!: string;
  @Column('text', { nullable: true }) language!: string | null;
  @Column('real') reach!: number;
  @Column('boolean', { name: 'fetch_pages' }) fetchPages!: boolean;
  @Column('boolean') enabled!: boolean;
  @Column('boolean') sample!: boolean;
  /** Seconds between polls; null: adaptive. */
  @Column('integer', { name: 'interval_seconds', nullable: true }) intervalSeconds!: number | null;
  /** Request headers, sealed because they may hold credentials. */
  @Column('text', { name: 'sealed_headers', nullable: true }) sealedHeaders!: string | null;
  @Column('jsonb') options!: Record<string, unknown>;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'removed_at', nullable: true }) removedAt!: Date | null;
  /** When the server said 410 Gone. */
  @Column('timestamptz', { name: 'retired_at', nullable: true }) retiredAt!: Date | null;
  @Column('text', { nullable: true }) etag!: string | null;
  @Column('text', { name: 'last_modified', nullable: true }) lastModified!: string | null;
  @Column('timestamptz', { name: 'last_attempt', nullable: true }) lastAttempt!: Date | null;
  @Column('timestamptz', { name: 'last_success', nullable: true }) lastSuccess!: Date | null;
  @Column('timestamptz', { name: 'last_new_entry', nullable: true }) lastNewEntry!: Date | null;
  @Column('timestamptz', { name: 'next_attempt', nullable: true }) nextAttempt!: Date | null;
  @Column('integer') failures!: number;
  @Column('jsonb', { name: 'last_error', nullable: true }) lastError!: SourceError | null;
  /** Counts up when the secret of a webhook is replaced. */
  @Column('integer', { name: 'webhook_generation' }) webhookGeneration!: number;
  /** House that the outlet belongs to; null: told by its name and domain. */
  @Column('text', { nullable: true }) family!: string | null;
  /** Days after which texts are removed; null: kept. */
  @Column('integer', { name: 'retention_days', nullable: true }) retentionDays!: number | null;
}
