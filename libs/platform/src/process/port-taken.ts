/** The address to listen on is in use. */
export class PortTakenError extends Error {
  constructor(host: string, port: number, options?: ErrorOptions) {
    super(
      `Port ${port} on ${host} is taken by another program. Stop that one, or set PORT to another port (0 picks a free one).`,
      options,
    );
    this.name = 'PortTakenError';
  }
}

/** The port needs more rights than the process has, or the address is not one of this machine's. */
class AddressRefusedError extends Error {
  constructor(host: string, port: number, options?: ErrorOptions) {
    super(
      `Timbre may not listen on ${host}:${port}. Set PORT above 1023 and HOST to an address of this machine.`,
      options,
    );
    this.name = 'AddressRefusedError';
  }
}

/** Translates what `listen` throws. */
export function explainListenError(error: unknown, host: string, port: number): unknown {
  const code = (error as NodeJS.ErrnoException | null)?.code;
  if (code === 'EADDRINUSE') return new PortTakenError(host, port, { cause: error });
  if (code === 'EACCES' || code === 'EADDRNOTAVAIL') return new AddressRefusedError(host, port, { cause: error });
  return error;
}
