import { describe, expect, it } from 'vitest';
import { describeSettings } from './describe-settings.js';
import { loadSettings, SettingsError } from './settings.js';

describe('loadSettings', () => {
  it('has a working default for everything that has one', () => {
    const settings = loadSettings({});
    expect(settings).toMatchObject({ port: 3000, host: '127.0.0.1', dataFolder: '.timbre', timeZone: 'UTC' });
    expect(settings.databaseUrl).toBeUndefined();
    expect(settings.egressPorts).toEqual([80, 443, 8080, 8443]);
  });

  it('takes an empty variable for one that is not set', () => {
    expect(loadSettings({ PORT: '', DATABASE_URL: ' ' })).toMatchObject({ port: 3000, databaseUrl: undefined });
  });

  it.each([
    ['PORT', '65536'],
    ['PORT', '3000x'],
    ['HOST', 'http://localhost'],
    ['DATABASE_URL', 'mysql://localhost/x'],
    ['REDIS_URL', 'localhost:6379'],
    ['TIMBRE_TIME_ZONE', 'Mars/Olympus'],
    ['LOG_LEVEL', 'loud'],
    ['TIMBRE_EGRESS_PORTS', '80,http'],
    ['TIMBRE_SECRET', 'short'],
  ])('stops on %s=%s with a sentence that names it', (name, value) => {
    expect(() => loadSettings({ [name]: value })).toThrow(SettingsError);
    expect(() => loadSettings({ [name]: value })).toThrow(new RegExp(`^${name} must`));
  });

  it('names every wrong variable at once and never prints a secret', () => {
    const attempt = () => loadSettings({ PORT: 'x', TIMBRE_SECRET: 'hunter2' });
    expect(attempt).toThrow(/PORT must[\s\S]*TIMBRE_SECRET must/);
    expect(attempt).not.toThrow(/hunter2/);
  });
});

describe('describeSettings', () => {
  it('tells the source of each value and masks secrets', () => {
    const lines = describeSettings({ PORT: '8080', DATABASE_URL: 'postgres://me:hunter2@db/timbre' });
    expect(lines.find((line) => line.name === 'PORT')).toMatchObject({
      value: '8080',
      source: 'environment',
      default: '3000',
    });
    expect(lines.find((line) => line.name === 'REDIS_URL')).toMatchObject({ value: null, source: 'not set' });
    expect(JSON.stringify(lines)).not.toContain('hunter2');
    expect(lines.every((line) => line.meaning.length > 10)).toBe(true);
  });
});
