import autocannon from 'autocannon';
import { readFileSync } from 'node:fs';

/**
 * Sends load, in a process of its own: reads a plan as JSON from standard input, prints what came
 * of it as JSON. When the plan names a file of requests, each connection gets its own share of them.
 */
const plan = JSON.parse(readFileSync(0, 'utf8'));
const requests = plan.requestsFile ? JSON.parse(readFileSync(plan.requestsFile, 'utf8')) : null;
let next = 0;

const result = await autocannon({
  url: plan.url,
  connections: plan.connections,
  duration: plan.seconds,
  headers: plan.headers ?? {},
  ...(requests
    ? {
        setupClient: (client) => {
          const share = requests.filter((_, place) => place % plan.connections === next);
          next += 1;
          client.setRequests(share);
        },
      }
    : {}),
});

process.stdout.write(
  JSON.stringify({
    rate: result.requests.total / result.duration,
    p99: result.latency.p99,
    errors: result.errors + result.timeouts,
    statuses: Object.fromEntries(
      Object.entries(result.statusCodeStats ?? {}).map(([status, { count }]) => [status, count]),
    ),
  }),
);
