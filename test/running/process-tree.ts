import { readdirSync, readFileSync } from 'node:fs';

/** A live process as Linux tells of it. */
interface ProcessFacts {
  pid: number;
  parent: number;
  command: string;
}

function allProcesses(): ProcessFacts[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
        const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
        return [
          { pid: Number(name), parent, command: readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ') },
        ];
      } catch {
        // It ended between the listing and the reading.
        return [];
      }
    });
}

/** Pid of a child of `parent` whose command line holds `part`; undefined while there is none. */
export function childOf(parent: number, part: string): number | undefined {
  return childrenOf(parent, part)[0];
}

/** Pids of all such children. */
export function childrenOf(parent: number, part: string): number[] {
  return allProcesses()
    .filter((process) => process.parent === parent && process.command.includes(part))
    .map(({ pid }) => pid);
}
