import { z } from 'zod';
import { scorerSettingDefinitions } from './scorer-setting-definitions.js';
import { setting } from './setting-definition.js';
import { commaList, hostName, timeZone, urlWithScheme, wholeNumber, yesOrNo } from './setting-values.js';

/** Every variable that Timbre reads. The key is the name in code; the table is printed by `timbre settings`. */
export const settingDefinitions = {
  port: setting({
    name: 'PORT',
    schema: wholeNumber(0, 65_535),
    default: '3000',
    meaning: 'Port of the web server; 0 picks a free one.',
  }),
  host: setting({
    name: 'HOST',
    schema: hostName,
    default: '127.0.0.1',
    meaning: 'Address the web server listens on; 0.0.0.0 opens it to the network.',
  }),
  publicUrl: setting({
    name: 'TIMBRE_PUBLIC_URL',
    schema: urlWithScheme('http', 'https').optional(),
    meaning:
      'Address under which users reach Timbre; used in links, cookies and origin checks. Without it, the address listened on.',
  }),
  trustProxy: setting({
    name: 'TIMBRE_TRUST_PROXY',
    schema: wholeNumber(0, 10),
    default: '0',
    meaning: 'How many reverse proxies stand in front and may set X-Forwarded-For.',
  }),
  dataFolder: setting({
    name: 'TIMBRE_DATA',
    schema: z.string().min(1, 'must be a folder'),
    default: '.timbre',
    meaning: 'Folder for the embedded database, generated secrets, exports and uploads.',
  }),
  databaseUrl: setting({
    name: 'DATABASE_URL',
    schema: urlWithScheme('postgres', 'postgresql').optional(),
    secret: true,
    meaning: 'PostgreSQL 15 or newer; without it an embedded PostgreSQL runs in the data folder.',
  }),
  databasePool: setting({
    name: 'TIMBRE_DATABASE_POOL',
    schema: wholeNumber(2, 200),
    default: '10',
    meaning: 'Most database connections per process (the queues and events hold their own).',
  }),
  redisUrl: setting({
    name: 'REDIS_URL',
    schema: urlWithScheme('redis', 'rediss').optional(),
    secret: true,
    meaning: 'Redis or Valkey for queues, events and rate limits; without it they live in PostgreSQL.',
  }),
  redisCluster: setting({
    name: 'TIMBRE_REDIS_CLUSTER',
    schema: yesOrNo,
    default: 'no',
    meaning: 'Whether REDIS_URL names one node of a Redis Cluster.',
  }),
  queuePrefix: setting({
    name: 'TIMBRE_QUEUE_PREFIX',
    schema: z.string().regex(/^[a-z][a-z0-9-]{0,30}$/, 'must be a short lower-case word'),
    default: 'timbre',
    meaning: 'Prefix of queue names, so that two installations can share one Redis.',
  }),
  timeZone: setting({
    name: 'TIMBRE_TIME_ZONE',
    schema: timeZone,
    default: 'UTC',
    meaning: 'Reporting time zone: day roll-ups are cut in it.',
  }),
  logLevel: setting({
    name: 'LOG_LEVEL',
    schema: z.enum(
      ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'],
      'must be trace, debug, info, warn, error, fatal or silent',
    ),
    default: 'info',
    meaning: 'Least level that is logged.',
  }),
  logFormat: setting({
    name: 'LOG_FORMAT',
    schema: z.enum(['auto', 'json', 'pretty'], 'must be auto, json or pretty'),
    default: 'auto',
    meaning: 'JSON lines, or lines for people; auto looks at whether a terminal is attached.',
  }),
  workerProcesses: setting({
    name: 'TIMBRE_WORKERS',
    schema: wholeNumber(0, 64),
    default: '1',
    meaning: 'Worker processes that `timbre serve` starts; 0 when workers run elsewhere.',
  }),
  workerConcurrency: setting({
    name: 'TIMBRE_WORKER_CONCURRENCY',
    schema: wholeNumber(1, 1000),
    default: '4',
    meaning: 'Jobs of one queue that a worker process runs at a time, unless the queue sets its own limit.',
  }),
  bodyLimitBytes: setting({
    name: 'TIMBRE_BODY_LIMIT',
    schema: wholeNumber(1024, 1_073_741_824),
    default: '2097152',
    meaning: 'Largest JSON request body, in bytes.',
  }),
  uploadLimitBytes: setting({
    name: 'TIMBRE_UPLOAD_LIMIT',
    schema: wholeNumber(1024, 1_099_511_627_776),
    default: '1073741824',
    meaning: 'Largest uploaded file, in bytes.',
  }),
  rateLimitPerMinute: setting({
    name: 'TIMBRE_RATE_LIMIT',
    schema: wholeNumber(0, 1_000_000),
    default: '600',
    meaning: 'API requests per minute and client; 0 turns the limit off.',
  }),
  excerptsOnly: setting({
    name: 'TIMBRE_EXCERPTS_ONLY',
    schema: yesOrNo,
    default: 'no',
    meaning:
      'Whether viewers see only the sentences behind a score instead of whole texts, and export no mentions, quotes or forecasts; lists of quotes and forecasts stay, analysts see all.',
  }),
  egressAllow: setting({
    name: 'TIMBRE_EGRESS_ALLOW',
    schema: commaList,
    default: '',
    meaning:
      'Private hosts that feeds, pages and webhooks may reach: host, host:port, address or CIDR range, separated by commas.',
  }),
  egressPorts: setting({
    name: 'TIMBRE_EGRESS_PORTS',
    schema: commaList.pipe(z.array(wholeNumber(1, 65_535), 'must be a list of port numbers')),
    default: '80,443,8080,8443',
    meaning: 'Ports of public hosts that may be reached.',
  }),
  egressProxy: setting({
    name: 'TIMBRE_EGRESS_PROXY',
    schema: urlWithScheme('http', 'https').optional(),
    secret: true,
    meaning: 'HTTP proxy for everything that leaves; name lookups and address checks still happen here.',
  }),
  userAgent: setting({
    name: 'TIMBRE_USER_AGENT',
    schema: z
      .string()
      .regex(/^[\x20-\x7e]{1,200}$/, 'must be printable ASCII')
      .optional(),
    meaning:
      'How the collector names itself to sites; put a contact address of yours in it. Without it, Timbre, its version and TIMBRE_PUBLIC_URL.',
  }),
  egressTimeoutMs: setting({
    name: 'TIMBRE_EGRESS_TIMEOUT',
    schema: wholeNumber(100, 300_000),
    default: '20000',
    meaning: 'Milliseconds after which a request of the collector is given up, redirects and body included.',
  }),
  egressHttp2: setting({
    name: 'TIMBRE_EGRESS_HTTP2',
    schema: yesOrNo,
    default: 'yes',
    meaning: 'Whether HTTP/2 is offered to https servers.',
  }),
  hostDelayMs: setting({
    name: 'TIMBRE_HOST_DELAY',
    schema: wholeNumber(0, 60_000),
    default: '500',
    meaning:
      'Least milliseconds between the starts of two requests of the collector to one host, over all workers; Crawl-delay of robots.txt may ask for more.',
  }),
  smtpUrl: setting({
    name: 'TIMBRE_SMTP_URL',
    schema: urlWithScheme('smtp', 'smtps').optional(),
    secret: true,
    meaning: 'Mail server: smtp://user:password@host:587 (STARTTLS) or smtps://host:465.',
  }),
  smtpFrom: setting({
    name: 'TIMBRE_SMTP_FROM',
    schema: z.string().regex(/^[^\r\n]{3,320}$/, 'must be a mail address'),
    default: 'Timbre <timbre@localhost>',
    meaning: 'Sender of mails.',
  }),
  ...scorerSettingDefinitions,
  reportFolder: setting({
    name: 'TIMBRE_REPORT_FOLDER',
    schema: z.string().min(1, 'must be a folder').optional(),
    meaning: 'Folder below which scheduled reports are laid; without it, `reports` in the data folder.',
  }),
  secret: setting({
    name: 'TIMBRE_SECRET',
    schema: z.string().min(32, 'must have at least 32 characters').optional(),
    secret: true,
    meaning:
      'Key material for sessions and stored credentials; generated into the data folder when absent. Processes on several hosts must share it.',
  }),
} as const;
