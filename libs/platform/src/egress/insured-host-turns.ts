import { Logger } from '@nestjs/common';
import type { HostTurns, TurnOutcome, TurnTerms } from './host-turns.js';
import { InProcessHostTurns } from './in-process-host-turns.js';

/** Turns of a shared store; while it is away, each process is polite by itself, which is better than none working. */
export class InsuredHostTurns implements HostTurns {
  private readonly log = new Logger('HostTurns');
  private readonly own = new InProcessHostTurns();

  constructor(private readonly shared: HostTurns) {}

  take(host: string, terms: TurnTerms): Promise<TurnOutcome> {
    return this.either((turns) => turns.take(host, terms));
  }

  /** Given back to both: either may have given it, and the other does not know it. */
  async giveBack(host: string, turn: string): Promise<void> {
    await this.own.giveBack(host, turn);
    await this.shared.giveBack(host, turn).catch((error: unknown) => this.warn(error));
  }

  async close(host: string, forMs: number): Promise<void> {
    await this.own.close(host, forMs);
    await this.shared.close(host, forMs).catch((error: unknown) => this.warn(error));
  }

  private async either<Answer>(ask: (turns: HostTurns) => Promise<Answer>): Promise<Answer> {
    try {
      return await ask(this.shared);
    } catch (error) {
      this.warn(error);
      return ask(this.own);
    }
  }

  private warn(error: unknown): void {
    this.log.warn(`Turns at hosts are not shared with other processes now: ${String(error)}`);
  }
}
