import { createServer, type Server } from 'node:net';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkDataFolder } from './data-folder.mjs';
import { checkDatabase } from './database-address';
import { readEnvironment } from './environment';
import { hold } from './hold';
import { checkPort } from './port.mjs';

describe('the port', () => {
  it('is refused in one sentence when another program has it', async () => {
    const port = await checkPort('127.0.0.1', 0);
    const other = await new Promise<Server>((resolve) => {
      const server = createServer().listen(port, '127.0.0.1', () => resolve(server));
    });
    const refused = await checkPort('127.0.0.1', port, 0).catch(String);
    other.close();
    expect(refused).toContain(`Port ${String(port)} is taken`);
  });

  it('is waited for while a process is just ending', async () => {
    const port = await checkPort('127.0.0.1', 0);
    const other = createServer().listen(port, '127.0.0.1');
    setTimeout(() => other.close(), 200);
    await expect(checkPort('127.0.0.1', port, 5000)).resolves.toBe(port);
  });

  it('names a host that is not here', async () => {
    await expect(checkPort('192.0.2.1', 0)).rejects.toThrow('HOST is 192.0.2.1');
  });
});

describe('the environment', () => {
  it('names every wrong value', () => {
    const wrong = () => readEnvironment({ PORT: '99999', LOG_LEVEL: 'loud', DATABASE_URL: 'x' });
    for (const name of ['PORT', 'LOG_LEVEL', 'DATABASE_URL']) expect(wrong).toThrow(name);
  });

  it('means our own database when there is no DATABASE_URL', () => {
    expect(readEnvironment({}).embedded).toBe(true);
    expect(readEnvironment({ DATABASE_URL: 'postgresql://db.example/luotsi' }).embedded).toBe(
      false,
    );
  });
});

describe('a database of someone else', () => {
  it('is told to be out of reach in one sentence, without its password', async () => {
    const port = await checkPort('127.0.0.1', 0);
    const refused = checkDatabase(`postgresql://me:hushhush@127.0.0.1:${String(port)}/luotsi`);
    await expect(refused).rejects.toThrow("DATABASE_URL can't be reached");
    await expect(refused).rejects.not.toThrow('hushhush');
  });
});

describe('the data folder', () => {
  const home = mkdtempSync(join(tmpdir(), 'luotsi-checks-'));
  afterAll(() => rmSync(home, { recursive: true }));

  it('is refused in one sentence when a file is in its way', () => {
    writeFileSync(join(home, 'file'), '');
    expect(() => checkDataFolder(join(home, 'file'))).toThrow('is a file where a folder is needed');
    expect(() => checkDataFolder(join(home, 'file/inside'))).toThrow('is a file');
  });

  it('is held by one process at a time, and by none that has died', async () => {
    const sign = join(home, 'running');
    writeFileSync(sign, JSON.stringify({ pid: process.pid, began: 'long ago', note: '' }));
    const release = await hold(sign, 'first', 0);
    if (typeof release !== 'function') throw new Error('not held');
    await expect(hold(sign, 'second', 0)).resolves.toMatchObject({
      pid: process.pid,
      note: 'first',
    });
    release();
    expect(typeof (await hold(sign, 'third', 0))).toBe('function');
  });
});
