import { inviteAdministrator, type InvitedAdministrator } from '@luotsi/identity/api';
import { emailAddress } from '@luotsi/identity/model';
import { asOwner, readConfiguration } from '@luotsi/platform/api';
import type { DataSource } from 'typeorm';
import { explainFailure } from './explain-failure';
import { slices } from './slices';

/** What is wrong, in words for whoever runs the installation. */
class Misuse extends Error {}

/** `npm run admin -- <e-mail>`: makes someone an administrator and prints the link that lets them in. */
try {
  const email = emailIn(process.argv.slice(2));
  const configuration = readConfiguration(process.env);
  await asOwner(configuration, slices, async (owner) => {
    await insistPrepared(owner);
    const invited = await owner.transaction((manager) =>
      inviteAdministrator(manager, email, configuration),
    );
    process.stdout.write(`${wordsFor(email, invited)}\n`);
  });
} catch (fault) {
  process.stderr.write(`${fault instanceof Misuse ? fault.message : explainFailure(fault)}\n`);
  process.exit(1);
}

function emailIn(given: readonly string[]): string {
  const [one, ...more] = given;
  if (one === undefined || more.length > 0) {
    throw new Misuse(
      'Write the e-mail address of one administrator: npm run admin -- name@example.fi',
    );
  }
  const read = emailAddress.safeParse(one);
  if (!read.success) {
    throw new Misuse(
      `"${one}" is not an e-mail address. Nothing was changed. Write it in the form name@example.fi.`,
    );
  }
  return read.data;
}

/** Everything that this program knows of has been made there, by the service itself. */
async function insistPrepared(owner: DataSource): Promise<void> {
  const [there] = await owner.query<{ table: string | null }[]>(
    `SELECT to_regclass('luotsi_migration') AS "table"`,
  );
  const done = there?.table
    ? await owner.query<{ name: string }[]>(`SELECT name FROM luotsi_migration`)
    : [];
  const missing = slices
    .flatMap(({ migrations }) => migrations.map(({ name }) => name))
    .filter((name) => !done.some((one) => one.name === name));
  if (missing.length === 0) return;
  throw new Misuse(
    done.length === 0
      ? 'The database has no tables of Luotsi yet. Start the service on it once, then run this again.'
      : 'The database is older than this program. Start the service on it once, then run this again.',
  );
}

function wordsFor(email: string, { link, known, wasAdministrator }: InvitedAdministrator): string {
  const who = wasAdministrator
    ? `${email} is an administrator already.`
    : known
      ? `${email} has an account and is an administrator now.`
      : `${email} has been added as an administrator.`;
  return [
    who,
    'With this link they choose a password. It works once, for 24 hours; hand it to nobody else:',
    '',
    link,
    '',
    'After signing in they set up a second step under Own account > Sign-in and security; until then',
    'the role has no effect.',
  ].join('\n');
}
