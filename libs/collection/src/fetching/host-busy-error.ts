/** Nobody did anything wrong: the host gets no further request yet. Come back later. */
export class HostBusyError extends Error {
  constructor(
    readonly host: string,
    /** Milliseconds after which it makes sense to ask again. */
    readonly waitMs: number,
  ) {
    super(`${host} is asked again in ${Math.ceil(waitMs / 1000)} s.`);
    this.name = 'HostBusyError';
  }
}
