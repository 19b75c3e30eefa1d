import 'reflect-metadata';
import compress from '@fastify/compress';
import { ConsoleLogger } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import {
  asOwner,
  dataSourceOptions,
  FastLanes,
  logRequests,
  prepareDatabase,
  ProblemFilter,
  secure,
  serveOutbox,
  serveWeb,
  takeJsonOnly,
  type Configuration,
} from '@luotsi/platform/api';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { randomUUID } from 'node:crypto';
import { createServer, type RequestListener } from 'node:http';
import { constants } from 'node:zlib';
import { DataSource } from 'typeorm';
import { allowed, ApplicationModule, problems } from './application.module';
import { slices } from './slices';

/** What an application is made of besides its configuration. */
export interface ApplicationOptions {
  /** The folder of the built web application. */
  readonly web: string;
  /** False when the database is known to be migrated and to hold its reference data. */
  readonly prepare?: boolean;
}

/**
 * Connects, prepares the database and puts the application together, ready to listen.
 * @throws when the database can't be reached or prepared
 */
export async function createApplication(
  configuration: Configuration,
  options: ApplicationOptions,
): Promise<NestFastifyApplication> {
  if (options.prepare !== false) {
    const user = decodeURIComponent(new URL(configuration.DATABASE_URL).username);
    await asOwner(configuration, slices, (owner) =>
      prepareDatabase(owner, slices, user || undefined),
    );
  }
  const database = new DataSource(dataSourceOptions(configuration.DATABASE_URL, slices));
  await database.initialize();

  const lanes = new FastLanes();
  const filter = new ProblemFilter(problems, allowed);
  const adapter = new FastifyAdapter({
    serverFactory: (handle: RequestListener) =>
      createServer({ keepAliveTimeout: 72_000 }, (request, response) => {
        if (!lanes.answer(request, response)) handle(request, response);
      }),
    logger: false,
    genReqId: () => randomUUID(),
    trustProxy: configuration.LUOTSI_ORIGIN ? 'loopback' : false,
    bodyLimit: 1_048_576,
    // Addresses that can't be decoded are refused before any handler, and any filter, is found.
    frameworkErrors: (fault: unknown, request: FastifyRequest, reply: FastifyReply) =>
      filter.answer(fault, request, reply),
  });
  const application = await NestFactory.create<NestFastifyApplication>(
    ApplicationModule.with(configuration, database, lanes),
    adapter,
    { logger: logger(configuration), abortOnError: false, bodyParser: false },
  );
  const server = adapter.getInstance();
  takeJsonOnly(server);
  logRequests(server, configuration);
  secure(server, configuration);
  await server.register(compress, {
    encodings: ['br', 'gzip'],
    threshold: 1_024,
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } },
  });
  if (configuration.LUOTSI_DEMONSTRATION) serveOutbox(server, database);
  await serveWeb(server, options.web);
  application.enableShutdownHooks();
  await application.init();
  return application;
}

function logger({ LOG_LEVEL }: Configuration): ConsoleLogger | false {
  if (LOG_LEVEL === 'silent') return false;
  const order = ['fatal', 'error', 'warn', 'log', 'debug'] as const;
  const least = LOG_LEVEL === 'info' ? 'log' : LOG_LEVEL;
  return new ConsoleLogger({ json: true, logLevels: order.slice(0, order.indexOf(least) + 1) });
}
