/** robots.txt keeps us from a page. `code` is stable and goes to users and health pages. */
export class RobotsRefusalError extends Error {
  private constructor(
    readonly code: 'robots.disallowed' | 'robots.unavailable',
    message: string,
  ) {
    super(message);
    this.name = 'RobotsRefusalError';
  }

  static disallowed(): RobotsRefusalError {
    return new RobotsRefusalError('robots.disallowed', 'robots.txt of this host closes the page to us.');
  }

  static unavailable(status: number): RobotsRefusalError {
    return new RobotsRefusalError(
      'robots.unavailable',
      `robots.txt of this host answers ${status}, so its pages are left alone for now.`,
    );
  }
}
