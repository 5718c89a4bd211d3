import { randomBytes, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';
import type { ReportShare, ReportShareInput } from '@timbre/contracts';
import { NotFoundError, RateLimiter, SecretBox } from '@timbre/platform';
import { linkIsGood, signature } from '../exports/files/signed-link.js';
import { ReportService } from '../reports/report.service.js';
import { ShareGoneError, SharePasswordError } from '../reporting-errors.js';
import { ShareRepository, type StoredShare } from './share.repository.js';

const sealPurpose = 'report share';
const dayMs = 86_400_000;
/** How long a reader who gave the password may read on. */
const admittedMs = 3_600_000;
/** OWASP's recommendation for argon2id: 19 MiB, two passes, one lane. */
const hashing = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
/** Wrong guesses per link and quarter of an hour, whoever makes them. */
const guesses = { name: 'share-password', points: 20, perSeconds: 900 };

/** Proof that somebody gave the password, as it travels in an address. */
export interface Admission {
  until: number;
  key: string;
}

/** Links to reports for readers without an account. */
@Injectable()
export class ShareService {
  constructor(
    private readonly shares: ShareRepository,
    private readonly reports: ReportService,
    private readonly secrets: SecretBox,
    private readonly limiter: RateLimiter,
  ) {}

  /** @throws NotFoundError */
  async list(reportId: string): Promise<ReportShare[]> {
    await this.reports.get(reportId);
    return (await this.shares.ofReport(reportId)).map((share) => this.present(share));
  }

  /** @throws NotFoundError */
  async create(reportId: string, input: ReportShareInput, by: string | null, now: Date): Promise<ReportShare> {
    const report = await this.reports.get(reportId);
    const token = randomBytes(24).toString('base64url');
    const share: StoredShare = {
      id: randomUUID(),
      reportId,
      version: input.follow ? null : report.version,
      sealedToken: this.secrets.seal(sealPurpose, token),
      passwordHash: input.password === undefined ? null : await hash(input.password, hashing),
      embed: input.embed,
      feed: input.feed,
      expiresAt: new Date(now.getTime() + input.days * dayMs),
      createdAt: now,
      createdBy: by,
    };
    await this.shares.insert(share, token);
    return this.present(share);
  }

  /** The link is dead from this moment. @throws NotFoundError */
  async revoke(id: string): Promise<void> {
    if (!(await this.shares.delete(id))) throw new NotFoundError('share', id);
  }

  /** @throws ShareGoneError, the same for links that ran out, were withdrawn or never were. */
  async byToken(token: string, now: Date): Promise<StoredShare> {
    const share = /^[\w-]{32}$/.test(token) ? await this.shares.byToken(token, now) : null;
    if (share === null) throw new ShareGoneError();
    return share;
  }

  /**
   * No password is no guess, and a right one is given back: programs that read feeds come every few minutes and must
   * not lock out anybody, themselves included. Counted before it is checked, so that many guesses at once are counted.
   *
   * @param password null or empty where none was given
   * @throws SharePasswordError, TooManyRequestsError
   */
  async admit(share: StoredShare, password: string | null, now: Date): Promise<Admission> {
    if (password === null || password === '') throw new SharePasswordError();
    await this.limiter.consume(guesses.name, share.id, guesses);
    if (share.passwordHash === null || !(await verify(share.passwordHash, password.slice(0, 200)))) {
      throw new SharePasswordError();
    }
    await this.limiter.giveBack(guesses.name, share.id);
    const until = Math.floor((now.getTime() + admittedMs) / 1000);
    return { until, key: signature(this.admissionKey(), subject(share), until) };
  }

  /** Whether the reader may see it: no password is asked for, or it was given within the hour. */
  mayRead(share: StoredShare, admission: Admission | null, now: Date): boolean {
    if (share.passwordHash === null) return true;
    return admission !== null && linkIsGood(this.admissionKey(), subject(share), admission.until, admission.key, now);
  }

  private present(share: StoredShare): ReportShare {
    const { id, reportId, version, embed, feed, createdBy } = share;
    return {
      id,
      reportId,
      version,
      embed,
      feed,
      createdBy,
      hasPassword: share.passwordHash !== null,
      expiresAt: share.expiresAt.toISOString(),
      createdAt: share.createdAt.toISOString(),
      path: `/api/v1/shared/${this.secrets.open(sealPurpose, share.sealedToken)}`,
    };
  }

  private readonly admissionKey = () => this.secrets.key('report share admission');
}

/** A changed password ends what the old one opened. */
const subject = ({ id, passwordHash }: StoredShare): string => `${id}\n${passwordHash ?? ''}`;
