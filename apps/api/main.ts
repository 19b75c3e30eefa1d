import { asOwner, loadDemonstration, readConfiguration, Readiness } from '@luotsi/platform/api';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createApplication } from './application';
import { explainFailure } from './explain-failure';
import { slices } from './slices';
import { spareMemory } from './spare-memory';

spareMemory();
try {
  const configuration = readConfiguration(process.env);
  const application = await createApplication(configuration, { web: webFolder() });
  await application.listen(configuration.PORT, configuration.HOST);
  if (configuration.LUOTSI_DEMONSTRATION) {
    await asOwner(configuration, slices, (owner) => loadDemonstration(owner, slices));
  }
  application.get(Readiness).markLoaded();
} catch (fault) {
  process.stderr.write(`${explainFailure(fault)}\n`);
  process.exit(1);
}

/** The built web application stands beside the built API: dist/web/browser beside dist/api. */
function webFolder(): string {
  let folder = import.meta.dirname;
  while (!existsSync(join(folder, 'nx.json')) && folder !== dirname(folder))
    folder = dirname(folder);
  return join(folder, 'dist/web/browser');
}
