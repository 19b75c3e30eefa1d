import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';

/** A user of the operating system, by number. */
export interface ServerUser {
  readonly uid: number;
  readonly gid: number;
}

/**
 * The user PostgreSQL runs as when we are root, which it refuses to be. A data folder that exists
 * keeps its owner; else `postgres`, else a system user `luotsi` made for it, else `nobody`.
 * @returns undefined when we are not root: PostgreSQL then runs as ourselves
 */
export function serverUser(dataFolder: string): ServerUser | undefined {
  if (process.getuid?.() !== 0) return undefined;
  return ownerOf(dataFolder) ?? find('postgres') ?? find('luotsi') ?? create('luotsi') ?? nobody;
}

const nobody: ServerUser = { uid: 65_534, gid: 65_534 };

function ownerOf(folder: string): ServerUser | undefined {
  const found = statSync(folder, { throwIfNoEntry: false });
  return found && found.uid !== 0 ? { uid: found.uid, gid: found.gid } : undefined;
}

function find(name: string): ServerUser | undefined {
  const [uid, gid] = ['-u', '-g'].map((flag) => {
    const asked = spawnSync('id', [flag, name], { encoding: 'utf8' });
    return asked.status === 0 ? Number.parseInt(asked.stdout, 10) : Number.NaN;
  });
  return uid && gid ? { uid, gid } : undefined;
}

const systemPrograms = '/usr/sbin:/sbin:/usr/bin:/bin';

/** `useradd` where it exists, BusyBox's `adduser` elsewhere; another process may be first. */
function create(name: string): ServerUser | undefined {
  const ways = [
    ['useradd', '--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin'],
    ['adduser', '-S', '-D', '-H', '-s', '/sbin/nologin'],
  ] as const;
  for (const [command, ...flags] of ways) {
    spawnSync(command, [...flags, name], { stdio: 'ignore', env: { PATH: systemPrograms } });
    const made = find(name);
    if (made) return made;
  }
  return undefined;
}
