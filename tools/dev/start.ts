import { startApi } from './api-process.ts';
import { build } from './build.ts';
import { Failure, giveUp } from './failure.mjs';
import { checkGround, type Ground, layGround, Undoing } from './house.ts';
import { step } from './progress.ts';
import { whenToldToStop } from './stopping.ts';

const undoing = new Undoing();
const building = new AbortController();
let ending: Promise<never> | undefined;

/** Stops everything, in order, and ends: quietly when asked to, with a sentence when something failed. */
function end(reason?: unknown): Promise<never> {
  ending ??= (async () => {
    building.abort();
    if (!reason) console.log('\nStopping …');
    await undoing.all();
    if (reason) giveUp(reason);
    process.exit(0);
  })();
  return ending;
}

function welcome({ embedded, address }: Ground): string {
  const signIn = embedded
    ? [
        'Sign in as one of the demonstration accounts, password luotsi-demo-2027:',
        '  counsellor1@demo.luotsi.example (to counsellor40), coach1@…, coordinator1@…,',
        '  developer1@…, national1@…, admin1@demo.luotsi.example',
        'Ctrl-C stops it. What you do is kept for the next start.',
      ]
    : ['Sign in with your own account. There are no demonstration accounts on this database.'];
  return ['', `Luotsi is ready: ${address}`, ...signIn].join('\n');
}

whenToldToStop(() => void end());
try {
  const known = await checkGround(undoing);
  await build(building.signal);
  const ground = await layGround(known, undoing, (reason) => void end(reason));
  const api = startApi(ground.environment);
  undoing.add(() => api.stop());
  await step('Starting Luotsi: migrations, reference data', () => api.ready());
  void api.ended.then((words) => end(new Failure(words)));
  console.log(welcome(ground));
} catch (error) {
  await end(error);
}
