/**
 * Loaded into every process of a Timbre under test before anything else (`node --import`): names below hostile.test
 * get fixed addresses, without a name server. All others are looked up as ever.
 */
import dns from 'node:dns';
import { syncBuiltinESMExports } from 'node:module';

const open = { address: '127.0.0.2', family: 4 };
const closed = { address: '127.0.0.1', family: 4 };
const systemLookup = dns.lookup;
let rebindings = 0;

/** @returns {{address: string, family: number}[] | null} null for names that are none of ours */
function addressesOf(host) {
  if (!host.endsWith('.hostile.test')) return null;
  if (host.startsWith('nowhere.')) return [];
  // Two answers at once, the inner one first; and a good one followed by a bad one.
  if (host.startsWith('two-answers.')) return [closed, open];
  if (host.startsWith('rebinding.')) return [(rebindings += 1) % 2 === 1 ? open : closed];
  return [open];
}

dns.lookup = function lookup(host, options, callback) {
  const addresses = typeof host === 'string' ? addressesOf(host) : null;
  if (addresses === null) return systemLookup.call(dns, host, options, callback);
  const done = typeof options === 'function' ? options : callback;
  if (addresses.length === 0) {
    process.nextTick(done, Object.assign(new Error(`ENOTFOUND ${host}`), { code: 'ENOTFOUND' }));
  } else if (options.all === true) process.nextTick(done, null, addresses);
  else process.nextTick(done, null, addresses[0].address, addresses[0].family);
};
syncBuiltinESMExports();
