import { readFileSync } from 'node:fs';

/**
 * Calls `stop` once when this command is to end: Ctrl-C, SIGTERM, a closed terminal, or because the
 * npm or the process that started it is gone, even when that was killed.
 */
export function whenToldToStop(stop: () => void): void {
  let told = false;
  const once = () => {
    if (told) return;
    told = true;
    stop();
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, once);
  process.once('disconnect', once);
  process.channel?.unref();
  const npm = npmProcess();
  if (npm) setInterval(() => (isThere(npm) ? undefined : once()), 400).unref();
}

/** npm's process, when npm started us: our parent, or the parent of the shell or Node between. */
function npmProcess(): number | undefined {
  if (!process.env['npm_lifecycle_event']) return undefined;
  let pid = process.ppid;
  for (let step = 0; step < 3 && pid > 1; step += 1) {
    const { name, parent } = look(pid);
    if (name.startsWith('npm')) return pid;
    pid = parent;
  }
  return undefined;
}

/** A process's title and parent, by proc(5); nothing where there is no /proc. */
function look(pid: number): { name: string; parent: number } {
  try {
    const parent = /\nPPid:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return { name: readFileSync(`/proc/${pid}/cmdline`, 'utf8'), parent: Number(parent) };
  } catch {
    return { name: '', parent: 0 };
  }
}

function isThere(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
