import { createServer } from 'node:net';
import { errorCode, Failure } from './failure.mjs';

/**
 * Makes sure that the address can be listened on, giving a process that is just ending time to.
 * @param {string} host
 * @param {number} port 0 for any free port
 * @param {number} [patience] milliseconds to wait for a taken port
 * @returns {Promise<number>} the port; a free one when 0 was asked for
 */
export async function checkPort(host, port, patience = 3000) {
  const late = Date.now() + patience;
  for (;;) {
    try {
      return await listenOnce(host, port);
    } catch (error) {
      if (errorCode(error) !== 'EADDRINUSE' || Date.now() > late) throw sentence(error, host, port);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

/**
 * @param {string} host
 * @param {number} port
 * @returns {Promise<number>}
 */
function listenOnce(host, port) {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen({ host, port, exclusive: true }, () => {
      const address = probe.address();
      const found = typeof address === 'object' && address ? address.port : port;
      probe.close(() => resolve(found));
    });
  });
}

/**
 * @param {unknown} error
 * @param {string} host
 * @param {number} port
 */
function sentence(error, host, port) {
  switch (errorCode(error)) {
    case 'EADDRINUSE':
      return new Failure(
        `Port ${port} is taken by another program: stop that program, or choose another port, for example PORT=${port + 1} npm start.`,
      );
    case 'EACCES':
      return new Failure(
        `This user may not listen on port ${port}: choose a port above 1023, for example PORT=3000 npm start.`,
      );
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
    case 'EINVAL':
      return new Failure(`HOST is ${host}, which is not an address of this machine.`);
    default:
      return error;
  }
}
